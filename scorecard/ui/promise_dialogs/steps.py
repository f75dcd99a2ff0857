"""Orders on promises carried out: at once, or after a dialog has asked what is needed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from scorecard.domain.promises import Level, Outcome
from scorecard.services.reckoning import Reckoned
from scorecard.ui.desk import Desk
from scorecard.ui.promise_dialogs.keys import LEVEL_OF, PromiseOrder, orders_for

if TYPE_CHECKING:
    # They bring SQLAlchemy with them, which the first picture does not wait for.
    from scorecard.services.promises import PromiseDraft
    from scorecard.services.services import Services

OUTCOME_OF = {
    PromiseOrder.KEEP: Outcome.KEPT,
    PromiseOrder.LATE: Outcome.LATE,
    PromiseOrder.BREAK: Outcome.BROKEN,
    PromiseOrder.RELEASE: Outcome.RELEASED,
    PromiseOrder.KEEP_NOTED: Outcome.KEPT,
    PromiseOrder.LATE_NOTED: Outcome.LATE,
    PromiseOrder.BREAK_NOTED: Outcome.BROKEN,
    PromiseOrder.RELEASE_NOTED: Outcome.RELEASED,
}


class PromiseSteps(QObject):
    """`taken` carries the id of a promise to which something was done."""

    taken = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._window = parent

    def take(self, order: PromiseOrder, item: Reckoned) -> None:
        """What the promise can't take now is ignored. Waits for the store while it is not open."""
        self._when_open(lambda today: self._take(order, item, today))

    def new(self, draft: PromiseDraft | None = None) -> None:
        """The full editor for a new promise, begun with `draft`."""
        self._when_open(lambda today: self._open_editor(today, None, draft))

    def _when_open(self, act: Callable[[date], object]) -> None:
        self._desk.do(lambda s: act(s.promises.today()))

    def _take(self, order: PromiseOrder, item: Reckoned, today: date) -> None:
        if order not in orders_for(item, today):
            return
        promise_id = item.promise.id
        match order:
            case PromiseOrder.MOVE:
                self._open_move(item, today)
            case PromiseOrder.EDIT:
                self._open_editor(today, item, None)
            case PromiseOrder.HISTORY:
                self._open_history(item, today)
            case PromiseOrder.REOPEN:
                self._do(promise_id, lambda s: s.promises.reopen(promise_id))
            case PromiseOrder.REMOVE:
                self._do(promise_id, lambda s: s.promises.remove(promise_id))
            case PromiseOrder.TO_COMMITMENT | PromiseOrder.TO_BEST_EFFORT | PromiseOrder.TO_GOOD_INTENTION:
                level = LEVEL_OF[order]
                self._do(promise_id, lambda s: s.promises.relevel(promise_id, level))
            case PromiseOrder.KEEP | PromiseOrder.LATE | PromiseOrder.BREAK | PromiseOrder.RELEASE:
                self._settle(OUTCOME_OF[order], item, today)
            case _:
                self._open_settling(OUTCOME_OF[order], item, today, details=True)

    def _settle(self, outcome: Outcome, item: Reckoned, today: date) -> None:
        promise_id = item.promise.id
        if outcome is Outcome.RELEASED or item.standing.level is Level.COMMITMENT:
            self._do(promise_id, lambda s: s.promises.settle(promise_id, outcome))
        else:
            self._open_settling(outcome, item, today, details=False)

    def _do(self, promise_id: str, wish: Callable[[Services], object]) -> None:
        if self._desk.do(wish):
            self.taken.emit(promise_id)

    def _open(self, dialog: QDialog, promise_id: str) -> None:
        dialog.accepted.connect(lambda: self.taken.emit(promise_id))
        dialog.open()

    def _open_settling(self, outcome: Outcome, item: Reckoned, today: date, *, details: bool) -> None:
        from scorecard.ui.promise_dialogs.settle_dialog import SettleDialog

        self._open(SettleDialog(self._desk, self._window, item, outcome, today, details=details), item.promise.id)

    def _open_move(self, item: Reckoned, today: date) -> None:
        from scorecard.ui.promise_dialogs.move_dialog import MoveDialog

        self._open(MoveDialog(self._desk, self._window, item, today), item.promise.id)

    def _open_editor(self, today: date, item: Reckoned | None, draft: PromiseDraft | None) -> None:
        from scorecard.ui.promise_dialogs.promise_editor import PromiseEditor

        editor = PromiseEditor(self._desk, self._window, today, item=item, draft=draft)
        editor.accepted.connect(lambda: self.taken.emit(editor.promise_id))
        editor.open()

    def _open_history(self, item: Reckoned, today: date) -> None:
        from scorecard.ui.promise_dialogs.history_dialog import PromiseHistoryDialog

        PromiseHistoryDialog(self._desk, self._window, item, today).open()
