"""A section whose content takes a while to read: the page stands first, and what is out of sight is not read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from scorecard.domain.changes import Change
from scorecard.overriding import override
from scorecard.ui.desk import Desk
from scorecard.ui.people_tab.sections.adding import AddingSection

if TYPE_CHECKING:
    from scorecard.services.people.person_page import PersonPage


class LateSection(AddingSection):
    """Those who inherit say what is shown at once (`_show`), what is read late, and which changes concern that."""

    def __init__(self, title: str, desk: Desk, parent: QWidget) -> None:
        super().__init__(title, desk, parent)
        self._stale = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)  # after the picture of the page
        self._soon.timeout.connect(self._read)
        desk.changed.connect(self._follow)

    @property
    def settled(self) -> bool:
        """Whether it shows what there is now."""
        return not self._stale and not self._soon.isActive()

    def read_late(self, page: PersonPage) -> None:
        raise NotImplementedError

    def concerns(self, change: Change) -> bool:
        raise NotImplementedError

    @override
    def show_page(self, page: PersonPage) -> None:
        super().show_page(page)
        if self.other_person:
            self._ask()

    def _ask(self) -> None:
        self._stale = True
        if self.isVisible():
            self._soon.start()

    def _read(self) -> None:
        if self._stale and self.isVisible() and self.page is not None:
            self._stale = False
            self.read_late(self.page)

    def _follow(self, change: Change) -> None:
        if self.page is not None and self.concerns(change):
            self._ask()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._soon.start()
