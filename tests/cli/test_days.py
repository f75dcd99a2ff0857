"""Days by a word, from a Friday."""

from datetime import date

import pytest

from scorecard.cli.days import day_meant, is_day_word

FRIDAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("word", "day"),
    [
        ("today", FRIDAY),
        ("Yesterday", date(2026, 11, 19)),
        ("friday", FRIDAY),
        ("thu", date(2026, 11, 19)),
        ("SATUR", date(2026, 11, 14)),
        ("2026-11-02", date(2026, 11, 2)),
        (" 2026-12-24 ", date(2026, 12, 24)),
    ],
)
def test_a_word_means_today_or_a_day_before_it_and_a_date_means_itself(word: str, day: date) -> None:
    assert is_day_word(word)
    assert day_meant(word, FRIDAY) == day


@pytest.mark.parametrize("word", ["", "m", "mo", "tomorrow", "someday", "mondays", "0001-01-01", "2026-02-30", "11-20"])
def test_what_is_no_day_is_none(word: str) -> None:
    assert not is_day_word(word)
