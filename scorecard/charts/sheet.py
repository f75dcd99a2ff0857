"""An empty figure to draw on, with one Axes whose units are logical pixels."""

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.text import Text

from scorecard.charts.plot import Interval, Size

POINTS_AN_INCH = 72  # so that a point of matplotlib's is a logical pixel of ours
_REMEMBERED = 1000

Corners = list[tuple[float, float]]


class Sheet:
    """`figure` has no layout engine: everything is placed by hand."""

    def __init__(self) -> None:
        self.figure = Figure()
        self.figure.set_layout_engine("none")
        self.canvas = FigureCanvasAgg(self.figure)
        self.axes = self.figure.add_axes((0, 0, 1, 1))
        self.axes.set_axis_off()
        # Measuring words takes nearly as long as drawing them, and most stay the same from picture to picture.
        self._widths: dict[tuple[object, ...], float] = {}

    def fit(self, size: Size, surface: str) -> None:
        self.figure.set_dpi(POINTS_AN_INCH * size.ratio)
        self.figure.set_size_inches(size.width / POINTS_AN_INCH, size.height / POINTS_AN_INCH)
        self.figure.set_facecolor(surface)
        self.axes.set(xlim=(0, size.width), ylim=(0, size.height))

    def text(self, face: FontProperties, place: str) -> Text:
        return self.axes.text(
            0, 0, "", fontproperties=face, ha="center", va=place, parse_math=False, linespacing=1.05, zorder=5
        )

    def width(self, words: str, like: Text, ratio: float) -> float:
        """The width of `words` in logical pixels, in the letters of the text `like`."""
        face = like.get_fontproperties()
        key = words, tuple(face.get_family()), face.get_size(), ratio
        if key not in self._widths:
            if len(self._widths) >= _REMEMBERED:
                self._widths.clear()
            width, _, _ = self.canvas.get_renderer().get_text_width_height_descent(words, face, False)
            self._widths[key] = float(width) / ratio
        return self._widths[key]


def box(across: Interval, bottom: float, top: float, inset: float = 0.0) -> Corners:
    left, right = across[0] + inset, across[1] - inset
    low, high = bottom + inset, max(top - inset, bottom + inset)
    return [(left, low), (right, low), (right, high), (left, high)]
