"""Each measure in a panel of its own, all on one sheet. The figure is made once; later its artists' data change.

What is asked differs by its line, not only by colour: at least is drawn through, at most is dashed, between is a band.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import nan

from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.lines import Line2D
from matplotlib.text import Text

from scorecard.charts.fonts import Faces, present_faces
from scorecard.charts.lettering import fitted, shortened, whatever_the_script
from scorecard.charts.measures_layout import MeasuresLayout
from scorecard.charts.measures_picture import Bound, Dot, MeasureColours, MeasuresPicture, Panel
from scorecard.charts.plot import Size
from scorecard.charts.sheet import Corners, Sheet, box

NAME_SIZE = 1.06  # to the other letters
NAME_LINES = 2
DOT = 0.3  # of the height of a letter
SIGN = 0.5
MEAN = 2.0
_LEAST_BAND = 2.0
_REMEMBERED = 200

Placed = tuple[int, Panel]


class MeasuresChart:
    def __init__(self, colours: MeasureColours, faces: Faces | None = None) -> None:
        self._sheet = sheet = Sheet()
        self.figure, self.canvas = sheet.figure, sheet.canvas
        self.layout = MeasuresLayout(Size(900, 320))
        self._colours = colours
        self._picture: MeasuresPicture | None = None
        self._faces = faces or present_faces()
        self._away = PolyCollection([], linewidths=0, zorder=1)
        self._between = PolyCollection([], linewidths=0, zorder=2)
        self._feet = LineCollection([], linewidths=1, zorder=2)
        self._bands = PolyCollection([], linewidths=0, zorder=3)
        self._floors = LineCollection([], linewidths=1.2, zorder=4)
        self._ceilings = LineCollection([], linewidths=1.2, linestyles=[(0, (4, 2.5))], zorder=4)
        self._means = LineCollection([], linewidths=MEAN, capstyle="round", joinstyle="round", zorder=6)
        for collection in (
            self._away, self._between, self._feet, self._bands, self._floors, self._ceilings, self._means,
        ):  # fmt: skip
            sheet.axes.add_collection(collection, autolim=False)
        self._full, self._hollow, self._signs = (
            sheet.axes.add_line(Line2D([], [], linestyle="none", marker=marker, zorder=5)) for marker in "oo^"
        )
        self._like = sheet.text(self._faces.regular, "bottom")
        self._like.set_visible(False)
        self._names: list[Text] = []
        self._words: list[Text] = []
        # Breaking names takes longer than drawing them, and they seldom change.
        self._fitted = lru_cache(_REMEMBERED)(self._fit_words)

    def show(self, picture: MeasuresPicture, colours: MeasureColours, size: Size) -> bool:
        """Draws the figure into its canvas, unless it shows just that already; returns whether it drew."""
        if (picture, colours, size) == (self._picture, self._colours, self.layout.size):
            return False
        self._picture, self._colours = picture, colours
        self._sheet.fit(size, colours.surface)
        self.layout = MeasuresLayout(size, tuple(panel.spots for panel in picture.panels), picture.mirrored)
        self._place_ground(picture)
        self._place_bounds(picture)
        self._place_values(picture)
        with whatever_the_script():
            self._place_words(picture)
            self.canvas.draw()
        return True

    def _place_ground(self, picture: MeasuresPicture) -> None:
        layout, colours = self.layout, self._colours
        panels = range(len(picture.panels))
        plots = [layout.plot(n) for n in panels]
        self._away.set_verts([self._box(n, span, (0, 1)) for n in panels for span in picture.away])
        self._away.set_facecolor(colours.shade)
        self._feet.set_segments([[(left, bottom), (right, bottom)] for left, bottom, right, _ in plots])
        self._feet.set_color(colours.grid)

    def _place_bounds(self, picture: MeasuresPicture) -> None:
        bounds = [(n, bound) for n, panel in enumerate(picture.panels) for bound in panel.bounds]
        within = [(n, bound) for n, bound in bounds if bound.low is not None and bound.high is not None]
        self._between.set_verts([
            self._box(n, bound.across, (bound.low or 0.0, bound.high or 0.0)) for n, bound in within
        ])  # fmt: skip
        self._between.set_facecolor(self._colours.shade)
        self._floors.set_segments([self._level(n, bound, bound.low) for n, bound in bounds if bound.low is not None])
        self._ceilings.set_segments(
            [self._level(n, bound, bound.high) for n, bound in bounds if bound.high is not None]
        )  # fmt: skip
        for lines in (self._floors, self._ceilings):
            lines.set_color(self._colours.outline)

    def _level(self, n: int, bound: Bound, height: float) -> Corners:
        y = self.layout.upward(n, height)
        return [(self.layout.across(n, x), y) for x in bound.across]

    def _box(self, n: int, across: tuple[float, float], upward: tuple[float, float]) -> Corners:
        left, right = sorted(self.layout.across(n, x) for x in across)
        bottom, top = (self.layout.upward(n, y) for y in upward)
        return box((left, right), bottom, max(top, bottom + _LEAST_BAND))

    def _place_values(self, picture: MeasuresPicture) -> None:
        layout, colours, text = self.layout, self._colours, self.layout.size.text
        dots = [(n, dot) for n, panel in enumerate(picture.panels) for dot in panel.dots]
        for line, hollow in ((self._full, False), (self._hollow, True)):
            line.set_data(*self._points((n, dot) for n, dot in dots if dot.hollow is hollow))
            line.set(markersize=DOT * text + hollow, markeredgecolor=colours.text_quiet, markeredgewidth=float(hollow))
            line.set_markerfacecolor(colours.surface if hollow else colours.text_quiet)
        lines = [(n, line) for n, panel in enumerate(picture.panels) for line in panel.lines]
        self._means.set_segments([[(layout.across(n, x), layout.upward(n, y)) for x, y in line] for n, line in lines])
        self._means.set_color(colours.accent)
        bands = [(n, band) for n, panel in enumerate(picture.panels) for band in panel.bands]
        self._bands.set_verts([self._ribbon(n, band) for n, band in bands])
        self._bands.set_facecolor(colours.accent_soft)
        signs = [(n, spot) for n, panel in enumerate(picture.panels) for spot in panel.spots if spot.is_sign]
        self._signs.set_data([layout.across(n, spot.x) for n, spot in signs], [layout.foot(n) for n, _ in signs])
        self._signs.set(markersize=SIGN * text, markeredgewidth=0, markerfacecolor=colours.text_quiet)

    def _points(self, dots: Iterable[tuple[int, Dot]]) -> tuple[list[float], list[float]]:
        places = [(self.layout.across(n, dot.x), self.layout.upward(n, dot.y)) for n, dot in dots] or [(nan, nan)]
        return [x for x, _ in places], [y for _, y in places]

    def _ribbon(self, n: int, band: Sequence[tuple[float, float, float]]) -> Corners:
        layout = self.layout
        low = [(layout.across(n, x), layout.upward(n, bottom)) for x, bottom, _ in band]
        high = [(layout.across(n, x), layout.upward(n, top)) for x, _, top in reversed(band)]
        return [*low, *high]

    def _place_words(self, picture: MeasuresPicture) -> None:
        layout, size, side = self.layout, self.layout.size, "right" if picture.mirrored else "left"
        self._make_texts(len(picture.panels))
        for text in (*self._names, *self._words):
            text.set_visible(False)
        for n, (panel, name, words) in enumerate(zip(picture.panels, self._names, self._words, strict=False)):
            room = layout.room
            name.set_fontsize(NAME_SIZE * size.text)
            words.set_fontsize(size.text)
            lines = self._fitted(panel.name, room, NAME_LINES, NAME_SIZE * size.text, size.ratio)
            below = self._fitted(panel.words, room, 1, size.text, size.ratio)
            name.set(visible=True, x=layout.beginning(n), y=layout.name(n), text=lines, color=self._colours.text)
            words.set(visible=True, x=layout.beginning(n), y=layout.words(n), text=below)
            words.set_color(self._colours.of(panel.tone))
            for text in (name, words):
                text.set(horizontalalignment=side, multialignment=side)

    def _make_texts(self, count: int) -> None:
        while len(self._names) < count:
            self._names.append(self._sheet.text(self._faces.regular, "baseline"))
            self._words.append(self._sheet.text(self._faces.regular, "center_baseline"))

    def _fit_words(self, words: str, room: float, lines: int, height: float, ratio: float) -> str:
        self._like.set_fontsize(height)

        def width(part: str) -> float:
            return self._sheet.width(part, self._like, ratio)

        return fitted(words, room, lines, width) if lines > 1 else shortened(words, room, width)
