"""The numbers behind the two lines: as counted, and as it would be."""

import math
from dataclasses import replace

import numpy as np
import pytest
from matplotlib.lines import Line2D

from scorecard.charts.course_picture import Tick
from scorecard.charts.plot import Size
from scorecard.charts.week_picture import ChartColours, Level
from scorecard.charts.what_if import WhatIfChart
from scorecard.charts.what_if_picture import WhatIfColours, WhatIfPicture

COLOURS = WhatIfColours(
    ChartColours(
        surface="#ffffff", grid="#e0ddd4", text="#1d2129", text_quiet="#5c6370", accent="#2b59c3", shade="#eeece6",
        good="#23784b", fair="#9a6100", poor="#b3372f",
    ),
    "#a65a00",
)  # fmt: skip
SIZE = Size(700, 200)
PICTURE = WhatIfPicture(
    counted=(50, None, 100, 80),
    would_be=(60, None, None, 0),
    hollow=frozenset({2}),
    scales=((Tick(0, 1, "Mon 16"), Tick(2, 3, "Wed 18")),),
    means=(Level(76.7, "counted 77"), Level(30, "would be 30")),
    away=((1, 2),),
)


@pytest.fixture(scope="module")
def chart() -> WhatIfChart:
    return WhatIfChart(COLOURS)


def drawn(line: Line2D) -> tuple[list[float], list[float]]:
    """Its x and its y."""
    xs, ys = (np.asarray(of, np.float64).tolist() for of in (line.get_xdata(), line.get_ydata()))
    return xs, ys


def points(chart: WhatIfChart, line: int) -> list[int]:
    """How many places have a point: of a line the solid ones, then the hollow ones."""
    return [len(drawn(one)[0]) for one in chart._points[2 * line : 2 * line + 2]]


def test_each_height_stands_where_it_belongs_and_gaps_stay_gaps(chart: WhatIfChart) -> None:
    chart.show(PICTURE, COLOURS, SIZE)
    layout = chart.layout
    for line, heights in zip(chart.lines, (PICTURE.counted, PICTURE.would_be), strict=True):
        assert drawn(line)[0] == pytest.approx([layout.x(n + 0.5) for n in range(4)])
        wanted = [math.nan if height is None else layout.y(height) for height in heights]
        assert drawn(line)[1] == pytest.approx(wanted, nan_ok=True)


def test_the_lines_differ_in_colour_dash_and_mark(chart: WhatIfChart) -> None:
    chart.show(PICTURE, COLOURS, SIZE)
    counted, would_be = chart.lines
    assert counted.get_color() != would_be.get_color()
    assert not counted.is_dashed()
    assert would_be.is_dashed()
    assert {str(one.get_marker()) for one in chart._points} == {"o", "D"}
    assert (points(chart, 0), points(chart, 1)) == ([2, 1], [2, 0])


def test_many_places_have_no_points_but_those_that_no_line_reaches(chart: WhatIfChart) -> None:
    heights = tuple(None if n in (5, 7) else 50.0 for n in range(200))
    chart.show(replace(PICTURE, counted=heights, would_be=heights, hollow=frozenset()), COLOURS, SIZE)
    assert points(chart, 0) == [1, 0]


def test_the_same_is_not_drawn_twice_and_mirrored_it_runs_from_the_right(chart: WhatIfChart) -> None:
    chart.show(PICTURE, COLOURS, SIZE)
    assert not chart.show(PICTURE, COLOURS, SIZE)
    assert chart.show(replace(PICTURE, mirrored=True), COLOURS, SIZE)
    xs = drawn(chart.lines[0])[0]
    assert xs == sorted(xs, reverse=True)


def test_nothing_at_all_can_be_drawn(chart: WhatIfChart) -> None:
    assert chart.show(WhatIfPicture(), COLOURS, SIZE)
