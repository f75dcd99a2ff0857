"""The store cannot be used as it is: what happened, what is safe, what can be done. Nothing is done unasked."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from scorecard.domain.incidents import StoreError, StoreFault
from scorecard.ui.text import tr
from scorecard.ui.widgets.buttons import QuietButton
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.words.errors import say_error


class IncidentDialog(Dialog):
    """Accepted: try again. `start_empty` is set when the user asked for a new, empty store in an empty place."""

    def __init__(self, error: StoreError) -> None:
        super().__init__(tr("Scorecard"), tr("&Try again"), tr("&Quit"))
        self.title.setText(tr("Your scorecard could not be opened"))
        self.start_empty = False
        sentence = Label(say_error(error, tr), parent=self)
        sentence.setWordWrap(True)
        sentence.setMinimumWidth(px(self, 460))
        self.content.addWidget(sentence)
        self._add_button(tr("&Copy this message"), lambda: QApplication.clipboard().setText(sentence.text()))
        if error.fault is StoreFault.MISSING:
            self._add_button(tr("Start &empty here"), self._start_empty)

    def _add_button(self, words: str, act: Callable[[], object]) -> None:
        button = QuietButton(words, self)
        button.clicked.connect(lambda: act())
        self.buttons.insertWidget(0, button)

    def _start_empty(self) -> None:
        self.start_empty = True
        self.accept()
