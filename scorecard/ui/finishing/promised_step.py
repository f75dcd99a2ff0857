"""The promises that are due when a day is finished. Each is settled at once; what is left open stays open."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from scorecard.domain.changes import Change
from scorecard.overriding import override
from scorecard.services.pages import DayPage
from scorecard.services.reckoning import Reckoned, reckon
from scorecard.ui import say
from scorecard.ui.desk import Desk
from scorecard.ui.finishing.step import Step, explanation, list_height
from scorecard.ui.promise_dialogs.keys import PromiseOrder
from scorecard.ui.scorecard_tab.promised_list import PromisedList
from scorecard.ui.scorecard_tab.promised_states import promised_line, still_to_settle
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.scroll_area import ScrollArea

if TYPE_CHECKING:
    from scorecard.services.services import Services
    from scorecard.ui.promise_dialogs.steps import PromiseSteps

_LINES_SHOWN = 9
_LINE = 30


class PromisedStep(Step):
    """Follows the store while it stands open."""

    def __init__(self, page: DayPage, desk: Desk, parent: QWidget) -> None:
        super().__init__("", tr("Ne&xt: promises"), parent)
        self._page = page
        self._desk = desk
        self._steps: PromiseSteps | None = None
        self.list = PromisedList(self, spacing=px(self, _LINE - 24))
        self.list.setAccessibleName(tr("Promises due"))
        self._hint = Label("", TextStyle.SMALL, quiet=True, parent=self)
        self._hint.setMinimumHeight(self._hint.fontMetrics().height())
        items = still_to_settle(page)
        self._ids = [item.promise.id for item in items]
        self._lay_out(len(items))
        self._show(items)
        self.list.ordered.connect(self._take_step)
        self.list.hinted.connect(self._hint.setText)
        self.list.entered.connect(lambda line: self._area.ensureWidgetVisible(line, 0, px(self, _LINE)))
        desk.changed.connect(self._follow)

    @property
    @override
    def first(self) -> QWidget:
        return self.list.current or self

    @override
    def shows(self, change: Change) -> bool:
        return change.touches_promises()

    def _lay_out(self, count: int) -> None:
        words = tr(
            "{day}. What you settle is saved at once. What stays open stays open; an open commitment counts as broken "
            "once its day is over."
        )
        lines = QWidget(self)
        inner = QVBoxLayout(lines)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.list)
        inner.addStretch(1)
        self._area = ScrollArea(lines, self)
        self._area.setMinimumHeight(list_height(self, min(_LINES_SHOWN, count), _LINE))
        self.column.addWidget(explanation(words.format(day=say.say_day(self._page.day)), self))
        self.column.addWidget(self._area, 1)
        self.column.addWidget(self._hint)

    def _show(self, items: Collection[Reckoned]) -> None:
        left = sum(item.standing.open for item in items)
        self.title = tr("%n promise(s) still open", "", left) if left else tr("Every promise is settled")
        self.list.show_lines([promised_line(item, self._page.day, self._page.today) for item in items])
        self.changed.emit()

    def _take_step(self, order: PromiseOrder, item: Reckoned) -> None:
        if self._steps is None:
            from scorecard.ui.promise_dialogs.steps import PromiseSteps

            self._steps = PromiseSteps(self._desk, self)
        self._steps.take(order, item)

    def _follow(self, change: Change) -> None:
        if self.shows(change):
            items = self._desk.ask(self._read)
            if items is not None:
                self._show(items)

    def _read(self, services: Services) -> tuple[Reckoned, ...]:
        """Those that were asked about, as they stand now; a removed one is gone."""
        book, today = services.promises.book(), services.promises.today()
        found = (book.promises.get(promise_id) for promise_id in self._ids)
        return tuple(reckon(promise, book.people, today) for promise in found if promise is not None)
