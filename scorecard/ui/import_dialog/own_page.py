"""What a file of our own would bring: another store, a backup, an export."""

from pathlib import Path

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QVBoxLayout, QWidget

from scorecard.services.importing_own import PreparedOwn
from scorecard.ui import say
from scorecard.ui.import_dialog.wording import say_date, say_name
from scorecard.ui.text import tr
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import ElidedLabel, Label
from scorecard.ui.widgets.reading_table import ReadingTable
from scorecard.words.importing_own import own_counts, say_joins, say_own_notes, say_own_rule

_TABLE_HEIGHT = 120


class OwnPage(QWidget):
    """`chosen` says that what has a name of ours is to join it, or no longer is."""

    chosen = Signal(bool)

    def __init__(self, file: Path, prepared: PreparedOwn, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = ElidedLabel(say_name(file), quiet=True, parent=self)
        self.facts = Label("", parent=self)
        self.facts.setWordWrap(True)
        self.join = QCheckBox(tr("&Join what has the same name here"), self)
        self.joins = Label("", quiet=True, parent=self)
        self.joins.setWordWrap(True)
        self.join.toggled.connect(self.chosen)
        self.table = ReadingTable(tr("What it holds"), _headings(), self, numbers=(1, 2, 3))
        self.table.setMinimumHeight(px(self, _TABLE_HEIGHT))
        self.notes = QPlainTextEdit(self)
        self.notes.setReadOnly(True)
        self.notes.setTabChangesFocus(True)
        self.notes.setAccessibleName(tr("What is different here, and how it comes in"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, 10))
        for part in (self.heading, self.facts, self.join, self.joins):
            column.addWidget(part)
        column.addWidget(self.table, 2)
        column.addWidget(self.notes, 1)
        self.show_prepared(prepared)

    def show_prepared(self, prepared: PreparedOwn) -> None:
        self.facts.setText(say_own_rule(prepared.counts, tr))
        rows = [(noun, *map(_number, counts)) for noun, *counts in own_counts(prepared.counts, tr)]
        self.table.show_rows([(noun[:1].upper() + noun[1:], *numbers) for noun, *numbers in rows])
        joins = say_joins(prepared, tr)
        self.join.blockSignals(True)
        self.join.setChecked(prepared.by_name)
        self.join.blockSignals(False)
        self.join.setVisible(bool(joins))
        self.joins.setVisible(bool(joins))
        self.joins.setText("\n".join(joins))
        self.join.setAccessibleDescription("\n".join(joins))
        notes = "\n".join(say_own_notes(prepared, say_date, tr))
        self.notes.setPlainText(notes)
        self.notes.setVisible(bool(notes))
        self.notes.setMaximumHeight((notes.count("\n") + 3) * self.notes.fontMetrics().lineSpacing())


def _headings() -> tuple[str, str, str, str]:
    return tr("In the file"), tr("New"), tr("Here already"), tr("Different here")


def _number(count: int) -> str:
    return QLocale().toString(count) if count else say.NOTHING
