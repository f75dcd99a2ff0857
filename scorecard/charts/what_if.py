"""Scores as counted and as they would be, as two lines. The figure is made once; later only its artists change."""

from math import nan

from matplotlib.lines import Line2D

from scorecard.charts.course_ground import CourseGround
from scorecard.charts.course_layout import CourseLayout
from scorecard.charts.fonts import Faces, present_faces
from scorecard.charts.levels import Levels
from scorecard.charts.plot import Size
from scorecard.charts.sheet import Sheet
from scorecard.charts.week_layout import apart
from scorecard.charts.what_if_picture import Line, WhatIfColours, WhatIfPicture

# Widths of strokes are at the ordinary text size.
LINE = 2.2
DASHES = (3.2, 1.6)  # of the line as it would be
MOST_POINT = 6.0
ROOMY = 9.0  # a column, in which every place has its point; in narrower ones only those that no line reaches
TICK_LINE = 1.6  # below the plot, in heights of a letter


class WhatIfChart:
    def __init__(self, colours: WhatIfColours, faces: Faces | None = None) -> None:
        self._sheet = sheet = Sheet()
        self.figure, self.canvas = sheet.figure, sheet.canvas
        self.layout = CourseLayout(Size(700, 200), 1)
        self._colours = colours
        self._picture: WhatIfPicture | None = None
        faces = faces or present_faces()
        self._ground = CourseGround(sheet, faces, TICK_LINE)
        self._levels = Levels(sheet, faces)
        self.lines = [
            sheet.axes.add_line(Line2D([], [], zorder=4.1)),
            sheet.axes.add_line(Line2D([], [], zorder=4.2, dashes=DASHES)),
        ]
        points = [Line2D([], [], linestyle="none", marker=marker, zorder=4.3) for marker in "ooDD"]
        self._points = [sheet.axes.add_line(line) for line in points]
        self._words = [sheet.text(faces.regular, "center_baseline") for _ in self.lines]

    def show(self, picture: WhatIfPicture, colours: WhatIfColours, size: Size) -> bool:
        """Draws the figure into its canvas, unless it shows just that already; returns whether it drew."""
        if (picture, colours, size) == (self._picture, self._colours, self.layout.size):
            return False
        self._picture, self._colours = picture, colours
        self._sheet.fit(size, colours.chart.surface)
        self._ground.fit(size)
        for text in self._words:
            text.set_fontsize(size.text)
        widest = self._levels.width(picture.means, size)
        self.layout = CourseLayout(size, picture.count, widest, picture.mirrored)
        self._levels.show(picture.grid, (None, None), colours.chart, self.layout)
        away = [self.layout.stretch(*ends) for ends in picture.away]
        self._ground.place_away(away, colours.chart, self.layout)
        self._ground.place_ticks(picture.scales, colours.chart, self.layout)
        self._place_lines(picture)
        self._place_means(picture)
        self.canvas.draw()
        return True

    def _place_lines(self, picture: WhatIfPicture) -> None:
        layout = self.layout
        xs = [layout.x(n + 0.5) for n in range(picture.count)]
        inks = (self._colours.chart.accent, self._colours.would_be)
        size = min(MOST_POINT * layout.scale, max(0.5 * layout.column_width, 3.0))
        for n, (heights, ink) in enumerate(zip((picture.counted, picture.would_be), inks, strict=True)):
            ys = self._ys(heights)
            self.lines[n].set_data(xs[: len(ys)], ys)
            self.lines[n].set(color=ink, linewidth=LINE * layout.scale)
            marked = self._marked(heights)
            for hollow, points in zip((False, True), self._points[2 * n : 2 * n + 2], strict=True):
                which = [place for place in marked if (place in picture.hollow) is hollow]
                points.set_data([xs[place] for place in which], [ys[place] for place in which])
                points.set(markersize=size, markeredgewidth=size / 5)
                points.set_markeredgecolor(ink)
                points.set_markerfacecolor(self._colours.chart.surface if hollow else ink)

    def _marked(self, heights: Line) -> list[int]:
        roomy = self.layout.column_width >= ROOMY * self.layout.scale
        known = [False, *(height is not None for height in heights), False]
        return [n for n in range(len(heights)) if known[n + 1] and (roomy or not (known[n] or known[n + 2]))]

    def _ys(self, heights: Line) -> list[float]:
        return [nan if height is None else self.layout.y(height) for height in heights]

    def _place_means(self, picture: WhatIfPicture) -> None:
        layout = self.layout
        known = [level.height for level in picture.means if level is not None]
        distance = 1.35 * layout.size.text
        heights = iter(apart([layout.y(height) for height in known], distance, (layout.bottom, layout.top)))
        inks = (self._colours.chart.accent, self._colours.would_be)
        x = layout.left - layout.size.text / 2 if layout.mirrored else layout.right + layout.size.text / 2
        for level, words, ink in zip(picture.means, self._words, inks, strict=True):
            words.set_visible(level is not None)
            if level is not None:
                words.set(x=x, y=next(heights), text=level.words, color=ink)
                words.set_horizontalalignment("right" if layout.mirrored else "left")
