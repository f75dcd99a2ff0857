"""The scale of a score, 0 to 100, and lines across it with words at the side."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import nan

from matplotlib.collections import LineCollection
from matplotlib.lines import Line2D

from scorecard.charts.fonts import Faces
from scorecard.charts.plot import Interval, Size
from scorecard.charts.score_layout import ScoredLayout
from scorecard.charts.sheet import Corners, Sheet
from scorecard.charts.week_layout import apart, unbroken
from scorecard.charts.week_picture import ChartColours, Level

GRID = (0, 50, 100)


@dataclass(frozen=True, slots=True)
class Box:
    """What something takes up that no line may cross."""

    across: Interval
    upward: Interval


class Levels:
    """`show` moves what the constructor put on the sheet: a line and words for the mean, and for the one before."""

    def __init__(self, sheet: Sheet, faces: Faces) -> None:
        self._sheet = sheet
        self._grid = LineCollection([], linewidths=1, zorder=2)
        sheet.axes.add_collection(self._grid, autolim=False)
        self.lines = [
            sheet.axes.add_line(Line2D([], [], linewidth=1.6, dashes=(4, 2.5), zorder=4)),
            sheet.axes.add_line(Line2D([], [], linewidth=1.3, dashes=(1, 2.2), zorder=4)),
        ]
        self._scale = [sheet.text(faces.regular, "center_baseline") for _ in GRID]
        self._words = [sheet.text(faces.regular, "center_baseline") for _ in self.lines]

    def width(self, levels: Sequence[Level | None], size: Size) -> float:
        """Of the longest words at the side; 0 when there are none."""
        for text in (*self._scale, *self._words):
            text.set_fontsize(size.text)
        words = [level.words for level in levels if level is not None]
        return max((self._sheet.width(word, self._words[0], size.ratio) for word in words), default=0.0)

    def show(
        self,
        grid: Sequence[str],
        levels: Sequence[Level | None],
        colours: ChartColours,
        layout: ScoredLayout,
        gaps: Sequence[Box] = (),
    ) -> None:
        """All lines are interrupted at `gaps`."""
        self._place_scale(grid, colours, layout)
        self._grid.set_segments([line for height in GRID for line in _lines(layout, height, gaps)])
        shown = [level.height for level in levels if level is not None]
        distance = 1.35 * layout.size.text
        heights = iter(apart([layout.y(height) for height in shown], distance, (layout.bottom, layout.top)))
        inks = (colours.accent, colours.text_quiet)
        for level, line, words, ink in zip(levels, self.lines, self._words, inks, strict=True):
            line.set_visible(level is not None)
            words.set_visible(level is not None)
            if level is not None:
                line.set_data(*_strokes(_lines(layout, level.height, gaps)))
                line.set_color(ink)
                x = layout.left - layout.size.text / 2 if layout.mirrored else layout.right + layout.size.text / 2
                words.set(x=x, y=next(heights), text=level.words, color=ink)
                words.set_horizontalalignment("right" if layout.mirrored else "left")

    def _place_scale(self, grid: Sequence[str], colours: ChartColours, layout: ScoredLayout) -> None:
        gap = layout.size.text / 2
        x = layout.right + gap if layout.mirrored else layout.left - gap
        self._grid.set_color(colours.grid)
        for text, height, words in zip(self._scale, GRID, grid, strict=True):
            text.set(x=x, y=layout.y(height), text=words, color=colours.text_quiet)
            text.set_horizontalalignment("left" if layout.mirrored else "right")


def _lines(layout: ScoredLayout, height: float, gaps: Sequence[Box]) -> list[Corners]:
    """The line at `height`, interrupted where something stands."""
    y = layout.y(height)
    crossed = [gap.across for gap in gaps if gap.upward[0] < y < gap.upward[1]]
    return [[(start, y), (end, y)] for start, end in unbroken((layout.left, layout.right), crossed)]


def _strokes(lines: Sequence[Corners]) -> tuple[list[float], list[float]]:
    """The lines as one, which a NaN interrupts."""
    points = [point for start, end in lines for point in (start, end, (nan, nan))]
    return [x for x, _ in points], [y for _, y in points]
