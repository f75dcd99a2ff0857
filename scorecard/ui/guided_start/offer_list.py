"""The measures that are offered, each with a tick: those with one come onto the card."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from scorecard.overriding import override
from scorecard.services.outlines import Offer
from scorecard.ui.guided_start.offer_delegate import OfferDelegate
from scorecard.ui.guided_start.offer_model import OfferModel
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.painted_list import NOWHERE, Index, PaintedList
from scorecard.ui.widgets.scroll_area import SlimScrollBar

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LEAST = QSize(300, 160)
_WANTED = QSize(580, 420)


class OfferList(PaintedList[Offer]):
    """Space ticks, Enter or a double click asks for the editor. Both signals carry the place of the offer."""

    ticked = Signal(int)
    edit_asked = Signal(int)
    moved = Signal(bool)  # whether one of them is current

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self.offers = OfferModel(self)
        self.setVerticalScrollBar(SlimScrollBar(self))
        self.setTabKeyNavigation(False)
        self._grasped: Index = NOWHERE
        self.paint_rows(self.offers, OfferDelegate(self.offers, self))

    def show_offers(self, offers: Sequence[Offer], *, afresh: bool) -> None:
        """`afresh`: they are those of another work, and none is current before the keyboard comes."""
        row = -1 if afresh else self.currentIndex().row()
        self.offers.show_offers(offers)
        self.scheduleDelayedItemsLayout()
        if afresh:
            self.scrollToTop()
        if row >= 0:
            self.go_to(row)
        elif self.hasFocus():
            self.go_to(0)
        else:
            self.setCurrentIndex(NOWHERE)

    def _ask_to_edit(self, index: Index) -> None:
        if index.isValid():
            self.edit_asked.emit(index.row())

    def _box_at(self, point: QPoint) -> Index:
        """The row whose tick is there."""
        index = self.indexAt(point)
        if index.isValid() and isinstance(self._delegate, OfferDelegate):
            inside = self._delegate.layout.tick_zone(self.visualRect(index)).contains(point)
            return index if inside else NOWHERE
        return NOWHERE

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() == Qt.Key.Key_Space and index.isValid():
            self.ticked.emit(index.row())
        elif plain and event.key() in _ENTER and index.isValid():
            self._ask_to_edit(index)
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        had_none = not self.currentIndex().isValid()
        super().focusInEvent(event)
        if had_none:
            self.go_to(0)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        super().currentChanged(current, previous)
        self.moved.emit(current.isValid())

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._grasped = self._box_at(event.position().toPoint())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._grasped.isValid() and self._grasped == self._box_at(event.position().toPoint()):
            self.ticked.emit(self._grasped.row())
        self._grasped = NOWHERE

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Twice on a tick is two clicks."""
        self._grasped = self._box_at(event.position().toPoint())
        if not self._grasped.isValid():
            self._ask_to_edit(self.indexAt(event.position().toPoint()))

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(self, _WANTED.width()), px(self, _WANTED.height()))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(self, _LEAST.width()), px(self, _LEAST.height()))
