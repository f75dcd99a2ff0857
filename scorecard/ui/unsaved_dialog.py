"""The window is to be closed over what could not be saved: nothing of it goes without a word of the user."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QWidget

from scorecard.ui.desk import Desk
from scorecard.ui.keeping import Keeping
from scorecard.ui.text import tr
from scorecard.ui.widgets.buttons import QuietButton
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.words.keeping import say_kept

_SIZE = (560, 380)


class Holder(Protocol):
    """The window."""

    @property
    def desk(self) -> Desk: ...
    def unsaved_text(self) -> str: ...
    def discard_unsaved(self) -> None: ...  # and close


class UnsavedDialog(Dialog):
    """Escape keeps the window open. `try_again` closes the window if everything can be saved by then."""

    def __init__(self, window: Holder, parent: QWidget, try_again: Callable[[], object]) -> None:
        super().__init__(tr("Scorecard"), tr("&Try again"), tr("&Keep the window open"), parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window = window
        self.title.setText(tr("What you typed last is not saved"))
        self.sentence = Label(_say_why(window.desk.keeping), parent=self)
        self.sentence.setWordWrap(True)
        self.text = QPlainTextEdit(window.unsaved_text(), self)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(tr("Not saved"))
        self.text.setTabChangesFocus(True)
        self.copy = QuietButton(tr("Save a &copy elsewhere…"), self)
        self.copy.clicked.connect(self._save_copy)
        self.discard = QuietButton(tr("&Discard and close"), self)
        self.discard.clicked.connect(self._discard)
        self.content.addWidget(self.sentence)
        self.content.addWidget(self.text, 1)
        self.buttons.insertWidget(0, self.discard)
        self.buttons.insertWidget(1, self.copy)
        self.accepted.connect(try_again)
        window.desk.keeping.changed.connect(self._follow)
        self.focus_first(self.primary)
        self.resize(px(self, _SIZE[0]), px(self, _SIZE[1]))

    def _follow(self) -> None:
        """It was saved meanwhile: there is nothing to ask any more."""
        if not self._window.desk.keeping and self.isVisible():
            self.reject()

    def _save_copy(self) -> None:
        """The copy is safe, so the window may close over what is in it."""
        problem = save_copy(self.text.toPlainText(), self)
        if problem is None:
            return
        if problem:
            self.show_problem(problem)
        else:
            self._discard()

    def _discard(self) -> None:
        self.reject()
        self._window.discard_unsaved()


def ask_about_unsaved(window: Holder, parent: QWidget, try_again: Callable[[], object]) -> None:
    """Once: closing again and again does not heap up questions."""
    if not any(dialog.isVisible() for dialog in parent.findChildren(UnsavedDialog)):
        UnsavedDialog(window, parent, try_again).open()


def save_copy(text: str, parent: QWidget) -> str | None:
    """Asks where to. A sentence when it could not be written there, an empty one when it was, None for no answer."""
    from scorecard.services.exporting import NotWrittenError, write_file

    start = str(Path.home() / "scorecard-not-saved.txt")
    chosen, _ = QFileDialog.getSaveFileName(parent, tr("Save a copy elsewhere"), start, tr("Text files") + " (*.txt)")
    if not chosen:
        return None
    try:
        write_file(Path(chosen), f"{text}\n".encode())
    except NotWrittenError:
        return tr("{file} could not be written. Choose another file or folder.").format(file=chosen)
    return ""


def _say_why(keeping: Keeping) -> str:
    if keeping and keeping.error is not None:
        return say_kept(keeping.error.fault, len(keeping), tr)
    return tr("It is kept here as long as the window is open. Copy it before you close.")
