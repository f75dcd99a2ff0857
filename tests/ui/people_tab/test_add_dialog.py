"""Adding somebody: all but the name can wait, and a name that is there already is told of."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from scorecard.domain.profiles import PersonKind
from scorecard.domain.relations import RelationLevel
from scorecard.services.services import Services
from scorecard.ui.desk import Desk
from scorecard.ui.people_tab.add_dialog import AddDialog
from tests.ui.people_tab.conftest import Known


@pytest.fixture
def open_dialog(services: Services, qtbot: QtBot) -> Callable[[], AddDialog]:
    def show() -> AddDialog:
        desk = Desk()
        desk.attach(services)
        dialog = AddDialog(desk, None, services.people.list_page())
        desk.setParent(dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(dialog)
        dialog.open()
        return dialog

    return show


def test_all_that_is_filled_in_is_kept(open_dialog: Callable[[], AddDialog], services: Services, known: Known) -> None:
    team = known("My team", kind=PersonKind.TEAM, groups=("Choir",))
    dialog = open_dialog()
    QTest.keyClicks(dialog.name, "Cassandra Kelly")
    QTest.keyClicks(dialog.role, "CIO")
    QTest.keyClicks(dialog.organisation, "Northwind")
    dialog.groups.boxes["client"].click()
    dialog.groups.boxes["Choir"].click()
    QTest.keyClicks(dialog.groups.own, "Board, Chess ")
    dialog.team.setCurrentIndex(1)
    dialog.rhythm.setCurrentIndex(2)
    assert not dialog.evidence.isVisible()
    dialog.level.setCurrentIndex(3)
    QTest.keyClicks(dialog.evidence, "Asked before the board met.")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)

    page = services.people.page(services.people.profiles.named("Cassandra Kelly")[0].id)
    assert page is not None
    row = page.row
    assert (row.role, row.organisation, row.team_id) == ("CIO", "Northwind", team)
    assert row.groups == ("client", "Board", "Chess", "Choir")
    assert (row.contact.rhythm, row.level) == (14, RelationLevel.CONSULTANT)
    assert page.steps[0].relation.evidence == "Asked before the board met."

    services.undoing.undo()
    assert services.people.profiles.named("Cassandra Kelly") == ()


def test_a_team_needs_no_more_than_a_name(open_dialog: Callable[[], AddDialog], services: Services) -> None:
    dialog = open_dialog()
    dialog.kind.setFocus()
    QTest.keyClick(dialog.kind, Qt.Key.Key_Right)
    QTest.keyClicks(dialog.name, "Help desk")
    dialog.accept()

    assert [row.name for row in services.people.teams()] == ["Help desk"]


def test_a_name_that_is_there_already_is_told_of_and_may_be_given_again(
    open_dialog: Callable[[], AddDialog], services: Services, known: Known
) -> None:
    services.people.profiles.archive(known("Ana", role="Developer"))
    dialog = open_dialog()
    QTest.keyClicks(dialog.name, "ana")
    assert dialog.name_row.hint.text() == "Ana (Developer) is there already, in the archive."
    assert dialog.name.accessibleDescription() == dialog.name_row.hint.text()
    dialog.accept()

    assert len(services.people.rows()) == 2


def test_without_a_name_nobody_is_added(open_dialog: Callable[[], AddDialog], services: Services) -> None:
    dialog = open_dialog()
    QTest.keyClicks(dialog.role, "CIO")
    dialog.accept()

    assert dialog.isVisible()
    assert dialog.problem.text()
    assert not services.people.rows()


def test_escape_leaves_what_is_filled_in_only_the_second_time(open_dialog: Callable[[], AddDialog]) -> None:
    dialog = open_dialog()
    QTest.keyClicks(dialog.name, "Ana")
    QTest.keyClick(dialog.name, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.problem.text()
    QTest.keyClick(dialog.name, Qt.Key.Key_Escape)

    assert not dialog.isVisible()
