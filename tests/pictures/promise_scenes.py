"""The states of the window in which promises are seen."""

from datetime import date, timedelta
from decimal import Decimal

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from scorecard.domain.due import Due
from scorecard.domain.measures import Kind, Place, Terms
from scorecard.domain.promises import Level
from scorecard.services.promises import PromiseDraft
from scorecard.services.reckoning import Reckoned
from scorecard.ui.main_window import COMMITMENTS, PROGRESS
from scorecard.ui.promise_dialogs.keys import PromiseOrder
from tests.pictures.stage import CHART, TODAY, Act, Scene, Stage, front

_LONG_NAME = "Bartholomew Featherstonehaugh-Cholmondeley"


def go_to_commitments(stage: Stage) -> None:
    stage.window.go_to_page(COMMITMENTS)


def show_filter(number: int) -> Act:
    def show(stage: Stage) -> None:
        go_to_commitments(stage)
        stage.commands.commitments.header.filters.set_chosen(number)
        stage.commands.commitments.refresh()

    return show


def search_in_vain(stage: Stage) -> None:
    go_to_commitments(stage)
    stage.commands.commitments.start_search()
    QTest.keyClicks(stage.commands.commitments.search, "elephants")


def type_quickly(line: str) -> Act:
    def type_it(stage: Stage) -> None:
        go_to_commitments(stage)
        stage.commands.commitments.add_quickly()
        QApplication.processEvents()
        QTest.keyClicks(stage.commands.commitments.quick_add.field, line)

    return type_it


def type_to_namesakes(stage: Stage) -> None:
    """Long names, several people and several dates at once."""
    for place in range(3):
        promise_to(stage, f"Matter {place}", f"{_LONG_NAME} {('', 'the elder', 'the younger')[place]}")
    words = "Write down everything that was agreed about the integration with the new system to Bartholomew by Friday"
    type_quickly(f"{words} !intention")(stage)


def promise_to(stage: Stage, words: str, name: str, due: date = TODAY, level: Level = Level.COMMITMENT) -> str:
    made_on = min(due, TODAY) - timedelta(days=7)
    return stage.services.promises.make(PromiseDraft(words, level, Due.on(due), name, made_on=made_on))


def refuse_quickly(stage: Stage) -> None:
    type_quickly("to Cassandra by Friday")(stage)
    stage.keys(Qt.Key.Key_Return)


def promise(stage: Stage, promise_id: str) -> Reckoned:
    items = stage.services.promises.book().reckoned(TODAY)
    return next(item for item in items if item.promise.id == promise_id)


def take(order: PromiseOrder, promise_id: str) -> Act:
    def act(stage: Stage) -> None:
        go_to_commitments(stage)
        stage.commands.commitments.steps.take(order, promise(stage, promise_id))

    return act


def explain_lane(stage: Stage) -> None:
    go_to_commitments(stage)
    stage.commands.commitments.explain(Level.COMMITMENT)


def hang_over_a_lane(stage: Stage) -> None:
    go_to_commitments(stage)
    QTest.qWait(CHART)
    stage.commands.commitments.board.lane(Level.BEST_EFFORT)._set_target(True)


def open_card_menu(stage: Stage) -> None:
    go_to_commitments(stage)
    board = stage.commands.commitments.board
    board.menu_asked.emit(promise(stage, "o1"), board.mapToGlobal(QPoint(60, 120)))


def open_line_menu(stage: Stage) -> None:
    card = stage.window.scorecard.promised
    assert card is not None
    QTest.keyClick(card.list.lines[0], Qt.Key.Key_Menu)
    line = card.list.lines[0]
    line.menu_asked.emit(line.mapToGlobal(QPoint(40, 20)))


def promise_twelve(stage: Stage) -> None:
    """More than have room on the day's page, with the keyboard on the third."""
    for number in range(12):
        level = tuple(Level)[number % 3]
        due = TODAY - timedelta(days=number % 4)
        promise_to(stage, f"Answer question {number + 1} about the new form", "Cassandra Kelly", due, level)
    stage.window.scorecard.refresh()
    card = stage.window.scorecard.promised
    assert card is not None
    card.list.enter()
    stage.window.scorecard.start_keyboard()
    card.list.lines[2].setFocus(Qt.FocusReason.TabFocusReason)


def finish_promises(stage: Stage) -> QWidget:
    """The second step of finishing: what was promised."""
    promise_twelve(stage)
    stage.window.scorecard.finish()
    dialog = front()
    assert isinstance(dialog, QDialog)
    dialog.accept()
    return dialog


def settle_one(stage: Stage) -> None:
    go_to_commitments(stage)
    stage.keys("k")


def undo_in_the_menu(stage: Stage) -> QWidget:
    from tests.pictures.scenes import open_submenu

    settle_one(stage)
    return open_submenu(stage)


def count_kept(stage: Stage) -> None:
    """The measure that the program counts itself, in place of another."""
    from scorecard.services.cards import Draft

    stage.services.cards.place("m1", Place.BENCH)
    terms = Terms(TODAY - timedelta(days=7), Kind.PROMISES, target=Decimal(100))
    kept = stage.services.cards.add(Draft(name="Promises kept", terms=terms, why="They can rely on me"))
    stage.window.scorecard.refresh()
    stage.enter(kept)


def show_promise_table(stage: Stage) -> None:
    stage.window.go_to_page(PROGRESS)
    QTest.qWait(CHART)
    stage.commands.progress.cards.promises.toggle.click()
    scroll_to_promises(stage)


def scroll_to_promises(stage: Stage) -> None:
    stage.window.go_to_page(PROGRESS)
    QTest.qWait(CHART)
    card = stage.commands.progress.cards.promises
    QApplication.processEvents()
    (card.canvas if card.canvas.isVisible() else card.toggle).setFocus(Qt.FocusReason.TabFocusReason)


def say_exported(stage: Stage) -> None:
    from scorecard.ui.exporting import _say_written

    go_to_commitments(stage)
    _say_written(14, stage.window, stage.folder.parent / "Scorecard promises.ics")


def begin_promise(stage: Stage) -> QWidget:
    stage.commands.promise()
    return front()


def ask_two_questions(stage: Stage) -> QWidget:
    dialog = begin_promise(stage)
    level = dialog.fields.level  # type: ignore[attr-defined]
    level.show_questions()
    QTest.keyClick(level.questions.vital, Qt.Key.Key_N)
    QTest.keyClick(level.questions.in_my_power, Qt.Key.Key_Y)
    return dialog


def refuse_in_the_editor(stage: Stage) -> QWidget:
    dialog = begin_promise(stage)
    QTest.keyClicks(dialog.fields.words, "Send the estimates")  # type: ignore[attr-defined]
    QTest.keyClicks(dialog.fields.to_whom, "Bert")  # type: ignore[attr-defined]
    QTest.keyClicks(dialog.fields.due.field, "1 Nov 2026")  # type: ignore[attr-defined]
    dialog.accept()  # type: ignore[attr-defined]
    return dialog


def discard_in_the_editor(stage: Stage) -> QWidget:
    dialog = begin_promise(stage)
    QTest.keyClicks(dialog.fields.words, "Send the estimates")  # type: ignore[attr-defined]
    QTest.keyClicks(dialog.fields.due.field, "5/6")  # type: ignore[attr-defined]
    dialog.reject()  # type: ignore[attr-defined]
    return dialog


def refuse_to_move(stage: Stage) -> QWidget:
    take(PromiseOrder.MOVE, "o1")(stage)
    dialog = front()
    QTest.keyClicks(dialog.due.field, "gestern abend")  # type: ignore[attr-defined]
    dialog.accept()  # type: ignore[attr-defined]
    return dialog


PROMISE_SCENES = (
    Scene("commitments", go_to_commitments),
    Scene("commitments-done", show_filter(2)),
    Scene("commitments-all", show_filter(3)),
    Scene("commitments-empty", go_to_commitments, "empty"),
    Scene("commitments-in-vain", search_in_vain),
    Scene("commitments-overfull", go_to_commitments, "thousand"),
    Scene("commitments-typing", type_quickly("Send the estimates to Cassandra by Friday !commitment")),
    Scene("commitments-new-person", type_quickly("Show the plan to Bert next week")),
    Scene("commitments-completion", type_quickly("Show the plan to @n")),
    Scene("commitments-namesakes", type_to_namesakes),
    Scene("commitments-refusal", refuse_quickly),
    Scene("commitments-drop", hang_over_a_lane),
    Scene("commitments-settled", settle_one),
    Scene("commitments-exported", say_exported),
    Scene("promised-twelve", promise_twelve),
    Scene("promised-measure", count_kept),
    Scene("progress-promises", scroll_to_promises),
    Scene("progress-promises-table", show_promise_table),
    Scene("promise-new", begin_promise, front=True),
    Scene("promise-questions", ask_two_questions, front=True),
    Scene("promise-refused", refuse_in_the_editor, front=True),
    Scene("promise-discard", discard_in_the_editor, front=True),
    Scene("promise-edit", take(PromiseOrder.EDIT, "o2"), front=True),
    Scene("promise-effort", take(PromiseOrder.KEEP, "o4"), front=True),
    Scene("promise-details", take(PromiseOrder.LATE_NOTED, "o3"), front=True),
    Scene("promise-strove", take(PromiseOrder.BREAK, "o6"), front=True),
    Scene("promise-move", take(PromiseOrder.MOVE, "o1"), front=True),
    Scene("promise-move-refused", refuse_to_move, front=True),
    Scene("promise-history", take(PromiseOrder.HISTORY, "o2"), front=True),
    Scene("promise-record", explain_lane, front=True),
    Scene("promise-menu", open_card_menu, front=True),
    Scene("promised-menu", open_line_menu, front=True),
    Scene("promise-undo", undo_in_the_menu, front=True),
    Scene("finishing-promises", finish_promises, front=True),
)
