"""Their script: what is to come, as they see it. To be asked, not guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from scorecard.domain.profiles import SCRIPT_FIELDS, PersonField
from scorecard.overriding import override
from scorecard.ui.desk import Desk
from scorecard.ui.people_tab.section import Section
from scorecard.ui.people_tab.sections.writing import PersonArea, add_writing
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP_TINY
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.words.people import say_person_field

if TYPE_CHECKING:
    from scorecard.services.people.person_page import PersonPage


class ScriptSection(Section):
    """Four places to write; each is as high as its text."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(tr("Their script"), desk, parent)
        self.areas: dict[PersonField, PersonArea] = {of: add_writing(self, of, _prompt(of)) for of in SCRIPT_FIELDS}
        for of, area in self.areas.items():
            column = QVBoxLayout()
            column.setSpacing(px(self, GAP_TINY))
            label = Label(say_person_field(of, tr), TextStyle.STRONG, parent=self)
            label.setWordWrap(True)
            label.setBuddy(area)
            column.addWidget(label)
            column.addWidget(area)
            self.body.addLayout(column)

    @override
    def _show(self, page: PersonPage) -> None:
        for of, text in page.profile.script.parts:
            self.areas[of].show_text(text, afresh=self.other_person)


def _prompt(of: PersonField) -> str:
    match of:
        case PersonField.IMPORTANT:
            return tr("What matters most to them just now, in their words")
        case PersonField.SHOULD_HAPPEN:
            return tr("What they want to see next, and by when")
        case PersonField.UNFOLDS:
            return tr("The steps they have in mind")
        case _:
            return tr("What they would rather not see happen")
