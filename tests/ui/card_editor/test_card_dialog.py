"""The window of the card: by key and by mouse, one deed at a time, with the store as witness."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from scorecard.domain.measures import Place
from scorecard.services.card_order import Spot
from scorecard.services.services import Services
from scorecard.ui.card_dialogs.measure_editor import MeasureDialog
from scorecard.ui.card_dialogs.room_dialog import RoomDialog
from scorecard.ui.card_editor.group_dialog import GroupDialog
from scorecard.ui.card_editor.orders import Order
from tests.ui.card_editor.conftest import OpenCard

Key = Qt.Key
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Choose = Callable[..., str]


@pytest.fixture
def three(choose: Choose) -> None:
    """A and B for customers, C for the team."""
    for name, group in (("A", "Customers"), ("B", "Customers"), ("C", "Team")):
        choose(name, group=group)


@pytest.fixture
def nine(choose: Choose, services: Services) -> None:
    services.cards.place(choose("Waiting"), Place.BENCH)
    for number in range(9):
        choose(f"Measure {number}")


# Orders at the keyboard


@pytest.mark.usefixtures("three")
def test_alt_and_down_goes_down_and_past_the_edge_of_the_group(open_card: OpenCard) -> None:
    person = open_card()
    assert person.current == "A"

    person.press(Key.Key_Down, modifier=ALT)
    assert person.names() == ["B", "A", "C"]
    person.press(Key.Key_Down, modifier=ALT)
    assert (person.names(), person.group("A"), person.current) == (["B", "A", "C"], "Team", "A")
    person.press(Key.Key_Up, modifier=ALT)
    assert person.group("A") == "Customers"


@pytest.mark.usefixtures("three")
def test_each_move_is_one_activity_and_is_taken_back_by_control_z(open_card: OpenCard) -> None:
    person = open_card()
    before = person.activities()

    person.press(Key.Key_Down, modifier=ALT)
    assert person.activities() == before + 1
    person.press(Key.Key_Z, modifier=CTRL)
    assert person.names() == ["A", "B", "C"]
    person.press(Key.Key_Z, modifier=CTRL | SHIFT)
    assert person.names() == ["B", "A", "C"]


@pytest.mark.usefixtures("three")
def test_alt_and_right_puts_it_on_the_bench_and_alt_and_left_back_into_its_group(open_card: OpenCard) -> None:
    person = open_card()

    person.press(Key.Key_Right, modifier=ALT)
    assert (person.place("A"), person.notice) == (Place.BENCH, "“A” is on the bench.")
    assert (person.dialog.entered, person.current) == (person.dialog.bench, "A")
    person.press(Key.Key_Left, modifier=ALT)
    assert (person.place("A"), person.group("A"), person.dialog.entered) == (
        Place.CARD, "Customers", person.dialog.card,
    )  # fmt: skip


@pytest.mark.usefixtures("three")
def test_left_and_right_go_from_list_to_list(open_card: OpenCard, services: Services) -> None:
    person = open_card()
    services.cards.place(person.measure("C").id, Place.BENCH)

    person.press(Key.Key_Right)
    assert (person.dialog.entered, person.current) == (person.dialog.bench, "C")
    person.press(Key.Key_Left)
    assert person.dialog.entered is person.dialog.card


@pytest.mark.usefixtures("three")
def test_what_is_not_possible_says_why(open_card: OpenCard) -> None:
    person = open_card()
    up = person.dialog.orders.buttons[Order.UP]

    person.press(Key.Key_Up, modifier=ALT)

    assert not up.isEnabled()
    assert person.notice == up.toolTip() == "It is the first one here already."


def test_retiring_takes_a_reason_and_it_can_come_back(open_card: OpenCard, choose: Choose) -> None:
    choose("Reports")
    choose("Calls")
    person = open_card()
    assert person.dialog.fold.isHidden()

    person.press(Key.Key_Delete)
    QTest.keyClicks(person.dialog.retire_line.reason, "Nobody read them")
    person.press(Key.Key_Return)

    assert (person.place("Reports"), person.measure("Reports").terms[-1].reason) == (Place.RETIRED, "Nobody read them")
    assert person.dialog.isVisible()
    assert (person.dialog.fold.text(), person.dialog.retired.isHidden()) == ("Retired: 1", True)
    QTest.mouseClick(person.dialog.fold, Qt.MouseButton.LeftButton)
    assert person.shown(person.dialog.retired) == ["Reports"]
    person.choose("Reports")
    assert person.dialog.orders.buttons[Order.CARD].shown_words == "Bring back to the card"
    person.press(Key.Key_Left, modifier=ALT)
    assert person.place("Reports") is Place.CARD


def test_escape_beside_the_reason_retires_nothing(open_card: OpenCard, choose: Choose) -> None:
    choose("Reports")
    person = open_card()

    person.press(Key.Key_Delete, Key.Key_Escape)

    assert person.place("Reports") is Place.CARD
    assert person.dialog.isVisible()


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_F2])
def test_enter_opens_the_editor_and_leaves_the_window_open(key: Key, open_card: OpenCard, choose: Choose) -> None:
    choose("Calls")
    person = open_card()

    person.press(key)

    editor = person.in_front(MeasureDialog)
    assert isinstance(editor, MeasureDialog)
    assert editor.fields.name.text() == "Calls"
    assert person.dialog.isVisible()


def test_a_copy_is_edited_before_it_is_anywhere(open_card: OpenCard, choose: Choose) -> None:
    choose("Calls", target=7, group="Customers", why="They wait less")
    person = open_card()

    person.press(Key.Key_D, modifier=CTRL)
    editor = person.in_front(MeasureDialog)
    assert isinstance(editor, MeasureDialog)
    assert (editor.fields.name.selectedText(), editor.fields.target.text()) == ("Calls", "7")
    QTest.keyClicks(editor.fields.name, "Letters")
    QTest.keyClick(editor.fields.name, Key.Key_Return)

    assert (person.names(), person.group("Letters"), person.current) == (["Calls", "Letters"], "Customers", "Letters")
    assert person.measure("Letters").why == "They wait less"


def test_control_n_adds_one_to_an_empty_card(open_card: OpenCard) -> None:
    person = open_card()
    assert person.dialog.focusWidget() is person.dialog.orders.add_button

    person.press(Key.Key_N, modifier=CTRL)
    editor = person.in_front(MeasureDialog)
    assert isinstance(editor, MeasureDialog)
    QTest.keyClicks(editor.fields.name, "Calls")
    QTest.keyClick(editor.fields.name, Key.Key_Return)

    assert (person.names(), person.current) == (["Calls"], "Calls")


# Groups


@pytest.mark.usefixtures("three")
def test_a_group_is_added_renamed_and_moved_by_keys(open_card: OpenCard) -> None:
    person = open_card()
    person.press(Key.Key_N, modifier=CTRL | SHIFT)
    dialog = person.in_front(GroupDialog)
    assert isinstance(dialog, GroupDialog)
    QTest.keyClicks(dialog.name, "Craft")
    QTest.keyClick(dialog.name, Key.Key_Return)
    assert (person.groups(), person.current) == (["Customers", "Team", "Craft"], "Craft")

    person.press(Key.Key_Up, modifier=ALT)
    person.press(Key.Key_Up, modifier=ALT)
    assert person.groups() == ["Craft", "Customers", "Team"]
    person.press(Key.Key_F2)
    dialog = person.in_front(GroupDialog)
    assert isinstance(dialog, GroupDialog)
    QTest.keyClicks(dialog.name, "Work")
    QTest.keyClick(dialog.name, Key.Key_Return)
    assert (person.groups()[0], person.current) == ("Work", "Work")


@pytest.mark.usefixtures("three")
def test_a_name_that_is_taken_is_refused_beside_it(open_card: OpenCard) -> None:
    person = open_card()
    person.press(Key.Key_N, modifier=CTRL | SHIFT)
    dialog = person.in_front(GroupDialog)
    assert isinstance(dialog, GroupDialog)

    QTest.keyClicks(dialog.name, "customers")
    QTest.keyClick(dialog.name, Key.Key_Return)

    assert dialog.problem.text() == "There is a group “Customers” already."
    assert person.groups() == ["Customers", "Team"]


@pytest.mark.usefixtures("three")
def test_a_group_that_is_removed_leaves_its_measures_and_comes_back_with_them(open_card: OpenCard) -> None:
    person = open_card()
    person.press(Key.Key_Up, Key.Key_Delete)
    assert person.groups() == ["Team"]
    assert (sorted(person.names()), person.group("A")) == (["A", "B", "C"], "")

    person.dialog.notice.action_buttons[0].click()

    assert (person.groups(), person.group("A")) == (["Customers", "Team"], "Customers")


# By mouse


@pytest.mark.usefixtures("three")
def test_a_measure_is_dragged_into_another_group(open_card: OpenCard) -> None:
    person = open_card()
    card = person.dialog.card
    assert person.shown(card) == ["Customers", "A", "B", "Team", "C"]

    person.drag(card, "B", card, 4)

    assert (person.names(), person.group("B")) == (["A", "B", "C"], "Team")


@pytest.mark.usefixtures("three")
def test_a_measure_is_dragged_to_the_bench_and_back_between_two_others(open_card: OpenCard) -> None:
    person = open_card()
    card, bench = person.dialog.card, person.dialog.bench

    person.drag(card, "C", bench, 0)
    assert person.place("C") is Place.BENCH
    person.drag(bench, "C", card, 2)

    assert (person.names(), person.group("C")) == (["A", "C", "B"], "Customers")


@pytest.mark.usefixtures("three")
def test_a_group_is_dragged_above_another(open_card: OpenCard) -> None:
    person = open_card()

    person.drag(person.dialog.card, "Team", person.dialog.card, 0)

    assert person.groups() == ["Team", "Customers"]


@pytest.mark.usefixtures("three")
def test_what_is_dropped_on_the_retired_asks_why(open_card: OpenCard, services: Services) -> None:
    person = open_card()
    services.cards.place(person.measure("C").id, Place.RETIRED)
    person.dialog.fold.setChecked(True)

    person.drag(person.dialog.card, "A", person.dialog.retired, 0)

    assert person.place("A") is Place.CARD
    assert person.dialog.retire_line.isVisible()


def test_something_foreign_cannot_be_dropped(open_card: OpenCard, choose: Choose) -> None:
    choose("Calls")
    person = open_card()
    before = person.activities()

    person.dialog.deeds.take_drop("nobody", Spot(Place.BENCH))

    assert person.activities() == before


# The tenth


@pytest.mark.usefixtures("nine")
def test_the_tenth_asks_which_one_goes_to_the_bench_and_both_are_one_deed(open_card: OpenCard) -> None:
    person = open_card()
    before = person.activities()
    person.choose("Waiting")
    person.press(Key.Key_Left, modifier=ALT)
    question = person.in_front(RoomDialog)
    assert isinstance(question, RoomDialog)
    assert "“Waiting” would be the tenth" in question.question.text()
    assert person.place("Waiting") is Place.BENCH

    QTest.keyClick(question.lines, Key.Key_Down)
    QTest.keyClick(question.lines, Key.Key_Return)

    assert (person.place("Waiting"), person.place("Measure 1")) == (Place.CARD, Place.BENCH)
    assert (len(person.names()), person.activities()) == (9, before + 1)
    person.press(Key.Key_Z, modifier=CTRL)
    assert (person.place("Waiting"), person.place("Measure 1")) == (Place.BENCH, Place.CARD)


@pytest.mark.usefixtures("nine")
def test_the_tenth_can_be_refused(open_card: OpenCard) -> None:
    person = open_card()
    before = person.activities()
    person.choose("Waiting")
    person.press(Key.Key_Left, modifier=ALT)
    question = person.in_front(RoomDialog)

    QTest.keyClick(question, Key.Key_Escape)

    assert (person.place("Waiting"), person.activities()) == (Place.BENCH, before)
    assert person.dialog.isVisible()


# Everybody


@pytest.mark.usefixtures("three")
def test_the_lists_follow_every_change(open_card: OpenCard, choose: Choose) -> None:
    person = open_card()

    choose("D", group="Team")

    assert person.shown(person.dialog.card) == ["Customers", "A", "B", "Team", "C", "D"]
    assert person.current == "A"


@pytest.mark.usefixtures("three")
def test_everything_that_takes_the_keyboard_has_a_name(open_card: OpenCard) -> None:
    person = open_card()
    stops = []
    for _ in range(20):
        person.press(Key.Key_Tab)
        stops.append(person.dialog.focusWidget())

    assert {person.dialog.card, person.dialog.bench, person.dialog.orders.add_button} <= set(stops)
    for stop in stops:
        assert stop is not None
        assert QAccessible.queryAccessibleInterface(stop).text(QAccessible.Text.Name)


@pytest.mark.usefixtures("three")
def test_a_screen_reader_hears_what_a_row_asks(open_card: OpenCard) -> None:
    index = open_card().dialog.card.currentIndex()

    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "A, At least 3 · every day · weight 1"


def test_the_menu_of_a_row_offers_what_can_be_done(open_card: OpenCard, choose: Choose) -> None:
    choose("Calls")
    person = open_card()

    person.dialog._open_menu(person.dialog.mapToGlobal(person.dialog.rect().center()))

    menu = QApplication.activePopupWidget()
    assert menu is not None
    enabled = [action.text().replace("&", "") for action in menu.actions() if action.isEnabled()]
    assert enabled == ["Edit…", "Duplicate…", "Put on the bench", "Retire…"]
    menu.close()
