"""Scoring by keyboard: what every key does, and what the store holds afterwards."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from scorecard.domain.marks import SKIPPED, UNKNOWN, Scored
from scorecard.domain.measures import Direction, Kind
from tests.ui.conftest import TODAY, Choose, Person

Key = Qt.Key
SitDown = Callable[[], Person]


def scored(value: float | str) -> Scored:
    return Scored(Decimal(str(value)))


def test_the_first_measure_without_a_value_has_the_keyboard(choose: Choose, sit_down: SitDown, services) -> None:
    first = choose("Calls")
    choose("Letters")
    services.scoring.score(first, TODAY, Decimal(2))
    assert sit_down().entered == "Letters"


def test_a_digit_is_saved_at_once(choose: Choose, sit_down: SitDown) -> None:
    choose("Calls")
    person = sit_down()
    person.type("3")
    assert person.mark("Calls") == scored(3)


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_Down])
def test_enter_and_down_go_on(choose: Choose, sit_down: SitDown, key: Key) -> None:
    choose("Calls")
    choose("Letters")
    person = sit_down()
    person.press(key)
    assert person.entered == "Letters"


def test_up_goes_back(choose: Choose, sit_down: SitDown) -> None:
    choose("Calls")
    choose("Letters")
    person = sit_down()
    person.press(Key.Key_Down, Key.Key_Up)
    assert person.entered == "Calls"


def test_past_the_last_measure_stands_finish_the_day(choose: Choose, sit_down: SitDown) -> None:
    choose("Calls")
    person = sit_down()
    person.press(Key.Key_Return)
    assert person.tab.panel.finish.hasFocus()


def test_plus_and_minus_step(choose: Choose, sit_down: SitDown) -> None:
    choose("Calls")
    person = sit_down()
    person.type("++")
    assert person.mark("Calls") == scored(2)
    person.type("-")
    assert person.mark("Calls") == scored(1)


def test_a_count_never_steps_below_zero(choose: Choose, sit_down: SitDown) -> None:
    choose("Calls")
    person = sit_down()
    person.type("0---")
    assert person.mark("Calls") == scored(0)


@pytest.mark.parametrize(("key", "value"), [("y", 1), ("n", 0), ("Y", 1), ("1", 1), ("0", 0), (" ", 1)])
def test_yes_and_no_are_one_key(choose: Choose, sit_down: SitDown, key: str, value: int) -> None:
    choose("Kind to a stranger", Kind.YES_NO)
    person = sit_down()
    person.type(key)
    assert person.mark("Kind to a stranger") == scored(value)


@pytest.mark.parametrize(("scale", "key", "value"), [(5, "4", 4), (10, "7", 7), (10, "0", 10)])
def test_a_rating_is_one_key(choose: Choose, sit_down: SitDown, scale: int, key: str, value: int) -> None:
    choose("Listened", Kind.RATING, target=scale, scale=scale)
    person = sit_down()
    person.type(key)
    assert person.mark("Listened") == scored(value)


def test_a_rating_outside_its_scale_changes_nothing(choose: Choose, sit_down: SitDown) -> None:
    choose("Listened", Kind.RATING, target=5)
    person = sit_down()
    person.type("47")
    assert person.mark("Listened") == scored(4)


def test_s_skips(choose: Choose, sit_down: SitDown) -> None:
    choose("Calls")
    person = sit_down()
    person.type("s")
    assert person.mark("Calls") == SKIPPED
    assert person.row("Calls").state.points == "skipped"


@pytest.mark.parametrize("key", [Key.Key_Backspace, Key.Key_Delete])
@pytest.mark.parametrize("typed", ["3", "12", "s"])
def test_backspace_clears_to_unknown(choose: Choose, sit_down: SitDown, key: Key, typed: str) -> None:
    choose("Calls")
    person = sit_down()
    person.type(typed)
    person.press(key)
    assert person.mark("Calls") == UNKNOWN
    assert person.row("Calls").control.widget.text() == ""


@pytest.mark.parametrize(("typed", "minutes"), [("90", 90), ("1:30", 90), ("1h30", 90), ("1h", 60), ("0", 0)])
def test_durations_are_typed_as_people_write_them(choose: Choose, sit_down: SitDown, typed: str, minutes: int) -> None:
    choose("Deep work", Kind.DURATION, target=90)
    person = sit_down()
    person.type(typed)
    assert person.mark("Deep work") == scored(minutes)


@pytest.mark.parametrize(("typed", "value"), [("2,5", "2.5"), ("2.5", "2.5"), ("12", "12")])
def test_numbers_take_either_decimal_mark(choose: Choose, sit_down: SitDown, typed: str, value: str) -> None:
    choose("Kilometres", Kind.NUMBER, target=5)
    person = sit_down()
    person.type(typed)
    assert person.mark("Kilometres") == scored(value)


@pytest.mark.parametrize("nonsense", ["3x", "3..", "7,7"])
def test_nonsense_is_refused_in_the_row_and_the_old_value_kept(
    choose: Choose, sit_down: SitDown, services, nonsense: str
) -> None:
    calls = choose("Calls")
    services.scoring.score(calls, TODAY, Decimal(2))
    person = sit_down()
    person.enter("Calls")
    person.type(nonsense)
    person.press(Key.Key_Return)
    assert person.row("Calls").refusal.endswith("The earlier value stays.")
    assert person.row("Calls").control.widget.text() == "2"
    assert person.mark("Calls") == scored(2)
    assert person.entered == "Calls"


def test_a_refusal_goes_with_the_next_good_value(choose: Choose, sit_down: SitDown) -> None:
    choose("Calls")
    person = sit_down()
    person.type("3x")
    person.press(Key.Key_Return)
    assert person.row("Calls").refusal
    person.type("4")
    assert not person.row("Calls").refusal
    assert person.mark("Calls") == scored(4)


def test_the_space_bar_gives_just_what_is_asked(choose: Choose, sit_down: SitDown) -> None:
    choose("Deep work", Kind.DURATION, target=90)
    person = sit_down()
    person.type(" ")
    assert person.mark("Deep work") == scored(90)


def test_m_opens_the_note_and_escape_comes_back(choose: Choose, sit_down: SitDown) -> None:
    choose("Calls")
    person = sit_down()
    person.type("m")
    person.type("Neal called back")
    person.press(Key.Key_Escape)
    assert person.entry("Calls").note == "Neal called back"
    assert person.entered == "Calls"


def test_a_note_is_saved_a_moment_after_the_last_key(choose: Choose, sit_down: SitDown) -> None:
    choose("Calls")
    person = sit_down()
    person.type("m")
    person.type("Half a sent")
    person.qtbot.waitUntil(lambda: person.entry("Calls").note == "Half a sent", timeout=2000)


def test_nine_measures_take_at_most_two_keys_each(choose: Choose, sit_down: SitDown) -> None:
    kinds = [
        (Kind.COUNT, {}, "3"), (Kind.YES_NO, {}, "y"), (Kind.RATING, {"target": 5}, "4"),
        (Kind.NUMBER, {}, "8"), (Kind.DURATION, {"target": 90}, " "),
        (Kind.COUNT, {"direction": Direction.AT_MOST}, "1"),
        (Kind.RATING, {"target": 10, "scale": 10}, "0"), (Kind.COUNT, {"weekly": True}, "2"), (Kind.YES_NO, {}, "n"),
    ]  # fmt: skip
    for number, (kind, more, _) in enumerate(kinds):
        choose(f"Measure {number}", kind, **more)
    person = sit_down()
    for _, _, key in kinds:
        person.type(key)
        person.press(Key.Key_Return)
    page = person.services.scoring.page(TODAY)
    assert page.blanks == ()
    assert page.score.value is not None


def test_after_s_or_m_in_a_yes_no_row_nothing_is_scored(choose: Choose, sit_down: SitDown) -> None:
    choose("Kind", Kind.YES_NO)
    person = sit_down()
    person.type("m")
    person.type("nyny")
    person.press(Key.Key_Escape)
    assert person.mark("Kind") == UNKNOWN
    assert person.entry("Kind").note == "nyny"


def test_what_comes_onto_the_card_behind_a_dialog_leaves_the_keyboard_in_its_row(
    choose: Choose, sit_down: SitDown, qtbot: QtBot
) -> None:
    choose("Calls")
    choose("Talks")
    person = sit_down()
    person.enter("Talks")
    dialog = QDialog(person.tab)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)

    choose("Run")
    dialog.close()
    person.tab.activateWindow()
    qtbot.waitUntil(person.tab.isActiveWindow)

    assert [row.row.measure.name for row in person.tab.rows] == ["Calls", "Talks", "Run"]
    assert person.entered == "Talks"
