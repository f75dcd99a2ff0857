"""The figure of a course: what it draws of days and of bands, and how seldom."""

from dataclasses import replace

import numpy as np
import pytest
from matplotlib.collections import PolyCollection
from matplotlib.colors import to_hex
from matplotlib.transforms import Bbox

from scorecard.charts.course import CourseChart
from scorecard.charts.course_picture import CoursePicture, Range, Tick
from scorecard.charts.plot import Size
from scorecard.charts.week_picture import Bar, ChartColours, Level, Tone

COLOURS = ChartColours(
    "#ffffff", "#dcdcdc", "#1c1f24", "#62666d", "#2b59c3", "#f0efec", "#23794a", "#986000", "#b3352e"
)
DARK = replace(COLOURS, surface="#1d2027", good="#70cc95")
SIZE = Size(1084, 236)
LEVELS = {"mean": Level(71, "month 71"), "before": Level(72, "last month 72")}


def days(*heights: float | None, **changes: object) -> CoursePicture:
    bars = tuple(Bar("", height, "" if height is None else f"{height:.0f}") for height in heights)
    mondays = tuple(Tick(n, n + 1, f"Mon {n + 1}") for n in range(0, len(bars), 7))
    return replace(CoursePicture(bars, line=(None,) * len(bars), scales=(mondays,), away_words="away"), **changes)


def bands(*ranges: Range | None, **changes: object) -> CoursePicture:
    line = tuple(None if reach is None else reach.mean for reach in ranges)
    return replace(CoursePicture(ranges=ranges, line=line, away_words="away"), **changes)


MONTH = days(*[92, 78, 54, None, 88, 100, 0] * 4, **LEVELS)
YEAR = bands(*[Range(60, 90, 75), None, Range(40, 100, 80), Range(70, 70, 70, hollow=True)] * 13)


@pytest.fixture
def chart() -> CourseChart:
    return CourseChart(COLOURS)


def bars_of(chart: CourseChart) -> PolyCollection:
    return next(drawn for drawn in chart.figure.axes[0].collections if drawn.get_zorder() == 3)


def boxes_of(chart: CourseChart) -> list[tuple[float, float, float, float]]:
    return [tuple(path.get_extents().extents) for path in bars_of(chart).get_paths()]


def texts_of(chart: CourseChart) -> list[str]:
    return [text.get_text() for text in chart.figure.axes[0].texts if text.get_visible() and text.get_text()]


def line_of(chart: CourseChart) -> list[float]:
    return list(next(line for line in chart.figure.axes[0].lines if line.get_zorder() == 4.2).get_ydata())


def points_of(chart: CourseChart) -> list[int]:
    """How many filled points there are, and how many hollow ones."""
    return [len(line.get_xdata()) for line in chart.figure.axes[0].lines if line.get_marker() == "o"]


def colour_at(chart: CourseChart, place: float, points: float) -> str:
    picture = np.asarray(chart.canvas.buffer_rgba())
    ratio = chart.layout.size.ratio
    row = picture.shape[0] - round(chart.layout.y(points) * ratio)
    return to_hex(picture[row, round(chart.layout.x(place) * ratio)] / 255)


def test_the_figure_has_no_layout_engine_and_one_axes(chart: CourseChart) -> None:
    chart.show(MONTH, COLOURS, SIZE)
    assert chart.figure.get_layout_engine() is None
    assert len(chart.figure.axes) == 1


def test_gaps_have_no_bar_and_zero_has_one(chart: CourseChart) -> None:
    chart.show(days(92, None, 0), COLOURS, SIZE)
    full, zero = boxes_of(chart)
    assert (full[1], full[3]) == pytest.approx((chart.layout.y(0), chart.layout.y(92)))
    assert 0 < zero[3] - zero[1] <= 2
    assert colour_at(chart, 1.5, 10) == COLOURS.surface


def test_hollow_bars_are_outlines(chart: CourseChart) -> None:
    month = days(92, 92)
    chart.show(replace(month, bars=(month.bars[0], replace(month.bars[1], hollow=True))), COLOURS, SIZE)
    assert colour_at(chart, 0.5, 60) == COLOURS.good
    assert colour_at(chart, 1.5, 60) == COLOURS.surface
    assert to_hex(bars_of(chart).get_edgecolor()[1]) == COLOURS.good


@pytest.mark.parametrize("tone", Tone)
def test_a_bar_has_the_colour_of_its_tone(chart: CourseChart, tone: Tone) -> None:
    month = days(70, None)
    chart.show(replace(month, bars=(replace(month.bars[0], tone=tone), month.bars[1])), COLOURS, SIZE)
    assert colour_at(chart, 0.5, 40) == COLOURS.of(tone)


def test_numbers_are_written_when_there_is_room_for_all_of_them(chart: CourseChart) -> None:
    chart.show(MONTH, COLOURS, SIZE)
    assert texts_of(chart).count("92") == 4
    chart.show(MONTH, COLOURS, Size(500, 236))
    assert "92" not in texts_of(chart)
    chart.show(days(*[92] * 92), COLOURS, SIZE)
    assert "92" not in texts_of(chart)


def test_the_line_is_interrupted_where_it_is_not_known(chart: CourseChart) -> None:
    chart.show(replace(days(90, 80, 70, 60), line=(None, 50, None, 75)), COLOURS, SIZE)
    assert line_of(chart) == pytest.approx(
        [np.nan, chart.layout.y(50), np.nan, chart.layout.y(75)], nan_ok=True
    )  # fmt: skip
    assert points_of(chart) == [0, 0]


def test_a_band_reaches_from_the_lowest_to_the_highest_with_its_mean_as_a_point(chart: CourseChart) -> None:
    chart.show(bands(Range(40, 90, 75), None, Range(70, 70, 70, hollow=True)), COLOURS, SIZE)
    wide, single = boxes_of(chart)
    y = chart.layout.y
    assert (wide[1], wide[3]) == pytest.approx((y(40), y(90)), abs=1.5)
    assert (single[1], single[3]) == pytest.approx((y(70), y(70)), abs=1.5)
    assert line_of(chart) == pytest.approx([y(75), np.nan, y(70)], nan_ok=True)
    assert points_of(chart) == [1, 1]


def test_a_band_is_a_tint_of_its_tone_and_a_hollow_one_an_outline(chart: CourseChart) -> None:
    chart.show(bands(Range(20, 90, 75), Range(20, 90, 75, hollow=True)), COLOURS, SIZE)
    tinted, hollow = colour_at(chart, 0.5, 40), colour_at(chart, 1.5, 40)
    assert tinted not in (COLOURS.good, COLOURS.surface)
    assert hollow == COLOURS.surface


def test_days_away_are_shaded_with_the_word_where_it_fits(chart: CourseChart) -> None:
    chart.show(days(*[None] * 31, away=((2, 6), (20, 20.5))), COLOURS, SIZE)
    assert colour_at(chart, 2.5, 40) == colour_at(chart, 5.5, 20) == colour_at(chart, 20.25, 20) == COLOURS.shade
    assert colour_at(chart, 7.5, 20) == COLOURS.surface
    assert texts_of(chart).count("away") == 1


def test_the_finest_names_that_fit_are_written(chart: CourseChart) -> None:
    fine = tuple(Tick(n, n + 1, f"{n + 1} November") for n in range(0, 30, 7))
    coarse = (Tick(0, 30, "November"),)
    month = replace(days(*[80] * 30), scales=(fine, coarse))
    chart.show(month, COLOURS, SIZE)
    assert "8 November" in texts_of(chart)
    chart.show(month, COLOURS, Size(420, 180))
    assert "November" in texts_of(chart)
    assert "8 November" not in texts_of(chart)


def test_of_the_coarsest_names_as_many_are_written_as_fit(chart: CourseChart) -> None:
    years = tuple(Tick(n, n + 1, f"Year {n}") for n in range(60))
    chart.show(replace(days(*[80] * 60), scales=(years,)), COLOURS, SIZE)
    written = [words for words in texts_of(chart) if words.startswith("Year")]
    assert 5 < len(written) <= 16


def test_nothing_is_drawn_when_nothing_changed(chart: CourseChart) -> None:
    assert chart.show(MONTH, COLOURS, SIZE)
    assert not chart.show(replace(MONTH), replace(COLOURS), replace(SIZE))


@pytest.mark.parametrize(
    "change",
    [(replace(MONTH, mean=None), COLOURS, SIZE), (YEAR, COLOURS, SIZE), (MONTH, DARK, SIZE),
     (MONTH, COLOURS, replace(SIZE, ratio=2.0))],
    ids=["picture", "bands", "colours", "size"],
)  # fmt: skip
def test_a_change_is_drawn_with_the_same_artists(chart: CourseChart, change: tuple) -> None:
    chart.show(MONTH, COLOURS, SIZE)
    before = [id(artist) for artist in chart.figure.axes[0].get_children()]
    assert chart.show(*change)
    assert [id(artist) for artist in chart.figure.axes[0].get_children()] == before


def test_nothing_of_the_days_stays_when_bands_follow(chart: CourseChart) -> None:
    chart.show(MONTH, COLOURS, SIZE)
    chart.show(YEAR, COLOURS, SIZE)
    assert len(boxes_of(chart)) == 39
    assert texts_of(chart) == ["0", "50", "100"]
    chart.show(MONTH, COLOURS, SIZE)
    assert points_of(chart) == [0, 0]


@pytest.mark.parametrize("picture", [MONTH, replace(YEAR, **LEVELS), days(*[None] * 30)], ids=["month", "year", "none"])
@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("width", [420, 1084])
def test_no_words_overlap(chart: CourseChart, picture: CoursePicture, mirrored: bool, width: int) -> None:
    chart.show(replace(picture, mirrored=mirrored), COLOURS, Size(width, 200))
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


def test_larger_letters_bring_thicker_lines(chart: CourseChart) -> None:
    widths = []
    for text in (12.0, 24.0):
        chart.show(MONTH, COLOURS, Size(1084, 472, 1.0, text))
        widths.append(next(line for line in chart.figure.axes[0].lines if line.get_zorder() == 4.2).get_linewidth())
    assert widths[1] == 2 * widths[0]
