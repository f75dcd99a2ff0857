"""Every value an entry had, and when."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from scorecard.domain.activities import PastEntry, Turn
from scorecard.services.pages import RowPage
from scorecard.ui import say
from scorecard.ui.text import tr
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.reading_table import ReadingTable


class HistoryDialog(Dialog):
    def __init__(self, row: RowPage, past: Sequence[PastEntry], parent: QWidget) -> None:
        super().__init__(tr("History of this value"), tr("&Close"), parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.title.setText(row.measure.name)
        self.content.addWidget(Label(say.say_day_with_year(row.entry.day), quiet=True, parent=self))
        if past:
            self.table = self._table(row, past)
            self.content.addWidget(self.table, 1)
            self.focus_first(self.table)
        else:
            self.content.addWidget(Label(tr("Nothing was entered for this day yet."), parent=self))
            self.content.addStretch(1)
        self.resize(px(self, 560), px(self, 380))

    def _table(self, row: RowPage, past: Sequence[PastEntry]) -> ReadingTable:
        headings = [tr("When"), tr("Value"), tr("Note"), tr("By")]
        table = ReadingTable(tr("History of this value"), headings, self, wide=2)
        table.show_rows([_cells(row, found) for found in reversed(past)])
        table.selectRow(0)
        return table


def _cells(row: RowPage, found: PastEntry) -> list[str]:
    value = tr("not scored") if found.entry is None else say.say_entry(row.terms, found.entry)
    note = found.entry.note if found.entry is not None else ""
    return [say.say_moment(found.at), value, " ".join(note.split()), _turn_words(found.turn)]


def _turn_words(turn: Turn) -> str:
    match turn:
        case Turn.DO:
            return tr("you")
        case Turn.UNDO:
            return tr("undo")
        case Turn.REDO:
            return tr("redo")
