"""The figure of the goals: bars as long as their shares, the mark of the time, and words that touch nothing."""

from dataclasses import replace

import numpy as np
import pytest
from matplotlib.transforms import Bbox

from scorecard.charts.goals import GoalsChart
from scorecard.charts.goals_layout import GoalsLayout, height_for
from scorecard.charts.goals_picture import GoalColours, GoalPanel, GoalsPicture, GoalTone
from scorecard.charts.plot import Size

COLOURS = GoalColours("#ffffff", "#eeece6", "#8b8880", "#1d2129", "#5c6370", "#2b59c3", "#23784b", "#b3372f", "#9a6100")
ONE = GoalPanel("Thank-yous", "Quarter 4 of 2026 · Customer", "312 of 500 calls · 188 missing", "62%", 0.624, 0.55)
REACHED = replace(ONE, name="Calls", right="✓ 110%", share=1.0, tone=GoalTone.REACHED)
AIMLESS = replace(ONE, name="Only counted", right="", share=None)
PICTURE = GoalsPicture((ONE, REACHED, AIMLESS))
LONG = "Every customer who called in the year is called back on the same day, and told what was done about it by whom"


def size_of(picture: GoalsPicture, width: int = 1088, text: float = 12.0) -> Size:
    return Size(width, round(height_for(width, text, len(picture.panels))), 1.0, text)


@pytest.fixture
def chart() -> GoalsChart:
    made = GoalsChart(COLOURS)
    made.show(PICTURE, COLOURS, size_of(PICTURE))
    return made


def shown(chart: GoalsChart) -> list[str]:
    return [text.get_text() for text in chart.figure.axes[0].texts if text.get_visible() and text.get_text()]


def test_a_panel_says_its_name_its_share_and_the_facts(chart: GoalsChart) -> None:
    assert shown(chart)[:4] == [ONE.name, ONE.right, ONE.about, ONE.words]
    assert len(shown(chart)) == 4 + 4 + 3


@pytest.mark.parametrize("mirrored", [False, True])
def test_a_bar_is_as_long_as_its_share_and_begins_where_reading_does(chart: GoalsChart, mirrored: bool) -> None:
    chart.show(replace(PICTURE, mirrored=mirrored), COLOURS, size_of(PICTURE))
    bars = [np.asarray(path.vertices) for path in chart._bars.get_paths()]
    left, _, right, _ = chart.layout.panel(0)
    near = bars[0][:, 0].max() if mirrored else bars[0][:, 0].min()

    assert np.ptp(bars[0][:, 0]) == pytest.approx(0.624 * (right - left))
    assert near == pytest.approx(chart.layout.beginning(0))
    assert len(bars) == 2
    assert len(chart._tracks.get_paths()) == 2
    assert len(chart._marks.get_segments()) == 2


def test_nothing_is_drawn_when_nothing_changed_and_artists_stay(chart: GoalsChart) -> None:
    assert not chart.show(replace(PICTURE), COLOURS, size_of(PICTURE))
    before = [id(artist) for artist in chart.figure.axes[0].get_children()]
    assert chart.show(GoalsPicture((ONE,)), COLOURS, size_of(PICTURE))
    assert [id(artist) for artist in chart.figure.axes[0].get_children()] == before
    assert len(shown(chart)) == 4


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize(("width", "text"), [(1088, 12.0), (420, 12.0), (900, 24.0)])
def test_long_words_of_nine_goals_touch_nothing(chart: GoalsChart, width: int, text: float, mirrored: bool) -> None:
    panels = tuple(replace(ONE, name=f"{n} {LONG}", about=LONG, words=3 * LONG, right="−1,234%") for n in range(9))
    picture = GoalsPicture(panels, mirrored)
    size = size_of(picture, width, text)
    chart.show(picture, COLOURS, size)
    renderer = chart.canvas.get_renderer()  # type: ignore[no-untyped-call]
    boxes = [text.get_window_extent(renderer) for text in chart.figure.axes[0].texts if text.get_visible()]
    whole = Bbox([[0, 0], [width, size.height]])

    assert all(whole.x0 <= box.x0 and box.x1 <= whole.x1 and whole.y0 <= box.y0 and box.y1 <= whole.y1 for box in boxes)
    assert not [
        (n, m)
        for n, one in enumerate(boxes)
        for m, other in enumerate(boxes[:n])
        if min(one.x1, other.x1) - max(one.x0, other.x0) > 1 and min(one.y1, other.y1) - max(one.y0, other.y0) > 2
    ]


def test_keys_and_pointer_find_the_goals() -> None:
    layout = GoalsLayout(Size(1088, 300), 3)
    left, bottom, right, top = layout.panel(1)

    assert layout.at((left + right) / 2, (bottom + top) / 2) == 1
    assert layout.at(-5, 5) is None
    assert (layout.beside(0, 1, 0), layout.beside(2, 1, 0), layout.beside(0, 0, -1)) == (1, 2, 2)
    assert replace(layout, mirrored=True).beside(1, 1, 0) == 0
