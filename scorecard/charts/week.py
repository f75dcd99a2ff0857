"""The days of one week as bars. The figure is made once; afterwards only its artists' data change."""

from collections.abc import Sequence

from matplotlib.collections import PolyCollection

from scorecard.charts.fonts import Faces, present_faces
from scorecard.charts.levels import Box, Levels
from scorecard.charts.plot import Size
from scorecard.charts.sheet import Sheet, box
from scorecard.charts.week_layout import DAYS, WeekLayout
from scorecard.charts.week_picture import Bar, ChartColours, WeekPicture

LEAST_BAR = 2.0  # a score of zero is still to be seen, and is no gap
RIM = 2.0  # of a hollow bar
MOST_SPANS = (DAYS + 1) // 2  # every other day away
VALUE_SIZE = 1.12  # of the numbers above the bars, to the other letters


class WeekChart:
    def __init__(self, colours: ChartColours, faces: Faces | None = None) -> None:
        self._sheet = sheet = Sheet()
        self.figure, self.canvas = sheet.figure, sheet.canvas
        self.layout = WeekLayout(Size(900, 290))
        self._colours = colours
        self._picture: WeekPicture | None = None
        self._spans = PolyCollection([], linewidths=0, zorder=1)
        self._bars = PolyCollection([], zorder=3)
        for collection in (self._spans, self._bars):
            sheet.axes.add_collection(collection, autolim=False)
        faces = faces or present_faces()
        self.levels = Levels(sheet, faces)
        self._days = [sheet.text(faces.regular, "top") for _ in range(DAYS)]
        self._values = [sheet.text(faces.strong, "baseline") for _ in range(DAYS)]
        self._away = [sheet.text(faces.regular, "center_baseline") for _ in range(MOST_SPANS)]

    def show(self, picture: WeekPicture, colours: ChartColours, size: Size) -> bool:
        """Draws the figure into its canvas, unless it shows just that already; returns whether it drew."""
        if (picture, colours, size) == (self._picture, self._colours, self.layout.size):
            return False
        self._picture, self._colours = picture, colours
        self._fit(picture, size)
        self._place_away(picture)
        self._place_bars(picture.bars)
        gaps = self._place_values(picture.bars)
        self.levels.show(picture.grid, (picture.mean, picture.last_mean), colours, self.layout, gaps)
        self.canvas.draw()
        return True

    def _fit(self, picture: WeekPicture, size: Size) -> None:
        self._sheet.fit(size, self._colours.surface)
        for text in (*self._days, *self._away):
            text.set_fontsize(size.text)
        for text in self._values:
            text.set_fontsize(VALUE_SIZE * size.text)
        widest = self.levels.width((picture.mean, picture.last_mean), size)
        self.layout = WeekLayout(size, widest, picture.mirrored)

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
