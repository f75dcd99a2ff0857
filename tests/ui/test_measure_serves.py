"""To whom a measure matters: words, or somebody who is linked in the same deed."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from scorecard.domain.measures import Kind, Terms
from scorecard.services.cards import Draft
from scorecard.services.people.profiles import PersonDraft
from scorecard.services.services import Services
from scorecard.ui.card_dialogs.measure_editor import MeasureDialog
from scorecard.ui.desk import Desk

TODAY = date(2026, 11, 20)
Open = Callable[..., MeasureDialog]


@pytest.fixture
def ana(services: Services) -> str:
    return services.people.profiles.add(PersonDraft("Ana Lima"))


@pytest.fixture
def measure(services: Services) -> str:
    terms = Terms(date(2026, 1, 1), Kind.COUNT, target=Decimal(3))
    return services.cards.add(Draft("Roadblocks removed", terms, to_whom="the team"))


@pytest.fixture
def edit(services: Services, qtbot: QtBot) -> Open:
    desk = Desk()
    desk.attach(services)

    def opened(measure_id: str | None, like: str | None = None) -> MeasureDialog:
        dialog = MeasureDialog(desk, None, measure_id, TODAY, like=like)
        dialog.show()
        qtbot.waitExposed(dialog)
        dialog.activateWindow()
        qtbot.waitUntil(dialog.fields.name.hasFocus)
        return dialog

    return opened


def write(dialog: MeasureDialog, words: str) -> None:
    field = dialog.fields.to_whom
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    QTest.keyClicks(field, words)


def served(services: Services, measure_id: str) -> str:
    person = services.people.of_measure(measure_id)
    return person.name if person is not None else ""


@pytest.mark.usefixtures("ana")
def test_a_name_chosen_links_the_measure_and_one_undo_takes_all_back(
    services: Services, edit: Open, measure: str
) -> None:
    dialog = edit(measure)
    write(dialog, "ana")
    completer = dialog.fields.to_whom.completer()
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert dialog.fields.to_whom.text() == "Ana Lima"
    assert "Ana Lima" in dialog.fields.rows[next(f for f in dialog.fields.rows if f.name == "TO_WHOM")].hint.text()
    dialog.fields.name.setText("Obstacles removed")
    dialog.save()

    assert served(services, measure) == "Ana Lima"
    services.undoing.undo()
    known = services.scoring.card().measure(measure)
    assert (served(services, measure), known.name, known.to_whom) == ("", "Roadblocks removed", "the team")
    services.undoing.redo()
    assert served(services, measure) == "Ana Lima"


@pytest.mark.usefixtures("ana")
def test_free_words_stay_words(services: Services, edit: Open, measure: str) -> None:
    dialog = edit(measure)
    write(dialog, "Ana Lima and her guests")
    dialog.save()
    assert served(services, measure) == ""
    assert services.scoring.card().measure(measure).to_whom == "Ana Lima and her guests"


@pytest.mark.parametrize(
    ("words", "linked"), [("the whole team", "Ana Lima"), ("", ""), ("neal", "Neal"), ("the team", "Ana Lima")]
)
def test_a_link_made_on_the_page_of_a_person_outlives_other_words(
    services: Services, edit: Open, measure: str, ana: str, words: str, linked: str
) -> None:
    services.people.profiles.add(PersonDraft("Neal"))
    services.people.agreements.serve(measure, ana)
    dialog = edit(measure)
    write(dialog, words)
    dialog.save()
    assert served(services, measure) == linked


def test_another_name_in_the_place_of_the_linked_one_ends_the_link(
    services: Services, edit: Open, measure: str, ana: str
) -> None:
    dialog = edit(measure)
    write(dialog, "ana lima")
    dialog.save()
    assert served(services, measure) == "Ana Lima"
    dialog = edit(measure)
    write(dialog, "everybody")
    dialog.save()
    assert served(services, measure) == ""
    assert ana not in {one.id for one in services.people.rows() if one.archived}


def test_looking_alone_changes_nothing(services: Services, edit: Open, measure: str, ana: str) -> None:
    services.people.agreements.serve(measure, ana)
    before = services.undoing.just_done()
    dialog = edit(measure)
    assert not dialog.changed
    dialog.save()
    assert services.undoing.just_done() == before


def test_another_one_like_it_is_for_the_same_person(services: Services, edit: Open, measure: str, ana: str) -> None:
    services.people.agreements.serve(measure, ana)
    dialog = edit(None, like=measure)
    made: list[str] = []
    dialog.saved.connect(made.append)
    dialog.save()
    assert served(services, made[0]) == "Ana Lima"
