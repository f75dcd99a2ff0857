"""The figure of the calendar: what it draws, and how seldom."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.colors import to_hex

from scorecard.charts.plot import Size
from scorecard.charts.year import YearChart
from scorecard.charts.year_picture import AWAY, BLANK, HOLLOW, YearColours, YearLegend, YearPicture

STEPS = ("#efb088", "#bb9b3c", "#5f8b46", "#26734f", "#0b4341")
COLOURS = YearColours("#ffffff", "#5c6370", "#eeece6", "#8b8880", STEPS)
DARK = replace(COLOURS, surface="#1c1f25")
SIZE = Size(660, 190)
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "")
LEGEND = YearLegend(("0–59", "60–74", "75–84", "85–94", "95–100"), "not scored")


def picture(*cells: int, **changes: object) -> YearPicture:
    """From Thursday, 1 January 2026."""
    year = YearPicture(date(2026, 1, 1), bytes(cells), MONTHS, ("Mon", "", "Wed", "", "Fri", "", ""), ("2026",), LEGEND)
    return replace(year, **changes)


YEAR = picture(*range(5), BLANK, *[3] * 200)


@pytest.fixture
def chart() -> YearChart:
    return YearChart(COLOURS)


def colour_at(chart: YearChart, n: int, across: float = 0.5, upward: float = 0.5) -> str:
    """In the cell of day `n`, that far from its lower left corner."""
    left, bottom, right, top = chart.layout.places.frame(n)
    ratio, pixels = chart.layout.size.ratio, np.asarray(chart.canvas.buffer_rgba())
    x, y = left + across * (right - left), bottom + upward * (top - bottom)
    return to_hex(pixels[pixels.shape[0] - 1 - int(y * ratio), int(x * ratio)] / 255)


def texts_of(chart: YearChart) -> list[str]:
    return [text.get_text() for text in chart.figure.axes[0].texts if text.get_visible() and text.get_text()]


def cells_of(chart: YearChart) -> PathCollection:
    return next(drawn for drawn in chart.figure.axes[0].collections if isinstance(drawn, PathCollection))


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_every_day_has_the_colour_of_its_step(chart: YearChart, ratio: float) -> None:
    chart.show(YEAR, COLOURS, replace(SIZE, ratio=ratio))
    assert [colour_at(chart, n) for n in range(6)] == [*STEPS, COLOURS.blank]
    assert [colour_at(chart, n, 0.02, 0.02) for n in range(6)] == [*STEPS, COLOURS.blank], "up to its corners"


def test_hollow_cells_are_outlines_in_the_colour_of_their_step(chart: YearChart) -> None:
    chart.show(picture(HOLLOW + 1, 1), COLOURS, SIZE)
    assert [colour_at(chart, 0), colour_at(chart, 0, 0.05), colour_at(chart, 0, 0.5, 0.95)] == [
        COLOURS.surface, STEPS[1], STEPS[1],
    ]  # fmt: skip
    assert colour_at(chart, 1) == STEPS[1]


def test_days_away_are_struck_through(chart: YearChart) -> None:
    chart.show(picture(AWAY, BLANK, AWAY), COLOURS, SIZE)
    strokes = next(drawn for drawn in chart.figure.axes[0].collections if isinstance(drawn, LineCollection))
    assert len(strokes.get_segments()) == 2
    assert colour_at(chart, 0, 0.15, 0.85) == COLOURS.blank
    assert colour_at(chart, 0) != COLOURS.blank
    assert colour_at(chart, 1) == COLOURS.blank


def test_days_to_come_are_not_drawn(chart: YearChart) -> None:
    chart.show(picture(*[3] * 14), COLOURS, SIZE)
    left, bottom, right, top = chart.layout.places.frame(13)
    across = chart.layout.places.across
    pixels = np.asarray(chart.canvas.buffer_rgba())
    row = pixels.shape[0] - 1 - int((bottom + top) / 2)
    assert to_hex(pixels[row, int((left + right) / 2 + across)] / 255) == COLOURS.surface


def test_what_does_not_occur_is_not_in_the_legend(chart: YearChart) -> None:
    chart.show(YEAR, COLOURS, SIZE)
    words = texts_of(chart)
    assert words[-6:] == ["0–59", "60–74", "75–84", "85–94", "95–100", "not scored"]
    chart.show(replace(YEAR, legend=replace(LEGEND, hollow="outlined")), COLOURS, SIZE)
    assert texts_of(chart)[-1] == "outlined"
    key = chart.layout.keys[-1]
    pixels = np.asarray(chart.canvas.buffer_rgba())
    row = pixels.shape[0] - round(chart.layout.key_y(key.line))
    assert to_hex(pixels[row, round(sum(key.swatch) / 2)] / 255) == COLOURS.surface
    assert to_hex(pixels[row, round(key.swatch[0]) + 1] / 255) == STEPS[-1]


def test_months_and_weekdays_are_named(chart: YearChart) -> None:
    chart.show(YEAR, COLOURS, SIZE)
    assert texts_of(chart)[:14] == [*MONTHS[:11], "Mon", "Wed", "Fri"]


def test_months_whose_names_would_touch_are_named_by_quarter(chart: YearChart) -> None:
    chart.show(replace(YEAR, months=("a long name of it",) * 12), COLOURS, SIZE)
    assert texts_of(chart).count("a long name of it") == 4


def test_no_words_are_cut_off(chart: YearChart) -> None:
    for mirrored in (False, True):
        chart.show(replace(YEAR, mirrored=mirrored), COLOURS, SIZE)
        for text in chart.figure.axes[0].texts:
            if text.get_visible() and text.get_text():
                box = text.get_window_extent()
                assert -1 <= box.x0 < box.x1 <= SIZE.width + 1
                assert -1 <= box.y0 < box.y1 <= SIZE.height + 1


def test_a_thousand_days_are_as_few_paths_as_one(chart: YearChart) -> None:
    chart.show(picture(3), COLOURS, SIZE)
    before = len(cells_of(chart).get_paths())
    years = picture(*[n % 5 for n in range(4000)], years=tuple(map(str, range(2036, 2025, -1))))
    chart.show(years, COLOURS, Size(660, 700))
    assert len(cells_of(chart).get_paths()) == before
    assert texts_of(chart).count("2036") == 1


def test_decades_are_drawn_by_weeks(chart: YearChart) -> None:
    weeks = picture(*[n % 5 for n in range(2600)], first=date.fromisocalendar(1977, 1, 1), by_weeks=True,
                    years=tuple("" if year % 10 else str(year) for year in range(2026, 1976, -1)))  # fmt: skip
    chart.show(weeks, COLOURS, Size(660, 500))
    assert [colour_at(chart, n) for n in (0, 1, 2, 1303, 2599)] == [STEPS[n % 5] for n in (0, 1, 2, 1303, 2599)]
    assert [words for words in texts_of(chart) if words.isdigit()] == ["2020", "2010", "2000", "1990", "1980"]


def test_nothing_is_drawn_when_nothing_changed(chart: YearChart) -> None:
    assert chart.show(YEAR, COLOURS, SIZE)
    assert not chart.show(replace(YEAR), replace(COLOURS), replace(SIZE))


@pytest.mark.parametrize(
    "change",
    [(picture(1, 2, 3), COLOURS, SIZE), (YEAR, DARK, SIZE), (YEAR, COLOURS, replace(SIZE, ratio=2.0))],
    ids=["picture", "colours", "size"],
)
def test_a_change_is_drawn_with_the_same_artists(chart: YearChart, change: tuple) -> None:
    chart.show(YEAR, COLOURS, SIZE)
    before = [id(artist) for artist in chart.figure.axes[0].get_children()]
    assert chart.show(*change)
    assert [id(artist) for artist in chart.figure.axes[0].get_children()] == before
    assert chart.figure.get_layout_engine() is None
    assert len(chart.figure.axes) == 1
