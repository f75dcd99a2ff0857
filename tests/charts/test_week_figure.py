"""The figure of the week: what it draws, and how seldom."""

from dataclasses import replace

import numpy as np
import pytest
from matplotlib.collections import PolyCollection
from matplotlib.colors import to_hex
from matplotlib.transforms import Bbox

from scorecard.charts.plot import Size
from scorecard.charts.week import WeekChart
from scorecard.charts.week_picture import Bar, ChartColours, Level, Tone, WeekPicture

COLOURS = ChartColours(
    "#ffffff", "#dcdcdc", "#1c1f24", "#62666d", "#2b59c3", "#f0efec", "#23794a", "#986000", "#b3352e"
)
DARK = replace(COLOURS, surface="#1d2027", good="#70cc95")
SIZE = Size(1084, 250)
LABELS = tuple(f"Mon {number}" for number in range(16, 23))


def picture(*heights: float | None, **changes: object) -> WeekPicture:
    bars = [
        Bar(label, height, "" if height is None else f"{height:.0f}")
        for label, height in zip(LABELS, heights, strict=True)
    ]
    return replace(WeekPicture(tuple(bars)), **changes)


WEEK = picture(92, 78, 54, 88, 87, None, None, mean=Level(80, "week 80"), last_mean=Level(72, "last week 72"))


@pytest.fixture
def chart() -> WeekChart:
    return WeekChart(COLOURS)


def bars_of(chart: WeekChart) -> PolyCollection:
    return next(drawn for drawn in chart.figure.axes[0].collections if drawn.get_zorder() == 3)


def texts_of(chart: WeekChart) -> list[str]:
    return [text.get_text() for text in chart.figure.axes[0].texts if text.get_visible() and text.get_text()]


def colour_at(chart: WeekChart, day: int, points: float) -> str:
    picture = np.asarray(chart.canvas.buffer_rgba())
    ratio = chart.layout.size.ratio
    row = picture.shape[0] - round(chart.layout.y(points) * ratio)
    return to_hex(picture[row, round(chart.layout.centre(day) * ratio)] / 255)


def test_the_figure_has_no_layout_engine_and_one_axes(chart: WeekChart) -> None:
    chart.show(WEEK, COLOURS, SIZE)
    assert chart.figure.get_layout_engine() is None
    assert len(chart.figure.axes) == 1


def test_gaps_have_no_bar_and_zero_has_one(chart: WeekChart) -> None:
    chart.show(picture(92, None, 0, None, None, None, None), COLOURS, SIZE)
    assert len(bars_of(chart).get_paths()) == 2
    assert texts_of(chart).count("0") == 2, "once on the scale and once above the bar"
    assert colour_at(chart, 2, 0.5) == COLOURS.good
    assert colour_at(chart, 1, 10) == COLOURS.surface


def test_hollow_bars_are_outlines(chart: WeekChart) -> None:
    week = picture(92, 92, None, None, None, None, None)
    hollow = replace(week.bars[1], hollow=True)
    chart.show(replace(week, bars=(week.bars[0], hollow, *week.bars[2:])), COLOURS, SIZE)
    assert colour_at(chart, 0, 70) == COLOURS.good
    assert colour_at(chart, 1, 70) == COLOURS.surface
    assert list(bars_of(chart).get_linewidth()) == [0, 2]
    assert to_hex(bars_of(chart).get_edgecolor()[1]) == COLOURS.good


@pytest.mark.parametrize("tone", Tone)
def test_a_bar_has_the_colour_of_its_tone_and_its_number(chart: WeekChart, tone: Tone) -> None:
    week = picture(70, *[None] * 6)
    chart.show(replace(week, bars=(replace(week.bars[0], tone=tone), *week.bars[1:])), COLOURS, SIZE)
    assert colour_at(chart, 0, 40) == COLOURS.of(tone)
    assert "70" in texts_of(chart)


def test_days_away_are_shaded_with_the_word(chart: WeekChart) -> None:
    week = picture(*[None] * 7, away="away")
    bars = tuple(replace(bar, away=n in (2, 3)) for n, bar in enumerate(week.bars))
    chart.show(replace(week, bars=bars), COLOURS, SIZE)
    assert colour_at(chart, 2, 80) == colour_at(chart, 3, 80) == COLOURS.shade
    assert colour_at(chart, 4, 80) == COLOURS.surface
    assert texts_of(chart).count("away") == 1


def test_nothing_is_drawn_when_nothing_changed(chart: WeekChart) -> None:
    assert chart.show(WEEK, COLOURS, SIZE)
    assert not chart.show(WEEK, COLOURS, SIZE)
    assert not chart.show(replace(WEEK), replace(COLOURS), replace(SIZE))


@pytest.mark.parametrize(
    "change",
    [(replace(WEEK, mean=None), COLOURS, SIZE), (WEEK, DARK, SIZE), (WEEK, COLOURS, replace(SIZE, ratio=2.0))],
    ids=["picture", "colours", "size"],
)
def test_a_change_is_drawn_with_the_same_artists(chart: WeekChart, change: tuple) -> None:
    chart.show(WEEK, COLOURS, SIZE)
    before = [id(artist) for artist in chart.figure.axes[0].get_children()]
    assert chart.show(*change)
    assert [id(artist) for artist in chart.figure.axes[0].get_children()] == before


def test_it_is_redrawn_in_other_colours(chart: WeekChart) -> None:
    chart.show(WEEK, COLOURS, SIZE)
    chart.show(WEEK, DARK, SIZE)
    assert colour_at(chart, 0, 40) == DARK.good
    assert colour_at(chart, 6, 40) == DARK.surface


def test_the_buffer_has_the_pixels_of_the_device(chart: WeekChart) -> None:
    chart.show(WEEK, COLOURS, Size(901, 251, 1.5))
    assert np.asarray(chart.canvas.buffer_rgba()).shape[:2] == (376, 1351)


@pytest.mark.parametrize("mean", [0, 71, 72, 73, 100])
@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("width", [420, 1084])
def test_no_words_overlap(chart: WeekChart, mean: float, mirrored: bool, width: int) -> None:
    levels = {"mean": Level(mean, f"this week {mean}"), "last_mean": Level(72, "last week 72")}
    chart.show(picture(100, 72, 0, 50, 71, 33, 72, mirrored=mirrored, **levels), COLOURS, Size(width, 200))
    visible = [text for text in chart.figure.axes[0].texts if text.get_visible() and text.get_text()]
    boxes = [text.get_window_extent() for text in visible]
    touching = [
        (one.get_text(), other.get_text())
        for n, one in enumerate(visible)
        for m, other in enumerate(visible[:n])
        if boxes[n].overlaps(boxes[m])
    ]
    assert touching == []
    frame = Bbox.from_bounds(0, 0, width, 200)
    inside = [frame.fully_contains(*box.min) and frame.fully_contains(*box.max) for box in boxes]
    assert [text.get_text() for text, fits in zip(visible, inside, strict=True) if not fits] == []


def test_a_line_does_not_strike_a_number_out(chart: WeekChart) -> None:
    chart.show(picture(92, 78, *[None] * 5, mean=Level(80, "week 80")), COLOURS, SIZE)
    line = chart.figure.axes[0].lines[0]
    number = next(text for text in chart.figure.axes[0].texts if text.get_text() == "78")
    box = number.get_window_extent()
    y = line.get_ydata()[0]
    assert box.y0 < y < box.y1
    ends = np.asarray(line.get_xdata()).reshape(-1, 3)[:, :2]
    assert not any(start < box.x1 and end > box.x0 for start, end in ends)


def test_dollars_are_no_formula(chart: WeekChart) -> None:
    chart.show(picture(*[None] * 7, mean=Level(50, "$a$ 50")), COLOURS, SIZE)
    assert "$a$ 50" in texts_of(chart)
    assert not any(text.get_parse_math() for text in chart.figure.axes[0].texts)
