"""The week's days as bars, drawn by the painter of whatever they are shown on: a page, a PDF, the window.

Lines, areas and text, no picture of them: on paper they are as sharp as the printer. Sizes are in points of a design
`WIDTH` by `HEIGHT`, scaled to the place.
"""

from dataclasses import dataclass

from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from scorecard.domain.grades import rounded
from scorecard.services.week_chart import DayBar, WeekBars
from scorecard.ui.progress_tab.wording import coverage, day_label, figure, mean_words
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import Tokens

WIDTH, HEIGHT = 372.0, 112.0
_LEFT, _RIGHT = 20.0, 44.0  # the figures of the grid, and the words beside the mean
_TOP, _BOTTOM = 13.0, 25.0
_BAR = 0.56  # of the room of a day
_FIGURE, _LABEL, _SMALL = 8.6, 7.6, 6.6
_LINE = 0.6


@dataclass(frozen=True, slots=True)
class DayBars:
    """What is drawn, with finished words."""

    bars: tuple[DayBar, ...]
    labels: tuple[str, ...]
    figures: tuple[str, ...]
    coverage: tuple[str, ...]
    grid: tuple[tuple[float, str], ...]
    mean: tuple[float, str] | None
    away: str
    mirrored: bool = False


def day_bars(week: WeekBars, locale: QLocale, *, mirrored: bool = False) -> DayBars:
    mean = None if week.mean is None else (float(week.mean), mean_words(rounded(week.mean), locale))
    return DayBars(
        bars=week.days,
        labels=tuple(day_label(bar.day, locale) for bar in week.days),
        figures=tuple("" if bar.shown is None else figure(bar.shown, locale) for bar in week.days),
        coverage=tuple(coverage(bar.known, bar.due, locale) if bar.shown is not None else "" for bar in week.days),
        grid=tuple((float(points), figure(points, locale)) for points in (0, 50, 100)),
        mean=mean,
        away=tr("away"),
        mirrored=mirrored,
    )


class DayBarsPainter:
    """Everything keeps its size with the height of a place; the room between the days grows with its width."""

    def __init__(self, shown: DayBars, tokens: Tokens, font: QFont) -> None:
        self._shown = shown
        self._tokens = tokens
        self._font = font
        self._width = WIDTH

    def draw(self, painter: QPainter, place: QRectF) -> None:
        scale = place.height() / HEIGHT
        self._width = place.width() / scale
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(place.topLeft())
        painter.scale(scale, scale)
        self._draw_away(painter)
        self._draw_grid(painter)
        self._draw_mean(painter)
        for number, bar in enumerate(self._shown.bars):
            self._draw_bar(painter, number, bar)
        painter.restore()

    def _draw_away(self, painter: QPainter) -> None:
        for number, bar in enumerate(self._shown.bars):
            if bar.away:
                room = self._room(number)
                painter.fillRect(QRectF(room.left(), _TOP, room.width(), self._foot - _TOP), self._ink("sunken"))
                if bar.points is None:
                    self._write(painter, QRectF(room.left(), self._foot - 14, room.width(), 12), self._shown.away)

    def _draw_grid(self, painter: QPainter) -> None:
        for points, words in self._shown.grid:
            y = self._y(points)
            painter.setPen(QPen(self._ink("border"), _LINE))
            painter.drawLine(QPointF(self._x(_LEFT), y), QPointF(self._x(self._width - _RIGHT), y))
            self._write(painter, self._mirror(QRectF(0, y - 5, _LEFT - 5, 10)), words, self._end)

    def _draw_bar(self, painter: QPainter, number: int, bar: DayBar) -> None:
        room, shown = self._room(number), self._shown
        self._write(painter, QRectF(room.left(), self._foot + 4, room.width(), 10), shown.labels[number], size=_LABEL,
                    ink="text")  # fmt: skip
        self._write(painter, QRectF(room.left(), self._foot + 14, room.width(), 9), shown.coverage[number])
        if bar.points is None or bar.shown is None:
            return
        width = room.width() * _BAR
        top = self._y(float(bar.points))
        box = QRectF(room.center().x() - width / 2, top, width, self._foot - top)
        colour = QColor(self._tokens.tone(bar.shown))
        if bar.hollow:
            painter.setPen(QPen(colour, 1.1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(0.55, 0.55, -0.55, 0))
        else:
            painter.fillRect(box, colour)
        above = QRectF(box.left(), top - 11, width, 10)
        painter.fillRect(above, self._ink("sunken" if bar.away else "surface"))
        self._write(painter, above, shown.figures[number], size=_FIGURE, ink="text", bold=True)

    def _draw_mean(self, painter: QPainter) -> None:
        if self._shown.mean is None:
            return
        points, words = self._shown.mean
        y = self._y(points)
        pen = QPen(self._ink("text_quiet"), 0.9, Qt.PenStyle.DashLine)
        pen.setDashPattern([3, 2.4])
        painter.setPen(pen)
        painter.drawLine(QPointF(self._x(_LEFT), y), QPointF(self._x(self._width - _RIGHT), y))
        room = self._mirror(QRectF(self._width - _RIGHT + 4, y - 5, _RIGHT - 4, 10))
        self._write(painter, room, words, self._start, size=_LABEL)

    def _write(
        self,
        painter: QPainter,
        room: QRectF,
        words: str,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter,
        *,
        size: float = _SMALL,
        ink: str = "text_quiet",
        bold: bool = False,
    ) -> None:
        font = QFont(self._font)
        font.setPixelSize(100)  # set small by scaling: a font of seven pixels would be rounded to its grid
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        ratio = size / 100
        metrics = QFontMetricsF(font)
        width = metrics.horizontalAdvance(words)
        space = room.width() / ratio - width
        left = {self._LEFT: 0.0, self._RIGHT: space}.get(align, space / 2)
        painter.save()
        painter.setFont(font)
        painter.setPen(self._ink(ink))
        painter.translate(room.left(), room.center().y())
        painter.scale(ratio, ratio)
        painter.drawText(QPointF(left, (metrics.capHeight()) / 2), words)
        painter.restore()

    _LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight

    @property
    def _start(self) -> Qt.AlignmentFlag:
        return self._RIGHT if self._shown.mirrored else self._LEFT

    @property
    def _end(self) -> Qt.AlignmentFlag:
        return self._LEFT if self._shown.mirrored else self._RIGHT

    @property
    def _foot(self) -> float:
        return HEIGHT - _BOTTOM

    def _ink(self, name: str) -> QColor:
        return QColor(getattr(self._tokens, name))

    def _y(self, points: float) -> float:
        return self._foot - (self._foot - _TOP) * points / 100

    def _x(self, x: float) -> float:
        return self._width - x if self._shown.mirrored else x

    def _mirror(self, room: QRectF) -> QRectF:
        if not self._shown.mirrored:
            return room
        return QRectF(self._width - room.right(), room.top(), room.width(), room.height())

    def _room(self, number: int) -> QRectF:
        """From the top to the foot, as wide as one of seven days."""
        width = (self._width - _LEFT - _RIGHT) / len(self._shown.bars)
        return self._mirror(QRectF(_LEFT + number * width, _TOP, width, self._foot - _TOP))
