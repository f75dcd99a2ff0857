"""What measures add up to: a number, its words, and how it grew. The figure is made once; later its artists change."""

from functools import lru_cache

from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.text import Text

from scorecard.charts.fonts import Faces, present_faces
from scorecard.charts.lettering import fitted, whatever_the_script
from scorecard.charts.plot import Size
from scorecard.charts.sheet import Corners, Sheet
from scorecard.charts.tallies_layout import NUMBER_SIZE, TalliesLayout
from scorecard.charts.tallies_picture import TalliesPicture, TallyColours, TallyPanel

_REMEMBERED = 400
_CURVE = 1.6
LINES_APART = 1.1


class TalliesChart:
    def __init__(self, colours: TallyColours, faces: Faces | None = None) -> None:
        self._sheet = sheet = Sheet()
        self.figure, self.canvas = sheet.figure, sheet.canvas
        self.layout = TalliesLayout(Size(900, 200))
        self._colours = colours
        self._picture: TalliesPicture | None = None
        self._faces = faces or present_faces()
        self._feet = LineCollection([], linewidths=1, zorder=2)
        self._areas = PolyCollection([], linewidths=0, zorder=3)
        self._curves = LineCollection([], linewidths=_CURVE, capstyle="round", joinstyle="round", zorder=4)
        for collection in (self._feet, self._areas, self._curves):
            sheet.axes.add_collection(collection, autolim=False)
        self._regular = sheet.text(self._faces.regular, "top")
        self._strong = sheet.text(self._faces.strong, "baseline")
        for text in (self._regular, self._strong):
            text.set_visible(False)
        self._texts: list[tuple[Text, Text, Text, Text]] = []
        self._fitted = lru_cache(_REMEMBERED)(self._fit)

    def show(self, picture: TalliesPicture, colours: TallyColours, size: Size) -> bool:
        """Draws the figure into its canvas, unless it shows just that already; returns whether it drew."""
        if (picture, colours, size) == (self._picture, self._colours, self.layout.size):
            return False
        self._picture, self._colours = picture, colours
        self._sheet.fit(size, colours.surface)
        self.layout = TalliesLayout(size, len(picture.panels), picture.with_ripple, picture.mirrored)
        self._place_curves(picture)
        with whatever_the_script():
            self._place_texts(picture)
            self.canvas.draw()
        return True

    def _place_curves(self, picture: TalliesPicture) -> None:
        curves = [self._curve(n, panel.curve) for n, panel in enumerate(picture.panels) if len(panel.curve) > 1]
        feet = [[(curve[0][0], foot), (curve[-1][0], foot)] for curve, foot in curves]
        self._feet.set_segments(feet)
        self._feet.set_color(self._colours.grid)
        self._areas.set_verts([[*line, *reversed(curve)] for line, (curve, _) in zip(feet, curves, strict=True)])
        self._areas.set_facecolor(self._colours.accent_soft)
        self._curves.set_segments([curve for curve, _ in curves])
        self._curves.set_color(self._colours.accent)

    def _curve(self, n: int, heights: tuple[float, ...]) -> tuple[Corners, float]:
        (start, end), (foot, top) = self.layout.curve(n)
        steps = len(heights) - 1
        line = [(start + (end - start) * m / steps, foot + (top - foot) * part) for m, part in enumerate(heights)]
        return line, foot

    def _place_texts(self, picture: TalliesPicture) -> None:
        while len(self._texts) < len(picture.panels):
            regular, strong, sheet = self._faces.regular, self._faces.strong, self._sheet
            self._texts.append((
                sheet.text(regular, "baseline"), sheet.text(strong, "baseline"),
                sheet.text(regular, "top"), sheet.text(regular, "top"),
            ))  # fmt: skip
        for texts in self._texts:
            for text in texts:
                text.set_visible(False)
        for n, (panel, texts) in enumerate(zip(picture.panels, self._texts, strict=False)):
            self._place(n, panel, texts)

    def _place(self, n: int, panel: TallyPanel, texts: tuple[Text, Text, Text, Text]) -> None:
        layout, colours, size = self.layout, self._colours, self.layout.size
        side = "right" if layout.mirrored else "left"
        number = NUMBER_SIZE * size.text
        parts = (
            (panel.name, layout.room, 2, size.text, False, layout.name(n), colours.text),
            (panel.number, layout.number_room, 1, number, True, layout.number(n), colours.text),
            (panel.words, layout.room, 1, size.text, False, layout.words(n), colours.text_quiet),
            (panel.to_whom, layout.room, 1, size.text, False, layout.to_whom(n), colours.text_quiet),
        )
        for text, (words, room, lines, height, strong, y, ink) in zip(texts, parts, strict=True):
            text.set_fontsize(height)
            shown = self._fitted(words, room, lines, height, size.ratio, strong)
            text.set(visible=bool(words), x=layout.beginning(n), y=y, text=shown, color=ink)
            text.set(horizontalalignment=side, multialignment=side, linespacing=LINES_APART)

    def _fit(self, words: str, room: float, lines: int, height: float, ratio: float, strong: bool) -> str:
        like = self._strong if strong else self._regular
        like.set_fontsize(height)
        return fitted(words, room, lines, lambda part: self._sheet.width(part, like, ratio))
