"""A rating from 1 to 10 on a line. Without an answer it stands nowhere."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from scorecard.domain.checkins import LEAST, MOST
from scorecard.overriding import override
from scorecard.ui.theme.tokens import RADIUS_SMALL, tokens_of
from scorecard.ui.widgets.drawing import NO_PEN, fill_round, focus_ring, px, smooth

_HEIGHT = 28
_SIDE = 12
_TRACK = 4
_DOT = 3
_HANDLE = 8
_UNANSWERED = 0
_AHEAD = {Qt.Key.Key_Down: 1, Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1, Qt.Key.Key_Up: -1}
_TAKING_BACK = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_ENDS = {Qt.Key.Key_Home: LEAST, Qt.Key.Key_End: MOST}
_WITH_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class RatingSlider(QSlider):
    """Left and Right, a digit (0 is ten), or the mouse; Backspace takes it back. A slider to a screen reader.

    `rated` follows every new answer; `moved` says that the keyboard goes on (1) or back (-1).
    """

    rated = Signal()
    moved = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setProperty("painted", True)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setRange(_UNANSWERED, MOST)
        self.setSingleStep(1)
        self.valueChanged.connect(self._follow_value)

    @property
    def rating(self) -> int | None:
        return self.value() or None

    def rate(self, rating: int | None) -> None:
        """As a key would."""
        if rating is None:
            self.setMinimum(_UNANSWERED)
        self.setValue(_UNANSWERED if rating is None else min(MOST, max(LEAST, rating)))

    def _follow_value(self, value: int) -> None:
        self.setMinimum(LEAST if value >= LEAST else _UNANSWERED)
        self.update()
        self.rated.emit()

    def _step(self, by: int) -> None:
        if self.rating is None:
            self.rate(LEAST if by > 0 else MOST)
        else:
            self.rate(self.value() + by)

    def _place(self, rating: int) -> QPointF:
        side = px(self, _SIDE)
        x = side + (rating - LEAST) * (self.width() - 2 * side) / (MOST - LEAST)
        return QPointF(self.width() - x if self.isRightToLeft() else x, self.height() / 2)

    def _rating_at(self, x: float) -> int:
        return min(range(LEAST, MOST + 1), key=lambda rating: abs(self._place(rating).x() - x))

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(self, 300), px(self, _HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(self, 140), px(self, _HEIGHT))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = Qt.Key(event.key()), event.text()
        forward = Qt.Key.Key_Left if self.isRightToLeft() else Qt.Key.Key_Right
        back = Qt.Key.Key_Right if self.isRightToLeft() else Qt.Key.Key_Left
        if event.modifiers() & _WITH_COMMAND:
            event.ignore()
        elif len(text) == 1 and text in "0123456789":
            self.rate(int(text) or MOST)
        elif key in _AHEAD:
            self.moved.emit(_AHEAD[key])
        elif key in (forward, back):
            self._step(1 if key == forward else -1)
        elif key in _ENDS:
            self.rate(_ENDS[key])
        elif key in _TAKING_BACK:
            self.rate(None)
        else:
            event.ignore()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.rate(self._rating_at(event.position().x()))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.rate(self._rating_at(event.position().x()))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self.palette())
        first, last, half = self._place(LEAST), self._place(MOST), px(self, _TRACK) / 2
        with smooth(self) as painter:
            left, right = sorted((first.x(), last.x()))
            fill_round(painter, QRectF(left, first.y() - half, right - left, 2 * half), half, tokens.hover)
            if self.rating is not None:
                here = self._place(self.rating)
                begin, end = sorted((first.x(), here.x()))
                fill_round(painter, QRectF(begin, here.y() - half, end - begin, 2 * half), half, tokens.accent)
            painter.setPen(NO_PEN)
            for rating in range(LEAST, MOST + 1):
                reached = self.rating is not None and rating <= self.rating
                painter.setBrush(QColor(tokens.accent if reached else tokens.outline))
                painter.drawEllipse(self._place(rating), px(self, _DOT), px(self, _DOT))
            if self.rating is not None:
                painter.setPen(QPen(QColor(tokens.surface), px(self, 2)))
                painter.setBrush(QColor(tokens.accent))
                painter.drawEllipse(self._place(self.rating), px(self, _HANDLE), px(self, _HANDLE))
            if self.hasFocus():
                focus_ring(painter, self.rect(), RADIUS_SMALL, tokens)
