"""The store cannot be used as it is: what happened, what is safe, what can be done. Nothing is done unasked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QFileDialog

from scorecard.domain.clock import Clock
from scorecard.domain.errors import KnownError
from scorecard.domain.incidents import StoreError, StoreFault
from scorecard.ui.text import tr
from scorecard.ui.widgets.buttons import QuietButton
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.words.errors import say_error

if TYPE_CHECKING:
    from scorecard.domain.backups import Backup

_WIDTH = 520
_A_BACKUP_HELPS = (StoreFault.DAMAGED, StoreFault.EMPTY, StoreFault.MISSING, StoreFault.FOREIGN)


class IncidentDialog(Dialog):
    """Accepted: try again. `start_empty` is set when the user asked for a new, empty store in an empty place."""

    def __init__(self, error: StoreError, clock: Clock | None = None) -> None:
        """Without a clock no backup is offered."""
        super().__init__(tr("Scorecard"), tr("&Try again"), tr("&Quit"))
        self.title.setText(tr("Your scorecard could not be opened"))
        self.start_empty = False
        self._error = error
        self.sentence = self._add(say_error(error, tr))
        self.restore_button: QuietButton | None = None
        self._add_button(tr("&Copy this message"), lambda: QApplication.clipboard().setText(self.sentence.text()))
        if error.fault is StoreFault.MISSING:
            self._add_button(tr("Start &empty here"), self._start_empty)
        if error.fault is StoreFault.TOO_NEW:
            self._add(tr("Until then, everything in it can be saved as text, to be read or searched. It is only read."))
            self._add_button(tr("&Save all as text…"), self._save_as_text)
        if clock is not None and error.fault in _A_BACKUP_HELPS:
            self._offer_backup(error.path, clock)

    def _add(self, words: str) -> Label:
        label = Label(words, parent=self)
        label.setWordWrap(True)
        label.setMinimumWidth(px(self, _WIDTH))
        self.content.addWidget(label)
        return label

    def _add_button(self, words: str, act: Callable[[], object]) -> QuietButton:
        button = QuietButton(words, self)
        button.clicked.connect(lambda: act())
        self.buttons.insertWidget(0, button)
        return button

    def _offer_backup(self, store: Path, clock: Clock) -> None:
        from scorecard.services.rescuing import newest_good  # only now: no start without an incident waits for it

        backup = newest_good(store, clock)
        if backup is None:
            self._add(tr("There is no backup of it in the folder beside it."))
            return
        from scorecard.ui.backups.wording import say_when
        from scorecard.words.backups import say_contents

        held = say_contents(backup.contents, tr) if backup.contents is not None else ""
        self._add(tr("The newest good backup is of {when}: {what}.").format(when=say_when(backup), what=held))
        if self._error.fault is not StoreFault.MISSING:
            self._add(tr("Restoring it keeps what stands there now, exactly as it is, in the list of backups."))
        self.restore_button = self._add_button(tr("&Restore this backup"), lambda: self._restore(backup, store, clock))

    def _restore(self, backup: Backup, store: Path, clock: Clock) -> None:
        from scorecard.services.rescuing import restore

        try:
            restore(backup, store, clock)
        except KnownError as error:
            self.show_problem(say_error(error, tr))
            return
        self.accept()

    def _save_as_text(self) -> None:
        from scorecard.services.exporting import NotWrittenError
        from scorecard.services.rescuing import write_as_text

        start = str(Path.home() / "scorecard.json")
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Save all as text"), start, tr("JSON files") + " (*.json)")
        if not chosen:
            return
        try:
            write_as_text(self._error.path, Path(chosen))
        except NotWrittenError:
            self.show_problem(tr("{file} could not be written. Choose another file or folder.").format(file=chosen))
        except KnownError as error:
            self.show_problem(say_error(error, tr))
        else:
            self.show_problem(tr("Everything is in {file} now. The store is as it was.").format(file=chosen))

    def _start_empty(self) -> None:
        self.start_empty = True
        self.accept()
