"""Questions before there is a window: how to start when something is not as usual. Nothing is done unasked."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from scorecard.domain.starts import Manner
from scorecard.ui.store_lock import Held, Hold
from scorecard.ui.text import tr
from scorecard.ui.widgets.buttons import QuietButton
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label

_WIDTH = 500


class StartDialog(Dialog):
    """A heading and paragraphs; Escape leaves without a start."""

    def __init__(self, heading: str, primary: str, parent: QWidget | None = None) -> None:
        super().__init__(tr("Scorecard"), primary, tr("&Quit"), parent)
        self.title.setText(heading)
        self.title.setWordWrap(True)

    def add(self, words: str, *, quiet: bool = False) -> None:
        label = Label(words, quiet=quiet, parent=self)
        label.setWordWrap(True)
        label.setMinimumWidth(px(self, _WIDTH))
        self.content.addWidget(label)

    def add_button(self, words: str, act: Callable[[], object]) -> QuietButton:
        button = QuietButton(words, self)
        button.clicked.connect(lambda: act())
        self.buttons.insertWidget(self.buttons.indexOf(self.secondary), button)
        return button


class SafeStartDialog(StartDialog):
    """After runs without a good end. `manner` is how to start, once the dialog is accepted.

    `details`: where the interpreter ended, if that is known. `backups`: their folder.
    """

    def __init__(self, details: str, backups: Path) -> None:
        super().__init__(tr("Scorecard did not end well the last times"), tr("Start &safely"))
        self.manner = Manner.SAFE
        self.add(tr("Everything that was shown as entered is on disk: each change was saved when it was made."))
        self.add(
            tr(
                "A safe start lets you look at everything but the charts. Nothing is written, nothing runs in the "
                "background, and from there you can start as always."
            )
        )
        self.add(
            tr(
                "Was it only the battery, or did you end it yourself? Then start as always. If it stops again and "
                "again, start safely, look at your days, and keep a copy of the backups."
            ),
            quiet=True,
        )
        if backups.is_dir():
            self.add_button(tr("Open the backup &folder"), lambda: open_folder(backups))
        if details:
            self.add_button(tr("&Copy details"), lambda: QGuiApplication.clipboard().setText(details))
        self.as_always = self.add_button(tr("Start as &always"), self._start_as_always)
        self.focus_first(self.primary)

    def _start_as_always(self) -> None:
        self.manner = Manner.USUAL
        self.accept()


class HeldDialog(StartDialog):
    """Somebody else has the store. `take_over`: the user says that nobody has."""

    def __init__(self, held: Held, store: Path) -> None:
        elsewhere = held.hold is Hold.ELSEWHERE
        heading = tr("Your scorecard is open on another computer") if elsewhere else tr("Scorecard is already running")
        super().__init__(heading, tr("&Look only"))
        self.take_over = False
        if elsewhere:
            words = tr(
                "Scorecard on “{host}” has {store} open, or had it open when that computer was switched off. Two "
                "programs that write to one store can lose what was entered."
            )
            self.add(words.format(host=held.host, store=store))
            self.add(tr("You can look at everything here; nothing is written. Or end it there first, and start again."))
            self.add_button(tr("It is not running there: &open it"), self._take_over)
        else:
            words = tr(
                "A Scorecard that has {store} open does not answer; it may be busy. Its window is the one to use."
            )
            self.add(words.format(store=store))
            self.add(tr("You can look at everything in a second window; nothing is written there."))
        self.focus_first(self.primary)

    def _take_over(self) -> None:
        self.take_over = True
        self.accept()


class AnotherPlaceDialog(StartDialog):
    """There is no store where one is looked for, and there was one elsewhere. `start_empty`: begin anew here."""

    def __init__(self, here: Path, before: Path) -> None:
        super().__init__(tr("Your scorecard is not where it is looked for"), tr("&Try again"))
        self.start_empty = False
        self.add(tr("It was here when it was open last: {before}").format(before=before))
        self.add(tr("It is now looked for here, and there is none: {here}").format(here=here))
        self.add(
            tr(
                "Nothing was created. Connect the disk it is on, or start Scorecard with --data and the folder it is "
                "in, or begin with an empty one here."
            )
        )
        self.add_button(tr("Start &empty here"), self._start_empty)
        self.focus_first(self.primary)

    def _start_empty(self) -> None:
        self.start_empty = True
        self.accept()


def open_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
