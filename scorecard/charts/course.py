"""The day scores of a month or more, as bars or as bands. The figure is made once; later only its artists change."""

from collections.abc import Iterable, Sequence
from math import nan

from matplotlib.collections import PolyCollection
from matplotlib.colors import to_rgb
from matplotlib.lines import Line2D

from scorecard.charts.course_ground import CourseGround
from scorecard.charts.course_layout import CourseLayout
from scorecard.charts.course_picture import CoursePicture, Range
from scorecard.charts.fonts import Faces, present_faces
from scorecard.charts.levels import Levels
from scorecard.charts.plot import Size
from scorecard.charts.sheet import Sheet, box
from scorecard.charts.week_picture import Bar, ChartColours

# Widths of strokes are at the ordinary text size.
LEAST_BAR = 2.0  # a score of zero is still to be seen, and is no gap
RIM = 1.6  # of a hollow bar
EDGE = 1.0  # of a band
TINT = 0.34  # of a band: as much of its tone, the rest is the surface
LINE = 2.0
CASING = 4.4  # the line stands out from the bars by an edge of the surface
MOST_POINT = 6.0
MOST_VALUES = 31
TICK_LINE = 1.8  # below the plot, in heights of a letter
MOST_AWAY = 6
VALUE_SIZE = 0.9  # of the numbers in the bars, to the other letters


class CourseChart:
    def __init__(self, colours: ChartColours, faces: Faces | None = None) -> None:
        self._sheet = sheet = Sheet()
        self.figure, self.canvas = sheet.figure, sheet.canvas
        self.layout = CourseLayout(Size(900, 236), 31)
        self._colours = colours
        self._picture: CoursePicture | None = None
        faces = faces or present_faces()
        self._ground = CourseGround(sheet, faces, TICK_LINE)
        self._bars = PolyCollection([], zorder=3)
        sheet.axes.add_collection(self._bars, autolim=False)
        self._casing = sheet.axes.add_line(Line2D([], [], zorder=4.1, solid_capstyle="butt"))
        self._line = sheet.axes.add_line(Line2D([], [], zorder=4.2))
        self._points = [
            sheet.axes.add_line(Line2D([], [], linestyle="none", marker="o", zorder=4.3)) for _ in (False, True)
        ]
        self.levels = Levels(sheet, faces)
        self._values = [sheet.text(faces.strong, "baseline") for _ in range(MOST_VALUES)]
        self._away = [sheet.text(faces.regular, "center_baseline") for _ in range(MOST_AWAY)]

    def show(self, picture: CoursePicture, colours: ChartColours, size: Size) -> bool:
        """Draws the figure into its canvas, unless it shows just that already; returns whether it drew."""
        if (picture, colours, size) == (self._picture, self._colours, self.layout.size):
            return False
        self._picture, self._colours = picture, colours
        self._fit(picture, size)
        self.levels.show(picture.grid, (picture.mean, picture.before), colours, self.layout)
        self._place_away(picture)
        self._ground.place_ticks(picture.scales, colours, self.layout)
        self._place_bars([(n, bar) for n, bar in enumerate(picture.bars) if bar.height is not None])
        if picture.ranges:
            self._place_ranges([(n, reach) for n, reach in enumerate(picture.ranges) if reach is not None])
        self._place_values(picture.bars)
        self._place_line(picture)
        self.canvas.draw()
        return True

    def _fit(self, picture: CoursePicture, size: Size) -> None:
        self._sheet.fit(size, self._colours.surface)
        self._ground.fit(size)
        for text in self._away:
            text.set_fontsize(size.text)
        for text in self._values:
            text.set_fontsize(VALUE_SIZE * size.text)
        widest = self.levels.width((picture.mean, picture.before), size)
        self.layout = CourseLayout(size, picture.count, widest, picture.mirrored)

    def _place_away(self, picture: CoursePicture) -> None:
        layout = self.layout
        stretches = [layout.stretch(*ends) for ends in picture.away]
        self._ground.place_away(stretches, self._colours, layout)
        needed = self._sheet.width(picture.away_words, self._away[0], layout.size.ratio) + layout.size.text / 2
        roomy = [ends for ends in stretches if ends[1] - ends[0] > needed]
        for text in self._away:
            text.set_visible(False)
        for text, (left, right) in zip(self._away, roomy, strict=False):
            x, y = (left + right) / 2, layout.top - 0.8 * layout.size.text
            text.set(visible=True, x=x, y=y, text=picture.away_words, color=self._colours.text_quiet)

    def _place_bars(self, bars: Sequence[tuple[int, Bar]]) -> None:
        layout, colours = self.layout, self._colours
        tones = [colours.of(bar.tone) for _, bar in bars]
        rims = [min(RIM * layout.scale, layout.column_width / 5) if bar.hollow else 0.0 for _, bar in bars]
        self._bars.set_verts([
            box(layout.bar(n), layout.bottom, self._top_of(bar), rim / 2)
            for (n, bar), rim in zip(bars, rims, strict=True)
        ])  # fmt: skip
        self._bars.set_linewidth(rims)
        self._bars.set_edgecolor(tones)
        self._bars.set_facecolor([
            colours.surface if bar.hollow else tone for (_, bar), tone in zip(bars, tones, strict=True)
        ])  # fmt: skip

    def _top_of(self, bar: Bar) -> float:
        return max(self.layout.y(bar.height or 0), self.layout.bottom + LEAST_BAR)

    def _place_ranges(self, ranges: Sequence[tuple[int, Range]]) -> None:
        layout, colours = self.layout, self._colours
        tones = [colours.of(reach.tone) for _, reach in ranges]
        rim = min(EDGE * layout.scale, layout.column_width / 6)
        self._bars.set_verts([
            box(layout.bar(n), layout.y(reach.low) - LEAST_BAR / 2, layout.y(reach.high) + LEAST_BAR / 2, rim / 2)
            for n, reach in ranges
        ])  # fmt: skip
        self._bars.set_linewidth(rim)
        self._bars.set_edgecolor(tones)
        self._bars.set_facecolor([
            to_rgb(colours.surface) if reach.hollow else _mixed(tone, colours.surface)
            for (_, reach), tone in zip(ranges, tones, strict=True)
        ])  # fmt: skip

    def _place_values(self, bars: Sequence[Bar]) -> None:
        """Numbers at the foot of the bars, or above those too low to hold one; none unless there is room for all."""
        layout, colours = self.layout, self._colours
        for text in self._values:
            text.set_visible(False)
        if len(bars) > len(self._values):
            return
        widest = max((self._width_of(bar.value) for bar in bars if bar.height is not None), default=0.0)
        if widest > layout.column_width * 0.9:
            return
        high = 1.5 * VALUE_SIZE * layout.size.text
        for n, (text, bar) in enumerate(zip(self._values, bars, strict=False)):
            if bar.height is None:
                continue
            start, end = layout.bar(n)
            inside = self._top_of(bar) - layout.bottom > high and widest < end - start
            y = (layout.bottom if inside else self._top_of(bar)) + 0.4 * layout.size.text
            ink = colours.surface if inside and not bar.hollow else colours.text
            text.set(visible=True, x=(start + end) / 2, y=y, text=bar.value, color=ink)

    def _width_of(self, value: str) -> float:
        return self._sheet.width(value, self._values[0], self.layout.size.ratio)

    def _place_line(self, picture: CoursePicture) -> None:
        layout = self.layout
        xs = [layout.x(n + 0.5) for n in range(len(picture.line))]
        ys = [nan if height is None else layout.y(height) for height in picture.line]
        strokes = ((self._casing, CASING, self._colours.surface), (self._line, LINE, self._colours.accent))
        for line, width, ink in strokes:
            line.set_data(xs, ys)
            line.set(color=ink, linewidth=width * layout.scale)
        solid = [n for n, reach in enumerate(picture.ranges) if reach is not None and not reach.hollow]
        hollow = [n for n, reach in enumerate(picture.ranges) if reach is not None and reach.hollow]
        fills = (self._colours.accent, self._colours.surface)
        size = min(MOST_POINT * layout.scale, 0.62 * layout.column_width)
        for points, which, fill in zip(self._points, (solid, hollow), fills, strict=True):
            points.set_data(_at(xs, which), _at(ys, which))
            points.set(markersize=size, markeredgewidth=size / 5)
            points.set_markeredgecolor(self._colours.accent)
            points.set_markerfacecolor(fill)


def _at(numbers: Sequence[float], which: Iterable[int]) -> list[float]:
    return [numbers[n] for n in which]


def _mixed(tone: str, surface: str) -> tuple[float, float, float]:
    inks, grounds = to_rgb(tone), to_rgb(surface)
    red, green, blue = (TINT * ink + (1 - TINT) * ground for ink, ground in zip(inks, grounds, strict=True))
    return red, green, blue
