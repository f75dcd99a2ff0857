"""What the lines and bars of a course stand on: the times away, the borders of its stretches, and their names."""

from collections.abc import Iterable, Sequence

from matplotlib.collections import LineCollection, PolyCollection

from scorecard.charts.course_layout import CourseLayout
from scorecard.charts.course_picture import Tick
from scorecard.charts.fonts import Faces
from scorecard.charts.plot import Interval, Size
from scorecard.charts.sheet import Sheet, box
from scorecard.charts.week_picture import ChartColours

MOST_TICKS = 16


class CourseGround:
    """`tick_line` is how far below the plot the names stand, in heights of a letter."""

    def __init__(self, sheet: Sheet, faces: Faces, tick_line: float) -> None:
        self._sheet = sheet
        self._tick_line = tick_line
        self._spans = PolyCollection([], linewidths=0, zorder=1)
        self._borders = LineCollection([], linewidths=1, zorder=2)
        for collection in (self._spans, self._borders):
            sheet.axes.add_collection(collection, autolim=False)
        self._ticks = [sheet.text(faces.regular, "baseline") for _ in range(MOST_TICKS)]

    def fit(self, size: Size) -> None:
        for text in self._ticks:
            text.set_fontsize(size.text)

    def place_away(self, stretches: Iterable[Interval], colours: ChartColours, layout: CourseLayout) -> None:
        self._spans.set_verts([box(ends, layout.bottom, layout.top) for ends in stretches])
        self._spans.set_facecolor(colours.shade)

    def place_ticks(self, scales: Sequence[Sequence[Tick]], colours: ChartColours, layout: CourseLayout) -> None:
        ticks, widths = self._fitting(scales, layout)
        edges = [layout.x(tick.start) for tick in ticks if 0 < tick.start < layout.count]
        self._borders.set_segments([[(x, layout.bottom - layout.size.text / 3), (x, layout.top)] for x in edges])
        self._borders.set_color(colours.grid)
        for text in self._ticks:
            text.set_visible(False)
        for text, tick, width in zip(self._ticks, ticks, widths, strict=False):
            x, y = layout.words_at(tick, width), layout.bottom - self._tick_line * layout.size.text
            text.set(visible=True, x=x, y=y, text=tick.words, color=colours.text_quiet)

    def _fitting(
        self, scales: Sequence[Sequence[Tick]], layout: CourseLayout
    ) -> tuple[Sequence[Tick], Sequence[float]]:
        """The finest scale that there is room for; of the coarsest as much as there is room for."""
        for ticks in scales:
            widths = [self._sheet.width(tick.words, self._ticks[0], layout.size.ratio) for tick in ticks]
            shown = layout.shown(ticks, widths)
            if len(shown) == len(ticks) <= MOST_TICKS:
                return ticks, widths
        return ([ticks[n] for n in shown], [widths[n] for n in shown]) if scales else ((), ())
