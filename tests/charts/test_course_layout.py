"""Where the parts of the chart of a course lie, and which of its names are written."""

import pytest

from scorecard.charts.course_layout import CourseLayout
from scorecard.charts.course_picture import Tick
from scorecard.charts.plot import Size

SIZE = Size(1084, 236)
MONTH = CourseLayout(SIZE, 30, 80)
MIRRORED = CourseLayout(SIZE, 30, 80, mirrored=True)


def test_a_place_is_counted_in_columns_from_the_first_one() -> None:
    assert MONTH.x(0) == MONTH.left
    assert MONTH.x(30) == pytest.approx(MONTH.right)
    assert MONTH.x(4.5) == pytest.approx(MONTH.plot.centre(4))
    assert MIRRORED.x(0) == MIRRORED.right
    assert MIRRORED.x(4.5) == pytest.approx(MIRRORED.plot.centre(4))


@pytest.mark.parametrize("count", [7, 31, 92, 200])
@pytest.mark.parametrize("mirrored", [False, True])
def test_a_bar_lies_in_its_column_and_touches_no_other(count: int, mirrored: bool) -> None:
    layout = CourseLayout(SIZE, count, 80, mirrored)
    for n in (0, 1, count - 1):
        start, end = layout.bar(n)
        assert layout.plot.column(n)[0] < start < end < layout.plot.column(n)[1]
        assert layout.places.at((start + end) / 2, 50) == n


def test_heights_are_points() -> None:
    assert (MONTH.y(0), MONTH.y(100)) == (MONTH.bottom, MONTH.top)
    assert MONTH.y(25) == pytest.approx(MONTH.bottom + (MONTH.top - MONTH.bottom) / 4)


@pytest.mark.parametrize("layout", [MONTH, MIRRORED])
def test_a_stretch_reaches_from_place_to_place_whichever_way_time_runs(layout: CourseLayout) -> None:
    left, right = layout.stretch(3, 5.5)
    assert right - left == pytest.approx(2.5 * layout.column_width)
    assert sorted((layout.x(3), layout.x(5.5))) == [left, right]


def test_names_stay_in_the_chart() -> None:
    narrow = CourseLayout(SIZE, 10)
    assert narrow.words_at(Tick(9.9, 10, "2026"), 60) + 30 <= SIZE.width
    assert CourseLayout(SIZE, 10, mirrored=True).words_at(Tick(9.9, 10, "2026"), 200) - 100 >= 0


@pytest.mark.parametrize("layout", [MONTH, MIRRORED])
def test_a_name_that_would_touch_the_one_before_is_left_out(layout: CourseLayout) -> None:
    ticks = [Tick(n, n + 1, "Mon 2") for n in (1, 2, 8, 15)]
    assert layout.shown(ticks, [40] * 4) == [0, 2, 3]
    assert layout.shown(ticks, [10] * 4) == [0, 1, 2, 3]


def test_keys_follow_the_picture() -> None:
    assert MONTH.places.beside(4, 1, 0) == 5
    assert MIRRORED.places.beside(4, 1, 0) == 3
    assert MONTH.places.beside(29, 1, 0) == 29
