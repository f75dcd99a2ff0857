"""How the figure of a lane came about: one line a promise, and the last line is the record."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from scorecard.domain.people import People
from scorecard.domain.promises import Level
from scorecard.domain.records import Count, has_kept
from scorecard.ui.commitments_tab.wording import measure_lines
from scorecard.ui.say import sentence_case
from scorecard.ui.say_promises import say_of, say_person, say_plain_day, say_share, say_verdict
from scorecard.ui.say_record import say_levels
from scorecard.ui.text import tr
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.reading_table import ReadingTable

if TYPE_CHECKING:
    from scorecard.services.lanes import LaneRecord


class RecordDialog(Dialog):
    """Lists the promises of the last 90 days that count at one level."""

    def __init__(self, level: Level, record: LaneRecord, people: People, today: date, parent: QWidget) -> None:
        super().__init__(tr("How this figure came about"), tr("&Close"), parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.title.setText(say_levels(level))
        lines = Label("\n".join(measure_lines(level, record)), quiet=True, parent=self)
        lines.setWordWrap(True)
        headings = [tr("Promise"), tr("To whom"), tr("Date"), tr("What became of it"), tr("Counts")]
        self.table = ReadingTable(tr("The promises behind the figure"), headings, self, numbers=(4,))
        counted = [(count, kept) for count in record.counts if (kept := has_kept(count)) is not None]
        rows = [_cells(count, kept, people, today) for count, kept in counted]
        total = [tr("All"), "", "", say_share(record.recent), say_of(record.recent)]
        self.table.show_rows([*rows, total], last_is_sum=True)
        self.table.selectRow(0)
        self.content.addWidget(lines)
        self.content.addWidget(self.table, 1)
        self.resize(px(self, 780), px(self, 520))
        self.focus_first(self.table)


def _cells(count: Count, kept: bool, people: People, today: date) -> list[str]:
    whom = say_person(people.name(count.promise.person_id))
    return [
        count.promise.words,
        whom,
        say_plain_day(count.day, today),
        sentence_case(_became(count, kept)),
        "1" if kept else "0",
    ]


def _became(count: Count, kept: bool) -> str:
    if count.level is Level.GOOD_INTENTION:
        return tr("strove for it") if kept else tr("did not strive for it")
    return say_verdict(count.verdict)
