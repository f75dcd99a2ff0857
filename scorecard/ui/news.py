"""Hears that a program without a window has changed the store: by a file that it writes to, and by no timer.

Not by the store's own file: its writes begin before a change is whole, and looking at it from outside may cost SQLite
its locks.
"""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

from scorecard.paths import write_sign


class News(QObject):
    """`heard` once or twice for each change; where nothing can be watched, the next look at the window has to do."""

    heard = Signal()

    def __init__(self, sign: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._sign = sign
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._follow)
        self._listen()

    def _listen(self) -> None:
        if not self._sign.exists():
            write_sign(self._sign, b"0")
        if self._sign.exists():
            self._watcher.addPath(str(self._sign))

    def _follow(self) -> None:
        if not self._watcher.files():  # somebody took the file away, and the watch with it
            self._listen()
        self.heard.emit()
