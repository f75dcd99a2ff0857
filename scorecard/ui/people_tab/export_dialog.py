"""Handing contacts to another program: whose, what goes along and what stays, then the file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QRadioButton, QWidget

from scorecard.overriding import override
from scorecard.services.exporting import NotWrittenError
from scorecard.ui.background import Job
from scorecard.ui.desk import Desk
from scorecard.ui.exporting import say_not_written
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import GAP_SMALL
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.words.contacts import say_what_is_exported, say_what_is_not_exported
from scorecard.words.errors import say_error

if TYPE_CHECKING:
    from scorecard.domain.errors import KnownError
    from scorecard.services.people.list_page import PersonRow

_ENDING = ".vcf"
_WIDTH = 500


class ExportDialog(Dialog):
    """`shown` are those in the list now, or the one whose card is wanted; with `everybody`, all can be had too."""

    def __init__(
        self, desk: Desk, parent: QWidget, shown: Sequence[PersonRow], everybody: Sequence[PersonRow] = ()
    ) -> None:
        super().__init__(tr("Export contacts"), tr("Choose a &file…"), tr("&Cancel"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._shown, self._everybody = tuple(shown), tuple(everybody)
        self._job: Job | None = None
        self.setMinimumWidth(px(self, _WIDTH))
        self.content.setSpacing(px(self, GAP_SMALL))
        self.those_shown = QRadioButton(tr("The %n shown in the &list", "", len(self._shown)), self)
        self.all = QRadioButton(tr("&Everybody: %n, with the archived", "", len(self._everybody)), self)
        choices = bool(self._shown) and len(self._everybody) > len(self._shown)
        (self.those_shown if self._shown else self.all).setChecked(True)
        for button in (self.those_shown, self.all):
            button.setVisible(choices)
            self.content.addWidget(button)
        if not choices and len(self.rows) == 1:
            self.title.setText(tr("Export the contact of {person}").format(person=self.rows[0].name))
            self.title.setWordWrap(True)
        for words in (say_what_is_exported(tr), say_what_is_not_exported(tr)):
            label = Label(words, parent=self)
            label.setWordWrap(True)
            self.content.addWidget(label)
        self.primary.setEnabled(bool(self.rows))

    @property
    def rows(self) -> tuple[PersonRow, ...]:
        return self._everybody if self.all.isChecked() else self._shown

    @override
    def accept(self) -> None:
        if self._job is not None or not self.rows:
            return
        kinds = tr("vCard files") + f" (*{_ENDING})"
        proposed = str(Path.home() / (self._proposed_name() + _ENDING))
        chosen, _ = QFileDialog.getSaveFileName(self, self.windowTitle(), proposed, kinds)
        if chosen:
            file = Path(chosen)
            self.write(file if file.suffix else file.with_name(file.name + _ENDING))

    def write(self, file: Path) -> None:
        """In a thread: a thousand cards take a while."""
        ids = [row.id for row in self.rows]
        export = self._desk.ask(lambda services: services.people.contacts.export(ids))
        if export is None:
            return
        self.primary.setEnabled(False)
        self._job = job = Job(lambda _progress, _cancelled: export.write(file), self)
        job.finished.connect(lambda count: self._finish(count, file))
        job.failed.connect(lambda error: self._refuse(error, file))
        job.crashed.connect(self.reject)
        job.start()

    def _finish(self, count: int, file: Path) -> None:
        super().accept()
        self._desk.said.emit(tr("%n contact(s) written to {file}.", "", count).format(file=file))

    def _refuse(self, error: KnownError, file: Path) -> None:
        self._job = None
        self.primary.setEnabled(True)
        if isinstance(error, NotWrittenError):
            self.show_problem(say_not_written(error.fault).format(file=file))
        else:
            self.show_problem(say_error(error, tr))

    def _proposed_name(self) -> str:
        """That of the one person, without what a file's name can't have."""
        name = self.rows[0].name if len(self.rows) == 1 else ""
        safe = "".join(sign for sign in name if sign.isalnum() or sign in " -_.'").strip(" .")
        return safe[:60] or tr("Contacts")
