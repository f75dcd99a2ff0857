"""Notes about somebody: Markdown, shown while nobody writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from scorecard.domain.profiles import PersonField
from scorecard.overriding import override
from scorecard.ui.desk import Desk
from scorecard.ui.people_tab.section import Section
from scorecard.ui.people_tab.sections.writing import add_writing
from scorecard.ui.text import tr

if TYPE_CHECKING:
    from scorecard.services.people.person_page import PersonPage


class NotesSection(Section):
    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(tr("Notes"), desk, parent)
        self.area = add_writing(self, PersonField.NOTES, tr("Anything else worth keeping. Markdown is shown as such."))
        self.body.addWidget(self.area)

    @override
    def _show(self, page: PersonPage) -> None:
        self.area.show_text(page.profile.notes, afresh=self.other_person)
