"""The buttons under the table of a plan, with their keys and the same as a menu: what can be wished of chosen lines."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from scorecard.services.importing_rows import PlanRow
from scorecard.services.importing_wishes import Wishes
from scorecard.ui.import_dialog.plan_orders import KEYS, Order, refusal, say_order
from scorecard.ui.widgets.button_keys import mirrored, with_key
from scorecard.ui.widgets.buttons import QuietButton
from scorecard.ui.widgets.flow_row import FlowRow


class PlanBar(FlowRow):
    """`asked` carries an Order that is possible."""

    asked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        """The shortcuts belong to `parent`, the page."""
        super().__init__(parent)
        self._rows: Sequence[PlanRow] = ()
        self._refusals = dict.fromkeys(Order, "")
        self.buttons = {order: QuietButton(say_order(order, ()), self) for order in Order if order is not Order.RETIRE}
        for order, button in self.buttons.items():
            button.clicked.connect(partial(self.ask, order))
            self.add(button)
        for one, keys in KEYS.items():
            for key in keys:
                shortcut = QShortcut(QKeySequence(mirrored(key, self)), parent)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(partial(self.ask, one))

    def offer(self, rows: Sequence[PlanRow], wishes: Wishes) -> None:
        """`rows` are those of the chosen lines."""
        self._rows = rows
        self._refusals = {order: refusal(order, rows, wishes) for order in Order}
        for order, button in self.buttons.items():
            reason = self._refusals[order]
            button.setText(say_order(order, rows))
            button.setEnabled(not reason)
            button.setToolTip(reason or with_key(button.shown_words, mirrored(KEYS[order][0], self)))
            button.setAccessibleDescription(reason)
        self.arrange()

    def ask(self, order: Order, _checked: bool = False) -> None:
        if not self._refusals[order]:
            self.asked.emit(order)

    def open_menu(self, point: QPoint) -> None:
        """`point` on the screen."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for order in Order:
            action = menu.addAction(say_order(order, self._rows))
            action.setEnabled(not self._refusals[order])
            action.triggered.connect(partial(self.ask, order))
        menu.popup(point)
