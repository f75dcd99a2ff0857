"""The dry run: what is in the file, what becomes of it, what does not come along."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from scorecard.services.importing import PreparedImport
from scorecard.ui.import_dialog.plan_table import PlanTable
from scorecard.ui.import_dialog.wording import plan_lines, say_facts, say_file, say_notes
from scorecard.ui.text import tr
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import ElidedLabel, Label

_NOTES_LINES = (3, 7)
_TABLE_HEIGHT = 150


class PlanPage(QWidget):
    """`apart` holds the origins that are not to join a measure of their name, `asked` those of what is only offered and
    is to come along; `chosen` says that one of the two is another now."""

    chosen = Signal()

    def __init__(self, file: Path, prepared: PreparedImport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self.apart, self.asked = prepared.apart, prepared.asked
        self._offered = frozenset[str]()
        self.heading = ElidedLabel("", quiet=True, parent=self)
        self.facts = Label("", parent=self)
        self.facts.setWordWrap(True)
        self.table = PlanTable(self)
        self.table.setMinimumHeight(px(self, _TABLE_HEIGHT))
        self.table.chosen.connect(self._choose)
        self.notes = QPlainTextEdit(self)
        self.notes.setReadOnly(True)
        self.notes.setTabChangesFocus(True)
        self.notes.setAccessibleName(tr("What does not come along, and how the file was read"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, 10))
        column.addWidget(self.heading)
        column.addWidget(self.facts)
        column.addWidget(self.table, 3)
        column.addWidget(self.notes, 1)
        column.addStretch()  # for a diary, which has nothing of both
        self.show_prepared(prepared)

    def show_prepared(self, prepared: PreparedImport) -> None:
        self.apart, self.asked = prepared.apart, prepared.asked
        self._offered = frozenset(row.origin for row in prepared.plan.rows if row.offered)
        self.heading.setText(say_file(self._file, prepared))
        self.facts.setText(say_facts(prepared))
        self.table.show_lines(plan_lines(prepared))
        self.table.setVisible(bool(prepared.plan.rows))
        notes = say_notes(prepared)
        if notes != self.notes.toPlainText():
            self.notes.setPlainText(notes)
        self.notes.setVisible(bool(notes))
        least, most = _NOTES_LINES
        lines = notes.count("\n") + 1
        self.notes.setMinimumHeight(self._height_of(min(lines, least)))
        self.notes.setMaximumHeight(self._height_of(min(lines, most)))

    def _height_of(self, lines: int) -> int:
        return (lines + 1) * self.notes.fontMetrics().lineSpacing() + px(self, 6)

    @property
    def choice(self) -> tuple[frozenset[str], frozenset[str]]:
        return self.apart, self.asked

    def _choose(self, origin: str, ticked: bool) -> None:
        if origin in self._offered:
            self.asked = self.asked | {origin} if ticked else self.asked - {origin}
        else:
            self.apart = self.apart - {origin} if ticked else self.apart | {origin}
        self.chosen.emit()
