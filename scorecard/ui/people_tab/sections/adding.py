"""A section with lines in which something is added: what stands there and was not entered is added when one leaves."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from scorecard.domain.errors import KnownError
from scorecard.overriding import override
from scorecard.ui.desk import Desk
from scorecard.ui.people_tab.add_field import AddField
from scorecard.ui.people_tab.line_field import SIDE
from scorecard.ui.people_tab.section import Section
from scorecard.ui.people_tab.sections.wrapped import wrapped
from scorecard.ui.people_tab.short_lines import ShortLines
from scorecard.ui.theme.tokens import GAP_SMALL
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label

if TYPE_CHECKING:
    from scorecard.services.people.person_page import PersonPage
    from scorecard.services.services import Services


class AddingSection(Section):
    """`fields` are those in which something is added, `lists` those whose lines are edited in place."""

    def __init__(self, title: str, desk: Desk, parent: QWidget) -> None:
        super().__init__(title, desk, parent)
        self.fields: list[AddField] = []
        self.lists: list[ShortLines] = []
        self.widen_body(SIDE)
        self.body.setSpacing(px(self, GAP_SMALL))

    @override
    def show_page(self, page: PersonPage) -> None:
        if self.person_id != page.person.id:
            self.give_up_text()
        super().show_page(page)

    @override
    def flush(self) -> bool:
        for lines in self.lists:
            lines.finish_editing()
        for field in self.fields:
            field.enter()
        return super().flush() and not any(field.typed for field in self.fields)

    @override
    def unsaved_text(self) -> str:
        return "\n".join(filter(None, (*(field.typed for field in self.fields), super().unsaved_text())))

    @override
    def give_up_text(self) -> None:
        super().give_up_text()
        for field in self.fields:
            field.clear()

    def add(self, field: AddField, words: str, wish: Callable[[Services, str], object]) -> bool:
        """`wish` is handed the person's id. What was refused stands in the field again."""
        person_id = self.person_id

        def refused(error: KnownError) -> None:
            field.put_back(words)
            self.desk.failed.emit(error)

        return self.desk.do(lambda services: wish(services, person_id), refused)

    def hint_label(self, words: str) -> Label:
        """The one line that stands there while there is nothing."""
        return wrapped(words, self)
