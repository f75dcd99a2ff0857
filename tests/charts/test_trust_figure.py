"""The figure of check-ins: its lines, its words, where its places lie, and how seldom it draws."""

from dataclasses import replace

import pytest
from matplotlib.collections import LineCollection
from matplotlib.transforms import Bbox

from scorecard.charts.measures_picture import MeasureColours
from scorecard.charts.plot import Size
from scorecard.charts.trust import TrustChart
from scorecard.charts.trust_layout import TrustLayout, columns_for, height_for
from scorecard.charts.trust_picture import Tone, TrustFactor, TrustPanel, TrustPicture, TrustSpot

COLOURS = MeasureColours(
    "#ffffff", "#e0ddd4", "#1d2129", "#5c6370", "#8b8880", "#2b59c3", "#e4ebfa", "#eeece6", "#23784b", "#b3372f"
)
LONG = "Trust: Mrs Okafor-Łukasiewicz of the department of external relations"
FACTORS = (
    TrustFactor("Reliability", "9 · 93% kept", (((0.0, 0.8), (0.9, 0.9)),)),
    TrustFactor("Transparency and openness to everyone", "8", (((0.0, 0.7), (0.9, 0.5)),)),
    TrustFactor("÷ Self-orientation", "5", (((0.0, 0.3), (0.9, 0.4)),), divisor=True),
)
SPOTS = (TrustSpot(0.0, 0.2, hollow=True), TrustSpot(0.4, 0.5), TrustSpot(0.9, 0.8))
PIECES = (((0.0, 0.2), (0.4, 0.5)), ((0.9, 0.8),))
PANEL = TrustPanel("Trust: me", "6.2", "▲ 0.8 since last week", Tone.BETTER, "4", "7", SPOTS, PIECES, FACTORS)
OTHER = replace(PANEL, name=LONG, spots=SPOTS[1:], factors=FACTORS[1:])
PICTURE = TrustPicture((PANEL, OTHER, PANEL), "1 November", "30 November")


def size(width: float, text: float = 12.0, picture: TrustPicture = PICTURE) -> Size:
    factors = [len(panel.factors) for panel in picture.panels]
    return Size(round(width), round(height_for(width, text, factors)), 1.0, text)


SIZE = size(1084)


@pytest.fixture
def chart() -> TrustChart:
    return TrustChart(COLOURS)


def lines_of(chart: TrustChart, order: int) -> list[LineCollection]:
    return [drawn for drawn in chart.figure.axes[0].collections if drawn.get_zorder() == order]


def layout(width: float = 1084, mirrored: bool = False) -> TrustLayout:
    return TrustLayout(size(width), (3, 2, 3), tuple(panel.spots for panel in PICTURE.panels), mirrored)


def test_results_are_lines_in_pieces_with_full_and_hollow_spots(chart: TrustChart) -> None:
    chart.show(PICTURE, COLOURS, SIZE)
    (results,) = lines_of(chart, 4)
    assert len(results.get_segments()) == 6
    first = results.get_segments()[0]
    assert tuple(first[1]) == pytest.approx((chart.layout.across(0, 0.4), chart.layout.upward(0, 0.5)))
    spots = {line.get_markerfacecolor(): len(line.get_xdata()) for line in chart.figure.axes[0].lines
             if line.get_zorder() == 5}  # fmt: skip
    assert spots == {COLOURS.accent: 6, COLOURS.surface: 2}


def test_every_factor_has_its_line_and_what_divides_is_dashed(chart: TrustChart) -> None:
    chart.show(PICTURE, COLOURS, SIZE)
    factors, divisors = lines_of(chart, 3)
    assert (len(factors.get_segments()), len(divisors.get_segments())) == (5, 3)
    assert divisors.get_linestyle()[0][1] is not None
    assert factors.get_linestyle()[0][1] is None
    low, high = chart.layout.factor(0, 0)
    assert factors.get_segments()[0][0][1] == pytest.approx(low + 0.8 * (high - low))


def test_the_value_of_a_factor_is_never_shortened(chart: TrustChart) -> None:
    chart.show(PICTURE, COLOURS, size(340))
    written = [text.get_text() for text in chart.figure.axes[0].texts if text.get_visible()]
    assert any(words.startswith("Transp") and words.endswith("… 8") for words in written)
    assert any(words.endswith("9 · 93% kept") for words in written)


def test_nothing_is_drawn_when_nothing_changed_and_a_change_reuses_all(chart: TrustChart) -> None:
    assert chart.show(PICTURE, COLOURS, SIZE)
    assert not chart.show(replace(PICTURE), replace(COLOURS), replace(SIZE))
    before = [id(artist) for artist in chart.figure.axes[0].get_children()]
    assert chart.show(TrustPicture((PANEL,)), COLOURS, SIZE)
    assert [id(artist) for artist in chart.figure.axes[0].get_children()] == before
    assert LONG not in [text.get_text() for text in chart.figure.axes[0].texts if text.get_visible()]
    assert chart.figure.get_layout_engine() is None


def test_no_panel_at_all_is_an_empty_sheet(chart: TrustChart) -> None:
    assert chart.show(TrustPicture(()), COLOURS, Size(600, 220))


def test_what_is_pointed_at_is_the_check_in_of_the_nearest_day() -> None:
    places = layout()
    _, bottom, _, top = places.plot(1)
    assert places.at(places.across(1, 0.85), top) == 4
    assert places.at(places.across(1, 0.1), bottom - 10) == 3
    assert places.at(places.panel(0)[2] + 5, top) is None
    left, low, right, high = places.frame(4)
    assert left < places.across(1, 0.9) < right
    assert low <= places.factor(1, 1)[0] < top < high


@pytest.mark.parametrize(("mirrored", "right"), [(False, 2), (True, 0)])
def test_keys_go_by_check_in_and_by_panel(mirrored: bool, right: int) -> None:
    places = layout(mirrored=mirrored)
    assert places.beside(1, 1, 0) == right
    assert (places.beside(1, 0, -1), places.beside(2, 0, -1), places.beside(4, 0, -1)) == (3, 4, 7)
    assert (places.beside(4, 0, 1), places.beside(0, 0, 1), places.beside(7, 0, -1)) == (2, 0, 7)


def test_panels_are_spread_evenly_and_lie_in_the_chart() -> None:
    assert [columns_for(width, 12, 4) for width in (500, 760, 1200, 1500)] == [1, 2, 2, 4]
    assert columns_for(1084, 12, 1) == 1
    for width in (340, 720, 1084):
        for mirrored in (False, True):
            places = layout(width, mirrored)
            for n in range(3):
                left, bottom, right, top = places.panel(n)
                assert 0 <= left < right <= places.size.width + 0.5
                assert places.dates(n) >= -0.5 or n not in places.dated()
                assert bottom < places.plot(n)[1] < places.plot(n)[3] < top <= places.size.height


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("width", [340, 500, 1084])
@pytest.mark.parametrize("text", [12.0, 24.0])
def test_no_words_overlap_or_are_clipped(chart: TrustChart, width: int, mirrored: bool, text: float) -> None:
    fitting = size(width * text / 12, text)
    chart.show(replace(PICTURE, mirrored=mirrored), COLOURS, fitting)
    visible = [words for words in chart.figure.axes[0].texts if words.get_visible() and words.get_text()]
    boxes = [words.get_window_extent() for words in visible]
    assert not [
        (one.get_text(), other.get_text())
        for n, one in enumerate(visible)
        for m, other in enumerate(visible[:n])
        if boxes[n].overlaps(boxes[m])
    ]
    frame = Bbox.from_bounds(-1, -1, fitting.width + 2, fitting.height + 2)
    assert [words.get_text() for words, box in zip(visible, boxes, strict=True)
            if not (frame.fully_contains(*box.min) and frame.fully_contains(*box.max))] == []  # fmt: skip
