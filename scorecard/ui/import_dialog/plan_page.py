"""The dry run: what is in the file, what becomes of it and may be wished otherwise, what does not come along."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from scorecard.services.importing import PreparedImport, Preview
from scorecard.services.importing_rows import PlanRow
from scorecard.services.importing_wishes import Wish, Wishes, with_wish
from scorecard.ui.import_dialog.plan_bar import PlanBar
from scorecard.ui.import_dialog.plan_orders import Order, grouped, ticked, wishes_after
from scorecard.ui.import_dialog.plan_table import PlanTable
from scorecard.ui.import_dialog.wording import known_groups, plan_lines, say_facts, say_file, say_notes
from scorecard.ui.text import tr
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import ElidedLabel, Label

_NOTES_LINES = (2, 7)
_FEW = 6  # lines of the table, that leave room for more of the notes
_TABLE_HEIGHT = 124

PreviewOf = Callable[[PreparedImport, str, Wish], Preview]


class PlanPage(QWidget):
    """`chosen` says that the wishes are others now. `preview` is asked in a thread."""

    chosen = Signal()

    def __init__(self, file: Path, prepared: PreparedImport, preview: PreviewOf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._prepared = prepared
        self._preview = preview
        self.wishes: Wishes = prepared.wishes
        self.heading = ElidedLabel("", quiet=True, parent=self)
        self.facts = Label("", parent=self)
        self.facts.setWordWrap(True)
        self.table = PlanTable(self)
        self.table.setMinimumHeight(px(self, _TABLE_HEIGHT))
        self.bar = PlanBar(self)
        self.notes = QPlainTextEdit(self)
        self.notes.setReadOnly(True)
        self.notes.setTabChangesFocus(True)
        self.notes.setAccessibleName(tr("What does not come along, and how the file was read"))
        self._arrange()
        self._connect()
        self.show_prepared(prepared)

    def show_prepared(self, prepared: PreparedImport) -> None:
        self._prepared = prepared
        self.wishes = prepared.wishes
        self.heading.setText(say_file(self._file, prepared))
        self.facts.setText(say_facts(prepared))
        self.table.show_lines(plan_lines(prepared))
        for widget in (self.table, self.bar):
            widget.setVisible(bool(prepared.plan.rows))
        self._offer()
        notes = say_notes(prepared)
        if notes != self.notes.toPlainText():
            self.notes.setPlainText(notes)
        self.notes.setVisible(bool(notes))
        least, most = _NOTES_LINES
        lines = notes.count("\n") + 1
        self._column.setStretchFactor(self.notes, 3 if len(prepared.plan.rows) <= _FEW else 1)
        self.notes.setMinimumHeight(self._height_of(min(lines, least)))
        self.notes.setMaximumHeight(self._height_of(min(lines, most)))

    @property
    def chosen_rows(self) -> list[PlanRow]:
        rows = {row.origin: row for row in self._prepared.plan.rows}
        return [rows[origin] for origin in self.table.chosen_origins]

    def take(self, order: Order) -> None:
        """Does to the chosen lines what was asked for."""
        rows = self.chosen_rows
        if order is Order.EDIT:
            self._edit(rows[0])
        elif order is Order.GROUP:
            self._choose_group(rows)
        else:
            self._wish(wishes_after(order, rows, self.wishes))

    def _arrange(self) -> None:
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, 10))
        column.addWidget(self.heading)
        column.addWidget(self.facts)
        column.addWidget(self.table, 3)
        column.addWidget(self.bar)
        column.addWidget(self.notes, 1)
        column.addStretch()  # for a diary, which has nothing of all that

    def _connect(self) -> None:
        self.table.itemSelectionChanged.connect(self._offer)
        self.table.ticked.connect(self._tick)
        self.table.tick_wanted.connect(lambda: self.bar.ask(Order.TICK))
        self.table.edit_wanted.connect(lambda: self.bar.ask(Order.EDIT))
        self.table.menu_wanted.connect(self.bar.open_menu)
        self.bar.asked.connect(self.take)

    def _height_of(self, lines: int) -> int:
        return (lines + 1) * self.notes.fontMetrics().lineSpacing() + px(self, 6)

    def _offer(self) -> None:
        self.bar.offer(self.chosen_rows, self.wishes)

    def _tick(self, origin: str, comes: bool) -> None:
        rows = [row for row in self._prepared.plan.rows if row.origin == origin]
        self._wish(ticked(rows, self.wishes, comes=comes))

    def _wish(self, wishes: Wishes) -> None:
        self.wishes = wishes
        self._offer()
        self.chosen.emit()

    def _edit(self, row: PlanRow) -> None:
        from scorecard.ui.import_dialog.wish_dialog import WishDialog

        prepared, origin = replace(self._prepared, wishes=self.wishes), row.origin
        dialog = WishDialog(prepared, origin, lambda wish: self._preview(prepared, origin, wish), self)
        dialog.wished.connect(lambda wish: self._wish(with_wish(self.wishes, origin, wish)))
        dialog.open()

    def _choose_group(self, rows: list[PlanRow]) -> None:
        from scorecard.ui.import_dialog.group_dialog import GroupChoiceDialog

        dialog = GroupChoiceDialog(known_groups(self._prepared), rows[0].group, self)
        dialog.decided.connect(lambda group: self._wish(grouped(rows, self.wishes, group)))
        dialog.open()
