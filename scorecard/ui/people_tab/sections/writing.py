"""The writing places of a person's page: as on the Reflection tab, with a prompt while they are empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QScrollArea, QWidget

from scorecard.domain.profiles import PersonField
from scorecard.ui.completing.known import Known, known_to
from scorecard.ui.people_tab.section import Section
from scorecard.ui.reflection_tab.writing_area import WritingArea
from scorecard.ui.text import tr
from scorecard.ui.widgets.drawing import px
from scorecard.words.people import say_person_field

if TYPE_CHECKING:
    from scorecard.services.services import Services

_AROUND_CARET = 48


class PersonArea(WritingArea):
    """Keeps its caret in sight of the page that scrolls."""

    least_lines = 2

    def __init__(self, name: str, prompt: str, known: Known, parent: QWidget) -> None:
        super().__init__(name, known, parent)
        self.setPlaceholderText(prompt)
        self.caret_moved.connect(self._keep_in_sight)

    def show_text(self, stored: str, *, afresh: bool) -> None:
        if afresh:
            self.open_with(stored)
        else:
            self.follow(stored)

    def _keep_in_sight(self) -> None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        page = above.widget() if isinstance(above, QScrollArea) else None
        if page is not None and isinstance(above, QScrollArea):
            spot = self.viewport().mapTo(page, self.cursorRect().center())
            above.ensureVisible(spot.x(), spot.y(), 0, px(self, _AROUND_CARET))


def add_writing(section: Section, of: PersonField, prompt: str) -> PersonArea:
    """A place for a text of the profile, saved while it is written."""

    area = PersonArea(say_person_field(of, tr), prompt, known_to(section.desk), section)

    def save(text: str) -> None:
        def wish(services: Services, person_id: str) -> None:
            services.people.profiles.write(person_id, of, text)

        section.write(area, of.value, wish)

    area.written.connect(save)
    area.told.connect(section.desk.said)
    section.places.append(area)
    area.opens_people = True
    area.person_asked.connect(section.person_asked)
    return area
