"""The figure of the small multiples: what it draws, how seldom, and that no words overlap."""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from matplotlib.collections import LineCollection
from matplotlib.colors import to_hex
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from scorecard.charts.measures import MeasuresChart
from scorecard.charts.measures_layout import height_for
from scorecard.charts.measures_picture import Bound, Dot, MeasureColours, MeasuresPicture, Panel, Spot, Tone
from scorecard.charts.plot import Size
from tests.sample.measured import NAMES

COLOURS = MeasureColours(
    "#ffffff", "#e0ddd4", "#1d2129", "#5c6370", "#8b8880", "#2b59c3", "#e4ebfa", "#eeece6", "#23784b", "#b3372f"
)
DOTS = (Dot(0.2, 0.5), Dot(0.4, 1.0, hollow=True), Dot(0.8, 0.0))


def panel(name: str = "Calls", words: str = "no clear change", **more: object) -> Panel:
    spots = (*(Spot(dot.x, dot.y) for dot in DOTS), Spot(0.6))
    line = ((0.1, 0.2), (0.5, 0.6), (0.9, 0.4))
    made = Panel(name, words, dots=DOTS, lines=(line,), bounds=(Bound((0.0, 0.6), low=0.3),), spots=spots)
    return replace(made, **more)  # type: ignore[arg-type]


PICTURE = MeasuresPicture((panel(), panel("Deep work")))


def size_of(picture: MeasuresPicture, width: int = 1088, text: float = 12.0) -> Size:
    return Size(width, round(height_for(width, text, len(picture.panels))), 1.0, text)


@pytest.fixture
def chart() -> MeasuresChart:
    made = MeasuresChart(COLOURS)
    made.show(PICTURE, COLOURS, size_of(PICTURE))
    return made


def visible(chart: MeasuresChart) -> list[Text]:
    return [text for text in chart.figure.axes[0].texts if text.get_visible() and text.get_text()]


def lines_of(collection: LineCollection) -> list[list[list[float]]]:
    return [np.asarray(segment).tolist() for segment in collection.get_segments()]


def test_values_are_dots_and_those_from_memory_are_outlined(chart: MeasuresChart) -> None:
    layout = chart.layout
    full, hollow = chart._full, chart._hollow
    assert np.asarray(full.get_xdata()).tolist() == [layout.across(n, x) for n in (0, 1) for x in (0.2, 0.8)]
    assert np.asarray(hollow.get_ydata()).tolist() == [layout.upward(n, 1.0) for n in (0, 1)]
    assert to_hex(hollow.get_markerfacecolor()) == COLOURS.surface
    assert to_hex(full.get_markerfacecolor()) == COLOURS.text_quiet


def test_the_mean_is_one_line_a_piece_and_a_gap_stays_one(chart: MeasuresChart) -> None:
    pieces = (((0.1, 0.1), (0.2, 0.2)), ((0.6, 0.3), (0.9, 0.4)))
    picture = MeasuresPicture((panel(lines=pieces),))
    chart.show(picture, COLOURS, size_of(picture))
    ends = [[segment[0][0], segment[-1][0]] for segment in lines_of(chart._means)]
    assert ends == [
        [chart.layout.across(0, start), chart.layout.across(0, end)] for start, end in ((0.1, 0.2), (0.6, 0.9))
    ]


def test_what_was_asked_is_a_line_a_dashed_line_or_a_band(chart: MeasuresChart) -> None:
    bounds = (Bound((0, 0.5), low=0.3), Bound((0.5, 1), high=0.7), Bound((0, 1), 0.2, 0.8))
    picture = MeasuresPicture((panel(bounds=bounds),))
    chart.show(picture, COLOURS, size_of(picture))
    layout = chart.layout
    assert [segment[0][1] for segment in lines_of(chart._floors)] == [layout.upward(0, 0.3), layout.upward(0, 0.2)]
    assert [segment[0][1] for segment in lines_of(chart._ceilings)] == [layout.upward(0, 0.7), layout.upward(0, 0.8)]
    assert len(chart._between.get_paths()) == 1
    assert chart._floors.get_linestyle() != chart._ceilings.get_linestyle()
    assert lines_of(chart._floors)[0][1][0] == layout.across(0, 0.5), "until the terms changed"


def test_other_terms_have_a_sign_at_the_foot(chart: MeasuresChart) -> None:
    assert np.asarray(chart._signs.get_xdata()).tolist() == [chart.layout.across(n, 0.6) for n in (0, 1)]
    assert np.asarray(chart._signs.get_ydata()).tolist() == [chart.layout.foot(n) for n in (0, 1)]


def test_days_away_are_shaded_in_every_panel(chart: MeasuresChart) -> None:
    picture = replace(PICTURE, away=((0.2, 0.3),))
    chart.show(picture, COLOURS, size_of(picture))
    assert len(chart._away.get_paths()) == 2


def test_words_have_the_colour_of_what_they_say(chart: MeasuresChart) -> None:
    picture = MeasuresPicture((panel(words="+31% on 8 weeks", tone=Tone.BETTER), panel(words="−3%", tone=Tone.WORSE)))
    chart.show(picture, COLOURS, size_of(picture))
    inks = {text.get_text(): to_hex(text.get_color()) for text in visible(chart)}
    assert (inks["+31% on 8 weeks"], inks["−3%"], inks["Calls"]) == (COLOURS.better, COLOURS.worse, COLOURS.text)


def test_nothing_is_drawn_when_nothing_changed(chart: MeasuresChart) -> None:
    assert not chart.show(replace(PICTURE), replace(COLOURS), size_of(PICTURE))
    assert chart.show(PICTURE, COLOURS, replace(size_of(PICTURE), ratio=2.0))


def test_a_change_is_drawn_with_the_same_artists_on_one_axes(chart: MeasuresChart) -> None:
    before = [id(artist) for artist in chart.figure.axes[0].get_children()]
    other = MeasuresPicture((panel("Thank-yous heard"),))
    chart.show(other, COLOURS, size_of(other))
    assert [id(artist) for artist in chart.figure.axes[0].get_children()] == before
    assert [text.get_text() for text in visible(chart)] == ["Thank-yous heard", "no clear change"]
    assert len(chart.figure.axes) == 1


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize(("width", "text"), [(420, 12.0), (1088, 12.0), (932, 12.0), (1088, 24.0)])
def test_no_words_overlap_or_leave_the_picture(chart: MeasuresChart, width: int, text: float, mirrored: bool) -> None:
    words = "from 62% to 80% on the quarter before, better"
    picture = MeasuresPicture(tuple(panel(name, words) for name in NAMES), mirrored=mirrored)
    size = size_of(picture, width, text)
    chart.show(picture, COLOURS, size)
    boxes = {text.get_text(): text.get_window_extent() for text in visible(chart)[::2]}
    below = [text.get_window_extent() for text in visible(chart)[1::2]]
    touching = [name for name, box in boxes.items() if any(box.overlaps(other) for other in below)]
    touching += [one for one, other in combinations(boxes, 2) if boxes[one].overlaps(boxes[other])]
    assert touching == []
    frame = Bbox.from_bounds(-1, -1, size.width + 2, size.height + 2)
    assert all(frame.containsx(box.x0) and frame.containsx(box.x1) for box in (*boxes.values(), *below))
    assert all(frame.containsy(box.y0) and frame.containsy(box.y1) for box in (*boxes.values(), *below))


def test_an_empty_panel_can_be_drawn(chart: MeasuresChart) -> None:
    picture = MeasuresPicture((Panel("Calls", "no values yet"),))
    assert chart.show(picture, COLOURS, size_of(picture))
    assert chart.show(MeasuresPicture(()), COLOURS, Size(900, 180))


def test_a_stretch_away_has_no_sign_at_the_foot() -> None:
    assert not Spot(0.4, span=(0.3, 0.5)).is_sign
    assert Spot(0.4).is_sign
    assert not Spot(0.4, 0.5).is_sign
