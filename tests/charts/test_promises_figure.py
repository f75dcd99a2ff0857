"""The figure of promises by week: what it draws, and how seldom."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from matplotlib.collections import PathCollection
from matplotlib.colors import to_hex
from matplotlib.transforms import Bbox

from scorecard.charts.plot import Size
from scorecard.charts.promises import PromisesChart
from scorecard.charts.promises_picture import PromiseColours, PromiseColumn, PromisesPicture, Tick, ticks_for

LEVELS = ("#2b59c3", "#0f7b7b", "#a65a00")
COLOURS = PromiseColours("#ffffff", "#e0ddd4", "#1d2129", "#5c6370", "#2b59c3", LEVELS, "#b3372f")
SIZE = Size(1084, 220)
LEGEND = ("Commitments", "Best efforts", "Good intentions", "Missed")


def picture(*weeks: tuple[int, int, int, int], **changes: object) -> PromisesPicture:
    """Each week: kept commitments, efforts, intentions; missed. The last one is the present week."""
    columns = tuple(PromiseColumn(str(40 + n), week[:3], week[3], n == len(weeks) - 1) for n, week in enumerate(weeks))
    numbers = ticks_for(max(sum(week[:3]) for week in weeks), max(week[3] for week in weeks))
    ticks = tuple(Tick(number, str(abs(number))) for number in numbers)
    return replace(PromisesPicture(columns, ticks, LEGEND), **changes)  # type: ignore[arg-type]


WEEKS = picture((3, 2, 1, 2), (0, 0, 0, 0), (1, 0, 0, 0), (0, 4, 0, 1))


@pytest.fixture
def chart() -> PromisesChart:
    made = PromisesChart(COLOURS)
    made.show(WEEKS, COLOURS, SIZE)
    return made


def bars_of(chart: PromisesChart) -> list[PathCollection]:
    """Of the three levels and of what was missed; the last part of each is its swatch in the legend."""
    return [drawn for drawn in chart.figure.axes[0].collections if isinstance(drawn, PathCollection)]


def parts_of(bars: PathCollection) -> int:
    """All of them are one path."""
    (path,) = bars.get_paths()
    return len(path.to_polygons())


def colours_in(chart: PromisesChart, column: int, low: float, high: float) -> set[str]:
    picture = np.asarray(chart.canvas.buffer_rgba())  # type: ignore[no-untyped-call]
    top, bottom = (picture.shape[0] - round(chart.layout.y(number)) for number in (high, low))
    left, right = (round(x) for x in chart.layout.bar(column))
    part = picture[top + 2 : bottom - 2, left + 2 : right - 2].reshape(-1, 4)
    return {to_hex(colour / 255) for colour in np.unique(part, axis=0)}


def test_levels_are_stacked_above_the_line_and_misses_below(chart: PromisesChart) -> None:
    assert colours_in(chart, 0, 0, 3) == {LEVELS[0]}
    assert LEVELS[1] in colours_in(chart, 0, 3, 5)
    assert LEVELS[2] in colours_in(chart, 0, 5, 6)
    assert COLOURS.missed in colours_in(chart, 0, -2, 0)
    assert LEVELS[1] in colours_in(chart, 3, 0, 4), "an effort without commitments stands on the line"
    assert not colours_in(chart, 1, 0, 6) & {*LEVELS, COLOURS.missed}


def test_levels_can_be_told_apart_without_colour(chart: PromisesChart) -> None:
    hatches = [bars.get_hatch() for bars in bars_of(chart)]
    assert len(set(hatches)) == 4
    for bars in bars_of(chart):
        assert to_hex(np.atleast_2d(bars.get_edgecolor())[0]) == COLOURS.surface, "a gap between the parts"
        assert np.min(bars.get_linewidth()) >= 1


def test_the_legend_has_a_swatch_and_a_word_for_each_part(chart: PromisesChart) -> None:
    texts = [text.get_text() for text in chart.figure.axes[0].texts if text.get_visible()]
    assert [text for text in texts if text in LEGEND] == list(LEGEND)
    assert [parts_of(bars) for bars in bars_of(chart)] == [2 + 1, 2 + 1, 1 + 1, 2 + 1]


def test_the_present_week_stands_out(chart: PromisesChart) -> None:
    labels = {text.get_text(): text for text in chart.figure.axes[0].texts if text.get_visible()}
    present, past = labels["43"], labels["42"]
    assert present.get_fontfamily() != past.get_fontfamily()
    assert to_hex(present.get_color()) == COLOURS.text
    assert len(chart._present.get_segments()) == 1


def test_nothing_is_drawn_when_nothing_changed(chart: PromisesChart) -> None:
    assert not chart.show(replace(WEEKS), replace(COLOURS), replace(SIZE))
    assert chart.show(WEEKS, COLOURS, replace(SIZE, ratio=2.0))
    assert np.asarray(chart.canvas.buffer_rgba()).shape[:2] == (440, 2168)  # type: ignore[no-untyped-call]


def test_a_change_is_drawn_with_the_same_artists(chart: PromisesChart) -> None:
    before = [id(artist) for artist in chart.figure.axes[0].get_children()]
    assert chart.show(picture((0, 0, 0, 1)), COLOURS, SIZE)
    assert [id(artist) for artist in chart.figure.axes[0].get_children()] == before
    shown = {text.get_text() for text in chart.figure.axes[0].texts if text.get_visible()}
    assert shown == {"40", "0", "1", *LEGEND}


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("size", [Size(420, 200), SIZE, Size(900, 420, 1.0, 24.0)], ids=["narrow", "wide", "large"])
def test_no_words_overlap_or_leave_the_picture(chart: PromisesChart, size: Size, mirrored: bool) -> None:
    chart.show(picture(*[(4, 3, 1, 3)] * 10, mirrored=mirrored), COLOURS, size)
    visible = [text for text in chart.figure.axes[0].texts if text.get_visible() and text.get_text()]
    boxes = [text.get_window_extent() for text in visible]
    touching = [
        (visible[n].get_text(), visible[m].get_text())
        for n in range(len(boxes))
        for m in range(n)
        if boxes[n].overlaps(boxes[m])
    ]
    assert touching == []
    frame = Bbox.from_bounds(0, 0, size.width, size.height)
    assert all(frame.containsx(box.x0) and frame.containsx(box.x1) and frame.containsy(box.y0) for box in boxes)


def test_the_weeks_run_from_left_to_right_and_mirrored_from_right_to_left(chart: PromisesChart) -> None:
    assert all(a < b for a, b in pairwise(chart.layout.plot.centre(n) for n in range(4)))
    chart.show(replace(WEEKS, mirrored=True), COLOURS, SIZE)
    assert all(a > b for a, b in pairwise(chart.layout.plot.centre(n) for n in range(4)))
