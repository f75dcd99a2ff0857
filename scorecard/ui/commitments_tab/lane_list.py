"""The cards of a lane: gone through, settled and dragged."""

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from scorecard.overriding import override
from scorecard.services.reckoning import Reckoned
from scorecard.ui.commitments_tab.card_delegate import CardDelegate
from scorecard.ui.commitments_tab.card_model import CardModel
from scorecard.ui.promise_dialogs.keys import PromiseOrder, order_of
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.painted_list import PaintedList
from scorecard.ui.widgets.row_drag import drag_row
from scorecard.ui.widgets.scroll_area import SlimScrollBar

_COMMANDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class LaneList(PaintedList[Reckoned]):
    """`taken`: an order for the current card. `turned`: on to the lane at the right (1) or left (−1) of this one.

    `person_asked`: the name on a card was clicked; the id of who that is.
    """

    taken = Signal(object, object)
    turned = Signal(int)
    menu_asked = Signal(object, object)
    person_asked = Signal(str)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self.cards = CardModel(self)
        self._pressed: str | None = None  # whose name the button went down on
        self._set_up()
        self.paint_rows(self.cards, CardDelegate(self.cards, self))
        self.doubleClicked.connect(lambda index: self._take(PromiseOrder.EDIT, index))

    def enter_at(self, y: int) -> None:
        """Takes the keyboard on the card that lies nearest to `y`."""
        index = self.indexAt(QPoint(self.viewport().width() // 2, y))
        last = len(self.cards.cards) - 1
        below = y > self.visualRect(self.cards.index(last)).top()
        self.go_to(index.row() if index.isValid() else last if below else 0)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def current_y(self) -> int:
        return self.visualRect(self.currentIndex()).center().y()

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(SlimScrollBar(self))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setDragEnabled(True)
        self.setTabKeyNavigation(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.viewport().setAutoFillBackground(False)

    def _take(self, order: PromiseOrder, index: QModelIndex) -> None:
        if index.isValid():
            self.taken.emit(order, self.cards.cards[index.row()])

    def person_at(self, spot: QPoint) -> str | None:
        """Whose name stands there, by their id."""
        index = self.indexAt(spot)
        person_id = self.cards.cards[index.row()].promise.person_id if index.isValid() else None
        if person_id is None or not isinstance(self._delegate, CardDelegate):
            return None
        return person_id if self._delegate.person_rect(index, self.visualRect(index)).contains(spot) else None

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        left = event.button() is Qt.MouseButton.LeftButton
        self._pressed = self.person_at(event.position().toPoint()) if left else None
        super().mousePressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if pressed is not None and self.person_at(event.position().toPoint()) == pressed:
            self.person_asked.emit(pressed)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        named = self.person_at(event.position().toPoint()) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if named else Qt.CursorShape.ArrowCursor)

    @override
    def startDrag(self, supported_actions: Qt.DropAction) -> None:  # noqa: N802
        index = self.currentIndex()
        if not index.isValid() or not self.cards.flags(index) & Qt.ItemFlag.ItemIsDragEnabled:
            return
        drag_row(self, index, self.cards.mimeData([index]))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & _COMMANDING:
            event.ignore()
            return
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.turned.emit(1 if (event.key() == Qt.Key.Key_Right) != self.isRightToLeft() else -1)
            return
        order = order_of(event.key(), event.text(), event.modifiers())
        if order is not None and self.current is not None:
            if not event.isAutoRepeat():  # a key held down settles one promise, not the lane
                self._take(order, self.currentIndex())
            return
        if event.text().isprintable() and event.text():
            event.ignore()  # Qt would search the cards for the letter
            return
        super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if not index.isValid():
            return
        self.setCurrentIndex(index)
        point = self.viewport().mapToGlobal(self.visualRect(index).center()) if by_key else event.globalPos()
        self.menu_asked.emit(self.cards.cards[index.row()], point)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.go_to(0)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        widened = event.oldSize().width() != event.size().width()
        if widened and self.currentIndex().isValid() and self.hasFocus():
            self.scrollTo(self.currentIndex())

    @override
    def sizeHint(self) -> QSize:
        # A scroll area asks for the height a page would like to have, and makes it scroll for less.
        return self.minimumSizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(self, 120), px(self, 90))
