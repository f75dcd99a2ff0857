"""Felt grades over counted scores: a spot for each place, on a stair where both agree. Made once; later only its
artists' data change.

The side of the stair is told by the form too: felt better points up, felt worse points down, as counted is round.
"""

from math import cos, pi, sin

from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.text import Text

from scorecard.charts.feeling_layout import FeelingLayout
from scorecard.charts.feeling_picture import FeelingColours, FeelingPicture, FeelingSpot, Side
from scorecard.charts.fonts import Faces, present_faces
from scorecard.charts.lettering import shortened, whatever_the_script
from scorecard.charts.plot import Size
from scorecard.charts.sheet import Corners, Sheet, box

RIM = 1.6  # of a hollow spot
EDGE = 1.0  # of the surface, around a full one, so that those that overlap are told apart
LETTER_GAP = 0.8  # between the plot and the letters
_ORDINARY = 12.0
_ROUND = tuple((cos(n * pi / 12), sin(n * pi / 12)) for n in range(24))
# As large as the circle: their area is that of one with the radius 1.
_UP = tuple((1.56 * cos(turn * pi / 180), 1.56 * sin(turn * pi / 180)) for turn in (90, 210, 330))
FORMS = {Side.ABOVE: _UP, Side.ON: _ROUND, Side.BELOW: tuple((x, -y) for x, y in _UP)}


class FeelingChart:
    def __init__(self, colours: FeelingColours, faces: Faces | None = None) -> None:
        self._sheet = sheet = Sheet()
        self.figure, self.canvas = sheet.figure, sheet.canvas
        self.layout = FeelingLayout(Size(560, 270))
        self._colours = colours
        self._picture: FeelingPicture | None = None
        self._steps = PolyCollection([], linewidths=0, zorder=1)
        self._grid = LineCollection([], linewidths=1, zorder=2)
        self._spots = PolyCollection([], zorder=4)
        for collection in (self._steps, self._grid, self._spots):
            sheet.axes.add_collection(collection, autolim=False)
        self._faces = faces or present_faces()
        self._letters: list[Text] = []
        self._bounds: list[Text] = []
        self._felt, self._counted, self._above, self._below = (
            sheet.text(self._faces.regular, "baseline") for _ in range(4)
        )

    def show(self, picture: FeelingPicture, colours: FeelingColours, size: Size) -> bool:
        """Draws the figure into its canvas, unless it shows just that already; returns whether it drew."""
        if (picture, colours, size) == (self._picture, self._colours, self.layout.size):
            return False
        self._picture, self._colours = picture, colours
        self._fit(picture, size)
        self._place_ground()
        self._place_spots(picture.spots)
        with whatever_the_script():
            self._place_letters(picture)
            self._place_bounds(picture)
            self._place_words(picture)
            self.canvas.draw()
        return True

    def _fit(self, picture: FeelingPicture, size: Size) -> None:
        self._sheet.fit(size, self._colours.surface)
        self._make_texts(self._letters, len(picture.letters))
        self._make_texts(self._bounds, len(picture.bounds))
        for text in (*self._letters, *self._bounds, self._felt, self._counted):
            text.set_fontsize(size.text)
            text.set_color(self._colours.text_quiet)
        for text, ink in ((self._above, self._colours.above), (self._below, self._colours.below)):
            text.set_fontsize(size.text)
            text.set_color(ink)
        side = max((self._width(letter, size) for letter in picture.letters), default=0.0)
        self.layout = FeelingLayout(
            size, max(len(picture.letters), 1), min(side, size.width / 5), picture.spots, picture.mirrored
        )

    def _make_texts(self, texts: list[Text], count: int) -> None:
        while len(texts) < count:
            texts.append(self._sheet.text(self._faces.regular, "center_baseline"))
        for text in texts:
            text.set_visible(False)

    def _width(self, words: str, size: Size) -> float:
        return self._sheet.width(words, self._felt, size.ratio)

    def _place_ground(self) -> None:
        layout, colours = self.layout, self._colours
        left, bottom, right, top = layout.plot
        steps = [layout.step(n) for n in range(layout.grades)]
        self._steps.set_verts([box(across, *upward) for across, upward in steps])
        self._steps.set_facecolor(colours.steps)
        levels = [layout.y(n) for n in range(layout.grades + 1)]
        self._grid.set_segments([[(left, y), (right, y)] for y in levels] + [[(left, bottom), (left, top)]])
        self._grid.set_color(colours.grid)

    def _place_spots(self, spots: tuple[FeelingSpot, ...]) -> None:
        layout, colours = self.layout, self._colours
        scale = layout.size.text / _ORDINARY
        drawn = sorted(spots, key=lambda spot: -spot.n)  # the smaller ones lie upon the larger
        self._spots.set_verts([self._form(spot, RIM * scale / 2 if spot.hollow else 0.0) for spot in drawn])
        inks = [colours.of(spot.side) for spot in drawn]
        pairs = [(colours.surface, ink) if spot.hollow else (ink, colours.surface)
                 for spot, ink in zip(drawn, inks, strict=True)]  # fmt: skip
        self._spots.set_facecolor([fill for fill, _ in pairs])
        self._spots.set_edgecolor([rim for _, rim in pairs])
        self._spots.set_linewidth([(RIM if spot.hollow else EDGE) * scale for spot in drawn])

    def _form(self, spot: FeelingSpot, inset: float) -> Corners:
        (x, y), radius = self.layout.centre(spot), self.layout.radius(spot) - inset
        return [(x + radius * across, y + radius * upward) for across, upward in FORMS[spot.side]]

    def _place_letters(self, picture: FeelingPicture) -> None:
        layout = self.layout
        left, _, right, _ = layout.plot
        gap = LETTER_GAP * layout.size.text
        x = right + gap if picture.mirrored else left - gap
        for n in range(len(picture.letters) - 1, -1, -layout.every):
            letter = shortened(picture.letters[n], layout.side, lambda words: self._width(words, layout.size))
            text = self._letters[n]
            text.set(visible=True, x=x, y=layout.y(n + 0.5), text=letter)
            text.set_horizontalalignment("left" if picture.mirrored else "right")

    def _place_bounds(self, picture: FeelingPicture) -> None:
        layout, size = self.layout, self.layout.size
        widths = tuple(self._width(words, size) for words in picture.bounds)
        for n in layout.bounds_shown(widths):
            self._bounds[n].set(
                visible=True, x=layout.x(n + 1), y=layout.plot[1] - 0.85 * size.text, text=picture.bounds[n]
            )

    def _place_words(self, picture: FeelingPicture) -> None:
        """Above the plot and below it what its two scales are, and what lies on which side of the stair."""
        layout, size = self.layout, self.layout.size
        left, _, right, top = layout.plot
        begin, end = (right, left) if picture.mirrored else (left, right)
        above, below = top + 0.8 * size.text, 0.7 * size.text
        edge = float(size.width) if picture.mirrored else 0.0
        self._write(self._felt, picture.felt, edge, above)
        way = max(self._width(picture.felt, size) + size.text, abs(begin - edge))
        self._write(self._above, self._fitting(picture.above, size.width - way), abs(edge - way), above)
        self._write(self._counted, picture.counted, begin, below)
        room = right - left - self._width(picture.counted, size) - size.text
        self._write(self._below, self._fitting(picture.below, room), end, below, ends=True)

    def _fitting(self, words: str, room: float) -> str:
        return shortened(words, room, lambda part: self._width(part, self.layout.size))

    def _write(self, text: Text, words: str, x: float, y: float, *, ends: bool = False) -> None:
        """From `x` on in the direction of writing, or up to it."""
        text.set(x=x, y=y, text=words)
        text.set_horizontalalignment("right" if ends is not self.layout.mirrored else "left")
