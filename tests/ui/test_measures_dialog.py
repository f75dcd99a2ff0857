"""All measures: the card, the bench, and the retired."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from scorecard.domain.measures import Direction, Kind, Place
from scorecard.services.services import Services
from scorecard.ui.card_dialogs.line_list import LineList
from scorecard.ui.card_dialogs.list_line import LineKind
from scorecard.ui.card_dialogs.measure_editor import MeasureDialog
from scorecard.ui.card_dialogs.measure_list import Step, list_lines, moved, refusals
from scorecard.ui.card_dialogs.measures_dialog import MeasuresDialog
from scorecard.ui.desk import Desk

TODAY = date(2026, 11, 20)
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier

Choose = Callable[..., str]
Open = Callable[..., MeasuresDialog]


@pytest.fixture
def open_dialog(services: Services, qtbot: QtBot) -> Open:
    def opened(measure_id: str | None = None) -> MeasuresDialog:
        desk = Desk()
        desk.attach(services)
        dialog = MeasuresDialog(desk)
        desk.setParent(dialog)
        dialog.show()
        qtbot.waitExposed(dialog)
        dialog.activateWindow()
        qtbot.waitUntil(dialog.list.hasFocus)
        if measure_id:
            dialog.list.choose(measure_id)
        return dialog

    return opened


def lines(services: Services) -> list[tuple[str, str]]:
    return [(line.words, line.right) for line in list_lines(services.scoring.card(), TODAY)]


def names(services: Services) -> list[str]:
    return [measure.name for measure in services.scoring.card().measures]


def place(services: Services, measure_id: str) -> Place:
    terms = services.scoring.card().measure(measure_id).terms_on(TODAY)
    assert terms is not None
    return terms.place


def shown(view: LineList) -> list[str]:
    return [view.item(row).text() for row in range(view.count())]


# The lines


def test_the_measures_stand_in_three_lists_with_what_they_ask(services: Services, choose: Choose) -> None:
    choose("Calls", target=3, group="Customers")
    choose("Deep work", Kind.DURATION, target=90, group="Craft")
    choose("Cups of tea", direction=Direction.TALLY)
    services.cards.place(choose("Coffee", target=1, weekly=True), Place.BENCH)
    services.cards.place(choose("Reports", target=1), Place.RETIRED, "Nobody read them")

    assert lines(services) == [
        ("On the card", "3 of 9"),
        ("Customers", ""),
        ("Calls", "At least 3 · every day"),
        ("Craft", ""),
        ("Deep work", "At least 1:30 h · every day"),
        ("In no group", ""),
        ("Cups of tea", "Only counted · every day"),
        ("On the bench", "1"),
        ("Coffee", "At least 1 a week"),
        ("Retired", "1"),
        ("Reports", "Nobody read them"),
    ]


def test_an_empty_card_says_how_many_have_room(services: Services) -> None:
    kinds = [line.kind for line in list_lines(services.scoring.card(), TODAY)]

    assert kinds == [LineKind.SECTION, LineKind.REMARK, LineKind.SECTION, LineKind.REMARK]


def test_a_measure_moves_only_among_its_group(services: Services, choose: Choose) -> None:
    first, second = choose("A", group="Customers"), choose("B", group="Customers")
    other = choose("C", group="Team")
    card = services.scoring.card()

    assert moved(card, TODAY, first, 1) == (second, first, other)
    assert moved(card, TODAY, first, -1) is None
    assert moved(card, TODAY, second, 1) is None
    assert moved(card, TODAY, other, -1) is None


def test_what_cannot_be_done_has_a_reason(services: Services, choose: Choose) -> None:
    on_card, retired = choose("A"), choose("B")
    services.cards.place(retired, Place.RETIRED)
    card = services.scoring.card()

    assert set(refusals(card, TODAY, None)) == set(Step)
    assert set(refusals(card, TODAY, on_card)) == {Step.UP, Step.DOWN, Step.CARD}
    assert set(refusals(card, TODAY, retired)) == {Step.UP, Step.DOWN, Step.RETIRE}
    assert all(refusals(card, TODAY, on_card).values())


# At the keyboard


def test_alt_and_down_moves_a_measure_and_it_stays_chosen(
    open_dialog: Open, services: Services, choose: Choose
) -> None:
    first = choose("A")
    choose("B")
    dialog = open_dialog(first)

    QTest.keyClick(dialog.list, Qt.Key.Key_Down, ALT)
    assert names(services) == ["B", "A"]
    assert dialog.list.key == first

    QTest.keyClick(dialog.list, Qt.Key.Key_Up, ALT)
    assert names(services) == ["A", "B"]


def test_up_and_down_pass_over_the_headings(open_dialog: Open, choose: Choose) -> None:
    first = choose("A", group="Customers")
    second = choose("B", group="Team")
    dialog = open_dialog(first)

    QTest.keyClick(dialog.list, Qt.Key.Key_Down)

    assert dialog.list.key == second


def test_a_measure_goes_to_the_bench_and_back(open_dialog: Open, services: Services, choose: Choose) -> None:
    measure_id = choose("Calls")
    dialog = open_dialog(measure_id)

    dialog.steps.buttons[Step.BENCH].click()
    assert place(services, measure_id) is Place.BENCH
    assert dialog.notice.sentence.text() == "“Calls” is on the bench."

    QTest.keyClick(dialog.list, Qt.Key.Key_C, CTRL | SHIFT)
    assert place(services, measure_id) is Place.CARD


def test_a_step_is_taken_back_by_control_z(open_dialog: Open, services: Services, choose: Choose) -> None:
    measure_id = choose("Calls")
    dialog = open_dialog(measure_id)
    dialog.steps.buttons[Step.BENCH].click()

    QTest.keyClick(dialog.list, Qt.Key.Key_Z, CTRL)
    assert place(services, measure_id) is Place.CARD

    QTest.keyClick(dialog.list, Qt.Key.Key_Z, CTRL | SHIFT)
    assert place(services, measure_id) is Place.BENCH


def test_retiring_takes_a_reason_and_enter(open_dialog: Open, services: Services, choose: Choose) -> None:
    measure_id = choose("Reports")
    dialog = open_dialog(measure_id)

    QTest.keyClick(dialog.list, Qt.Key.Key_Delete)
    QTest.keyClicks(dialog.retire_line.reason, "Nobody read them")
    QTest.keyClick(dialog.retire_line.reason, Qt.Key.Key_Return)

    terms = services.scoring.card().measure(measure_id).terms_on(TODAY)
    assert terms is not None
    assert (terms.place, terms.reason) == (Place.RETIRED, "Nobody read them")
    assert dialog.isVisible()
    assert dialog.list.hasFocus()


def test_retiring_needs_no_reason(open_dialog: Open, services: Services, choose: Choose) -> None:
    measure_id = choose("Reports")
    dialog = open_dialog(measure_id)

    QTest.keyClick(dialog.list, Qt.Key.Key_Delete)
    QTest.keyClick(dialog.retire_line.reason, Qt.Key.Key_Return)

    assert place(services, measure_id) is Place.RETIRED


def test_escape_beside_the_reason_retires_nothing_and_leaves_the_dialog_open(
    open_dialog: Open, services: Services, choose: Choose
) -> None:
    measure_id = choose("Reports")
    dialog = open_dialog(measure_id)
    QTest.keyClick(dialog.list, Qt.Key.Key_Delete)

    QTest.keyClick(dialog.retire_line.reason, Qt.Key.Key_Escape)

    assert place(services, measure_id) is Place.CARD
    assert dialog.isVisible()
    assert not dialog.retire_line.isVisible()


def test_a_retired_measure_is_brought_back(open_dialog: Open, services: Services, choose: Choose) -> None:
    measure_id = choose("Reports")
    services.cards.place(measure_id, Place.RETIRED)
    button = open_dialog(measure_id).steps.buttons[Step.CARD]

    assert button.shown_words == "Bring back to the card"
    button.click()

    assert place(services, measure_id) is Place.CARD


def test_a_tenth_measure_gets_one_clear_sentence(open_dialog: Open, services: Services, choose: Choose) -> None:
    waiting = choose("Waiting")
    services.cards.place(waiting, Place.BENCH)
    for number in range(9):
        choose(f"Measure {number}")
    dialog = open_dialog(waiting)

    dialog.steps.buttons[Step.CARD].click()

    assert dialog.notice.isVisible()
    assert "The card is full" in dialog.notice.sentence.text()
    assert place(services, waiting) is Place.BENCH


def test_a_disabled_step_says_why_in_its_tooltip_and_when_its_key_is_pressed(open_dialog: Open, choose: Choose) -> None:
    dialog = open_dialog(choose("Calls"))
    up = dialog.steps.buttons[Step.UP]

    assert not up.isEnabled()
    assert up.toolTip() == "It is the first one here already."

    QTest.keyClick(dialog.list, Qt.Key.Key_Up, ALT)
    assert dialog.notice.sentence.text() == up.toolTip()


def test_the_list_follows_every_change(open_dialog: Open, choose: Choose) -> None:
    dialog = open_dialog(choose("Calls"))

    choose("Visits")

    assert "Visits" in shown(dialog.list)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F2])
def test_enter_opens_the_editor_and_leaves_the_list_open(
    key: Qt.Key, open_dialog: Open, choose: Choose, qtbot: QtBot
) -> None:
    dialog = open_dialog(choose("Calls"))

    QTest.keyClick(dialog.list, key)

    (editor,) = dialog.findChildren(MeasureDialog)
    assert editor.isVisible()
    assert editor.fields.name.text() == "Calls"
    assert dialog.isVisible()


def test_control_n_adds_one(open_dialog: Open, choose: Choose) -> None:
    choose("Calls")
    dialog = open_dialog()

    QTest.keyClick(dialog.list, Qt.Key.Key_N, CTRL)

    (editor,) = dialog.findChildren(MeasureDialog)
    assert editor.fields.name.text() == ""
