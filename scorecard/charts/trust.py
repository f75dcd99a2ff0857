"""Check-ins over time: a panel each, with its results and below them its factors. The figure is made once; later only
its artists' data change.

What divides is told by its line, which is dashed, and by its sign, not only by its place.
"""

from collections.abc import Iterable
from functools import lru_cache
from math import nan

from matplotlib.collections import LineCollection
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.text import Text

from scorecard.charts.fonts import Faces, present_faces
from scorecard.charts.lettering import fitted, shortened, whatever_the_script
from scorecard.charts.plot import Size
from scorecard.charts.sheet import Sheet
from scorecard.charts.trust_layout import TrustLayout
from scorecard.charts.trust_picture import Point, TrustColours, TrustFactor, TrustPanel, TrustPicture

NAME_SIZE = 1.06  # to the other letters
VALUE_SIZE = 1.9
CHANGE_LINES = 2
DATE_GAP = 0.3  # half of what is left between two of them
SPOT = 0.52  # of the height of a letter
END = 0.3  # of a factor's line
LINE = 2.0
FACTOR_LINE = 1.3
_ORDINARY = 12.0
_REMEMBERED = 400


class TrustChart:
    def __init__(self, colours: TrustColours, faces: Faces | None = None) -> None:
        self._sheet = sheet = Sheet()
        self.figure, self.canvas = sheet.figure, sheet.canvas
        self.layout = TrustLayout(Size(900, 260))
        self._colours = colours
        self._picture: TrustPicture | None = None
        self._faces = faces or present_faces()
        self._feet = LineCollection([], linewidths=1, zorder=2)
        self._factors = LineCollection([], capstyle="round", joinstyle="round", zorder=3)
        self._divisors = LineCollection([], linestyles=[(0, (3, 2))], zorder=3)
        self._results = LineCollection([], capstyle="round", joinstyle="round", zorder=4)
        for collection in (self._feet, self._factors, self._divisors, self._results):
            sheet.axes.add_collection(collection, autolim=False)
        self._ends, self._full, self._hollow = (
            sheet.axes.add_line(Line2D([], [], linestyle="none", marker="o", zorder=order)) for order in (4, 5, 5)
        )
        self._like = {face: sheet.text(face, "baseline") for face in (self._faces.regular, self._faces.strong)}
        for text in self._like.values():
            text.set_visible(False)
        self._texts: list[Text] = []
        self._used = 0
        # Breaking names takes longer than drawing them, and they seldom change.
        self._fitted = lru_cache(_REMEMBERED)(self._fit_words)

    def show(self, picture: TrustPicture, colours: TrustColours, size: Size) -> bool:
        """Draws the figure into its canvas, unless it shows just that already; returns whether it drew."""
        if (picture, colours, size) == (self._picture, self._colours, self.layout.size):
            return False
        self._picture, self._colours = picture, colours
        self._sheet.fit(size, colours.surface)
        panels = picture.panels
        self.layout = TrustLayout(
            size,
            tuple(len(panel.factors) for panel in panels),
            tuple(panel.spots for panel in panels),
            picture.mirrored,
        )
        self._place_results(panels)
        self._place_factors(panels)
        with whatever_the_script():
            self._place_words(picture)
            self.canvas.draw()
        return True

    def _place_results(self, panels: tuple[TrustPanel, ...]) -> None:
        layout, colours, scale = self.layout, self._colours, self.layout.size.text / _ORDINARY
        levels = [(layout.plot(n), layout.upward(n, part)) for n in range(len(panels)) for part in (0, 1)]
        self._feet.set_segments([[(left, y), (right, y)] for (left, _, right, _), y in levels])
        self._feet.set_color(colours.grid)
        self._results.set_segments([
            [self._point(n, point) for point in piece] for n, panel in enumerate(panels) for piece in panel.pieces
        ])  # fmt: skip
        self._results.set(color=colours.accent, linewidth=LINE * scale)
        spots = [(n, spot) for n, panel in enumerate(panels) for spot in panel.spots]
        most = max((len(panel.spots) for panel in panels), default=1)
        size = min(SPOT * layout.size.text, max(self._room(panels) / most, END * layout.size.text))
        for line, hollow in ((self._full, False), (self._hollow, True)):
            self._put(line, [self._point(n, (spot.x, spot.y)) for n, spot in spots if spot.hollow is hollow])
            line.set(markersize=size, markeredgewidth=LINE * scale * 0.7)
            line.set_markeredgecolor(colours.accent)
            line.set_markerfacecolor(colours.surface if hollow else colours.accent)

    def _room(self, panels: tuple[TrustPanel, ...]) -> float:
        left, _, right, _ = self.layout.plot(0) if panels else (0.0, 0.0, 0.0, 0.0)
        return right - left

    def _place_factors(self, panels: tuple[TrustPanel, ...]) -> None:
        factors = [(n, m, factor) for n, panel in enumerate(panels) for m, factor in enumerate(panel.factors)]
        scale = self.layout.size.text / _ORDINARY
        for lines, divides in ((self._factors, False), (self._divisors, True)):
            lines.set_segments([
                [self._height(n, m, point) for point in piece]
                for n, m, factor in factors if factor.divisor is divides for piece in factor.pieces
            ])  # fmt: skip
            lines.set(color=self._colours.text_quiet, linewidth=FACTOR_LINE * scale)
        self._put(self._ends, [self._height(n, m, factor.pieces[-1][-1]) for n, m, factor in factors if factor.pieces])
        self._ends.set(markersize=END * self.layout.size.text, markeredgewidth=0)
        self._ends.set_markerfacecolor(self._colours.text_quiet)

    def _point(self, n: int, point: Point) -> Point:
        return self.layout.across(n, point[0]), self.layout.upward(n, point[1])

    def _height(self, n: int, m: int, point: Point) -> Point:
        low, high = self.layout.factor(n, m)
        return self.layout.across(n, point[0]), low + point[1] * (high - low)

    def _put(self, line: Line2D, places: Iterable[Point]) -> None:
        found = list(places) or [(nan, nan)]
        line.set_data([x for x, _ in found], [y for _, y in found])

    def _place_words(self, picture: TrustPicture) -> None:
        self._used = 0
        for n, panel in enumerate(picture.panels):
            self._place_heading(n, panel)
            for m, factor in enumerate(panel.factors):
                self._place_factor(n, m, factor)
        for n in self.layout.dated() if picture.panels else ():
            left, _, right, _ = self.layout.plot(n)
            letter = self.layout.size.text
            room = (right - left) / 2 - DATE_GAP * letter
            for date, part, ends in ((picture.start, 0.0, False), (picture.end, 1.0, True)):
                words = self._fitted(date, room, 1, letter, self._faces.regular)
                self._write(words, (self.layout.across(n, part), self.layout.dates(n)), ends=ends)
        for text in self._texts[self._used :]:
            text.set_visible(False)

    def _place_heading(self, n: int, panel: TrustPanel) -> None:
        layout, colours, text = self.layout, self._colours, self.layout.size.text
        left, _, right, _ = layout.panel(n)
        x, (_, low, _, high) = layout.beginning(n), layout.plot(n)
        strong = self._faces.strong
        name = self._fitted(panel.name, right - left, 1, NAME_SIZE * text, strong)
        self._write(name, (x, layout.name(n)), colours.text, NAME_SIZE, strong)
        self._write(panel.value, (x, high - 1.5 * text), colours.text, VALUE_SIZE, strong)
        change = self._fitted(panel.change, layout.side(n), CHANGE_LINES, text, self._faces.regular)
        for line, words in enumerate(change.split("\n")):
            self._write(words, (x, high - (3.3 + 1.3 * line) * text), colours.of(panel.tone))
        for words, y in ((panel.low, low), (panel.high, high)):
            self._write(words, (layout.ending(n), y - 0.36 * text))

    def _place_factor(self, n: int, m: int, factor: TrustFactor) -> None:
        """Its name is shortened, its value is not."""
        layout, text, face = self.layout, self.layout.size.text, self._faces.regular
        words = self._fitted(factor.name, layout.side(n), 1, text, face, f" {factor.value}")
        self._write(words, (layout.beginning(n), sum(layout.factor(n, m)) / 2 - 0.36 * text))

    def _write(
        self, words: str, place: Point, ink: str = "", size: float = 1.0, face: FontProperties | None = None, *,
        ends: bool = False,
    ) -> None:  # fmt: skip
        """From `place` on in the direction of writing, or up to it when it `ends` there."""
        if self._used == len(self._texts):
            self._texts.append(self._sheet.text(self._faces.regular, "baseline"))
        text = self._texts[self._used]
        self._used += 1
        text.set_fontproperties(face or self._faces.regular)
        text.set_fontsize(size * self.layout.size.text)
        text.set(visible=True, x=place[0], y=place[1], text=words, color=ink or self._colours.text_quiet)
        text.set_horizontalalignment("right" if ends is not self.layout.mirrored else "left")

    def _fit_words(
        self, words: str, room: float, lines: int, height: float, face: FontProperties, ending: str = ""
    ) -> str:
        """In so many lines; `ending` is not shortened."""
        like = self._like[face]
        like.set_fontsize(height)

        def width(part: str) -> float:
            return self._sheet.width(part, like, self.layout.size.ratio)

        if ending:
            return shortened(words, room - width(ending), width) + ending
        return fitted(words, room, lines, width) if lines > 1 else shortened(words, room, width)
