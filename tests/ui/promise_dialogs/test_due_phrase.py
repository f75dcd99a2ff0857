"""A typed date: what it can mean, and what is offered without typing."""

from datetime import date

import pytest

from scorecard.domain.due import Due, Span
from scorecard.ui.promise_dialogs.due_phrase import meanings_of, quick_dues, say_meaning
from tests.ui.promise_dialogs.conftest import NEXT_FRIDAY, TODAY, TOMORROW, read


@pytest.mark.parametrize(
    ("phrase", "meanings"),
    [
        ("", ()),
        ("  ", ()),
        ("none", (None,)),
        ("No date", (None,)),
        ("hmm", ()),
        (" tomorrow ", (Due.on(TOMORROW),)),
        ("friday", (Due.on(TODAY), Due.on(NEXT_FRIDAY))),
    ],
)
def test_a_phrase_means_none_one_or_several_dates(phrase: str, meanings: tuple[Due | None, ...]) -> None:
    assert meanings_of(phrase, TODAY, read) == meanings


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (None, "No date: it can't be late."),
        (Due.on(TODAY), "Friday, 20 November: today"),
        (Due.on(TOMORROW), "Saturday, 21 November: tomorrow"),
        (Due.on(date(2026, 11, 2)), "Monday, 2 November: past already"),
        (Due.within(Span.WEEK, NEXT_FRIDAY), "Week 48: until Sunday, 29 November"),
        (Due.within(Span.MONTH, date(2027, 2, 3)), "February 2027: until Sunday, 28 February 2027"),
    ],
)
def test_the_reading_names_the_last_day(due: Due | None, words: str) -> None:
    assert say_meaning(due, TODAY) == words


def test_a_day_to_come_says_how_far_it_is() -> None:
    assert say_meaning(Due.on(NEXT_FRIDAY), TODAY).startswith("Friday, 27 November: in 7 day")


def test_the_usual_dates_are_offered() -> None:
    assert quick_dues(TODAY) == (
        (Due.on(TOMORROW), "Tomorrow"),
        (Due.on(date(2026, 11, 23)), "Monday"),
        (Due.on(NEXT_FRIDAY), "In a week"),
        (Due.on(date(2026, 11, 30)), "End of the month"),
        (None, "No date"),
    )


def test_no_date_is_offered_twice() -> None:
    sunday_before_the_last_day = date(2026, 11, 29)

    assert [words for _, words in quick_dues(sunday_before_the_last_day)] == ["Tomorrow", "In a week", "No date"]


def test_on_the_last_day_of_a_month_the_end_is_that_of_the_next() -> None:
    assert (Due.on(date(2026, 12, 31)), "End of the month") in quick_dues(date(2026, 11, 30))
