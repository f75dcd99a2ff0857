"""The results of a check-in as a line, the last of them as a dot. It is a button: all of them are behind it."""

from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from scorecard.domain.checkins import Checkin
from scorecard.overriding import override
from scorecard.ui.reflection_tab.checkin_wording import say_points, say_result
from scorecard.ui.say_promises import say_plain_day
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle, text_font
from scorecard.ui.theme.tokens import RADIUS_SMALL, Tokens
from scorecard.ui.widgets.drawing import NO_BRUSH, NO_PEN, focus_ring, px, write
from scorecard.ui.widgets.painted_button import PaintedButton

MOST_POINTS = 26  # half a year of weeks
_LINE = 34
_INSET = 6
_BELOW = 4
_SPOKEN = 12


class CheckinChart(PaintedButton):
    """Days run from left to right in their true distances; the scale goes from the lowest to the highest result."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("&History"), parent, TextStyle.CAPTION)
        self._results: tuple[Checkin, ...] = ()
        self._today = date.min
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_results(self, results: tuple[Checkin, ...], today: date) -> None:
        """The earliest first; the latest of them are drawn."""
        shown = results[-MOST_POINTS:]
        if (shown, today) != (self._results, self._today):
            self._results, self._today = shown, today
            self.setAccessibleDescription(say_points(shown[-_SPOKEN:], today))
            self.update()

    def points(self) -> list[QPointF]:
        """Where the results stand."""
        if not self._results:
            return []
        inset, height = px(self, _INSET), px(self, _LINE)
        days = [one.day.toordinal() for one in self._results]
        values = [float(one.result) for one in self._results]
        room, low, high = self.width() - 2 * inset, min(values), max(values)
        places = []
        for number, (day, value) in enumerate(zip(days, values, strict=True)):
            along = _share(day, days[0], days[-1], number / (len(days) - 1) if len(days) > 1 else 1)
            x = inset + along * room
            y = inset + (1 - _share(value, low, high, 0.5)) * (height - 2 * inset)
            places.append(QPointF(self.width() - x if self.isRightToLeft() else x, y))
        return places

    def _caption_height(self) -> int:
        return QFontMetrics(text_font(self.font(), self.text_style)).height()

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(self, 160), px(self, _LINE + _BELOW) + self._caption_height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(self, 80), self.sizeHint().height())

    @override
    def paint_button(self, painter: QPainter, tokens: Tokens) -> None:
        points = self.points()
        if not points:
            return
        painter.setPen(QPen(QColor(tokens.accent_hover if self.hovered else tokens.accent), px(self, 2)))
        painter.setBrush(NO_BRUSH)
        painter.drawPolyline(QPolygonF(points))
        painter.setPen(NO_PEN)
        painter.setBrush(QColor(tokens.accent))
        painter.drawEllipse(points[-1], px(self, 4), px(self, 4))
        self._paint_words(painter, tokens)
        if self.hasFocus():
            focus_ring(painter, self.rect(), RADIUS_SMALL, tokens)

    def _paint_words(self, painter: QPainter, tokens: Tokens) -> None:
        """The first and the last day, and between them what a click opens."""
        inset = px(self, _INSET)
        below = QRect(inset, px(self, _LINE), self.width() - 2 * inset, self._caption_height())
        font = text_font(self.font(), self.text_style)
        last, first = self._results[-1], self._results[0]
        write(
            painter, below, font, tokens.text_quiet, say_plain_day(last.day, self._today), Qt.AlignmentFlag.AlignRight
        )
        if first is not last:
            words = say_plain_day(first.day, self._today)
            write(painter, below, font, tokens.text_quiet, words, Qt.AlignmentFlag.AlignLeft)
        font.setUnderline(self.hovered)
        write(painter, below, font, tokens.accent, self.shown_words, Qt.AlignmentFlag.AlignHCenter)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip and self._results:
            QToolTip.showText(event.globalPos(), self.say_nearest(event.pos().x()), self)
            return True
        return super().event(event)

    def say_nearest(self, x: int) -> str:
        """Day and result of the point nearest to a place."""
        points = self.points()
        nearest = min(range(len(points)), key=lambda number: abs(points[number].x() - x))
        found = self._results[nearest]
        return tr("{day}: {result}").format(
            day=say_plain_day(found.day, self._today), result=say_result(found.result)
        )  # fmt: skip


def _share(value: float, first: float, last: float, otherwise: float) -> float:
    """How far `value` lies from `first` to `last`; `otherwise` when they are one."""
    return (value - first) / (last - first) if last > first else otherwise
