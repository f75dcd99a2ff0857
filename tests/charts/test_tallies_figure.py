"""The figure of the totals: numbers, words and curves, and that none of them touch."""

from dataclasses import replace

import numpy as np
import pytest
from matplotlib.transforms import Bbox

from scorecard.charts.plot import Size
from scorecard.charts.tallies import TalliesChart
from scorecard.charts.tallies_layout import height_for
from scorecard.charts.tallies_picture import TalliesPicture, TallyColours, TallyPanel
from tests.sample.measured import NAMES

COLOURS = TallyColours("#ffffff", "#e0ddd4", "#1d2129", "#5c6370", "#2b59c3", "#e4ebfa")
ONE = TallyPanel("Thank-yous heard", "1,204", "since March 2024, 96 in this quarter", "For customers", (0.0, 0.5, 1.0))
PICTURE = TalliesPicture((ONE, replace(ONE, name="Calls", to_whom="", curve=(1.0,))))


def size_of(picture: TalliesPicture, width: int = 1088, text: float = 12.0) -> Size:
    return Size(width, round(height_for(width, text, len(picture.panels), with_ripple=picture.with_ripple)), 1.0, text)


@pytest.fixture
def chart() -> TalliesChart:
    made = TalliesChart(COLOURS)
    made.show(PICTURE, COLOURS, size_of(PICTURE))
    return made


def shown(chart: TalliesChart) -> list[str]:
    return [text.get_text() for text in chart.figure.axes[0].texts if text.get_visible() and text.get_text()]


def test_a_panel_says_its_name_number_since_when_and_for_whom(chart: TalliesChart) -> None:
    assert shown(chart) == [
        "Thank-yous heard", "1,204", "since March 2024, 96 in this quarter", "For customers",
        "Calls", "1,204", "since March 2024, 96 in this quarter",
    ]  # fmt: skip


@pytest.mark.parametrize("mirrored", [False, True])
def test_the_curve_grows_in_the_direction_of_reading(chart: TalliesChart, mirrored: bool) -> None:
    chart.show(replace(PICTURE, mirrored=mirrored), COLOURS, size_of(PICTURE))
    (segment,) = chart._curves.get_segments()
    xs, ys = np.asarray(segment).T
    assert (np.diff(xs) < 0).all() == mirrored
    assert (np.diff(ys) > 0).all()
    (start, end), (foot, top) = chart.layout.curve(0)
    assert (xs[0], xs[-1], ys[0], ys[-1]) == pytest.approx((start, end, foot, top))


def test_nothing_is_drawn_when_nothing_changed(chart: TalliesChart) -> None:
    assert not chart.show(replace(PICTURE), COLOURS, size_of(PICTURE))
    before = [id(artist) for artist in chart.figure.axes[0].get_children()]
    assert chart.show(TalliesPicture((ONE,)), COLOURS, size_of(PICTURE))
    assert [id(artist) for artist in chart.figure.axes[0].get_children()] == before


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize(("width", "text"), [(420, 12.0), (1088, 12.0), (1088, 24.0)])
def test_no_words_overlap_or_leave_the_picture(chart: TalliesChart, width: int, text: float, mirrored: bool) -> None:
    panels = tuple(replace(ONE, name=name, number="99,999.5 Kilowattstunden", to_whom=name) for name in NAMES)
    picture = TalliesPicture(panels, mirrored)
    size = size_of(picture, width, text)
    chart.show(picture, COLOURS, size)
    texts = [one for one in chart.figure.axes[0].texts if one.get_visible() and one.get_text()]
    boxes = [one.get_window_extent() for one in texts]
    assert not [(n, m) for n in range(len(boxes)) for m in range(n) if boxes[n].overlaps(boxes[m])]
    frame = Bbox.from_bounds(-1, -1, size.width + 2, size.height + 2)
    assert all(frame.containsx(box.x0) and frame.containsx(box.x1) and frame.containsy(box.y0) for box in boxes)


@pytest.mark.parametrize("mirrored", [False, True])
def test_the_keys_go_from_panel_to_panel(chart: TalliesChart, mirrored: bool) -> None:
    picture = TalliesPicture((ONE,) * 7, mirrored)
    chart.show(picture, COLOURS, size_of(picture))
    layout = chart.layout
    ahead = -1 if mirrored else 1
    assert layout.columns == 4
    assert [layout.beside(n, ahead, 0) for n in (0, 6)] == [1, 6]
    assert (layout.beside(1, 0, -1), layout.beside(5, 0, 1), layout.beside(1, 0, 1), layout.beside(6, 0, -1)) == (
        5,
        1,
        1,
        6,
    )
    for n in range(7):
        left, bottom, right, top = layout.panel(n)
        assert layout.at((left + right) / 2, (bottom + top) / 2) == n
    assert layout.at(-3, -3) is None
