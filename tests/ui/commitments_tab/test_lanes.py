"""Three lanes of promises: gone through, settled, moved between levels, filtered and found by keyboard and mouse."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from scorecard.domain.promises import Level, Outcome, Relevelled, Settled
from scorecard.services.services import Services
from scorecard.ui.commitments_tab.drop_frame import DropFrame
from scorecard.ui.commitments_tab.explanation import RecordDialog
from scorecard.ui.commitments_tab.lane import Lane
from scorecard.ui.promise_dialogs.keys import PromiseOrder
from scorecard.ui.promise_dialogs.settle_dialog import SettleDialog
from tests.fake_clock import FixedClock
from tests.ui.commitments_tab.conftest import TODAY, Promised, Promiser

Open = Callable[..., Promiser]
_Key = Qt.Key
C, E, G = Level.COMMITMENT, Level.BEST_EFFORT, Level.GOOD_INTENTION
NO_BUTTONS = Qt.MouseButton.NoButton
NO_KEYS = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def week(promise: Promised) -> None:
    """Two commitments, two best efforts, one good intention."""
    promise("Estimates", C, TODAY, "Cassandra Kelly")
    promise("Walk through the plan", C, date(2026, 11, 23), "My team")
    promise("Call the vendor", E, date(2026, 11, 18), "Procurement")
    promise("Read chapter 3", E)
    promise("Help Neal", G, to_whom="Neal Wallace")


@pytest.mark.usefixtures("week")
def test_each_lane_holds_its_level_by_the_day_it_is_due(open_tab: Open) -> None:
    anna = open_tab()

    assert anna.cards(C) == ["Estimates", "Walk through the plan"]
    assert anna.cards(E) == ["Call the vendor", "Read chapter 3"]
    assert anna.cards(G) == ["Help Neal"]


@pytest.mark.usefixtures("week")
def test_a_card_says_all_of_itself_to_a_screen_reader(open_tab: Open) -> None:
    anna = open_tab()

    def spoken(level: Level) -> str:
        cards = anna.lane(level).list.cards
        return str(cards.data(cards.index(0), Qt.ItemDataRole.AccessibleTextRole))

    assert spoken(C) == "Estimates, Commitment, Cassandra Kelly, due: Today"
    assert spoken(E).startswith("Call the vendor, Best effort, Procurement, due: Overdue by 2 day")
    assert anna.lane(C).list.accessibleName() == "Commitment"


def test_a_move_stands_on_the_card_and_an_outcome_too(open_tab: Open, promise: Promised, services: Services) -> None:
    moved = promise("Moved", C, date(2026, 11, 24))
    from scorecard.domain.due import Due

    services.promises.move(moved, Due.on(date(2026, 11, 26)))
    services.promises.settle(promise("Done", E), Outcome.KEPT, effort=8)
    anna = open_tab()
    anna.tab.header.filters.cells[3].click()

    assert anna.lane(C).list.cards.words(0).more == "Moved once, before it was due: was Tue 24 Nov"
    done = anna.lane(E).list.cards.words(0)
    assert (done.when, done.more, done.settled) == ("Kept · Fri 20 Nov", "Effort 8 of 10", True)


@pytest.mark.usefixtures("week")
def test_the_keyboard_goes_through_the_lanes(open_tab: Open) -> None:
    anna = open_tab()
    assert anna.current == "Estimates"

    anna.press(_Key.Key_Down)
    assert anna.current == "Walk through the plan"
    anna.press(_Key.Key_Right)
    assert anna.current == "Read chapter 3"
    anna.press(_Key.Key_Right)
    assert anna.current == "Help Neal"
    anna.press(_Key.Key_Right)
    assert anna.current == "Help Neal"
    anna.press(_Key.Key_Left, _Key.Key_Left)
    assert anna.current == "Estimates"


def test_an_empty_lane_is_passed_over(open_tab: Open, promise: Promised) -> None:
    promise("Left", C)
    promise("Right", G)
    anna = open_tab()

    anna.press(_Key.Key_Right)

    assert anna.current == "Right"
    assert anna.lane(E).empty.isVisible()


@pytest.mark.parametrize(
    ("key", "order"),
    [
        ("k", PromiseOrder.KEEP),
        ("l", PromiseOrder.LATE),
        ("r", PromiseOrder.MOVE),
        ("b", PromiseOrder.BREAK),
        ("x", PromiseOrder.RELEASE),
        ("o", PromiseOrder.REOPEN),
        ("h", PromiseOrder.HISTORY),
        (_Key.Key_Return, PromiseOrder.EDIT),
        (_Key.Key_Delete, PromiseOrder.REMOVE),
    ],
)
@pytest.mark.usefixtures("week")
def test_a_key_on_a_card_is_an_order(open_tab: Open, key: Qt.Key | str, order: PromiseOrder) -> None:
    anna = open_tab()

    anna.press(key)

    assert anna.steps.taken == [(order, "Estimates")]


@pytest.mark.parametrize(
    ("key", "order"),
    [
        (_Key.Key_K, PromiseOrder.KEEP_NOTED),
        (_Key.Key_L, PromiseOrder.LATE_NOTED),
        (_Key.Key_B, PromiseOrder.BREAK_NOTED),
        (_Key.Key_X, PromiseOrder.RELEASE_NOTED),
        (_Key.Key_R, PromiseOrder.MOVE),
    ],
)
@pytest.mark.usefixtures("week")
def test_shift_asks_for_a_day_and_a_note(open_tab: Open, key: Qt.Key, order: PromiseOrder) -> None:
    anna = open_tab()

    anna.press(key, modifier=Qt.KeyboardModifier.ShiftModifier)

    assert anna.steps.taken == [(order, "Estimates")]


@pytest.mark.usefixtures("week")
def test_a_key_held_down_settles_one_promise(open_tab: Open) -> None:
    anna = open_tab()
    cards = anna.lane(C).list

    for again in (False, True, True):
        press = QKeyEvent(QEvent.Type.KeyPress, _Key.Key_K, Qt.KeyboardModifier.NoModifier, "k", again)
        QApplication.sendEvent(cards, press)

    assert anna.steps.taken == [(PromiseOrder.KEEP, "Estimates")]


@pytest.mark.usefixtures("week")
def test_a_commitment_is_kept_with_a_day_and_a_note_by_keys_alone(
    open_tab: Open, services: Services, qtbot: QtBot
) -> None:
    anna = open_tab(real_steps=True)

    anna.press(_Key.Key_K, modifier=Qt.KeyboardModifier.ShiftModifier)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SettleDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    assert anna.promises()["Estimates"].standing.open
    anna.press(_Key.Key_Down, _Key.Key_Tab)
    anna.type("By letter")
    anna.press(_Key.Key_Return)

    (step,) = services.promises.book().promises[open_tab_id(services, "Estimates")].history
    assert (step.event, step.day, step.note) == (Settled(Outcome.KEPT), date(2026, 11, 19), "By letter")
    assert anna.current == "Walk through the plan"


@pytest.mark.usefixtures("week")
def test_after_settling_the_next_card_has_the_keyboard(open_tab: Open) -> None:
    anna = open_tab()

    anna.press("k")
    assert anna.current == "Walk through the plan"
    anna.press("k")

    assert anna.cards(C) == []
    assert anna.current == "Call the vendor"
    assert anna.promises()["Walk through the plan"].standing.outcome is Outcome.KEPT


def test_when_all_is_settled_the_keyboard_is_on_what_can_be_done(open_tab: Open, promise: Promised) -> None:
    promise("The only one")
    anna = open_tab()

    anna.press("k")

    assert anna.tab.nothing_found.isVisible()
    assert anna.tab.nothing_found.title.text() == "Nothing is open"
    assert anna.tab.nothing_found.show_all.hasFocus()
    anna.press(_Key.Key_Return)
    assert anna.current == "The only one"


@pytest.mark.usefixtures("week")
def test_a_level_given_by_key_takes_the_keyboard_along(open_tab: Open) -> None:
    anna = open_tab()

    anna.press("3")

    assert anna.promises()["Estimates"].standing.level is G
    assert anna.tab.board.entered is anna.lane(G)
    assert anna.current == "Estimates"


def drop_on(lane: Lane, dragged: QMimeData) -> bool:
    """Whether the lane took it; it does not even light up for what it does not take."""
    point = QPoint(20, 100)
    move = Qt.DropAction.MoveAction
    enter = QDragEnterEvent(point, move, dragged, Qt.MouseButton.LeftButton, NO_KEYS)
    QApplication.sendEvent(lane, enter)
    if not lane.is_target:
        return False
    frame = next(frame for frame in lane.window().findChildren(DropFrame))
    assert frame.geometry().contains(QRect(lane.mapTo(frame.parentWidget(), QPoint()), lane.column.size()))
    assert frame.isVisible()
    drop = QDropEvent(QPointF(point), move, dragged, NO_BUTTONS, NO_KEYS)
    QApplication.sendEvent(lane, drop)
    return drop.isAccepted()


@pytest.mark.usefixtures("week")
def test_a_card_dropped_on_another_lane_changes_its_level(open_tab: Open) -> None:
    anna = open_tab()
    cards = anna.lane(C).list.cards
    dragged = cards.mimeData([cards.index(1)])

    assert drop_on(anna.lane(E), dragged)

    moved = anna.promises()["Walk through the plan"]
    assert moved.standing.level is E
    assert [step.event for step in moved.promise.history] == [Relevelled(E)]
    assert "Walk through the plan" in anna.cards(E)
    assert not anna.lane(E).is_target
    assert anna.tab.drop_frame.isHidden()


@pytest.mark.usefixtures("week")
def test_neither_its_own_lane_nor_other_things_are_dropped_on(open_tab: Open) -> None:
    anna = open_tab()
    cards = anna.lane(C).list.cards
    text = QMimeData()
    text.setText("a word")

    assert not drop_on(anna.lane(C), cards.mimeData([cards.index(0)]))
    assert not drop_on(anna.lane(E), text)


def test_a_settled_card_is_not_dragged(open_tab: Open, promise: Promised, services: Services) -> None:
    services.promises.settle(promise("Done", C), Outcome.KEPT)
    anna = open_tab()
    anna.tab.header.filters.cells[2].click()

    cards = anna.lane(C).list.cards
    assert not cards.flags(cards.index(0)) & Qt.ItemFlag.ItemIsDragEnabled


@pytest.mark.usefixtures("week")
def test_filters_choose_what_is_shown(open_tab: Open, services: Services) -> None:
    services.promises.settle(open_tab_id(services, "Help Neal"), Outcome.KEPT, strove=True)
    anna = open_tab()
    filters = anna.tab.header.filters

    filters.cells[1].click()
    assert (anna.cards(C), anna.cards(E), anna.cards(G)) == (["Estimates"], ["Call the vendor"], [])
    filters.cells[2].click()
    assert (anna.cards(C), anna.cards(E), anna.cards(G)) == ([], [], ["Help Neal"])
    filters.cells[3].click()
    assert sum(len(anna.cards(level)) for level in Level) == 5


def open_tab_id(services: Services, words: str) -> str:
    return next(p.id for p in services.promises.book().promises.values() if p.words == words)


@pytest.mark.usefixtures("week")
def test_the_search_finds_words_and_people_and_enter_goes_to_what_is_found(open_tab: Open) -> None:
    anna = open_tab()

    anna.press("/")
    assert anna.tab.search.hasFocus()
    anna.type("wallace")
    assert (anna.cards(C), anna.cards(E), anna.cards(G)) == ([], [], ["Help Neal"])
    anna.press(_Key.Key_Return)
    assert anna.current == "Help Neal"
    anna.press(_Key.Key_F, modifier=Qt.KeyboardModifier.ControlModifier)
    assert anna.tab.search.hasFocus()
    anna.press(_Key.Key_Escape)

    assert len(anna.cards(C)) == 2


@pytest.mark.usefixtures("week")
def test_a_search_that_finds_nothing_says_so_and_can_be_left(open_tab: Open) -> None:
    anna = open_tab()
    anna.press("/")

    anna.type("zebra")

    assert anna.tab.nothing_found.isVisible()
    assert "zebra" in anna.tab.nothing_found.sentence.text()
    assert anna.tab.search.hasFocus()
    anna.tab.nothing_found.show_all.click()
    assert anna.tab.search.text() == ""
    assert anna.tab.nothing_found.isHidden()
    assert len(anna.cards(C)) == 2


@pytest.mark.usefixtures("week")
def test_n_goes_to_the_quick_line(open_tab: Open) -> None:
    anna = open_tab()

    anna.press("n")

    assert anna.tab.quick_add.field.hasFocus()
    assert anna.tab.quick_add.field.text() == ""


def test_with_nothing_promised_the_levels_are_explained(open_tab: Open, promise: Promised) -> None:
    anna = open_tab()

    assert anna.tab.nothing_promised.isVisible()
    assert "Good intention: “I strive" in anna.tab.nothing_promised.sentence.text()
    assert anna.tab.quick_add.field.hasFocus()
    promise("The first")
    assert anna.tab.nothing_promised.isHidden()
    assert anna.cards(E) == ["The first"]


@pytest.mark.usefixtures("week")
def test_the_menu_offers_the_orders_with_their_keys(open_tab: Open) -> None:
    anna = open_tab()
    cards = anna.lane(C).list
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(cards.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)

    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert "Kept\tK" in words
    assert "Kept, with day and note…\tShift+K" in words
    assert "Make it a good intention\t3" in words
    next(action for action in menu.actions() if action.text().startswith("Renegotiate")).trigger()
    menu.close()

    assert anna.steps.taken == [(PromiseOrder.MOVE, "Estimates")]


@pytest.mark.usefixtures("week")
def test_a_double_click_edits(open_tab: Open) -> None:
    anna = open_tab()
    cards = anna.lane(E).list
    centre = cards.visualRect(cards.cards.index(1)).center()

    QTest.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, NO_KEYS, centre)
    QTest.mouseDClick(cards.viewport(), Qt.MouseButton.LeftButton, NO_KEYS, centre)

    assert anna.steps.taken == [(PromiseOrder.EDIT, "Read chapter 3")]


def test_the_figure_of_a_lane_is_explained_promise_by_promise(
    open_tab: Open, promise: Promised, services: Services
) -> None:
    for number in range(6):
        outcome = Outcome.BROKEN if number == 0 else Outcome.KEPT
        services.promises.settle(promise(f"Number {number}", C, TODAY, "Ana"), outcome)
    anna = open_tab()
    measure = anna.lane(C).measure
    assert measure.words == "83%  5 of 6"
    assert "90% confidence" in measure.toolTip()
    assert "All time" in measure.toolTip()
    assert anna.lane(E).measure.isHidden()

    measure.setFocus()
    anna.press(_Key.Key_Return)

    dialog = anna.tab.findChild(RecordDialog)
    assert dialog is not None
    rows = [[cell_text(dialog, row, column) for column in range(5)] for row in range(dialog.table.rowCount())]
    assert sum(int(row[4]) for row in rows[:-1]) == 5
    assert rows[-1] == ["All", "", "", "83%", "5 of 6"]
    assert ["Number 0", "Ana", "Fri 20 Nov", "Broken", "0"] in rows


def cell_text(dialog: RecordDialog, row: int, column: int) -> str:
    item = dialog.table.item(row, column)
    return item.text() if item is not None else ""


def test_under_five_a_figure_says_too_few(open_tab: Open, promise: Promised, services: Services) -> None:
    services.promises.settle(promise("One", C, TODAY), Outcome.KEPT)
    anna = open_tab()

    assert anna.lane(C).measure.words == "too few to say  1 of 1"
    assert "1 of 1" in anna.lane(C).measure.accessibleName()


def test_a_narrow_window_shows_one_lane_at_a_time(open_tab: Open, promise: Promised) -> None:
    promise("Left", C)
    promise("Middle", E)
    anna = open_tab(width=760)

    assert anna.tab.board.is_narrow
    assert anna.lane(C).isVisible()
    assert anna.lane(E).isHidden()
    anna.press(_Key.Key_Right)
    assert anna.current == "Middle"
    assert anna.lane(C).isHidden()
    anna.tab.board.chooser.cells[0].click()
    assert anna.lane(C).isVisible()


@pytest.mark.usefixtures("week")
def test_a_new_day_is_seen_after_a_refresh(open_tab: Open, clock: FixedClock) -> None:
    anna = open_tab()

    clock.advance(days=1)
    anna.tab.refresh()

    assert anna.lane(C).list.cards.words(0).when.startswith("Overdue by 1 day")


def test_a_hidden_tab_reads_again_when_it_is_shown(open_tab: Open, promise: Promised) -> None:
    anna = open_tab()
    anna.tab.hide()

    promise("Meanwhile")
    assert anna.cards(E) == []
    anna.tab.show()

    assert anna.cards(E) == ["Meanwhile"]


def test_the_button_opens_the_editor(open_tab: Open) -> None:
    anna = open_tab()

    anna.tab.header.new.click()

    assert anna.steps.drafts == [None]


def test_the_head_says_how_many_were_kept(open_tab: Open, promise: Promised, services: Services) -> None:
    services.promises.settle(promise("One", C, TODAY), Outcome.KEPT)
    services.promises.settle(promise("Two", E, TODAY), Outcome.BROKEN)
    anna = open_tab()

    assert anna.tab.header.subtitle.text().startswith("You kept 1 of 2 promise")
    assert anna.tab.header.subtitle.text().endswith("1 of them on time")


def test_a_step_keeps_the_place_in_a_long_lane(open_tab: Open, promise: Promised) -> None:
    for number in range(60):
        promise(f"Number {number:02}", E, TODAY + timedelta(number))
    anna = open_tab()
    cards = anna.lane(E).list
    cards.go_to(40)
    before = cards.verticalScrollBar().value()
    assert before > 0

    anna.press("k")

    assert anna.current == "Number 41"
    assert abs(cards.verticalScrollBar().value() - before) < cards.visualRect(cards.currentIndex()).height()
