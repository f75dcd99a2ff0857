"""Everything that happened to a promise, and what it counts as now."""

from datetime import date

from PySide6.QtWidgets import QWidget

from scorecard.services.reckoning import Reckoned
from scorecard.ui.card_dialogs.meaning_note import MeaningNote
from scorecard.ui.desk import Desk
from scorecard.ui.promise_dialogs.counting import history_rows, say_counting
from scorecard.ui.promise_dialogs.promise_dialog import PromiseDialog
from scorecard.ui.promise_dialogs.promise_head import say_head
from scorecard.ui.text import tr
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.reading_table import ReadingTable

_WIDTH = 640
_HEIGHT = 420


class PromiseHistoryDialog(PromiseDialog):
    def __init__(self, desk: Desk, parent: QWidget | None, item: Reckoned, today: date) -> None:
        super().__init__(desk, parent, tr("History of this promise"), tr("&Close"), width=_WIDTH)
        self.add_head(item.promise.words, say_head(item, today))
        headings = [tr("Day"), tr("What happened"), tr("Note")]
        self.table = ReadingTable(tr("History of this promise"), headings, self, wide=2)
        self.table.show_rows(history_rows(item, today))
        self.table.selectRow(0)
        self.meaning = MeaningNote(self)
        self.meaning.say(say_counting(item, today))
        self.content.addWidget(self.table, 1)
        self.content.addWidget(self.meaning)
        self.focus_first(self.table)
        self.resize(px(self, _WIDTH), px(self, _HEIGHT))
