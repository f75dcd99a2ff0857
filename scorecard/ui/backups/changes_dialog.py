"""What restoring a backup would change, thing by thing: now, and then."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QStackedWidget, QVBoxLayout, QWidget

from scorecard.domain.backup_changes import Otherwise, Part, Preview
from scorecard.domain.backups import Backup
from scorecard.services.backups import Backups
from scorecard.ui.background import Job
from scorecard.ui.backups.wording import say_plainly, say_when, window_manner
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import GAP
from scorecard.ui.widgets.buttons import LinkButton
from scorecard.ui.widgets.card import Card
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.fitting_state import FittingState
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.plain_tip import plain_tip
from scorecard.ui.widgets.progress_page import ProgressPage
from scorecard.ui.widgets.reading_table import ReadingTable
from scorecard.ui.widgets.segments import Segments
from scorecard.words.backup_changes import say_part, say_sides, say_thing
from scorecard.words.backups import say_record
from scorecard.words.errors import say_error

MOST = 200  # of each part; ten years are many thousands
MORE = 1000
_SIZE = (860, 580)
_LEAST = (600, 400)
_WIDEST = 800


class ChangesDialog(Dialog):
    """Read off the event loop. A part at a time; more of it when asked for."""

    def __init__(self, backup: Backup, backups: Backups, parent: QWidget) -> None:
        super().__init__(tr("What would change"), tr("&Close"), "", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.title.setText(tr("What restoring the backup of {when} would change").format(when=say_when(backup)))
        self._backup = backup
        self._backups = backups
        self._most = MOST
        self._preview = Preview()
        self._job: Job | None = None
        self.record = Label("", parent=self)
        self.record.setWordWrap(True)
        self.parts: Segments | None = None
        self.table = ReadingTable(tr("What would change"), _headings(), self)
        self.more = LinkButton("", self)
        self.pages = QStackedWidget(self)
        self._arrange()
        self.more.clicked.connect(self.show_more)
        self._read()

    @property
    def at_rest(self) -> bool:
        return self._job is None

    @property
    def part(self) -> Part:
        key = self.parts.chosen_key if self.parts is not None else None
        return Part(key) if key is not None else Part.DAYS

    def show_more(self) -> None:
        self._most += MORE
        self.more.setEnabled(False)
        self._read()

    def _read(self) -> None:
        self._job = job = Job(lambda _told, _stopped: self._backups.preview(self._backup, self._most), self)
        job.finished.connect(self._show)
        job.failed.connect(lambda error: self._say(tr("It can't be compared"), say_error(error, tr)))
        job.crashed.connect(self.reject)
        for ending in (job.finished, job.failed, job.crashed):
            ending.connect(self._end)
        job.start()

    def _end(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
            self._job = None

    def _show(self, preview: Preview) -> None:
        first = self.parts is None
        self._preview = preview
        self.record.setText(say_record(preview, tr))
        self.record.setVisible(bool(self.record.text()))
        if not preview.total:
            words = tr("Everything you entered is the same in both.")
            self._say(tr("Nothing would change"), words)
            return
        if first:
            self._offer_parts()
        self._show_part()
        self.pages.setCurrentIndex(1)
        if first:
            self.table.setFocus()

    def _offer_parts(self) -> None:
        options = [
            (part.value, tr("{part} {number}").format(part=say_part(part, tr), number=say_plainly(listed.total)))
            for part, listed in self._preview.parts.items()
        ]
        self.parts = Segments(options, tr("What to show"), self, widest=_WIDEST)
        self.parts.set_chosen(0)
        self.parts.chosen.connect(lambda _index: self._show_part())
        self._column.insertWidget(0, self.parts)
        self.setTabOrder(self.parts, self.table)

    def _show_part(self) -> None:
        listed = self._preview.parts[self.part]
        self.table.show_rows([_row(thing) for thing in listed.things])
        self._tell_whole(listed.things)
        if listed.things:
            self.table.setCurrentCell(min(max(self.table.currentRow(), 0), len(listed.things) - 1), 0)
        left = listed.total - len(listed.things)
        self.more.setText(tr("&Show more: %n of them are not listed", "", left))
        self.more.setVisible(left > 0)
        self.more.setEnabled(True)

    def _tell_whole(self, things: Sequence[Otherwise]) -> None:
        """What a column is too narrow for is its tooltip."""
        for row in range(len(things)):
            for column in range(1, self.table.columnCount()):
                cell = self.table.item(row, column)
                if cell is not None:
                    cell.setToolTip(plain_tip(cell.text()))

    def _say(self, title: str, words: str) -> None:
        page = FittingState("archive", title, words, parent=self)
        self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        self.primary.setFocus()

    def _arrange(self) -> None:
        self.setMinimumSize(px(self, _LEAST[0]), px(self, _LEAST[1]))
        self.resize(px(self, _SIZE[0]), px(self, _SIZE[1]))
        header = self.table.horizontalHeader()
        for column in (1, 2, 3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.table.setSelectionMode(ReadingTable.SelectionMode.ExtendedSelection)
        listing = QWidget(self)
        self._column = QVBoxLayout(listing)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(self, GAP))
        frame = Card(rows=True, parent=listing)
        frame.body.addWidget(self.table)
        self._column.addWidget(frame, 1)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        self.pages.addWidget(ProgressPage(tr("Comparing…"), self))
        self.pages.addWidget(listing)
        self.record.hide()
        self.content.addWidget(self.record)
        self.content.addWidget(self.pages, 1)


def _headings() -> tuple[str, ...]:
    return tr("Day"), tr("What"), tr("Now"), tr("In the backup")


def _row(thing: Otherwise) -> tuple[str, ...]:
    manner = window_manner()
    return (manner.day(thing.day) if thing.day is not None else "", say_thing(thing, tr), *say_sides(thing, manner))
