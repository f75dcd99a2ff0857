"""How long ago the last touch was, beside the rhythm one would like."""

from datetime import date, timedelta

import pytest

from scorecard.domain.touches import Contact

TODAY = date(2026, 11, 20)


def contact(ago: int | None, rhythm: int | None) -> Contact:
    return Contact(TODAY, None if ago is None else TODAY - timedelta(days=ago), rhythm)


@pytest.mark.parametrize(
    ("ago", "rhythm", "due", "overdue"),
    [
        (None, None, False, False),
        (400, None, False, False),
        (None, 7, True, False),
        (0, 7, False, False),
        (6, 7, False, False),
        (7, 7, True, False),
        (8, 7, True, True),
    ],
)
def test_it_is_due_on_the_day_of_the_rhythm_and_overdue_after_it(
    ago: int | None, rhythm: int | None, due: bool, overdue: bool
) -> None:
    assert (contact(ago, rhythm).due, contact(ago, rhythm).overdue) == (due, overdue)
    assert contact(ago, rhythm).days == ago


def test_the_longest_silence_against_the_own_rhythm_comes_first() -> None:
    wanted = [contact(20, 7), contact(60, 30), contact(None, 7), contact(3, 7), contact(1, 30)]
    without = [contact(90, None), contact(2, None), contact(None, None)]

    found = sorted([*reversed(wanted), *reversed(without)], key=lambda one: (one.rhythm is None, *one.silence))

    assert found == [*wanted, *without]


def test_the_end_of_the_calendar_is_no_trap() -> None:
    assert not Contact(date.max, date.max - timedelta(days=1), 3650).overdue
