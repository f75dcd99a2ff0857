"""Who is in a team: their pages, and who joins or leaves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scorecard.domain.errors import KnownError
from scorecard.domain.texts import NAME_LENGTH
from scorecard.ui.desk import Desk
from scorecard.ui.people_tab.add_field import AddField
from scorecard.ui.people_tab.indented import indented
from scorecard.ui.people_tab.short_line import LineDeeds, ShortLine
from scorecard.ui.people_tab.short_lines import ShortLines
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP_TINY
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label

if TYPE_CHECKING:
    from scorecard.services.people.person_page import PersonPage
    from scorecard.services.services import Services


class Members(QWidget):
    person_asked = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._page: PersonPage | None = None
        deeds = LineDeeds(open=tr("&Open"), remove=tr("&Take out of the team"))
        self.heading = Label(tr("Members"), TextStyle.STRONG, parent=self)
        self.lines = ShortLines(tr("Members"), deeds, NAME_LENGTH, self)
        self.field = AddField(tr("Add a member"), tr("Add somebody by name"), NAME_LENGTH, self)
        self.hint = Label("", TextStyle.SMALL, quiet=True, parent=self)
        self.hint.setWordWrap(True)
        self.hint.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, GAP_TINY))
        column.addLayout(indented(self.heading))
        column.addWidget(self.lines)
        column.addLayout(indented(self.field))
        column.addLayout(indented(self.hint))
        self.field.entered.connect(self._add)
        self.field.textChanged.connect(lambda _: self._say_who())
        self.lines.opened.connect(self.person_asked)
        self.lines.removed.connect(self._take_out)

    def show_page(self, page: PersonPage) -> None:
        self._page = page
        self.lines.set_lines([ShortLine(row.id, row.name, below=row.role) for row in page.members])
        rows = self._desk.ask(lambda services: services.people.rows()) or ()
        there = {row.id for row in page.members} | {page.person.id}
        self.field.offer([row.name for row in rows if row.id not in there and not row.archived])

    def _say_who(self) -> None:
        """Whether Enter would write down somebody new."""
        name = self.field.typed
        known = self._desk.ask(lambda services: services.people.profiles.named(name)) if name else ()
        words = ""
        if name and not known:
            words = tr("Somebody new: Enter writes them down as a member.")
        elif known and len(known) > 1:
            words = tr("More than one person has this name: the team can be chosen on their own pages.")
        self.hint.setText(words)
        self.hint.setVisible(bool(words))

    def _add(self, name: str) -> None:
        team = self._page.person.id if self._page is not None else ""

        def wish(services: Services) -> None:
            from scorecard.services.people.profiles import PersonDraft

            known = services.people.profiles.named(name)
            if known:
                services.people.profiles.set_team(known[0].id, team)
            else:
                services.people.profiles.add(PersonDraft(name, team_id=team))

        def refused(error: KnownError) -> None:
            self.field.put_back(name)
            self._desk.failed.emit(error)

        found = self._desk.ask(lambda services: services.people.profiles.named(name)) or ()
        if len(found) > 1:
            self.field.put_back(name)
        else:
            self._desk.do(wish, refused)

    def _take_out(self, person_id: str) -> None:
        self._desk.do(lambda services: services.people.profiles.set_team(person_id, None))
