"""The ways in which a file, or a folder, comes to the import: chosen, or dropped on the dialog."""

from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from scorecard.overriding import override
from scorecard.ui.dropping import dropped_path
from scorecard.ui.paged_dialog import PagedDialog
from scorecard.ui.text import tr
from scorecard.words.importing_steps import say_readable


class FileTakingDialog(PagedDialog):
    """Those who inherit say what reading a `file` is, and whether something was `changed` that Escape would lose."""

    def __init__(self, title: str, parent: QWidget | None, file: Path | None) -> None:
        super().__init__(title, tr("Choose a &file…"), tr("&Cancel"), parent)
        self.file = file
        self.setAcceptDrops(True)
        # Cancel is meant; Escape and the window's own button may not be.
        self.secondary.clicked.disconnect(self.reject)
        self.secondary.clicked.connect(self.leave)

    @property
    def changed(self) -> bool:
        raise NotImplementedError

    def leave(self) -> None:
        super().reject()

    def read(self, file: Path) -> None:
        raise NotImplementedError

    def ask_for_file(self) -> None:
        """The first page, where nothing was chosen yet."""
        dropping = tr("You can also drop a file or a folder on this window.")
        self.say("download", tr("Bring in what you have recorded elsewhere"), f"{say_readable(tr)} {dropping}")
        self.offer_file(tr("Choose a &file…"), tr("&Cancel"))

    def offer_file(self, words: str, leave: str) -> None:
        self.offer(words, self.choose_file, leave)
        self.offer_also(tr("Choose a fo&lder…"), self.choose_folder)

    def choose_file(self) -> None:
        kinds = (tr("Backups and tables (*.db *.csv *.tsv *.txt *.zip *.json *.daylio)"), tr("All files (*)"))
        words = tr("Choose a file to import")
        chosen, _ = QFileDialog.getOpenFileName(self, words, self._folder(), ";;".join(kinds))
        if chosen:
            self.read(Path(chosen))

    def choose_folder(self) -> None:
        """Some diaries are folders."""
        chosen = QFileDialog.getExistingDirectory(self, tr("Choose a folder to import"), self._folder())
        if chosen:
            self.read(Path(chosen))

    def _folder(self) -> str:
        return str(self.file.parent if self.file else Path.home())

    @override
    def reject(self) -> None:
        """The first time keeps what was changed and says so; the second leaves."""
        if self.changed and self.problem.isHidden():
            self.show_problem(tr("What you changed here is not imported yet. Escape again discards it."))
        else:
            self.leave()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not self.busy and dropped_path(event.mimeData()) is not None:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        dropped = dropped_path(event.mimeData())
        if dropped is not None and not self.busy:
            event.acceptProposedAction()
            self.read(dropped)
