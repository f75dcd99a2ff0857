"""All results of a check-in with their parts, the latest first, as a table to be read and copied."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from scorecard.domain.changes import Change
from scorecard.domain.checkins import Checkin
from scorecard.services.checkin_page import CheckinPage, Series
from scorecard.ui.desk import Desk
from scorecard.ui.promise_dialogs.promise_dialog import PromiseDialog
from scorecard.ui.reflection_tab import checkin_wording as wording
from scorecard.ui.say_promises import say_plain_day
from scorecard.ui.text import tr
from scorecard.ui.widgets.buttons import QuietButton
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.reading_table import ReadingTable

_WIDTH = 560
_USUAL_WIDTH = 920
_HEIGHT = 460


def factor_names(results: tuple[Checkin, ...]) -> list[str]:
    """Those of the latest definition first, then those that were asked once."""
    names: dict[str, str] = {}
    for result in reversed(results):
        for part in result.parts:
            names.setdefault(part.name.casefold(), part.name)
    return list(names.values())


def history_rows(
    results: tuple[Checkin, ...], names: list[str], today: date, *, with_formula: bool = False
) -> list[tuple[str, ...]]:
    """Day, result, change, each factor, evidence, and the formula of its day; the latest first."""
    rows = []
    for before, result in zip((None, *results), results, strict=False):
        values = (result.value_of(name) for name in names)
        rows.append((
            say_plain_day(result.day, today), wording.say_result(result.result), wording.say_step(before, result),
            *("" if value is None else str(value) for value in values), result.evidence,
            *((result.formula,) if with_formula else ()),
        ))  # fmt: skip
    return rows[::-1]


class CheckinHistoryDialog(PromiseDialog):
    """The Delete key takes a result away; undo brings it back."""

    def __init__(self, desk: Desk, parent: QWidget | None, page: CheckinPage, series: Series) -> None:
        super().__init__(desk, parent, tr("History of check-ins"), tr("C&lose"), width=_WIDTH)
        self.title.setText(wording.say_series(series))  # a title of a window is seen in lists: it names nobody
        self._key = series.key
        self._results = series.results
        self._names = factor_names(series.results)
        formulas = dict.fromkeys(result.formula for result in series.results)
        self._changing = len(formulas) > 1
        self.table = self._make_table()
        self.evidence = Label("", parent=self)
        self.evidence.setWordWrap(True)
        self.take_away = QuietButton(tr("&Remove"), self)
        self.take_away.setAccessibleDescription(tr("Takes the chosen result away; undo brings it back"))
        self._arrange("" if self._changing else next(iter(formulas), ""))
        self.take_away.clicked.connect(self.remove)
        QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table, self.remove, context=Qt.ShortcutContext.WidgetShortcut)
        desk.changed.connect(self._follow_change)
        self.table.currentCellChanged.connect(self._follow_row)
        self._show(page)
        self.table.selectRow(0)
        self.focus_first(self.table)
        self.resize(px(self, _USUAL_WIDTH), px(self, _HEIGHT))

    def remove(self) -> None:
        """The result of the current row."""
        chosen = self._chosen()
        if chosen is not None:
            self._desk.do(lambda services: services.checkins.remove(chosen.id), self.refuse)

    def _chosen(self) -> Checkin | None:
        place = len(self._results) - 1 - self.table.currentRow()
        return self._results[place] if 0 <= place < len(self._results) else None

    def _follow_row(self) -> None:
        """The evidence of the current row, which the column has hardly room for."""
        chosen = self._chosen()
        self.evidence.setText(chosen.evidence if chosen else "")

    def _make_table(self) -> ReadingTable:
        headings = [tr("Day"), tr("Result"), tr("Change"), *self._names, tr("Evidence")]
        evidence = len(headings) - 1
        if self._changing:
            headings.append(tr("Formula"))
        return ReadingTable(tr("History"), headings, self, numbers=range(1, evidence), wide=evidence)

    def _arrange(self, formula: str) -> None:
        if formula:
            label = Label(formula, quiet=True, parent=self)
            label.setWordWrap(True)
            self.content.addWidget(label)
        self.content.addWidget(self.table, 1)
        self.content.addWidget(self.evidence)
        self.buttons.insertWidget(0, self.take_away)

    def _show(self, page: CheckinPage) -> None:
        series = page.get(self._key)
        self._results = series.results if series is not None else ()
        rows = history_rows(self._results, self._names, page.today, with_formula=self._changing)
        self.table.show_rows(rows)
        self.take_away.setEnabled(bool(rows))
        self._follow_row()

    def _follow_change(self, change: Change) -> None:
        if "checkin" in change.topics and (page := self._desk.ask(lambda services: services.checkins.card())):
            self._show(page)
