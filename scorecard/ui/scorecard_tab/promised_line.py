"""One promise on a day: the sign of its level, its words, and what became of it. A key takes a step on it."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from scorecard.overriding import override
from scorecard.ui.promise_dialogs.keys import PromiseOrder, order_of
from scorecard.ui.scorecard_tab.promised_sign import paint_level_sign
from scorecard.ui.scorecard_tab.promised_states import PromisedLine, StatusTone
from scorecard.ui.theme.icons import paint_icon
from scorecard.ui.theme.text_styles import TextStyle, text_font
from scorecard.ui.theme.tokens import RADIUS_SMALL, Tokens
from scorecard.ui.widgets.drawing import fill_round, focus_ring, px, write
from scorecard.ui.widgets.painted_button import PaintedButton
from scorecard.ui.widgets.plain_tip import plain_tip

LINE_SIDE = 9
WORDS_FROM = LINE_SIDE + 20  # pixels of the design from the line's edge to its words
_HEIGHT = 24
_SIGN = 10
_GAP = 10
_MORE = 20
_START = Qt.AlignmentFlag.AlignLeft
_END = Qt.AlignmentFlag.AlignRight
_DIRECTION = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_SIDEWAYS = (Qt.Key.Key_Left, Qt.Key.Key_Right)
_WITH_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class PromisedLineButton(PaintedButton):
    """A button to a screen reader: pressing it opens the editor. A click of the mouse only goes to it."""

    ordered = Signal(object, object)  # a PromiseOrder it can take, and the promise
    moved = Signal(int)
    entered = Signal(object)  # Qt's reason
    left = Signal()
    menu_asked = Signal(QPoint)

    def __init__(self, line: PromisedLine, parent: QWidget) -> None:
        super().__init__("", parent)
        self._line = line
        self._is_dressed = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: self.give(PromiseOrder.EDIT))
        self.show_line(line)

    @property
    def line(self) -> PromisedLine:
        return self._line

    def show_line(self, line: PromisedLine) -> None:
        if self._is_dressed and line == self._line:
            return
        self._line, self._is_dressed = line, True
        self.setAccessibleName(line.spoken)
        self.setAccessibleDescription(line.hint)
        self.setToolTip(plain_tip(line.tooltip))
        self.update()

    def set_current(self, current: bool) -> None:
        """Tab stops at the current line of a list only."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if current else Qt.FocusPolicy.ClickFocus)

    def give(self, order: PromiseOrder) -> None:
        if order in self._line.orders:
            self.ordered.emit(order, self._line.item)

    def _more_rect(self) -> QRect:
        """Where the pointer finds the menu."""
        side = px(self, _MORE)
        rect = QRect(self.width() - px(self, LINE_SIDE) - side, (self.height() - side) // 2, side, side)
        return self._mirrored(rect)

    def _mirrored(self, rect: QRect) -> QRect:
        if not self.isRightToLeft():
            return rect
        return QRect(self.width() - rect.right() - 1, rect.top(), rect.width(), rect.height())

    def _paint_sign(self, painter: QPainter, tokens: Tokens) -> None:
        side = px(self, _SIGN)
        square = self._mirrored(QRect(px(self, LINE_SIDE + 1), (self.height() - side) // 2, side, side))
        paint_level_sign(painter, QRectF(square), self._line.item.standing.level, tokens)

    def _paint_status(self, painter: QPainter, tokens: Tokens, right: int) -> int:
        """How wide it is. It is the short one where the whole one would cut the words."""
        line = self._line
        font = text_font(self.font(), TextStyle.BODY if line.tone is StatusTone.QUIET else TextStyle.STRONG)
        metrics = QFontMetrics(font)
        words = QFontMetrics(text_font(self.font(), TextStyle.BODY)).horizontalAdvance(line.item.promise.words)
        room = right - px(self, _GAP + WORDS_FROM) - words
        status = line.status if metrics.horizontalAdvance(line.status) + 2 <= room else line.short
        width = metrics.horizontalAdvance(status) + 2
        column = self._mirrored(self._column(right - width, width))
        write(painter, column, font, ink_of(line.tone, tokens), status, _END)
        return width

    def _paint_words(self, painter: QPainter, tokens: Tokens, room: int) -> None:
        """The person stands behind the words where there is room for the whole name."""
        line, left = self._line, px(self, WORDS_FROM)
        font = text_font(self.font(), TextStyle.BODY)
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(line.item.promise.words, Qt.TextElideMode.ElideRight, max(0, room))
        write(painter, self._mirrored(self._column(left, room)), font, tokens.text, shown, _START)
        person = f" · {line.item.person}" if line.item.person else ""
        after = metrics.horizontalAdvance(shown)
        if person and metrics.horizontalAdvance(person) <= room - after:
            rest = self._mirrored(self._column(left + after, room - after))
            write(painter, rest, font, tokens.text_quiet, person, _START)

    def _column(self, left: int, width: int) -> QRect:
        return QRect(left, 0, width, self.height())

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(self, 160), max(px(self, _HEIGHT), self.fontMetrics().height()))

    @override
    def paint_button(self, painter: QPainter, tokens: Tokens) -> None:
        if self.hasFocus():
            focus_ring(painter, self.rect(), RADIUS_SMALL, tokens)
        right = self.width() - px(self, LINE_SIDE)
        if self.hovered:
            more = self._more_rect()
            fill_round(painter, more, RADIUS_SMALL, tokens.sunken)
            inset = px(self, 2)
            paint_icon(painter, "ellipsis", more.adjusted(inset, inset, -inset, -inset), tokens.text_quiet)
            right -= px(self, _MORE + 4)
        self._paint_sign(painter, tokens)
        taken = self._paint_status(painter, tokens, right)
        self._paint_words(painter, tokens, right - taken - px(self, _GAP + WORDS_FROM))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _DIRECTION:
            self.moved.emit(_DIRECTION[key])
        elif key in _SIDEWAYS:
            event.ignore()
        elif event.modifiers() & _WITH_COMMAND or (order := order_of(key, event.text(), event.modifiers())) is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.give(order)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._more_rect().contains(event.position().toPoint()):
            self.menu_asked.emit(self.mapToGlobal(self._more_rect().bottomLeft()))

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.give(PromiseOrder.EDIT)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_asked.emit(event.globalPos())

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()
        self.entered.emit(event.reason())

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
        self.left.emit()


def ink_of(tone: StatusTone, tokens: Tokens) -> str:
    match tone:
        case StatusTone.GOOD:
            return tokens.good
        case StatusTone.FAIR:
            return tokens.fair
        case StatusTone.POOR:
            return tokens.poor
        case StatusTone.QUIET:
            return tokens.text_quiet
