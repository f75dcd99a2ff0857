"""The buttons under the lists: what is new, and what can be done with the row that is chosen."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from scorecard.overriding import override
from scorecard.ui.card_editor.orders import ADD, ADD_GROUP, KEYS, Order, offered, say_order
from scorecard.ui.card_editor.rows import Row
from scorecard.ui.text import tr
from scorecard.ui.widgets.button_keys import mirrored, with_key
from scorecard.ui.widgets.buttons import QuietButton
from scorecard.ui.widgets.flow_row import FlowRow


class OrderBar(FlowRow):
    """`asked` carries an Order that is possible, `refused` the sentence why another is not."""

    added = Signal()
    group_added = Signal()
    asked = Signal(object)
    refused = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        """The shortcuts belong to `parent`, the dialog."""
        super().__init__(parent)
        self._reasons: Mapping[Order, str] = {}
        self.add_button = QuietButton(tr("&Add a measure…"), self)
        self.add_group = QuietButton(tr("Add a &group…"), self)
        for button, keys, told in ((self.add_button, ADD, self.added), (self.add_group, ADD_GROUP, self.group_added)):
            button.setToolTip(with_key(button.shown_words, keys))
            button.clicked.connect(told)
            self._shortcut(keys, parent, told.emit)
            self.add(button)
        self.buttons = {order: QuietButton(say_order(order, None), self) for order in Order}
        for order, button in self.buttons.items():
            button.clicked.connect(partial(self.ask, order))
            self.add(button)
            for keys in KEYS[order]:
                self._shortcut(mirrored(keys, self), parent, partial(self.ask, order))

    def offer(self, row: Row | None, reasons: Mapping[Order, str]) -> None:
        """`reasons` are for what is not possible."""
        self._reasons = reasons
        for order, button in self.buttons.items():
            reason = reasons.get(order, "")
            button.setText(say_order(order, row))
            button.setVisible(order in offered(row))
            button.setEnabled(not reason)
            button.setToolTip(reason or with_key(button.shown_words, mirrored(KEYS[order][0], self)))
            button.setAccessibleDescription(reason)
        self.arrange()

    def ask(self, order: Order, _checked: bool = False) -> None:
        if reason := self._reasons.get(order):
            self.refused.emit(reason)
        else:
            self.asked.emit(order)

    @override
    def minimumSizeHint(self) -> QSize:
        """One row, before it has a width: in that of a new widget each button would have a row of its own."""
        least = super().minimumSizeHint()
        return least if self.isVisible() else QSize(least.width(), self.sizeHint().height())

    def _shortcut(self, keys: str, owner: QWidget, act: Callable[[], object]) -> None:
        QShortcut(QKeySequence(keys), owner).activated.connect(act)
