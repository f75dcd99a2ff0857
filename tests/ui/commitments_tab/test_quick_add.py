"""A promise is written down in one line, and its reading is seen before Enter."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from scorecard.domain.due import Due
from scorecard.domain.promises import Level, Outcome
from scorecard.services.quick_line.reader import Addressee
from scorecard.services.services import Services
from scorecard.ui.commitments_tab.reading_line import say_addressees
from scorecard.ui.desk import Desk
from tests.ui.commitments_tab.conftest import NEXT_FRIDAY, TODAY, Promised, Promiser

Open = Callable[..., Promiser]
_Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
ALT_SHIFT = ALT | Qt.KeyboardModifier.ShiftModifier


def test_a_line_becomes_a_promise_and_the_field_waits_for_the_next(open_tab: Open) -> None:
    anna = open_tab()

    anna.write("Send the estimates to Cassandra Kelly by Friday !commitment")
    anna.press(_Key.Key_Return)

    made = anna.promises()["Send the estimates"]
    assert made.person == "Cassandra Kelly"
    assert made.standing.level is Level.COMMITMENT
    assert made.standing.due == Due.on(NEXT_FRIDAY)
    assert anna.tab.quick_add.field.text() == ""
    assert anna.tab.quick_add.field.hasFocus()
    assert anna.cards(Level.COMMITMENT) == ["Send the estimates"]


def test_the_reading_is_shown_while_typing(open_tab: Open, promise: Promised) -> None:
    promise("Old one", to_whom="Cassandra Kelly")
    anna = open_tab()
    reading = anna.tab.quick_add.reading
    assert reading.isHidden()

    anna.write("Send it to cassandra")

    assert reading.isVisible()
    assert reading.words.text() == "“Send it”"
    assert reading.person.text == "to Cassandra Kelly"
    assert reading.due.text == ""
    assert reading.levels.chosen_key == Level.BEST_EFFORT.value
    assert "to Cassandra Kelly" in anna.tab.quick_add.field.accessibleDescription()


def test_somebody_unknown_is_said_to_be_new(open_tab: Open) -> None:
    anna = open_tab()

    anna.write("Send it to Zoe")

    assert anna.tab.quick_add.reading.person.text == "to Zoe (new)"


@pytest.mark.parametrize(
    ("key", "level"),
    [(_Key.Key_1, Level.COMMITMENT), (_Key.Key_2, Level.BEST_EFFORT), (_Key.Key_3, Level.GOOD_INTENTION)],
)
def test_a_level_is_chosen_by_key_and_is_the_next_one_s_too(open_tab: Open, key: Qt.Key, level: Level) -> None:
    anna = open_tab()

    anna.write("One thing")
    anna.press(key, modifier=ALT)
    anna.press(_Key.Key_Return)
    anna.write("Another thing")
    anna.press(_Key.Key_Return)

    assert {item.standing.level for item in anna.promises().values()} == {level}


def test_a_level_chosen_later_takes_the_named_one_out_of_the_line(open_tab: Open) -> None:
    anna = open_tab()

    anna.write("Call back !commitment")
    anna.press(_Key.Key_3, modifier=ALT)

    assert anna.tab.quick_add.field.text() == "Call back"
    assert anna.tab.quick_add.state.level is Level.GOOD_INTENTION


def test_every_way_to_read_a_date_is_shown_and_one_is_chosen_by_key(open_tab: Open) -> None:
    anna = open_tab()

    anna.write("Send it by Friday")
    assert anna.tab.quick_add.reading.due.text == "due Fri 27 Nov or Fri 20 Nov?"
    anna.press(_Key.Key_D, modifier=ALT)
    assert anna.tab.quick_add.reading.due.text == "due Fri 20 Nov or Fri 27 Nov?"
    anna.press(_Key.Key_Return)

    assert anna.promises()["Send it"].standing.due == Due.on(TODAY)


def test_one_of_two_namesakes_is_chosen_by_key(open_tab: Open, promise: Promised) -> None:
    promise("One", to_whom="Ana Lee")
    promise("Two", to_whom="Ana Ng")
    anna = open_tab()

    anna.write("Send it to ana")
    assert anna.tab.quick_add.reading.person.text == "to Ana Lee or Ana Ng?"
    anna.press(_Key.Key_P, modifier=ALT)
    anna.press(_Key.Key_Return)

    assert anna.promises()["Send it"].person == "Ana Ng"


def test_what_is_no_date_is_left_as_text_and_taken_back(open_tab: Open) -> None:
    anna = open_tab()

    anna.write("Read the book by Friday")
    anna.press(_Key.Key_D, modifier=ALT_SHIFT)
    assert anna.tab.quick_add.state.words == "Read the book by Friday"
    anna.press(_Key.Key_D, modifier=ALT_SHIFT)
    assert anna.tab.quick_add.state.words == "Read the book"
    anna.tab.quick_add.reading.due.cross.click()
    anna.press(_Key.Key_Return)

    assert anna.promises()["Read the book by Friday"].standing.due is None


def test_the_cross_of_a_person_makes_text_of_them(open_tab: Open) -> None:
    anna = open_tab()

    anna.write("Drive to Rome")
    anna.tab.quick_add.reading.person.cross.click()
    anna.press(_Key.Key_Return)

    assert anna.promises()["Drive to Rome"].person == ""


def test_names_are_offered_after_to_and_one_is_taken(open_tab: Open, promise: Promised) -> None:
    promise("One", to_whom="Neal Wallace")
    promise("Two", to_whom="Nadia Berg")
    anna = open_tab()

    anna.write("Help to n")
    assert anna.offered() == ("Nadia Berg", "Neal Wallace")
    anna.press(_Key.Key_Down, _Key.Key_Down, _Key.Key_Return)
    assert anna.tab.quick_add.field.text() == "Help to Neal Wallace "
    assert anna.offered() == ()
    anna.press(_Key.Key_Return)

    assert anna.promises()["Help"].person == "Neal Wallace"


def test_whoever_is_archived_is_offered_last(open_tab: Open, promise: Promised) -> None:
    promise("One", to_whom="Nadia Berg")
    promise("Two", to_whom="Neal Wallace")
    anna = open_tab()
    profiles = anna.services.people.profiles
    profiles.archive(profiles.named("Nadia Berg")[0].id)

    anna.write("Help to n")
    assert anna.offered() == ("Neal Wallace", "Nadia Berg")


def test_tab_takes_the_first_name_and_escape_only_closes_the_names(open_tab: Open, promise: Promised) -> None:
    promise("One", to_whom="Neal Wallace")
    anna = open_tab()

    anna.write("Help to ne")
    anna.press(_Key.Key_Escape)
    assert anna.offered() == ()
    assert anna.tab.quick_add.field.text() == "Help to ne"
    anna.type("a")
    anna.press(_Key.Key_Tab)

    assert anna.tab.quick_add.field.text() == "Help to Neal Wallace "
    assert anna.tab.quick_add.field.hasFocus()


def test_enter_without_a_marked_name_promises(open_tab: Open, promise: Promised) -> None:
    promise("One", to_whom="Workman")
    anna = open_tab()

    anna.write("Go to work")
    anna.press(_Key.Key_Return)

    assert "Go" in anna.promises()


def test_the_own_record_stands_below_the_line(open_tab: Open, promise: Promised, services: Services) -> None:
    for number in range(5):
        kept = promise(f"Earlier {number}", Level.COMMITMENT, TODAY, "Ana Lee")
        services.promises.settle(kept, Outcome.KEPT)
    anna = open_tab()

    anna.write("Send it to ana !commitment")

    record = anna.tab.quick_add.reading.record.text()
    assert record == "Commitments: 100%, 5 of 5 · to Ana Lee: 5 of 5 on time"


def test_a_line_without_words_is_refused_in_a_sentence_and_stays(open_tab: Open) -> None:
    anna = open_tab()

    anna.write("by Friday")
    anna.press(_Key.Key_Return)

    assert anna.promises() == {}
    assert anna.tab.quick_add.problem.isVisible()
    assert anna.tab.quick_add.problem.text() == "Say what you promise."
    assert anna.tab.quick_add.field.text() == "by Friday"
    anna.type("!")
    assert anna.tab.quick_add.problem.isHidden()


def test_ctrl_enter_and_more_open_the_editor_with_the_reading(open_tab: Open) -> None:
    anna = open_tab()

    anna.write("Send it to Zoe by Friday")
    anna.press(_Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    anna.tab.quick_add.reading.more.click()

    first, second = anna.steps.drafts
    assert first is not None
    assert (first.words, first.to_whom, first.due) == ("Send it", "Zoe", Due.on(NEXT_FRIDAY))
    assert second == first
    assert anna.promises() == {}


def test_the_line_goes_once_the_editor_has_made_a_promise_of_it(open_tab: Open, promise: Promised) -> None:
    anna = open_tab()

    anna.write("Send it")
    anna.press(_Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    assert anna.tab.quick_add.field.text() == "Send it"
    promise("Send it, with a why")

    assert anna.tab.quick_add.field.text() == ""


def test_escape_clears_the_line_then_goes_to_the_cards(open_tab: Open, promise: Promised) -> None:
    promise("A card")
    anna = open_tab()

    anna.write("Send it")
    anna.press(_Key.Key_Escape)
    assert anna.tab.quick_add.field.text() == ""
    assert anna.tab.quick_add.reading.isHidden()
    anna.press(_Key.Key_Escape)

    assert anna.current == "A card"


def test_what_is_typed_before_the_store_is_open_is_kept_and_read_then(
    open_tab: Open, desk: Desk, services: Services
) -> None:
    anna = open_tab(attached=False)

    anna.write("Send it by Friday")
    anna.press(_Key.Key_Return)
    assert anna.tab.quick_add.reading.isHidden()
    desk.attach(services)
    assert anna.tab.quick_add.reading.due.text.startswith("due Fri 27 Nov")
    anna.press(_Key.Key_Return)

    assert list(anna.promises()) == ["Send it"]


def test_names_are_offered_after_an_at_sign_behind_to_as_well(open_tab: Open, promise: Promised) -> None:
    promise("Earlier", Level.COMMITMENT, TODAY, "Neal Wallace")
    anna = open_tab()

    anna.write("Show the plan to @n")
    assert anna.tab.quick_add.field.offered == ("Neal Wallace",)
    anna.press(_Key.Key_Tab)

    assert anna.tab.quick_add.field.text() == "Show the plan to @Neal Wallace "


def test_of_many_ways_to_read_a_person_the_chosen_one_is_said() -> None:
    three = [Addressee(name) for name in ("Ana Lee", "Ana Ng", "Ana Roth")]

    assert say_addressees(three[:2], 1) == "to Ana Ng (new) or Ana Lee (new)?"
    assert say_addressees(three, 2).startswith("to Ana Roth (new) or 2 other")


def test_tab_goes_through_the_reading_before_it_goes_to_the_search(open_tab: Open) -> None:
    anna = open_tab()
    anna.write("Call back by Friday")
    anna.tab.quick_add.reading.more.setFocus()

    anna.press(_Key.Key_Tab)

    assert anna.tab.search.hasFocus()
