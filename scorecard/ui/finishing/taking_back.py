"""Undo and redo while a day is being finished: of what was done since, and no further."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget

from scorecard.domain.activities import Turn
from scorecard.ui.desk import Desk
from scorecard.ui.shortcuts import Keys

if TYPE_CHECKING:
    from scorecard.services.services import Services


class TakingBack(QObject):
    """`took_back` carries the Change of an undo or a redo, `refused` a KnownError.

    The window's own keys do not reach a dialog, and what lies further back cannot be seen behind it.
    """

    took_back = Signal(object)
    refused = Signal(object)

    def __init__(self, desk: Desk, save: Callable[[], bool], parent: QWidget) -> None:
        """`save` sends to the store what is being typed; False when something could not be saved."""
        super().__init__(parent)
        self._save = save
        self._desk = desk
        last = desk.ask(lambda services: services.undoing.next_undo())
        self._before = last.seq if last is not None else 0
        self._undone = 0
        QShortcut(Keys.UNDO.sequence, parent, self.undo)
        for key in (Keys.REDO, Keys.REDO_TOO):
            QShortcut(key.sequence, parent, self.redo)

    def undo(self) -> None:
        if self._save():
            self._desk.do(self._undo, self.refused.emit)

    def redo(self) -> None:
        if self._save():
            self._desk.do(self._redo, self.refused.emit)

    def _undo(self, services: Services) -> None:
        last = services.undoing.next_undo()
        if last is not None and last.seq > self._before:
            self._undone += 1
            self.took_back.emit(services.undoing.turn(Turn.UNDO).change)

    def _redo(self, services: Services) -> None:
        if self._undone > 0 and services.undoing.next_redo() is not None:
            self._undone -= 1
            self.took_back.emit(services.undoing.turn(Turn.REDO).change)
