"""Bringing store and backups to another folder, and going on there."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from scorecard.domain.clock import Clock
from scorecard.domain.errors import KnownError, StoppedError
from scorecard.ui.main_window import MainWindow
from scorecard.ui.text import tr
from scorecard.ui.widgets.notice_sign import NoticeAction, NoticeTone


class StoreHolder(Protocol):
    """Who has the store open, and opens it again where it is."""

    def let_go(self) -> bool: ...
    def take_up(self) -> None: ...


class MoveCommands(QObject):
    """`moved` carries the store's new path: whoever knows the old one takes it over. Only then it is opened again."""

    moved = Signal(object)

    def __init__(self, window: MainWindow, holder: StoreHolder, clock: Clock) -> None:
        super().__init__(window)
        self._window = window
        self._holder = holder
        self._clock = clock

    def choose(self) -> None:
        """Asks for a folder, then whether to."""
        if not self._window.may_write():
            return
        store = self._window.desk.ask(lambda services: services.facts().path)
        if store is None:
            return
        words = tr("Choose a folder for your data")
        chosen = QFileDialog.getExistingDirectory(self._window, words, str(store.parent.parent))
        if chosen:
            self.offer(store, Path(chosen))

    def offer(self, store: Path, chosen: Path) -> None:
        from scorecard.services.moving import LEFT_BEHIND, place_for
        from scorecard.ui.moving.move_dialog import MoveDialog

        try:
            place = place_for(chosen, store)
        except KnownError as error:
            self._say(error)
            return
        dialog = MoveDialog(place, LEFT_BEHIND, self._window)
        dialog.accepted.connect(lambda: self.move(store, place))
        dialog.open()

    def move(self, store: Path, place: Path) -> None:
        """In a thread, while nobody has the store open."""
        from scorecard.services.moving import move
        from scorecard.ui.long_work import LongWork

        if not self._holder.let_go():
            return
        clock = self._clock
        work = LongWork(
            tr("Moving your data"), lambda told, cancelled: move(store, place, clock, told, cancelled), self._window
        )
        work.ended.connect(lambda path: self._go_on(store, path))
        work.failed.connect(self._stay)
        work.open()

    def _go_on(self, before: Path, store: Path) -> None:
        self.moved.emit(store)
        self._holder.take_up()
        sentence = tr("Your data lie in {place} now. The folder before that can be deleted when all is there.")
        open_old = NoticeAction(
            tr("Open the folder before"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(before.parent)))
        )
        self._window.notice.show_notice(sentence.format(place=store.parent), NoticeTone.INFO, (open_old,))

    def _stay(self, error: KnownError) -> None:
        self._holder.take_up()
        if not isinstance(error, StoppedError):
            self._say(error)

    def _say(self, error: KnownError) -> None:
        from scorecard.services.moving import TakenFolderError
        from scorecard.words.moving import say_move_fault

        folder = error.folder if isinstance(error, TakenFolderError) else None
        self._window.notice.show_notice(say_move_fault(error, folder, tr), NoticeTone.ERROR)
