"""Where the parts of the week chart lie."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.charts.plot import Size
from scorecard.charts.week_layout import DAYS, WeekLayout, apart, unbroken
from scorecard.charts.week_picture import Bar, WeekPicture

LAYOUT = WeekLayout(Size(1084, 250), level_words=80)


def test_the_days_run_from_left_to_right() -> None:
    centres = [LAYOUT.centre(n) for n in range(DAYS)]
    assert centres == sorted(centres)


def test_mirrored_the_days_run_from_right_to_left_and_the_margins_change_sides() -> None:
    mirrored = WeekLayout(LAYOUT.size, LAYOUT.level_words, mirrored=True)
    assert [mirrored.centre(n) for n in range(DAYS)] == pytest.approx(
        [LAYOUT.size.width - LAYOUT.centre(n) for n in range(DAYS)]
    )


@pytest.mark.parametrize("mirrored", [False, True])
def test_a_place_in_a_column_is_its_day(mirrored: bool) -> None:
    layout = WeekLayout(LAYOUT.size, 80, mirrored)
    assert [layout.places.at(layout.centre(n)) for n in range(DAYS)] == list(range(DAYS))
    assert layout.places.at(0) is None
    assert layout.places.at(layout.size.width) is None


def test_the_words_beside_the_lines_have_a_margin_of_their_own() -> None:
    assert LAYOUT.size.width - LAYOUT.right > LAYOUT.level_words
    assert LAYOUT.column(DAYS - 1)[1] <= LAYOUT.right + 1e-9


def test_a_line_is_broken_where_numbers_stand() -> None:
    assert unbroken((0, 10), [(6, 7), (2, 3)]) == [(0, 2), (3, 6), (7, 10)]
    assert unbroken((0, 10), [(-1, 3), (2, 4)]) == [(4, 10)]
    assert unbroken((0, 10), [(9, 12)]) == [(0, 9)]
    assert unbroken((0, 10), []) == [(0, 10)]


heights = st.floats(0, 200)


@given(heights, heights)
def test_two_words_never_touch_and_keep_their_order(first: float, second: float) -> None:
    upper, lower = apart([first, second], 16, (0, 200))
    assert abs(upper - lower) >= 16 - 1e-6
    assert (upper > lower) == (first >= second)
    assert all(-1e-6 <= height <= 200 + 1e-6 for height in (upper, lower))


def test_words_far_from_each_other_stay_at_their_lines() -> None:
    assert apart([150, 50], 16, (0, 200)) == [150, 50]
    assert apart([150], 16, (0, 200)) == [150]
    assert apart([], 16, (0, 200)) == []


def test_neighbouring_days_away_are_one_span() -> None:
    gone = (True, True, False, True, False, False, True)
    picture = WeekPicture(tuple(Bar("Mon 16", away=away) for away in gone))
    assert picture.away_spans == ((0, 1), (3, 3), (6, 6))
