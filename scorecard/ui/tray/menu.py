"""The menu of the tray icon: today's score, one click for one more of a count, and the ways out."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from scorecard.ui.text import tr
from scorecard.ui.theme.icons import icon
from scorecard.ui.tray.lines import Tally, TrayLines

_LONGEST = 48  # characters of a line; a desktop's panel does not shorten them


class TrayMenu(QObject):
    """`show_lines` fills it; the desktop draws it."""

    opened = Signal()
    quit_asked = Signal()
    undo_asked = Signal()
    snooze_asked = Signal(int)  # minutes
    tally_chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.menu = QMenu(parent)
        self._lines: TrayLines | None = None

    def show_lines(self, lines: TrayLines) -> None:
        if lines == self._lines:
            return
        self._lines = lines
        self.menu.clear()
        if lines.score:
            self._add(lines.score, self.opened.emit)
        self._add_tallies(lines.tallies)
        if lines.undo:
            self._add(lines.undo, self.undo_asked.emit)
        self.menu.addSeparator()
        if lines.snooze:
            self._add(tr("Remind me in 15 &minutes"), lambda: self.snooze_asked.emit(15), marked=True)
            self._add(tr("Remind me in an &hour"), lambda: self.snooze_asked.emit(60), marked=True)
            self.menu.addSeparator()
        self.menu.setDefaultAction(self._add(tr("&Open Scorecard"), self.opened.emit, marked=True))
        self._add(tr("&Quit"), self.quit_asked.emit, marked=True)

    def _add_tallies(self, tallies: tuple[Tally, ...]) -> None:
        if not tallies:
            return
        self.menu.addSection(tr("One more"))
        for tally in tallies:
            self._add(tally.words, partial(self.tally_chosen.emit, tally)).setIcon(icon("plus"))

    def _add(self, words: str, act: Callable[[], object], *, marked: bool = False) -> QAction:
        """Only words of our own have a mnemonic: an ampersand in a name is one."""
        if not marked:
            words = (words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…").replace("&", "&&")
        action = self.menu.addAction(words)
        action.triggered.connect(lambda: act())
        return action
