"""People outside their page: names that complete themselves, whom a measure is for, and reviews that are due."""

from datetime import timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QScrollArea, QWidget

from scorecard.domain.profiles import PersonKind
from scorecard.domain.reflections import ADJUST, MOVED
from scorecard.domain.weeks import Week
from scorecard.services.people.profiles import PersonDraft
from scorecard.ui.card_dialogs.measure_editor import MeasureDialog
from scorecard.ui.main_window import COMMITMENTS, PROGRESS, REFLECTION
from scorecard.ui.weekly_review.dialog import ReviewDialog
from tests.pictures.review_scenes import review, share
from tests.pictures.stage import CHART, TODAY, Scene, Stage, draw_progress, front

_TEAM = "Ana's team"
_LONG = "Steering committee of the integration programme for everything digital, Northwind Benefits"


def know_them(stage: Stage, name: str = _TEAM) -> str:
    """A team that a measure is done for, with a quality review today; another has one next week."""
    profiles = stage.services.people.profiles
    team = profiles.add(PersonDraft(name, kind=PersonKind.TEAM))
    profiles.set_review_day(team, TODAY)
    for measure in stage.services.scoring.card().on(TODAY)[:3]:
        stage.services.people.agreements.serve(measure.id, team)
    other = profiles.add(PersonDraft("Platform team", kind=PersonKind.TEAM))
    profiles.set_review_day(other, Week.of(TODAY).next.monday + timedelta(days=2))
    QApplication.processEvents()
    return team


def name_in_note(stage: Stage) -> None:
    know_them(stage)
    stage.enter("m1")
    stage.keys("m", "f", "o", "r", " ", "@", "a")


def name_in_reflection(stage: Stage) -> None:
    know_them(stage)
    stage.services.reflecting.write(TODAY, MOVED, "The migration plan, with @Cassandra Kelly and @Ana's team. #trust")
    stage.window.go_to_page(REFLECTION)
    QApplication.processEvents()
    place = stage.commands.reflection.place_of(ADJUST)
    assert place is not None
    place.area.setFocus(Qt.FocusReason.TabFocusReason)
    place.area.selectAll()
    stage.keys(Qt.Key.Key_Backspace, "A", "s", "k", " ", "@")


def whom_of_measure(stage: Stage) -> MeasureDialog:
    know_them(stage)
    dialog = MeasureDialog(stage.window.desk, stage.window, "m1", TODAY)
    dialog.open()
    QTest.keyClicks(dialog.fields.to_whom, " ")
    dialog.fields.to_whom.setText(_TEAM)
    dialog.fields.to_whom.textEdited.emit(_TEAM)
    return dialog


def totals(stage: Stage, name: str = _TEAM) -> None:
    know_them(stage, name)
    stage.window.go_to_page(PROGRESS)
    tab = stage.commands.progress
    draw_progress(tab)
    card = tab.cards.tallies.made()
    area = next(one for one in tab.findChildren(QScrollArea) if one.isAncestorOf(card))
    area.ensureWidgetVisible(card)
    draw_progress(tab)


def totals_table(stage: Stage) -> None:
    totals(stage)
    stage.commands.progress.cards.tallies.made().toggle.click()
    QTest.qWait(CHART)


def long_review_due(stage: Stage) -> None:
    for number in range(4):
        know_them(stage, f"{_LONG} {number}")


def ripple(stage: Stage) -> QWidget:
    know_them(stage)
    neal = stage.services.people.profiles.named("Neal")
    if neal:
        stage.services.people.touches.toggle_served(neal[0].id)
    for prompt in stage.services.reflecting.page(TODAY).places:
        stage.services.reflecting.write(TODAY, prompt.prompt_id, "Asked before answering.")
    stage.window.scorecard.finish()
    dialog = front()
    for _ in range(4):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        QApplication.processEvents()
    return front()


def weekly(stage: Stage) -> ReviewDialog:
    know_them(stage)
    dialog = review(stage)
    dialog.area.verticalScrollBar().setValue(700)
    return dialog


def weekly_shared(stage: Stage) -> ReviewDialog:
    know_them(stage)
    return share(stage)


def menu_of_promise(stage: Stage) -> QMenu:
    stage.window.go_to_page(COMMITMENTS)
    board = stage.commands.commitments.board
    cards = board.lanes[0].list.cards.cards
    board.menu_asked.emit(next(card for card in cards if card.promise.person_id), board.mapToGlobal(QPoint(60, 120)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


ELSEWHERE_SCENES = (
    Scene("names-in-a-note", name_in_note),
    Scene("names-in-a-reflection", name_in_reflection),
    Scene("measure-for-somebody", whom_of_measure, front=True),
    Scene("progress-for-whom", totals),
    Scene("progress-for-whom-table", totals_table),
    Scene("review-due", know_them),
    Scene("review-due-overfull", long_review_due, "overfull"),
    Scene("finish-ripple", ripple, front=True),
    Scene("review-for-whom", weekly, front=True),
    Scene("review-for-whom-shared", weekly_shared, front=True),
    Scene("promise-menu-person", menu_of_promise, front=True),
)
