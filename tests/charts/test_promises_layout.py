"""Where the parts of the chart of promises lie, and which numbers stand beside it."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.charts.plot import Size
from scorecard.charts.promises_layout import PromisesLayout
from scorecard.charts.promises_picture import MOST_LABELS, MOST_TICKS, ticks_for

LAYOUT = PromisesLayout(Size(1084, 220), 10, -2, 8, (80, 70, 90, 45))


@pytest.mark.parametrize(
    ("kept", "missed", "ticks"),
    [
        (0, 0, (0, 1)),
        (0, 2, (-2, -1, 0, 1)),
        (7, 1, (0, 2, 4, 6, 8)),
        (8, 2, (-2, 0, 2, 4, 6, 8)),
        (9, 3, (0, 5, 10)),
        (43, 12, (0, 20, 40, 60)),
    ],
)
def test_the_numbers_beside_the_chart_are_round_and_few(kept: int, missed: int, ticks: tuple[int, ...]) -> None:
    assert ticks_for(kept, missed) == ticks


@given(st.integers(0, 5000), st.integers(0, 5000))
def test_every_bar_fits_between_the_lowest_and_the_highest_number(kept: int, missed: int) -> None:
    ticks = ticks_for(kept, missed)
    assert len(ticks) <= MOST_TICKS
    assert 0 in ticks
    assert ticks[-1] >= max(kept, 1)
    assert ticks[0] >= -missed
    assert len({later - earlier for earlier, later in pairwise(ticks)}) == 1, "evenly apart"


def test_numbers_above_and_below_the_line_have_the_same_height() -> None:
    assert LAYOUT.y(-2) == pytest.approx(LAYOUT.plot.bottom)
    assert LAYOUT.y(8) == pytest.approx(LAYOUT.plot.top)
    assert LAYOUT.y(0) - LAYOUT.y(-1) == pytest.approx(LAYOUT.y(5) - LAYOUT.y(4))


def test_the_legend_is_broken_where_it_does_not_fit() -> None:
    narrow = replace(LAYOUT, size=Size(300, 220))
    assert [key.line for key in LAYOUT.keys] == [0, 0, 0, 0]
    assert [key.line for key in narrow.keys] == [0, 0, 1, 1]
    assert narrow.plot.bottom > LAYOUT.plot.bottom
    assert narrow.legend_y(1) < narrow.legend_y(0) < narrow.label < narrow.plot.bottom


def test_mirrored_everything_changes_sides() -> None:
    mirrored = replace(LAYOUT, mirrored=True)
    width = LAYOUT.size.width
    for n in range(LAYOUT.count):
        assert mirrored.plot.centre(n) == pytest.approx(width - LAYOUT.plot.centre(n))
    for key, other in zip(LAYOUT.keys, mirrored.keys, strict=True):
        assert other.swatch == pytest.approx((width - key.swatch[1], width - key.swatch[0]))
        assert other.words == pytest.approx(width - key.words)


@pytest.mark.parametrize(("count", "width"), [(10, 430), (13, 430), (52, 430), (52, 1084), (1, 100)])
def test_labels_stand_apart_and_the_last_week_has_one(count: int, width: int) -> None:
    layout = PromisesLayout(Size(width, 220), count, -2, 6)
    labelled = list(layout.labelled)
    assert labelled[0] == count - 1
    assert len(labelled) <= MOST_LABELS
    centres = [layout.plot.centre(n) for n in labelled]
    assert all(later - earlier >= 2 * layout.size.text for later, earlier in pairwise(centres))
