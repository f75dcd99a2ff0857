"""The mean score of each weekday over the spread of its days. Made once; later only its artists' data change."""

from collections.abc import Sequence
from math import cos, pi, sin

from matplotlib.collections import LineCollection, PolyCollection

from scorecard.charts.fonts import Faces, present_faces
from scorecard.charts.plot import Size
from scorecard.charts.sheet import Corners, Sheet, box
from scorecard.charts.weekday_layout import WeekdayLayout
from scorecard.charts.weekday_picture import WEEKDAYS, WeekdayColours, WeekdayColumn, WeekdayPicture

GRID = (0, 50, 100)
LEAST_SPREAD = 2.0  # days that are all alike are still to be seen
RIM = 2.0  # of a hollow dot
LINE_ABOVE = 1.0  # of the bar, so that it is seen on every surface
CORNERS = 24
VALUE_SIZE = 1.12
MOST_KEYS = 2
KEY_SIZE = 0.7  # of a dot in the legend


class WeekdayChart:
    def __init__(self, colours: WeekdayColours, faces: Faces | None = None) -> None:
        self._sheet = sheet = Sheet()
        self.figure, self.canvas = sheet.figure, sheet.canvas
        self.layout = WeekdayLayout(Size(600, 220), (0.0,))
        self._colours = colours
        self._picture: WeekdayPicture | None = None
        self._grid = LineCollection([], linewidths=1, zorder=2)
        self._bars = PolyCollection([], linewidths=LINE_ABOVE, zorder=3)
        self._dots = PolyCollection([], linewidths=RIM, zorder=4)
        for collection in (self._grid, self._bars, self._dots):
            sheet.axes.add_collection(collection, autolim=False)
        faces = faces or present_faces()
        self._scale = [sheet.text(faces.regular, "center_baseline") for _ in GRID]
        self._names = [sheet.text(faces.regular, "top") for _ in range(WEEKDAYS)]
        self._counts = [sheet.text(faces.regular, "top") for _ in range(WEEKDAYS)]
        self._values = [sheet.text(faces.strong, "baseline") for _ in range(WEEKDAYS)]
        self._keys = [sheet.text(faces.regular, "center_baseline") for _ in range(MOST_KEYS)]

    def show(self, picture: WeekdayPicture, colours: WeekdayColours, size: Size) -> bool:
        """Draws the figure into its canvas, unless it shows just that already; returns whether it drew."""
        if (picture, colours, size) == (self._picture, self._colours, self.layout.size):
            return False
        self._picture, self._colours = picture, colours
        self._fit(picture, size)
        self._place_scale(picture)
        self._place_marks(picture.columns)
        self._place_words(picture.columns)
        self._place_legend(picture)
        self.canvas.draw()
        return True

    def _fit(self, picture: WeekdayPicture, size: Size) -> None:
        self._sheet.fit(size, self._colours.surface)
        for text in (*self._scale, *self._names, *self._counts, *self._keys):
            text.set_fontsize(size.text)
            text.set_color(self._colours.text_quiet)
        for text in self._values:
            text.set_fontsize(VALUE_SIZE * size.text)
            text.set_color(self._colours.text)
        widths = tuple(self._sheet.width(words, self._keys[0], size.ratio) for words in picture.legend)
        self.layout = WeekdayLayout(size, widths, picture.mirrored)

    def _place_scale(self, picture: WeekdayPicture) -> None:
        layout, plot, gap = self.layout, self.layout.plot, self.layout.size.text / 2
        x = plot.right + gap if picture.mirrored else plot.left - gap
        for text, height, words in zip(self._scale, GRID, picture.grid, strict=True):
            text.set(x=x, y=layout.y(height), text=words)
            text.set_horizontalalignment("left" if picture.mirrored else "right")
        self._grid.set_segments([[(plot.left, layout.y(at)), (plot.right, layout.y(at))] for at in GRID])
        self._grid.set_color(self._colours.grid)

    def _place_marks(self, columns: Sequence[WeekdayColumn]) -> None:
        layout, colours = self.layout, self._colours
        bars, dots, fills = [], [], []
        for n, column in enumerate(columns):
            if column.mean is None:
                continue
            if not column.hollow:
                foot = layout.y(column.lower)
                bars.append(box(layout.bar(n), foot, max(layout.y(column.upper), foot + LEAST_SPREAD)))
            dots.append(self._dot(layout.plot.centre(n), layout.y(column.mean)))
            fills.append(colours.surface if column.hollow else colours.mean)
        spread, *hollow = layout.keys
        middle, half = layout.key_y(spread.line), 0.55 * layout.size.text
        bars.append(box(spread.swatch, middle - half, middle + half))
        dots += [self._dot(sum(key.swatch) / 2, layout.key_y(key.line), KEY_SIZE) for key in layout.keys]
        fills += [colours.mean, *(colours.surface for _ in hollow)]
        self._bars.set_verts(bars)
        self._bars.set_facecolor(colours.spread)
        self._bars.set_edgecolor(colours.mean)
        self._dots.set_verts(dots)
        self._dots.set_facecolor(fills)
        self._dots.set_edgecolor(colours.mean)

    def _dot(self, x: float, y: float, size: float = 1.0) -> Corners:
        radius, turn = size * self.layout.dot, 2 * pi / CORNERS
        return [(x + radius * cos(n * turn), y + radius * sin(n * turn)) for n in range(CORNERS)]

    def _place_words(self, columns: Sequence[WeekdayColumn]) -> None:
        layout = self.layout
        for n, column in enumerate(columns):
            x = layout.plot.centre(n)
            self._names[n].set(x=x, y=layout.name, text=column.label)
            self._counts[n].set(x=x, y=layout.count, text=column.count, visible=bool(column.count))
            self._values[n].set_visible(column.mean is not None)
            if column.mean is not None:
                above = max(layout.y(column.upper), layout.y(column.mean) + layout.dot + RIM)
                self._values[n].set(x=x, y=above + 0.4 * layout.size.text, text=column.value)

    def _place_legend(self, picture: WeekdayPicture) -> None:
        for text in self._keys:
            text.set_visible(False)
        for text, key, words in zip(self._keys, self.layout.keys, picture.legend, strict=False):
            text.set(visible=True, x=key.words, y=self.layout.key_y(key.line), text=words)
            text.set_horizontalalignment("right" if picture.mirrored else "left")
