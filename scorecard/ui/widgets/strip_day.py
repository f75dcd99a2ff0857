"""One day of the week strip: weekday, number, score, and how full the day is."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from scorecard.overriding import override
from scorecard.ui.text import tr
from scorecard.ui.theme.icons import paint_icon
from scorecard.ui.theme.text_styles import TextStyle, text_font
from scorecard.ui.theme.tokens import FOCUS_WIDTH, RADIUS_STRIP, Tokens
from scorecard.ui.widgets.attainment_bar import paint_bar
from scorecard.ui.widgets.drawing import NO_PEN, box, fill_round, focus_ring, line_round, px, write
from scorecard.ui.widgets.painted_button import PaintedButton

_START = Qt.AlignmentFlag.AlignLeft
_END = Qt.AlignmentFlag.AlignRight
_NARROWEST = 56
_NARROW = 70  # below it words go nearer to the edges


@dataclass(frozen=True, slots=True)
class StripReading:
    """What a day of the strip shows. `score` is what stands at its end: a number, "–", or the word for away.

    `share` is the score over 100; `thin`: too little is known to call it a score, so its bar is an outline.
    """

    weekday: str
    day: str
    score: str = ""
    share: float | None = None
    selected: bool = False
    today: bool = False
    finished: bool = False
    away: bool = False
    thin: bool = False
    future: bool = False


class StripDayButton(PaintedButton):
    """Pressing it asks for its day. The caller gives the accessible name; the description says which day is shown."""

    def __init__(self, reading: StripReading, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._reading = reading
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_reading(reading)

    @property
    def reading(self) -> StripReading:
        return self._reading

    def set_reading(self, reading: StripReading) -> None:
        if reading == self._reading and self.isChecked() == reading.selected:
            return
        self._reading = reading
        self.setAccessibleDescription(tr("The day shown") if reading.selected else "")
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(self, 154), px(self, 74))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(self, _NARROWEST), px(self, 74))

    @override
    def paint_button(self, painter: QPainter, tokens: Tokens) -> None:
        reading = self._reading
        fill = tokens.sunken if reading.away else tokens.surface
        if reading.selected:
            fill_round(painter, self.rect(), RADIUS_STRIP, fill)
            line_round(painter, self.rect(), RADIUS_STRIP, tokens.accent, 2)
        else:
            box(painter, self.rect(), RADIUS_STRIP, fill, tokens.outline if self.hovered else tokens.border)
        if self.hasFocus():
            inset = FOCUS_WIDTH + 2 if reading.selected else 0
            rect = self.rect().adjusted(inset, inset, -inset, -inset)
            focus_ring(painter, rect, RADIUS_STRIP - inset, tokens)
        self._paint_words(painter, tokens)
        self._paint_bar(painter, tokens)

    def _line(self, top: int, height: int) -> QRect:
        side = px(self, 10 if self.width() >= px(self, _NARROW) else 5)
        return QRect(side, px(self, top), self.width() - 2 * side, px(self, height))

    def _paint_words(self, painter: QPainter, tokens: Tokens) -> None:
        reading = self._reading
        weekday, number = self._line(8, 16), self._line(25, 24)
        caption = text_font(self.font(), TextStyle.CAPTION)
        write(painter, weekday, caption, tokens.text_quiet, reading.weekday, _START)
        ink = tokens.accent if reading.today else tokens.text
        write(painter, number, text_font(self.font(), TextStyle.HEADING), ink, reading.day, _START)
        write(painter, number, text_font(self.font(), TextStyle.SMALL), tokens.text_quiet, reading.score, _END)
        if reading.today:
            painter.setFont(caption)
            self._paint_dot(painter, weekday, painter.fontMetrics().horizontalAdvance(reading.weekday), tokens)
        if reading.finished:
            side = px(self, 14)
            x = weekday.left() if self.isRightToLeft() else weekday.right() + 1 - side
            square = QRect(x, weekday.center().y() - side // 2, side, side)
            paint_icon(painter, "check", square, tokens.text_quiet)

    def _paint_dot(self, painter: QPainter, line: QRect, after: int, tokens: Tokens) -> None:
        side, gap = px(self, 5), px(self, 6)
        x = line.right() + 1 - after - gap - side if self.isRightToLeft() else line.left() + after + gap
        painter.setPen(NO_PEN)
        painter.setBrush(QColor(tokens.accent))
        painter.drawEllipse(QRectF(x, line.center().y() - side / 2 + 1, side, side))

    def _paint_bar(self, painter: QPainter, tokens: Tokens) -> None:
        reading = self._reading
        if reading.away:
            return
        rect = QRectF(self._line(60, 5))
        colour = tokens.tone(100 * (reading.share or 0))
        paint_bar(painter, rect, reading.share, tokens, colour, hollow=reading.thin, mirrored=self.isRightToLeft())
