"""What the window does about people. Their page is made when it is first looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from scorecard.ui.main_window import PEOPLE, MainWindow
from scorecard.ui.widgets.late_page import LatePage

if TYPE_CHECKING:
    from scorecard.ui.people_tab.tab import PeopleTab


class PeopleCommands(QObject):
    """`place_asked` carries where somebody is named, to go there."""

    place_asked = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.late = LatePage(self._make, window)

    @property
    def tab(self) -> PeopleTab:
        return self.late.page

    def go(self) -> None:
        self._window.go_to_page(PEOPLE)

    def look_up(self) -> None:
        """To the search for somebody, from anywhere."""
        self.go()
        self.tab.start_search()

    def open(self, person_id: str | None = None, part: str = "") -> None:
        """The page of somebody, and a part of it; without one, the list."""
        self.go()
        if person_id is not None:
            self.tab.open_person(person_id, part)

    def add(self) -> None:
        self.go()
        self.tab.add_person()

    def import_contacts(self) -> None:
        self.go()
        self.tab.import_contacts()

    def export_contacts(self) -> None:
        self.go()
        self.tab.export_contacts()

    def follow_new_day(self) -> None:
        """How long ago the last contact was is another number of days."""
        if self.late.made is not None:
            self.late.made.refresh()

    def _make(self) -> PeopleTab:
        from scorecard.ui.people_tab.tab import PeopleTab

        tab = PeopleTab(self._window.desk, self.late, self._window.surroundings.preferences)
        tab.person.place_asked.connect(self.place_asked)
        self._window.watch_over(tab)
        return tab
