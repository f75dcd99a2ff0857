"""What is between us on a person's page: a touch being logged, a promise of theirs settled, check-ins, mentions."""

from datetime import timedelta
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from scorecard.domain.checkins import Subject
from scorecard.ui.people_tab.section import Section
from scorecard.ui.people_tab.sections.checkins import CheckinsSection
from scorecard.ui.people_tab.sections.mentions import MentionsSection
from scorecard.ui.people_tab.sections.owed_dialog import OwedDialog
from scorecard.ui.people_tab.sections.promises import PromisesSection
from scorecard.ui.people_tab.sections.touches import TouchesSection
from tests.pictures.people_scenes import go_to_people
from tests.pictures.stage import TODAY, Scene, Stage, front

_WHO = "Cassandra Kelly"
Kind = TypeVar("Kind", bound=Section)


def section(stage: Stage, kind: type[Kind]) -> Kind:
    """On her page, scrolled to the top of the window."""
    go_to_people(stage, _WHO)
    view = stage.commands.people.tab.person.made
    assert view is not None
    found = next(one for one in view.sections if isinstance(one, kind))
    scroll_to(found)
    return found


def scroll_to(found: Section) -> None:
    QTest.qWait(20)
    above: QWidget | None = found
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    assert isinstance(above, QScrollArea)
    page = above.widget()
    assert page is not None
    above.verticalScrollBar().setValue(found.mapTo(page, found.rect().topLeft()).y())


def promises(stage: Stage) -> None:
    found = section(stage, PromisesSection)
    found.fold.click()
    found.open.setFocus()
    QTest.keyClicks(found.theirs.adding.field, "A room for the workshop by Friday")
    scroll_to(found)


def settle(stage: Stage) -> None:
    found = section(stage, PromisesSection)
    found.theirs.lines.setFocus()
    found.theirs.lines.setCurrentRow(0)
    QTest.keyClick(found.theirs.lines, Qt.Key.Key_K, Qt.KeyboardModifier.ShiftModifier)
    scroll_to(found)


def edit_owed(stage: Stage) -> QWidget:
    found = section(stage, PromisesSection)
    found.theirs.lines.setCurrentRow(0)
    QTest.keyClick(found.theirs.lines, Qt.Key.Key_Return)
    dialog = front()
    assert isinstance(dialog, OwedDialog)
    return dialog


def log_touch(stage: Stage) -> None:
    found = section(stage, TouchesSection)
    found.form.note.setFocus()
    QTest.keyClicks(found.form.note, "Coffee, about the board")
    QApplication.processEvents()
    scroll_to(found)


def check_ins(stage: Stage) -> None:
    checkins = stage.services.checkins
    for definition in checkins.definitions().usable:
        if Subject.PERSON in definition.subjects:
            answers = {factor.id: 6 for factor in definition.factors}
            checkins.save(definition.id, Subject.PERSON, _WHO, answers, "She asked what I would do.")
            checkins.save(definition.id, Subject.PERSON, _WHO, {**answers, definition.factors[0].id: 9}, "")
    for ago in range(7):
        stage.services.reflecting.write(
            TODAY - timedelta(days=ago), "moved", f"Talked with @{_WHO} about the licence, and what it means. #{ago}"
        )
    section(stage, MentionsSection)
    section(stage, CheckinsSection)


BETWEEN_SCENES = (
    Scene("people-between", promises),
    Scene("people-between-settling", settle),
    Scene("people-between-edit", edit_owed, front=True),
    Scene("people-between-touch", log_touch),
    Scene("people-between-checkins", check_ins),
)
