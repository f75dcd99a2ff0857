"""The figure of the weekdays: the numbers behind its marks, and how seldom it draws."""

from dataclasses import replace

import numpy as np
import pytest
from matplotlib.collections import PolyCollection
from matplotlib.colors import to_hex

from scorecard.charts.plot import Size
from scorecard.charts.weekday import WeekdayChart
from scorecard.charts.weekday_picture import WeekdayColours, WeekdayColumn, WeekdayPicture

COLOURS = WeekdayColours("#ffffff", "#e0ddd4", "#1d2129", "#5c6370", "#2b59c3", "#e4ebfa")
SIZE = Size(640, 220)
MONDAY = WeekdayColumn("Mon", "n 12", "84", 84, 70, 90)
LOOSE = WeekdayColumn("Tue", "n 2", "60", 60, 60, 60, hollow=True)
COLUMNS = (MONDAY, LOOSE, *(WeekdayColumn(name) for name in ("Wed", "Thu", "Fri", "Sat", "Sun")))
PICTURE = WeekdayPicture(COLUMNS, "mean, and the middle half", hollow="too few")


@pytest.fixture
def chart() -> WeekdayChart:
    return WeekdayChart(COLOURS)


def drawn(chart: WeekdayChart, order: int) -> PolyCollection:
    return next(found for found in chart.figure.axes[0].collections if found.get_zorder() == order)


def texts_of(chart: WeekdayChart) -> list[str]:
    return [text.get_text() for text in chart.figure.axes[0].texts if text.get_visible() and text.get_text()]


def colour_at(chart: WeekdayChart, n: int, points: float, aside: float = 0) -> str:
    pixels = np.asarray(chart.canvas.buffer_rgba())
    row = pixels.shape[0] - round(chart.layout.y(points))
    return to_hex(pixels[row, round(chart.layout.plot.centre(n) + aside)] / 255)


def test_the_bar_spans_the_quartiles_and_the_dot_is_the_mean(chart: WeekdayChart) -> None:
    chart.show(PICTURE, COLOURS, SIZE)
    bar = drawn(chart, 3).get_paths()[0].get_extents()
    assert (bar.y0, bar.y1) == pytest.approx((chart.layout.y(70), chart.layout.y(90)))
    dot = drawn(chart, 4).get_paths()[0].get_extents()
    assert (dot.y0 + dot.y1) / 2 == pytest.approx(chart.layout.y(84))
    assert colour_at(chart, 0, 84) == COLOURS.mean
    assert colour_at(chart, 0, 73, 9) == COLOURS.spread


def test_a_mean_of_few_days_is_hollow_and_has_no_spread(chart: WeekdayChart) -> None:
    chart.show(PICTURE, COLOURS, SIZE)
    assert len(drawn(chart, 3).get_paths()) == 2, "Monday's bar and the legend's"
    assert colour_at(chart, 1, 60) == COLOURS.surface
    assert len(drawn(chart, 4).get_paths()) == 4


def test_a_weekday_without_scores_has_its_name_and_nothing_else(chart: WeekdayChart) -> None:
    chart.show(PICTURE, COLOURS, SIZE)
    assert texts_of(chart) == [
        "0", "50", "100", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "n 12", "n 2", "84", "60",
        "mean, and the middle half", "too few",
    ]  # fmt: skip
    assert colour_at(chart, 3, 25) == COLOURS.surface


def test_days_that_are_all_alike_still_have_a_bar(chart: WeekdayChart) -> None:
    chart.show(replace(PICTURE, columns=(replace(MONDAY, lower=84, upper=84), *COLUMNS[1:])), COLOURS, SIZE)
    bar = drawn(chart, 3).get_paths()[0].get_extents()
    assert bar.height == pytest.approx(2)


def test_mirrored_monday_is_at_the_right(chart: WeekdayChart) -> None:
    chart.show(replace(PICTURE, mirrored=True), COLOURS, SIZE)
    assert chart.layout.plot.centre(0) > chart.layout.plot.centre(6)
    assert chart.layout.keys[0].swatch[0] > chart.layout.keys[1].swatch[0]


def test_a_legend_without_room_is_broken_and_the_plot_keeps_above_it(chart: WeekdayChart) -> None:
    chart.show(replace(PICTURE, spread="mean, and the middle half of the days " * 2), COLOURS, replace(SIZE, width=420))
    layout = chart.layout
    assert [key.line for key in layout.keys] == [0, 1]
    assert 0 < layout.key_y(1) < layout.key_y(0) < layout.count < layout.name < layout.bottom


def test_nothing_is_drawn_when_nothing_changed(chart: WeekdayChart) -> None:
    assert chart.show(PICTURE, COLOURS, SIZE)
    assert not chart.show(replace(PICTURE), replace(COLOURS), replace(SIZE))
    before = [id(artist) for artist in chart.figure.axes[0].get_children()]
    assert chart.show(replace(PICTURE, hollow=""), COLOURS, SIZE)
    assert [id(artist) for artist in chart.figure.axes[0].get_children()] == before
