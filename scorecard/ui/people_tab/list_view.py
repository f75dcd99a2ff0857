"""The list of people: gone through by keys and the pointer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPalette
from PySide6.QtWidgets import QFrame, QListView, QWidget

from scorecard.overriding import override
from scorecard.ui.people_tab.list_delegate import PersonDelegate
from scorecard.ui.people_tab.list_model import PersonRows
from scorecard.ui.people_tab.orders import key_that_adds, order_of
from scorecard.ui.shortcuts import FIND_PEOPLE
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import tokens_of
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.painted_list import NOWHERE, PaintedList
from scorecard.ui.widgets.scroll_area import SlimScrollBar

if TYPE_CHECKING:
    from scorecard.services.people.list_page import PersonRow

_COMMANDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_LEAST = QSize(160, 120)


class PeopleList(PaintedList["PersonRow"]):
    """`taken`: an order for the current person. `moved`: the user went to another one; `pointed`: clicked on one.

    `typed`: a letter that means nothing here, and so begins a search; `add_asked`: the one that means a new person.
    """

    taken = Signal(object)
    moved = Signal()
    pointed = Signal()
    typed = Signal(str)
    add_asked = Signal()
    menu_asked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("People"), parent)
        self.people = PersonRows(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(SlimScrollBar(self))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setTabKeyNavigation(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.viewport().setAutoFillBackground(False)
        self.paint_rows(self.people, PersonDelegate(self.people, self))
        self._dress_bar()

    def _dress_bar(self) -> None:
        """It lies on a card, and not on the window."""
        bar, surface = self.verticalScrollBar(), QColor(tokens_of(self.palette()).surface)
        palette = bar.palette()
        if palette.color(QPalette.ColorRole.Window) != surface:
            palette.setColor(QPalette.ColorRole.Window, surface)
            bar.setPalette(palette)

    @property
    def current_id(self) -> str | None:
        return self.current.id if self.current is not None else None

    def show_rows(self, rows: Sequence[PersonRow], preferred: str | None, *, anew: bool = False) -> None:
        """The same person stays current; else the `preferred` one, else whoever took the place."""
        before, place, scrolled = self.current_id, self.currentIndex().row(), self.verticalScrollBar().value()
        if not self.people.show_rows(rows, anew=anew):
            return
        if self.choose(before) or self.choose(preferred):
            self.verticalScrollBar().setValue(scrolled)
            self.scrollTo(self.currentIndex())
        elif before is not None:
            self.go_to(place)

    def choose(self, person_id: str | None) -> bool:
        row = self.people.row_of(person_id) if person_id is not None else None
        if row is not None:
            self.setCurrentIndex(self.people.index(row))
        return row is not None

    def leave(self) -> None:
        """Nobody is current."""
        self.setCurrentIndex(NOWHERE)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & _COMMANDING:
            event.ignore()
            return
        order = order_of(event.key())
        if order is not None and self.current is not None:
            if not event.isAutoRepeat():  # a key held down archives one person, not the list
                self.taken.emit(order)
            return
        if event.text().strip() and event.text().isprintable():
            self._take_letter(event.text())
            return
        before = self.currentIndex().row()
        super().keyPressEvent(event)
        if self.currentIndex().row() != before:
            self.moved.emit()

    def _take_letter(self, text: str) -> None:
        """Qt would jump to a name that begins with it; here it is looked for anywhere."""
        if text.casefold() in key_that_adds():
            self.add_asked.emit()
        else:
            self.typed.emit("" if text == FIND_PEOPLE else text)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        on_row = self.indexAt(event.position().toPoint()).isValid()
        if event.button() is Qt.MouseButton.LeftButton and on_row:
            self.pointed.emit()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if not index.isValid():
            return
        self.setCurrentIndex(index)
        self.menu_asked.emit(
            self.viewport().mapToGlobal(self.visualRect(index).center()) if by_key else event.globalPos()
        )

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.go_to(max(0, self.currentIndex().row()))  # Qt makes the first one current, but does not mark it
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._delegate is not None:
            self._dress_bar()

    @override
    def sizeHint(self) -> QSize:
        # A scroll area asks for the height a page would like to have, and makes it scroll for less.
        return self.minimumSizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(self, _LEAST.width()), px(self, _LEAST.height()))
