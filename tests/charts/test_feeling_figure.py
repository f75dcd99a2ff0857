"""The figure of felt grades: where its spots lie, how they differ, and how seldom it draws."""

from dataclasses import replace

import numpy as np
import pytest
from matplotlib.collections import PolyCollection
from matplotlib.colors import to_hex
from matplotlib.transforms import Bbox

from scorecard.charts.feeling import FeelingChart
from scorecard.charts.feeling_layout import FeelingLayout
from scorecard.charts.feeling_picture import FeelingColours, FeelingPicture, FeelingSpot, Side
from scorecard.charts.plot import Size

COLOURS = FeelingColours("#ffffff", "#e0ddd4", "#1d2129", "#5c6370", "#e4ebfa", "#2b59c3", "#5c6371", "#a65a00")
SIZE = Size(560, 276)
LETTERS = ("F", "D", "C−", "C", "C+", "B−", "B", "B+", "A−", "A", "A+")
BOUNDS = ("60", "70", "73", "77", "80", "83", "87", "90", "93", "97")
SPOTS = (
    FeelingSpot(0.5, 0.5),
    FeelingSpot(3.2, 6.5, 4, Side.ABOVE),
    FeelingSpot(6.1, 3.5, 1, Side.BELOW, hollow=True),
    FeelingSpot(6.5, 6.5, 2),
)
PICTURE = FeelingPicture(
    LETTERS, BOUNDS, SPOTS, "▲ felt better than counted", "▼ felt worse than counted", "felt", "counted"
)  # fmt: skip


@pytest.fixture
def chart() -> FeelingChart:
    return FeelingChart(COLOURS)


def spots_of(chart: FeelingChart) -> PolyCollection:
    return next(drawn for drawn in chart.figure.axes[0].collections if drawn.get_zorder() == 4)


def colour_at(chart: FeelingChart, across: float, upward: float) -> str:
    picture = np.asarray(chart.canvas.buffer_rgba())
    row = picture.shape[0] - round(chart.layout.y(upward))
    return to_hex(picture[row, round(chart.layout.x(across))] / 255)


def test_the_stair_is_shaded_and_spots_have_the_colour_of_their_side(chart: FeelingChart) -> None:
    chart.show(PICTURE, COLOURS, SIZE)
    assert colour_at(chart, 8.5, 8.5) == COLOURS.steps
    assert colour_at(chart, 8.5, 6.5) == colour_at(chart, 1.5, 3.5) == COLOURS.surface
    assert colour_at(chart, 3.2, 6.5) == COLOURS.above
    assert colour_at(chart, 6.5, 6.5) == COLOURS.on
    assert colour_at(chart, 6.1, 3.5) == COLOURS.surface, "a hollow one is an outline"
    assert COLOURS.below in [to_hex(edge) for edge in spots_of(chart).get_edgecolor()]


def test_sides_differ_in_form_too(chart: FeelingChart) -> None:
    chart.show(PICTURE, COLOURS, SIZE)
    corners = sorted(len(path.vertices) - 1 for path in spots_of(chart).get_paths())
    assert corners == [3, 3, 24, 24]


def test_the_area_of_a_spot_is_as_large_as_it_has_days() -> None:
    layout = FeelingLayout(SIZE, 11, 20, SPOTS)
    one, four = layout.radius(SPOTS[0]), layout.radius(SPOTS[1])
    assert four == pytest.approx(2 * one)
    many = FeelingLayout(SIZE, 11, 20, (*SPOTS, FeelingSpot(1.5, 1.5, 900)))
    assert many.radius(many.spots[-1]) < SIZE.text
    assert many.radius(SPOTS[0]) >= 2, "the smallest is still to be seen"


def test_what_is_pointed_at_is_the_nearest_spot_and_far_from_all_nothing() -> None:
    layout = FeelingLayout(SIZE, 11, 20, SPOTS)
    for n, spot in enumerate(SPOTS):
        x, y = layout.centre(spot)
        assert layout.at(x + 3, y - 3) == n
        left, bottom, right, top = layout.frame(n)
        assert left < x < right
        assert bottom < y < top
    assert layout.at(layout.x(10), layout.y(2)) is None
    assert FeelingLayout(SIZE, 11).at(100, 100) is None


@pytest.mark.parametrize(("mirrored", "right"), [(False, 2), (True, 0)])
def test_keys_go_by_score_to_the_sides_and_by_grade_up_and_down(mirrored: bool, right: int) -> None:
    layout = FeelingLayout(SIZE, 11, 20, SPOTS, mirrored)
    assert layout.beside(1, 1, 0) == right
    assert (layout.beside(0, 0, 1), layout.beside(2, 0, 1), layout.beside(2, 0, -1)) == (2, 3, 0)
    assert layout.beside(0, 0, -1) == 0


def test_mirrored_the_points_run_to_the_left() -> None:
    plain, mirrored = FeelingLayout(SIZE, 11, 20), FeelingLayout(SIZE, 11, 20, mirrored=True)
    assert plain.x(0) < plain.x(11)
    assert mirrored.x(0) > mirrored.x(11)
    assert plain.step(3)[0][0] < plain.step(3)[0][1]
    assert mirrored.step(3)[0][0] < mirrored.step(3)[0][1]


def test_nothing_is_drawn_when_nothing_changed_and_a_change_reuses_all(chart: FeelingChart) -> None:
    assert chart.show(PICTURE, COLOURS, SIZE)
    assert not chart.show(replace(PICTURE), replace(COLOURS), replace(SIZE))
    before = [id(artist) for artist in chart.figure.axes[0].get_children()]
    assert chart.show(replace(PICTURE, spots=SPOTS[:1]), COLOURS, replace(SIZE, ratio=2.0))
    assert [id(artist) for artist in chart.figure.axes[0].get_children()] == before
    assert len(spots_of(chart).get_paths()) == 1
    assert chart.figure.get_layout_engine() is None


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("width", [300, 560, 1084])
@pytest.mark.parametrize("text", [12.0, 24.0])
def test_no_words_overlap_or_are_clipped(chart: FeelingChart, width: int, mirrored: bool, text: float) -> None:
    size = Size(round(width * text / 12), round(276 * text / 12), 1.0, text)
    chart.show(replace(PICTURE, mirrored=mirrored), COLOURS, size)
    visible = [words for words in chart.figure.axes[0].texts if words.get_visible() and words.get_text()]
    boxes = [words.get_window_extent() for words in visible]
    assert not [
        (one.get_text(), other.get_text())
        for n, one in enumerate(visible)
        for m, other in enumerate(visible[:n])
        if boxes[n].overlaps(boxes[m])
    ]
    frame = Bbox.from_bounds(-1, 0, size.width + 2, size.height)
    assert [words.get_text() for words, box in zip(visible, boxes, strict=True)
            if not (frame.fully_contains(*box.min) and frame.fully_contains(*box.max))] == []  # fmt: skip
