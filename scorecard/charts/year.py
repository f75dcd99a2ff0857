"""A calendar of years in the colours of its scores. The figure is made once; later only its artists' data change.

The scale has few steps, lighter and darker in order; cells from memory are outlines, those away are struck through.
"""

from datetime import date

import numpy as np
from matplotlib.collections import LineCollection, PathCollection

from scorecard.charts.fonts import Faces, present_faces
from scorecard.charts.places import Frame
from scorecard.charts.plot import Size
from scorecard.charts.sheet import Sheet
from scorecard.charts.year_cells import boxes_of, diagonals, inset, path_of, with_frames
from scorecard.charts.year_layout import YearLayout
from scorecard.charts.year_picture import AWAY, BLANK, HOLLOW, MONTHS, STEPS, YearColours, YearPicture

MOST_SIDE_WORDS = 12
MOST_KEYS = STEPS + 3
STROKE = 1.0  # through a cell away
RIM = 0.27  # of the smaller side of an outlined cell
MONTH_COLUMNS = 4  # a month has at least so many


class YearChart:
    def __init__(self, colours: YearColours, faces: Faces | None = None) -> None:
        self._sheet = sheet = Sheet()
        self.figure, self.canvas = sheet.figure, sheet.canvas
        self.layout = YearLayout(Size(900, 190), date(2001, 1, 1), 365)
        self._colours = colours
        self._picture: YearPicture | None = None
        self._cells = PathCollection([], linewidths=0, zorder=2)
        self._strokes = LineCollection([], linewidths=STROKE, zorder=3)
        for collection in (self._cells, self._strokes):
            sheet.axes.add_collection(collection, autolim=False)
        faces = faces or present_faces()
        self._months = [sheet.text(faces.regular, "center_baseline") for _ in range(MONTHS)]
        self._side = [sheet.text(faces.regular, "center_baseline") for _ in range(MOST_SIDE_WORDS)]
        self._keys = [sheet.text(faces.regular, "center_baseline") for _ in range(MOST_KEYS)]

    def show(self, picture: YearPicture, colours: YearColours, size: Size) -> bool:
        """Draws the figure into its canvas, unless it shows just that already; returns whether it drew."""
        if (picture, colours, size) == (self._picture, self._colours, self.layout.size):
            return False
        self._picture, self._colours = picture, colours
        self._fit(picture, size)
        self._place_months(picture)
        self._place_side(picture)
        self._place_cells(picture)
        self._place_legend(picture)
        self.canvas.draw()
        return True

    def _fit(self, picture: YearPicture, size: Size) -> None:
        self._sheet.fit(size, self._colours.surface)
        for text in (*self._months, *self._side, *self._keys):
            text.set_fontsize(size.text)
            text.set_color(self._colours.text_quiet)
        self.layout = YearLayout(
            size=size,
            first=picture.first,
            count=len(picture.cells),
            by_weeks=picture.by_weeks,
            side=max((self._width(words, size) for words in picture.side_words if words), default=0.0),
            legend=tuple(self._width(words, size) for words in picture.legend.words),
            mirrored=picture.mirrored,
        )

    def _width(self, words: str, size: Size) -> float:
        return self._sheet.width(words, self._keys[0], size.ratio)

    def _place_months(self, picture: YearPicture) -> None:
        layout = self.layout
        room = MONTH_COLUMNS * layout.places.across
        widest = max((self._width(words, layout.size) for words in picture.months if words), default=0.0)
        every = 1 if widest + layout.size.text / 3 <= room else 3
        for n, (text, words) in enumerate(zip(self._months, picture.months, strict=True)):
            text.set(visible=bool(words) and n % every == 0, x=layout.month_x(n + 1), y=layout.months, text=words)

    def _place_side(self, picture: YearPicture) -> None:
        layout = self.layout
        single = picture.side_words is picture.weekdays
        places = [(layout.row_y(0, n) if single else layout.band_y(n), words)
                  for n, words in enumerate(picture.side_words) if words]  # fmt: skip
        for text in self._side:
            text.set_visible(False)
        for text, (y, words) in zip(self._side, places, strict=False):
            text.set(visible=True, x=layout.beside, y=y, text=words)
            text.set_horizontalalignment("left" if picture.mirrored else "right")

    def _place_cells(self, picture: YearPicture) -> None:
        """One path for each colour: blank, the steps, and the surface inside of what is hollow."""
        boxes = with_frames(boxes_of(self.layout.places), self._swatches())
        codes = np.frombuffer(picture.cells + _codes_of_legend(picture), np.uint8)
        hollow = codes >= HOLLOW
        codes = np.where(hollow, codes - HOLLOW, codes)
        places, colours = self.layout.places, self._colours
        rim = RIM * min(places.across, places.upward)
        self._cells.set_paths([
            path_of(boxes[codes >= BLANK]),
            *(path_of(boxes[codes == step]) for step in range(STEPS)),
            path_of(inset(boxes[hollow], max(round(rim * self.layout.size.ratio), 1) / self.layout.size.ratio)),
        ])  # fmt: skip
        self._cells.set_facecolor([colours.blank, *colours.steps, colours.surface])
        self._strokes.set_segments(diagonals(boxes[codes == AWAY]))
        self._strokes.set_color(colours.away)

    def _swatches(self) -> list[Frame]:
        half = 0.55 * self.layout.size.text
        return [
            (key.swatch[0], self.layout.key_y(key.line) - half, key.swatch[1], self.layout.key_y(key.line) + half)
            for key in self.layout.keys
        ]

    def _place_legend(self, picture: YearPicture) -> None:
        for text in self._keys:
            text.set_visible(False)
        for text, key, words in zip(self._keys, self.layout.keys, picture.legend.words, strict=False):
            text.set(visible=True, x=key.words, y=self.layout.key_y(key.line), text=words)
            text.set_horizontalalignment("right" if picture.mirrored else "left")


def _codes_of_legend(picture: YearPicture) -> bytes:
    """What the swatches show, in the order of the words."""
    legend = picture.legend
    more = [(legend.away, AWAY), (legend.hollow, HOLLOW + STEPS - 1)]
    return bytes([*range(STEPS), BLANK, *(code for words, code in more if words)])
