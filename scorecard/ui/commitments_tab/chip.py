"""One understood part of a typed line: "to Cassandra Kelly ×". Its × makes plain text of it again."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from scorecard.overriding import override
from scorecard.ui.theme.icons import paint_icon
from scorecard.ui.theme.text_styles import TextStyle, text_font
from scorecard.ui.theme.tokens import RADIUS_SMALL, Tokens, tokens_of
from scorecard.ui.widgets.drawing import box, fill_round, focus_ring, px, smooth, write
from scorecard.ui.widgets.painted_button import PaintedButton
from scorecard.ui.widgets.plain_tip import plain_tip

_HEIGHT = 28
_SIDE = 10
_CROSS = 14
_CROSS_SIDE = 24
_HINT_GAP = 8


class _Words(PaintedButton):
    """Can be pressed when there is something else to choose."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self.hint = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        hint = QFontMetrics(text_font(self.font(), TextStyle.SMALL)).horizontalAdvance(self.hint)
        return self.words_size(
            px(self, 2 * _SIDE + 2) + (hint + px(self, _HINT_GAP) if self.hint else 0), px(self, _HEIGHT)
        )

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(self, 4 * _SIDE), px(self, _HEIGHT))

    @override
    def paint_button(self, painter: QPainter, tokens: Tokens) -> None:
        if self.isEnabled() and (self.hovered or self.isDown()):
            fill_round(painter, self.rect().adjusted(2, 2, -2, -2), RADIUS_SMALL, tokens.hover)
        if self.hasFocus():
            focus_ring(painter, self.rect(), RADIUS_SMALL, tokens)
        side = px(self, _SIDE)
        inner: QRect = self.rect().adjusted(side, 0, -side, 0)
        small, font = text_font(self.font(), TextStyle.SMALL), text_font(self.font(), TextStyle.MEDIUM)
        hint = QFontMetrics(small).horizontalAdvance(self.hint)
        room = inner.width() - (hint + px(self, _HINT_GAP) if self.hint else 0)
        shown = QFontMetrics(font).elidedText(self.shown_words, Qt.TextElideMode.ElideRight, room)
        write(painter, inner, font, tokens.text, shown, Qt.AlignmentFlag.AlignLeft)
        write(painter, inner, small, tokens.text_quiet, self.hint, Qt.AlignmentFlag.AlignRight)


class _Cross(PaintedButton):
    @override
    def sizeHint(self) -> QSize:
        return QSize(px(self, _CROSS_SIDE), px(self, _HEIGHT))

    @override
    def paint_button(self, painter: QPainter, tokens: Tokens) -> None:
        if self.hovered or self.isDown():
            fill_round(painter, self.rect().adjusted(2, 2, -2, -2), RADIUS_SMALL, tokens.hover)
        if self.hasFocus():
            focus_ring(painter, self.rect(), RADIUS_SMALL, tokens)
        side = px(self, _CROSS)
        square = QRect((self.width() - side) // 2, (self.height() - side) // 2, side, side)
        paint_icon(painter, "x", square, tokens.text if self.hovered else tokens.text_quiet)


class Chip(QWidget):
    """`pressed`: the next of several ways to read it. `declined`: it shall be text."""

    pressed = Signal()
    declined = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = _Words(self)
        self.cross = _Cross("", self)
        self.words.clicked.connect(self.pressed)
        self.cross.clicked.connect(self.declined)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.words, 1)
        row.addWidget(self.cross)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    @property
    def text(self) -> str:
        return self.words.shown_words if not self.isHidden() else ""

    def show_words(self, words: str, *, key: str = "", decline: str = "") -> None:
        """Hidden without words. With a `key` it can be pressed for something else; `decline` names the ×."""
        self.words.setText(words.replace("&", "&&"))
        self.words.hint = key
        self.words.setEnabled(bool(key))
        self.words.setToolTip(plain_tip(words))
        self.words.setAccessibleName(words)
        self.cross.setVisible(bool(decline))
        self.cross.setAccessibleName(decline)
        self.cross.setToolTip(plain_tip(decline))
        self.words.updateGeometry()
        self.setVisible(bool(words))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self.palette())
        with smooth(self) as painter:
            box(painter, self.rect(), RADIUS_SMALL, tokens.accent_soft, tokens.border)
