"""The store cannot be used as it is, and nothing of ours helps: what happened, what is safe, what can be done.

Nothing is done unasked. Where there is a way back, `ui/rescue` leads along it.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication, QFileDialog

from scorecard.domain.errors import KnownError
from scorecard.domain.incidents import StoreError, StoreFault
from scorecard.ui.text import tr
from scorecard.ui.widgets.buttons import QuietButton
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.words.errors import say_error

_WIDTH = 520


class IncidentDialog(Dialog):
    """Accepted: try again. `start_empty` is set when the user asked for a new, empty store in an empty place."""

    def __init__(self, error: StoreError) -> None:
        super().__init__(tr("Scorecard"), tr("&Try again"), tr("&Quit"))
        self.title.setText(tr("Your scorecard could not be opened"))
        self.start_empty = False
        self._error = error
        self.sentence = self._add(say_error(error, tr))
        self._add_button(tr("&Copy this message"), lambda: QApplication.clipboard().setText(self.sentence.text()))
        if error.fault is StoreFault.MISSING:
            self._add_button(tr("Start &empty here"), self._start_empty)
        if error.fault is StoreFault.TOO_NEW:
            self._add(tr("Until then, everything in it can be saved as text, to be read or searched. It is only read."))
            self._add_button(tr("&Save all as text…"), self._save_as_text)

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
