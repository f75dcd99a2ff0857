"""How far goals have come: a bar for each, with a mark of how much of the time is gone, and the facts in words.

The figure is made once; later its artists change.
"""

from functools import lru_cache

from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.text import Text

from scorecard.charts.fonts import Faces, present_faces
from scorecard.charts.goals_layout import GoalsLayout
from scorecard.charts.goals_picture import GoalColours, GoalPanel, GoalsPicture
from scorecard.charts.lettering import fitted, whatever_the_script
from scorecard.charts.plot import Size
from scorecard.charts.sheet import Corners, Sheet, box

_REMEMBERED = 400
_MARK = 1.6
LINES_APART = 1.1

_Texts = tuple[Text, Text, Text, Text]  # name, share, what it is about, facts


class GoalsChart:
    def __init__(self, colours: GoalColours, faces: Faces | None = None) -> None:
        self._sheet = sheet = Sheet()
        self.figure, self.canvas = sheet.figure, sheet.canvas
        self.layout = GoalsLayout(Size(900, 200))
        self._colours = colours
        self._picture: GoalsPicture | None = None
        self._faces = faces or present_faces()
        self._tracks = PolyCollection([], linewidths=0, zorder=2)
        self._bars = PolyCollection([], linewidths=0, zorder=3)
        self._marks = LineCollection([], linewidths=_MARK, zorder=4)
        for collection in (self._tracks, self._bars, self._marks):
            sheet.axes.add_collection(collection, autolim=False)
        self._regular = sheet.text(self._faces.regular, "top")
        self._strong = sheet.text(self._faces.strong, "baseline")
        for text in (self._regular, self._strong):
            text.set_visible(False)
        self._texts: list[_Texts] = []
        self._fitted = lru_cache(_REMEMBERED)(self._fit)

    def show(self, picture: GoalsPicture, colours: GoalColours, size: Size) -> bool:
        """Draws the figure into its canvas, unless it shows just that already; returns whether it drew."""
        if (picture, colours, size) == (self._picture, self._colours, self.layout.size):
            return False
        self._picture, self._colours = picture, colours
        self._sheet.fit(size, colours.surface)
        self.layout = GoalsLayout(size, len(picture.panels), picture.mirrored)
        self._place_bars(picture)
        with whatever_the_script():
            self._place_texts(picture)
            self.canvas.draw()
        return True

    def _place_bars(self, picture: GoalsPicture) -> None:
        aimed = [(n, panel, panel.share) for n, panel in enumerate(picture.panels) if panel.share is not None]
        self._tracks.set_verts([self._bar(n, 1.0) for n, _, _ in aimed])
        self._tracks.set_facecolor(self._colours.track)
        begun = [(n, panel, share) for n, panel, share in aimed if share > 0]
        self._bars.set_verts([self._bar(n, share) for n, _, share in begun])
        self._bars.set_facecolor([self._colours.of(panel.tone) for _, panel, _ in begun])
        marks = [self.layout.mark(n, panel.gone) for n, panel, _ in aimed if 0 < panel.gone < 1]
        self._marks.set_segments([[(x, bottom), (x, top)] for x, (bottom, top) in marks])
        self._marks.set_color(self._colours.mark)

    def _bar(self, n: int, share: float) -> Corners:
        return box(self.layout.along(n, share), *self.layout.bar(n))

    def _place_texts(self, picture: GoalsPicture) -> None:
        while len(self._texts) < len(picture.panels):
            regular, strong, sheet = self._faces.regular, self._faces.strong, self._sheet
            self._texts.append((
                sheet.text(strong, "baseline"), sheet.text(strong, "baseline"),
                sheet.text(regular, "top"), sheet.text(regular, "top"),
            ))  # fmt: skip
        for texts in self._texts:
            for text in texts:
                text.set_visible(False)
        for n, (panel, texts) in enumerate(zip(picture.panels, self._texts, strict=False)):
            self._place(n, panel, texts)

    def _place(self, n: int, panel: GoalPanel, texts: _Texts) -> None:
        layout, colours, size = self.layout, self._colours, self.layout.size
        near, far = ("right", "left") if layout.mirrored else ("left", "right")
        self._strong.set_fontsize(size.text)
        taken = self._sheet.width(panel.right, self._strong, size.ratio) + size.text if panel.right else 0.0
        start, end = layout.beginning(n), layout.end(n)
        parts = (
            (panel.name, start, near, layout.room - taken, 1, True, layout.name(n), colours.text),
            (panel.right, end, far, layout.room, 1, True, layout.name(n), colours.text),
            (panel.about, start, near, layout.room, 1, False, layout.about(n), colours.text_quiet),
            (panel.words, start, near, layout.room, 2, False, layout.words(n), colours.text_quiet),
        )
        for text, (words, x, side, room, lines, strong, y, ink) in zip(texts, parts, strict=True):
            text.set_fontsize(size.text)
            shown = self._fitted(words, room, lines, size.text, size.ratio, strong)
            text.set(visible=bool(words), x=x, y=y, text=shown, color=ink)
            text.set(horizontalalignment=side, multialignment=side, linespacing=LINES_APART)

    def _fit(self, words: str, room: float, lines: int, height: float, ratio: float, strong: bool) -> str:
        like = self._strong if strong else self._regular
        like.set_fontsize(height)
        return fitted(words, room, lines, lambda part: self._sheet.width(part, like, ratio))
