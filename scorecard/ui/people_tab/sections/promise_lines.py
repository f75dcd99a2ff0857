"""What the user promised somebody, as lines that take the keys of the cards: K, L, R, B and the others."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from scorecard.domain.texts import WORDS_LENGTH
from scorecard.overriding import override
from scorecard.services.reckoning import Reckoned
from scorecard.ui.people_tab.short_line import LineDeeds
from scorecard.ui.people_tab.short_lines import ShortLines
from scorecard.ui.promise_dialogs.keys import PromiseOrder, order_of, orders_for
from scorecard.ui.promise_dialogs.promise_menu import show_promise_menu
from scorecard.ui.text import tr

_COMMANDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class PromiseLines(ShortLines):
    """`taken` carries an order, and the promise it is for."""

    taken = Signal(object, object)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, LineDeeds(open=tr("&Edit…")), WORDS_LENGTH, parent)
        self._items: Mapping[str, Reckoned] = {}
        self._today = date.min
        self.setAccessibleDescription(tr("The keys of a promise work here; the Menu key says which"))
        self.opened.connect(lambda _: self._take(PromiseOrder.EDIT))

    def know(self, items: Mapping[str, Reckoned], today: date) -> None:
        """The promises that lines are made of, by id."""
        self._items, self._today = items, today

    @property
    def promise(self) -> Reckoned | None:
        """The current one."""
        return self._items.get(self.key or "")

    def _take(self, order: PromiseOrder) -> None:
        item = self.promise
        if item is not None and order in orders_for(item, self._today):
            self.taken.emit(order, item)

    @override
    def show_menu(self, point: QPoint) -> None:
        if self.promise is not None:
            show_promise_menu(orders_for(self.promise, self._today), point, self._take, self)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & _COMMANDING
        order = order_of(event.key(), event.text(), event.modifiers()) if plain else None
        if order is None or self.promise is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():  # a key held down settles one promise
            self._take(order)
