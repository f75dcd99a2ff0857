"""The days of one week as bars. The figure is made once; afterwards only its artists' data change."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import nan

from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.lines import Line2D

from scorecard.charts.fonts import Faces, present_faces
from scorecard.charts.plot import Interval, Size
from scorecard.charts.sheet import Corners, Sheet, box
from scorecard.charts.week_layout import DAYS, WeekLayout, apart, unbroken
from scorecard.charts.week_picture import Bar, ChartColours, Level, WeekPicture

GRID = (0, 50, 100)
LEAST_BAR = 2.0  # a score of zero is still to be seen, and is no gap
RIM = 2.0  # of a hollow bar
MOST_SPANS = (DAYS + 1) // 2  # every other day away
VALUE_SIZE = 1.12  # of the numbers above the bars, to the other letters


@dataclass(frozen=True, slots=True)
class Box:
    across: Interval
    upward: Interval


class WeekChart:
    def __init__(self, colours: ChartColours, faces: Faces | None = None) -> None:
        self._sheet = sheet = Sheet()
        self.figure, self.canvas = sheet.figure, sheet.canvas
        self.layout = WeekLayout(Size(900, 290))
        self._colours = colours
        self._picture: WeekPicture | None = None
        self._spans = PolyCollection([], linewidths=0, zorder=1)
        self._grid = LineCollection([], linewidths=1, zorder=2)
        self._bars = PolyCollection([], zorder=3)
        for collection in (self._spans, self._grid, self._bars):
            sheet.axes.add_collection(collection, autolim=False)
        self._level_lines = [
            sheet.axes.add_line(Line2D([], [], linewidth=1.6, dashes=(4, 2.5), zorder=4)),
            sheet.axes.add_line(Line2D([], [], linewidth=1.3, dashes=(1, 2.2), zorder=4)),
        ]
        faces = faces or present_faces()
        self._scale = [sheet.text(faces.regular, "center_baseline") for _ in GRID]
        self._days = [sheet.text(faces.regular, "top") for _ in range(DAYS)]
        self._values = [sheet.text(faces.strong, "baseline") for _ in range(DAYS)]
        self._away = [sheet.text(faces.regular, "center_baseline") for _ in range(MOST_SPANS)]
        self._level_words = [sheet.text(faces.regular, "center_baseline") for _ in range(2)]

    def show(self, picture: WeekPicture, colours: ChartColours, size: Size) -> bool:
        """Draws the figure into its canvas, unless it shows just that already; returns whether it drew."""
        if (picture, colours, size) == (self._picture, self._colours, self.layout.size):
            return False
        self._picture, self._colours = picture, colours
        self._fit(picture, size)
        self._place_scale(picture)
        self._place_away(picture)
        self._place_bars(picture.bars)
        gaps = self._place_values(picture.bars)
        self._grid.set_segments([line for height in GRID for line in self._line(height, gaps)])
        self._place_levels([picture.mean, picture.last_mean], gaps)
        self.canvas.draw()
        return True

    def _fit(self, picture: WeekPicture, size: Size) -> None:
        self._sheet.fit(size, self._colours.surface)
        for text in (*self._scale, *self._days, *self._away, *self._level_words):
            text.set_fontsize(size.text)
        for text in self._values:
            text.set_fontsize(VALUE_SIZE * size.text)
        words = [level.words for level in (picture.mean, picture.last_mean) if level is not None]
        widest = max((self._sheet.width(word, self._level_words[0], size.ratio) for word in words), default=0.0)
        self.layout = WeekLayout(size, widest, picture.mirrored)

    def _place_scale(self, picture: WeekPicture) -> None:
        layout, gap = self.layout, self.layout.size.text / 2
        x = layout.right + gap if picture.mirrored else layout.left - gap
        self._grid.set_color(self._colours.grid)
        for text, height, words in zip(self._scale, GRID, picture.grid, strict=True):
            text.set(x=x, y=layout.y(height), text=words, color=self._colours.text_quiet)
            text.set_horizontalalignment("left" if picture.mirrored else "right")

    def _place_away(self, picture: WeekPicture) -> None:
        layout, spans = self.layout, picture.away_spans
        edges = [(*layout.column(first), *layout.column(last)) for first, last in spans]
        boxes = [box((min(ends), max(ends)), layout.bottom, layout.top) for ends in edges]
        self._spans.set_verts(boxes)
        self._spans.set_facecolor(self._colours.shade)
        for text in self._away:
            text.set_visible(False)
        for text, (first, last) in zip(self._away, spans, strict=False):
            x = (layout.centre(first) + layout.centre(last)) / 2
            text.set(visible=True, x=x, y=layout.y(25), text=picture.away, color=self._colours.text_quiet)

    def _place_bars(self, bars: Sequence[Bar]) -> None:
        layout, colours = self.layout, self._colours
        drawn = [(n, bar, bar.height) for n, bar in enumerate(bars) if bar.height is not None]
        tones = [colours.of(bar.tone) for _, bar, _ in drawn]
        rims = [RIM if bar.hollow else 0.0 for _, bar, _ in drawn]
        self._bars.set_verts([
            box(layout.bar(n), layout.bottom, max(layout.y(height), layout.bottom + LEAST_BAR), rim / 2)
            for (n, _, height), rim in zip(drawn, rims, strict=True)
        ])  # fmt: skip
        self._bars.set_linewidth(rims)
        self._bars.set_edgecolor(tones)
        self._bars.set_facecolor(
            [colours.surface if bar.hollow else tone for (_, bar, _), tone in zip(drawn, tones, strict=True)]
        )

    def _place_values(self, bars: Sequence[Bar]) -> list[Box]:
        """Writes below and above the bars; returns what the numbers above take up."""
        layout, size = self.layout, self.layout.size
        columns = [layout.column(n) for n in range(DAYS)]
        room = columns[0][1] - columns[0][0] - size.text / 2
        narrow = any(self._sheet.width(bar.label, self._days[0], size.ratio) > room for bar in bars)
        boxes = []
        for n, (bar, day, value) in enumerate(zip(bars, self._days, self._values, strict=True)):
            label = bar.label.replace(" ", "\n", 1) if narrow else bar.label
            day.set(x=layout.centre(n), y=layout.bottom - size.text / 3, text=label, color=self._colours.text_quiet)
            value.set_visible(bar.height is not None)
            if bar.height is not None:
                foot = layout.y(bar.height) + size.text / 2
                value.set(x=layout.centre(n), y=foot, text=bar.value, color=self._colours.text)
                half = self._sheet.width(bar.value, value, size.ratio) / 2 + size.text / 3
                ends = (layout.centre(n) - half, layout.centre(n) + half)
                boxes.append(Box(ends, (foot - size.text / 4, foot + VALUE_SIZE * size.text)))
        return boxes

    def _place_levels(self, levels: Sequence[Level | None], gaps: Sequence[Box]) -> None:
        layout, size, colours = self.layout, self.layout.size, self._colours
        shown = [level.height for level in levels if level is not None]
        heights = iter(apart([layout.y(height) for height in shown], 1.35 * size.text, (layout.bottom, layout.top)))
        inks = (colours.accent, colours.text_quiet)
        for level, line, words, ink in zip(levels, self._level_lines, self._level_words, inks, strict=True):
            line.set_visible(level is not None)
            words.set_visible(level is not None)
            if level is not None:
                line.set_data(*_strokes(self._line(level.height, gaps)))
                line.set_color(ink)
                x = layout.left - size.text / 2 if layout.mirrored else layout.right + size.text / 2
                words.set(x=x, y=next(heights), text=level.words, color=ink)
                words.set_horizontalalignment("right" if layout.mirrored else "left")

    def _line(self, height: float, gaps: Sequence[Box]) -> list[Corners]:
        """The line at `height`, interrupted where a number stands."""
        y = self.layout.y(height)
        crossed = [box.across for box in gaps if box.upward[0] < y < box.upward[1]]
        return [[(start, y), (end, y)] for start, end in unbroken((self.layout.left, self.layout.right), crossed)]


def _strokes(lines: Sequence[Corners]) -> tuple[list[float], list[float]]:
    """The lines as one, which a NaN interrupts."""
    points = [point for start, end in lines for point in (start, end, (nan, nan))]
    return [x for x, _ in points], [y for _, y in points]
