"""Where the parts of a measure's row stand, and how they are painted."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from scorecard.services.pages import RowPage
from scorecard.ui import say
from scorecard.ui.scorecard_tab.states import RowState
from scorecard.ui.theme.text_styles import TextStyle, text_font
from scorecard.ui.theme.tokens import Tokens, tokens_of
from scorecard.ui.widgets.attainment_bar import BAR_HEIGHT, BAR_WIDTH, paint_bar
from scorecard.ui.widgets.drawing import px, smooth, write

_HEIGHT = 56
_SIDE = 14
_POINTS = 46
_GAP = 14
_NOTE = 28
_STRIPE = 3
_LINE = 20
_BAR_FROM = 560

_LEADING = Qt.AlignmentFlag.AlignLeft
_TRAILING = Qt.AlignmentFlag.AlignRight


class RowPicture:
    """The geometry follows the text size and mirrors for right-to-left; all rects are in the row's coordinates."""

    def __init__(self, row: QWidget) -> None:
        self._row = row
        self._control = QRect()

    def height(self, note: QWidget | None) -> int:
        return px(self._row, _HEIGHT) + (note.height() + px(self._row, 12) if note is not None else 0)

    @property
    def has_bar(self) -> bool:
        """A narrow row leaves its bar out: the points say the same, and the name needs the room."""
        return self._row.width() >= px(self._row, _BAR_FROM)

    def place(self, control: QWidget, note_button: QWidget, note: QWidget | None) -> None:
        row = self._row
        size = control.sizeHint()
        after = px(row, _SIDE + _POINTS + _GAP) + (px(row, BAR_WIDTH + _GAP) if self.has_bar else 0)
        left = row.width() - after - size.width()
        self._control = QRect(left, (px(row, _HEIGHT) - size.height()) // 2, size.width(), size.height())
        control.setGeometry(self._mirrored(self._control))
        button = px(row, _NOTE)
        beside = QRect(left - button - px(row, 6), (px(row, _HEIGHT) - button) // 2, button, button)
        note_button.setGeometry(self._mirrored(beside))
        if note is not None:
            note.setGeometry(px(row, _SIDE), px(row, _HEIGHT), row.width() - 2 * px(row, _SIDE), note.height())

    def paint(self, state: RowState, *, entered: bool, refusal: str) -> None:
        row = self._row
        tokens = tokens_of(row.palette())
        with smooth(row) as painter:
            self._paint_ground(painter, tokens, entered=entered)
            self._paint_words(painter, tokens, state, refusal)
            if state.bar and self.has_bar:
                self._paint_bar(painter, tokens, state)
            self._paint_points(painter, tokens, state)

    def tooltip(self, page: RowPage, state: RowState) -> str:
        parts = [state.name, page.measure.why, say.sentence_case(say.say_target(page.terms)), page.measure.plan]
        return "\n".join(part for part in parts if part)

    def _paint_ground(self, painter: QPainter, tokens: Tokens, *, entered: bool) -> None:
        rect = self._row.rect()
        if entered:
            painter.fillRect(rect, QColor(tokens.accent_soft))
            stripe = QRect(0, 0, px(self._row, _STRIPE), rect.height())
            painter.fillRect(self._mirrored(stripe), QColor(tokens.accent))
        elif self._row.y() > 0 and self._row.property("separated"):
            painter.fillRect(QRect(0, 0, rect.width(), 1), QColor(tokens.border))

    def _paint_words(self, painter: QPainter, tokens: Tokens, state: RowState, refusal: str) -> None:
        row = self._row
        side = px(row, _SIDE)
        note = px(row, _NOTE + 6) if state.has_note else 0
        width = self._control.left() - 2 * side - note
        top = (px(row, _HEIGHT) - 2 * px(row, _LINE - 1)) // 2
        name_rect = QRect(side, top, width, px(row, _LINE))
        self._line(painter, name_rect, TextStyle.NAME, tokens.text_quiet if state.quiet else tokens.text, state.name)
        under = QRect(side, name_rect.bottom(), width, px(row, _LINE))
        if refusal:
            refusal = f"! {refusal}"
        ink = tokens.poor if refusal else tokens.text_quiet
        self._line(painter, under, TextStyle.BODY, ink, refusal or state.why)

    def _line(self, painter: QPainter, rect: QRect, style: TextStyle, ink: str, words: str) -> None:
        font = text_font(self._row.font(), style)
        shown = _elided(font, words, rect.width())
        write(painter, self._mirrored(rect), font, ink, shown, self._aligned(_LEADING))

    def _paint_bar(self, painter: QPainter, tokens: Tokens, state: RowState) -> None:
        row = self._row
        height = px(row, BAR_HEIGHT)
        left = row.width() - px(row, _SIDE + _POINTS + _GAP + BAR_WIDTH)
        rect = self._mirrored(QRect(left, (px(row, _HEIGHT) - height) // 2, px(row, BAR_WIDTH), height))
        colour = tokens.tone(None if state.share is None else 100 * state.share)
        mirrored = row.isRightToLeft()
        paint_bar(painter, QRectF(rect), state.share, tokens, colour, hollow=False, mirrored=mirrored)

    def _paint_points(self, painter: QPainter, tokens: Tokens, state: RowState) -> None:
        row = self._row
        room = px(row, _POINTS + _GAP - 2)
        rect = QRect(row.width() - px(row, _SIDE) - room, 0, room, px(row, _HEIGHT))
        number = state.points.isdigit()
        font = text_font(row.font(), TextStyle.STRONG if number else TextStyle.BODY)
        ink = tokens.text if number else tokens.text_quiet
        if state.surplus:
            rect.translate(0, -px(row, 8))
            below = rect.translated(0, px(row, 17))
            small = text_font(row.font(), TextStyle.CAPTION)
            write(painter, self._mirrored(below), small, tokens.good, state.surplus, self._aligned(_TRAILING))
        words = _elided(font, state.points, rect.width())
        write(painter, self._mirrored(rect), font, ink, words, self._aligned(_TRAILING))

    def _mirrored(self, rect: QRect) -> QRect:
        if not self._row.isRightToLeft():
            return rect
        return QRect(self._row.width() - rect.right() - 1, rect.top(), rect.width(), rect.height())

    def _aligned(self, align: Qt.AlignmentFlag) -> Qt.AlignmentFlag:
        if not self._row.isRightToLeft():
            return align | Qt.AlignmentFlag.AlignAbsolute
        other = _TRAILING if align is _LEADING else _LEADING
        return other | Qt.AlignmentFlag.AlignAbsolute


def _elided(font: QFont, words: str, width: int) -> str:
    return QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, max(0, width))
