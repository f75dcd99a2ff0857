"""The cards of a lane: gone through, settled and dragged."""

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDrag, QFocusEvent, QKeyEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyleOptionViewItem, QWidget

from scorecard.overriding import override
from scorecard.services.reckoning import Reckoned
from scorecard.ui.commitments_tab.card_delegate import CardDelegate
from scorecard.ui.commitments_tab.card_model import CardModel
from scorecard.ui.promise_dialogs.keys import PromiseOrder, order_of
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.painted_list import PaintedList
from scorecard.ui.widgets.scroll_area import SlimScrollBar

_COMMANDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class LaneList(PaintedList[Reckoned]):
    """`taken`: an order for the current card. `turned`: on to the lane at the right (1) or left (−1) of this one."""

    taken = Signal(object, object)
    turned = Signal(int)
    menu_asked = Signal(object, object)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self.cards = CardModel(self)
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

    def _picture(self, index: QModelIndex) -> QPixmap:
        """The card as it hangs on the pointer."""
        rect = self.visualRect(index)
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(rect.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = rect.translated(-rect.topLeft())
        with QPainter(pixmap) as painter:
            painter.setOpacity(0.9)
            self.itemDelegate().paint(painter, option, index)
        return pixmap

    @override
    def startDrag(self, supported_actions: Qt.DropAction) -> None:  # noqa: N802
        index = self.currentIndex()
        if not index.isValid() or not self.cards.flags(index) & Qt.ItemFlag.ItemIsDragEnabled:
            return
        drag = QDrag(self)
        drag.setMimeData(self.cards.mimeData([index]))
        drag.setPixmap(self._picture(index))
        drag.setHotSpot(self.viewport().mapFromGlobal(self.cursor().pos()) - self.visualRect(index).topLeft())
        drag.exec(Qt.DropAction.MoveAction)

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
