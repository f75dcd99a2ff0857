"""Promises by week: kept above the line, missed below it. The figure is made once; later only its artists' data change.

Levels differ in hatching as well as in colour.
"""

import numpy as np
from matplotlib.collections import LineCollection, PathCollection

from scorecard.charts.fonts import Faces, present_faces
from scorecard.charts.places import Frame
from scorecard.charts.plot import Interval, Size
from scorecard.charts.promises_layout import PromisesLayout
from scorecard.charts.promises_picture import MOST_LABELS, MOST_TICKS, PromiseColours, PromisesPicture
from scorecard.charts.sheet import Corners, Sheet
from scorecard.charts.year_cells import path_of

HATCHES = (None, "////", "....", "xxxx")  # of the three levels, and of what was missed
MISSED = len(HATCHES) - 1
EDGE = 1.0  # of the surface around every part, so that they stand apart
HATCH = 0.8  # the strokes of the hatching
PRESENT = 2.0  # the line below the present week

Segment = tuple[Interval, int, int]  # from number to number


class PromisesChart:
    def __init__(self, colours: PromiseColours, faces: Faces | None = None) -> None:
        self._sheet = sheet = Sheet()
        self.figure, self.canvas = sheet.figure, sheet.canvas
        self.layout = PromisesLayout(Size(900, 200), 1, 0, 1)
        self._colours = colours
        self._picture: PromisesPicture | None = None
        self._faces = faces = faces or present_faces()
        self._grid = LineCollection([], linewidths=1, zorder=2)
        self._bars = [PathCollection([], linewidths=EDGE, hatch=hatch, zorder=3) for hatch in HATCHES]
        self._zero = LineCollection([], linewidths=1, zorder=4)
        self._present = LineCollection([], linewidths=PRESENT, zorder=4)
        for collection in (self._grid, *self._bars, self._zero, self._present):
            sheet.axes.add_collection(collection, autolim=False)
        self._ticks = [sheet.text(faces.regular, "center_baseline") for _ in range(MOST_TICKS)]
        self._labels = [sheet.text(faces.regular, "top") for _ in range(MOST_LABELS)]
        self._keys = [sheet.text(faces.regular, "center_baseline") for _ in HATCHES]

    def show(self, picture: PromisesPicture, colours: PromiseColours, size: Size) -> bool:
        """Draws the figure into its canvas, unless it shows just that already; returns whether it drew."""
        if (picture, colours, size) == (self._picture, self._colours, self.layout.size):
            return False
        self._picture, self._colours = picture, colours
        self._fit(picture, size)
        self._place_ticks(picture)
        self._place_labels(picture)
        self._place_bars(picture)
        self._place_legend(picture)
        self.canvas.draw()
        return True

    def _fit(self, picture: PromisesPicture, size: Size) -> None:
        self._sheet.fit(size, self._colours.surface)
        for text in (*self._ticks, *self._labels, *self._keys):
            text.set_fontsize(size.text)
        widths = tuple(
            self._sheet.width(words, text, size.ratio) for words, text in zip(picture.legend, self._keys, strict=True)
        )
        self.layout = PromisesLayout(
            size, len(picture.columns), picture.lowest, picture.highest, widths, picture.mirrored
        )  # fmt: skip

    def _place_ticks(self, picture: PromisesPicture) -> None:
        layout, plot, gap = self.layout, self.layout.plot, self.layout.size.text / 2
        x = plot.right + gap if picture.mirrored else plot.left - gap
        for text in self._ticks:
            text.set_visible(False)
        for text, tick in zip(self._ticks, picture.ticks, strict=False):
            text.set(visible=True, x=x, y=layout.y(tick.at), text=tick.words, color=self._colours.text_quiet)
            text.set_horizontalalignment("left" if picture.mirrored else "right")
        lines = [self._across(layout.y(tick.at)) for tick in picture.ticks if tick.at]
        self._grid.set_segments(lines)
        self._grid.set_color(self._colours.grid)
        self._zero.set_segments([self._across(layout.y(0))])
        self._zero.set_color(self._colours.text_quiet)

    def _across(self, y: float) -> Corners:
        return [(self.layout.plot.left, y), (self.layout.plot.right, y)]

    def _place_labels(self, picture: PromisesPicture) -> None:
        layout, colours = self.layout, self._colours
        marks = []
        for text in self._labels:
            text.set_visible(False)
        for text, n in zip(self._labels, layout.labelled, strict=False):
            column = picture.columns[n]
            text.set_fontproperties(self._faces.strong if column.present else self._faces.regular)
            text.set_fontsize(layout.size.text)
            ink = colours.text if column.present else colours.text_quiet
            text.set(visible=True, x=layout.plot.centre(n), y=layout.label, text=column.label, color=ink)
            if column.present:
                start, end = layout.bar(n)
                y = layout.label - 1.45 * layout.size.text
                marks.append([(start, y), (end, y)])
        self._present.set_segments(marks)
        self._present.set_color(colours.accent)

    def _place_bars(self, picture: PromisesPicture) -> None:
        segments: list[list[Segment]] = [[] for _ in HATCHES]
        for n, column in enumerate(picture.columns):
            foot = 0
            for level, number in enumerate(column.kept):
                segments[level].append((self.layout.bar(n), foot, foot + number))
                foot += number
            segments[MISSED].append((self.layout.bar(n), -column.missed, 0))
        swatches = self._swatches()
        inks = (*self._colours.levels, self._colours.missed)
        for drawn, parts, swatch, ink in zip(self._bars, segments, swatches, inks, strict=True):
            shown = [(x[0], self.layout.y(low), x[1], self.layout.y(high)) for x, low, high in parts if low < high]
            # As one path, so that its hatching is worked out once and not for every bar.
            drawn.set_paths([path_of(np.array([*shown, swatch]))])
            drawn.set_facecolor(ink)
            drawn.set_edgecolor(self._colours.surface)
            drawn.set_hatchcolor(self._colours.surface)
            drawn.set_hatch_linewidth(HATCH)

    def _swatches(self) -> list[Frame]:
        half = 0.45 * self.layout.size.text
        middles = [self.layout.legend_y(key.line) for key in self.layout.keys]
        keys = zip(self.layout.keys, middles, strict=True)
        return [(key.swatch[0], y - half, key.swatch[1], y + half) for key, y in keys]

    def _place_legend(self, picture: PromisesPicture) -> None:
        for text, key, words in zip(self._keys, self.layout.keys, picture.legend, strict=True):
            text.set(x=key.words, y=self.layout.legend_y(key.line), text=words, color=self._colours.text_quiet)
            text.set_horizontalalignment("right" if picture.mirrored else "left")
