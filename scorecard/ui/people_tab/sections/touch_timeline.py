"""A quiet drawing of the last half year: given above the line, received below it. It weighs nothing."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QLineF, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from scorecard.domain.touches import Direction, Touch
from scorecard.overriding import override
from scorecard.ui.people_tab.sections.touch_words import DRAWN_DAYS, TouchMark, marks_of, say_marks
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle, text_font
from scorecard.ui.theme.tokens import Tokens, tokens_of
from scorecard.ui.widgets.drawing import NO_BRUSH, NO_PEN, px, smooth, write
from scorecard.ui.widgets.plain_tip import plain_tip

_MARK = 6  # across
_STEP = 8  # between marks of one day
_AWAY = 8  # the first mark from the line
_BARE = 3  # beside the line, where there is no mark
_CAPTION_GAP = 6
_NEAR = 7  # pixels from a mark, to be told of it


class TouchTimeline(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._today = date.min
        self.marks: tuple[TouchMark, ...] = ()
        self._highest: dict[Direction, int] = {}
        self.setAccessibleName(tr("Attention in the last six months"))
        self.setMouseTracking(True)
        self.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_touches(self, touches: Sequence[Touch], today: date) -> None:
        marks = marks_of(touches, today)
        self.setVisible(bool(marks))
        if (marks, today) != (self.marks, self._today):
            self.marks, self._today = marks, today
            self._highest = {}
            for mark in marks:
                self._highest[mark.direction] = max(mark.place, self._highest.get(mark.direction, 0))
            self.setAccessibleDescription(say_marks(marks, today))
            self.updateGeometry()
            self.update()

    def spot_of(self, mark: TouchMark) -> QPointF:
        """Where the middle of a mark is."""
        away = px(self, _AWAY) + mark.place * px(self, _STEP)
        y = self._line_y - away if mark.direction is Direction.GIVEN else self._line_y + away
        return QPointF(self._x(mark.day), y)

    def say_at(self, spot: QPointF) -> str:
        """What is told of the mark that is pointed at; empty beside them."""
        near = px(self, _NEAR)
        found = [(QLineF(spot, self.spot_of(mark)).length(), number) for number, mark in enumerate(self.marks)]
        distance, number = min(found, default=(near + 1.0, 0))
        return self.marks[number].words if distance <= near else ""

    def _x(self, day: date) -> float:
        inset, share = px(self, _MARK), 1 - (self._today - day).days / DRAWN_DAYS
        x = inset + share * (self.width() - 2 * inset)
        return self.width() - x if self.isRightToLeft() else x

    def _room(self, direction: Direction) -> int:
        """Above or below the line: as many marks as there are, so that nothing is kept free for what is not."""
        highest = self._highest.get(direction)
        if highest is None:
            return px(self, _BARE)
        return px(self, _AWAY) + highest * px(self, _STEP) + px(self, _MARK)

    @property
    def _line_y(self) -> int:
        return self._room(Direction.GIVEN)

    @property
    def _caption_height(self) -> int:
        return QFontMetrics(text_font(self.font(), TextStyle.CAPTION)).height()

    @override
    def sizeHint(self) -> QSize:
        drawn = self._room(Direction.GIVEN) + self._room(Direction.RECEIVED)
        return QSize(px(self, 200), drawn + px(self, _CAPTION_GAP) + self._caption_height)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(self, 100), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.marks:
            return
        tokens = tokens_of(self.palette())
        with smooth(self) as painter:
            y = self._line_y + 0.5
            painter.setPen(QPen(QColor(tokens.edge), 1))
            painter.drawLine(QLineF(0, y, self.width(), y))
            self._paint_months(painter, tokens)
            for mark in self.marks:
                self._paint_mark(painter, mark, tokens)

    def _paint_mark(self, painter: QPainter, mark: TouchMark, tokens: Tokens) -> None:
        colour = QColor(tokens.accent if mark.direction is Direction.GIVEN else tokens.effort)
        half = px(self, _MARK) / 2
        if mark.hollow:
            painter.setPen(QPen(colour, max(1.0, half * 0.5)))
            painter.setBrush(NO_BRUSH)
            half *= 0.8
        else:
            painter.setPen(NO_PEN)
            painter.setBrush(colour)
        painter.drawEllipse(self.spot_of(mark), half, half)

    def _paint_months(self, painter: QPainter, tokens: Tokens) -> None:
        """A tick where each month begins, and its name where there is room."""
        font = text_font(self.font(), TextStyle.CAPTION)
        top = self.height() - self._caption_height
        metrics, free_from = QFontMetrics(font), 0.0
        for first in self._months():
            x = self._x(first)
            painter.setPen(QPen(QColor(tokens.edge), 1))
            painter.drawLine(QLineF(x, self._line_y - 2, x, self._line_y + 3))
            words = self.locale().standaloneMonthName(first.month, self.locale().FormatType.ShortFormat)
            wide = metrics.horizontalAdvance(words)
            left = x - wide if self.isRightToLeft() else x
            place = left if not self.isRightToLeft() else self.width() - left - wide
            if place >= free_from and place + wide <= self.width():
                rect = QRect(round(left), top, wide + 2, self._caption_height)
                write(painter, rect, font, tokens.text_quiet, words, _START)
                free_from = place + wide + px(self, _CAPTION_GAP)

    def _months(self) -> list[date]:
        """The first days of those drawn, the earliest first."""
        first = self._today - timedelta(days=DRAWN_DAYS)
        found, day = [], self._today.replace(day=1)
        while day >= first:
            found.append(day)
            day = (day - timedelta(days=1)).replace(day=1)
        return found[::-1]

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            words = self.say_at(QPointF(event.pos()))
            if words:
                QToolTip.showText(event.globalPos(), plain_tip(words), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)


_START = Qt.AlignmentFlag.AlignLeft  # Qt mirrors it itself
