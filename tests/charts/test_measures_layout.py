"""Where the small multiples lie, what can be pointed at in them, and where the keys lead."""

from itertools import pairwise

import pytest

from scorecard.charts.measures_layout import MeasuresLayout, columns_for, height_for
from scorecard.charts.measures_picture import Spot
from scorecard.charts.plot import Size

SPOTS = (Spot(0.1, 0.5), Spot(0.5, 0.9), Spot(0.5), Spot(0.9, 0.1))
PANELS = (SPOTS, (Spot(0.2, 0.5), Spot(0.95, 0.5)), ())


def layout(*, mirrored: bool = False, width: int = 1088) -> MeasuresLayout:
    return MeasuresLayout(Size(width, round(height_for(width, 12, len(PANELS)))), PANELS, mirrored)


@pytest.mark.parametrize(
    ("width", "text", "count", "columns"),
    [(1088, 12, 5, 5), (1088, 12, 9, 5), (1088, 12, 7, 4), (1088, 12, 6, 3), (932, 12, 9, 3), (932, 12, 4, 4),
     (1088, 24, 9, 2), (200, 12, 9, 1), (1088, 12, 1, 1), (1088, 12, 0, 1)],
)  # fmt: skip
def test_as_many_panels_beside_each_other_as_fit_evenly(width: int, text: float, count: int, columns: int) -> None:
    assert columns_for(width, text, count) == columns


def test_the_height_grows_with_the_rows() -> None:
    one, two, three = (height_for(1088, 12, count) for count in (5, 6, 11))
    assert one < two < three
    assert three - two == pytest.approx(two - one)


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("width", [300, 700, 1088])
def test_panels_and_their_parts_stay_within_the_picture_and_apart(width: int, mirrored: bool) -> None:
    placed = layout(mirrored=mirrored, width=width)
    frames = [placed.panel(n) for n in range(3)]
    for n, (left, bottom, right, top) in enumerate(frames):
        assert 0 <= left < right <= width + 1e-6
        assert -1 <= bottom < top <= placed.size.height + 1e-6
        inner = placed.plot(n)
        assert left <= inner[0] < inner[2] <= right
        assert bottom < placed.words(n) < placed.foot(n) < inner[1] < inner[3] < placed.name(n) < top
    for one, other in pairwise(frames):
        assert one[2] <= other[0] or other[2] <= one[0] or other[3] <= one[1]


def test_places_are_numbered_panel_by_panel_the_whole_panel_first() -> None:
    assert layout().count == 5 + 3 + 1
    assert [layout().panel_of(n) for n in range(9)] == [0, 0, 0, 0, 0, 1, 1, 1, 2]


@pytest.mark.parametrize("mirrored", [False, True])
def test_the_nearest_spot_is_meant(mirrored: bool) -> None:
    placed = layout(mirrored=mirrored)
    for panel, start in ((0, 1), (1, 6)):
        for m, spot in enumerate(PANELS[panel]):
            y = placed.foot(panel) if spot.y is None else placed.upward(panel, spot.y)
            assert placed.at(placed.across(panel, spot.x), y) == start + m
    middle = placed.upward(0, 0.5)
    assert placed.at(placed.across(0, 0.8), middle) == 4
    assert placed.at(placed.across(0, 0.1), placed.foot(0)) == 1, "no sign is near: a value is meant"


def test_names_and_words_are_the_panel_as_a_whole() -> None:
    placed = layout()
    assert placed.at(placed.beginning(1) + 5, placed.name(1) + 5) == 5
    assert placed.at(placed.beginning(1) + 5, placed.words(1)) == 5
    assert placed.at(placed.across(2, 0.5), placed.upward(2, 0.5)) == 8, "nothing else is in it"
    assert placed.at(-5, 10) is None


def test_left_and_right_go_from_spot_to_spot_and_on_to_the_next_panel() -> None:
    assert [layout().beside(n, 1, 0) for n in range(9)] == [1, 2, 3, 4, 5, 6, 7, 8, 8]
    assert layout().beside(0, -1, 0) == 0
    assert layout(mirrored=True).beside(3, 1, 0) == 2


def test_up_and_down_go_to_the_panel_before_and_after() -> None:
    placed = layout()
    assert placed.beside(0, 0, -1) == 5
    assert placed.beside(4, 0, -1) == 7, "the spot that lies nearest"
    assert placed.beside(7, 0, 1) == 4
    assert placed.beside(7, 0, -1) == 8
    assert placed.beside(8, 0, -1) == 8
    assert placed.beside(2, 0, 1) == 2
    assert all(right - left > 0 for left, _, right, _ in map(placed.frame, range(placed.count)))


@pytest.mark.parametrize("mirrored", [False, True])
def test_within_a_stretch_away_it_is_meant_unless_a_dot_is_near(mirrored: bool) -> None:
    spots = (Spot(0.1, 0.5), Spot(0.4, span=(0.3, 0.5)), Spot(0.45, 0.5))
    placed = MeasuresLayout(Size(300, round(height_for(300, 12, 1))), (spots,), mirrored)
    middle = placed.upward(0, 0.5)

    assert placed.at(placed.across(0, 0.32), middle) == 2
    assert placed.at(placed.across(0, 0.45), middle) == 3
    assert placed.at(placed.across(0, 0.12), middle) == 1
    left, bottom, right, top = placed.frame(2)
    assert (left, right) == tuple(sorted(placed.across(0, end) for end in (0.3, 0.5)))
    assert (bottom, top) == (placed.plot(0)[1], placed.plot(0)[3])
