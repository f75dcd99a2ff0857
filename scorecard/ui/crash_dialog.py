"""A bug of ours: what is safe, and the details to copy. Nothing is sent, and the details hold no text of the user."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from scorecard.ui.text import tr
from scorecard.ui.widgets.buttons import QuietButton
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label

_SIZE = (640, 380)
_MOST = 50  # a bug in what is painted happens again and again


class CrashDialog(Dialog):
    """One for all that goes wrong while it is open. `open_backups` is None where their folder is not known."""

    def __init__(
        self, details: str, parent: QWidget | None, *, sentence: str, open_backups: Callable[[], object] | None = None
    ) -> None:
        super().__init__(tr("Scorecard"), tr("&Close"), parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.title.setText(tr("Something went wrong inside Scorecard"))
        self._times: dict[str, int] = {}
        self.over = False
        self.finished.connect(self._end)
        self.sentence = Label(sentence, parent=self)
        self.sentence.setWordWrap(True)
        self.box = QPlainTextEdit(self)
        self.box.setReadOnly(True)
        self.box.setAccessibleName(tr("Details"))
        self.copy = QuietButton(tr("Copy &details"), self)
        self.copy.clicked.connect(lambda: QApplication.clipboard().setText(self.box.toPlainText()))
        self.content.addWidget(self.sentence)
        self.content.addWidget(self.box, 1)
        self.buttons.insertWidget(0, self.copy)
        if open_backups is not None:
            self.open_backups = QuietButton(tr("Open the backup &folder"), self)
            self.open_backups.clicked.connect(lambda: open_backups())
            self.buttons.insertWidget(1, self.open_backups)
        self.resize(px(self, _SIZE[0]), px(self, _SIZE[1]))
        self.add(details)

    def add(self, details: str, sentence: str = "") -> None:
        """It goes wrong again while this is open. `sentence` is what holds now."""
        if sentence:
            self.sentence.setText(sentence)
        if details in self._times or len(self._times) < _MOST:
            self._times[details] = self._times.get(details, 0) + 1
        self.box.setPlainText("\n\n".join(self._parts()))

    def _end(self) -> None:
        self.over = True

    def _parts(self) -> list[str]:
        return [f"{times} × {details}" if times > 1 else details for details, times in self._times.items()]


def say_what_is_safe(saved: bool) -> str:
    if saved:
        return tr(
            "Everything that was shown as entered is safely on disk. You can go on; if it happens again, "
            "start Scorecard anew."
        )
    return tr(
        "Everything saved before is safely on disk. What you typed last could not be saved: it is still in the window. "
        "Copy it before you close Scorecard."
    )


def show_crash(details: str, window: QWidget, saved: bool, backups: Path | None) -> None:
    """In the dialog that is open already, if one is."""
    sentence = say_what_is_safe(saved)
    # One that is only being opened counts: the window loses the keyboard to it, and saves once more.
    open_one = next((dialog for dialog in window.findChildren(CrashDialog) if not dialog.over), None)
    if open_one is not None:
        open_one.add(details, sentence)
        return
    CrashDialog(details, window, sentence=sentence, open_backups=_opener(backups)).open()


def show_last_crash(details: str, window: QWidget, backups: Path) -> None:
    """What ended an earlier run in the middle."""
    sentence = tr(
        "Scorecard ended in the middle the last time. Everything that was shown as entered had been saved. "
        "The details say where in the program it was, and nothing of what you wrote."
    )
    CrashDialog(details, window, sentence=sentence, open_backups=_opener(backups)).open()


def _opener(backups: Path | None) -> Callable[[], object] | None:
    from scorecard.ui.start_dialogs import open_folder

    return (lambda: open_folder(backups)) if backups is not None and backups.is_dir() else None
