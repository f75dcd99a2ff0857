"""Who somebody is: name, role, groups, how to reach them, how often to be in touch, and what to ask next."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scorecard.domain.errors import KnownError
from scorecard.domain.profiles import PersonField
from scorecard.domain.texts import NAME_LENGTH
from scorecard.overriding import override
from scorecard.ui.desk import Desk
from scorecard.ui.people_tab.field_grid import FieldCell, FieldGrid
from scorecard.ui.people_tab.indented import indented
from scorecard.ui.people_tab.line_field import SIDE, LineField
from scorecard.ui.people_tab.section import Section
from scorecard.ui.people_tab.sections.head_choices import GroupsLine, KindLine, RhythmLine, TeamLine
from scorecard.ui.people_tab.sections.head_words import say_contact
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP_SMALL, GAP_TINY
from scorecard.ui.widgets.buttons import IconButton, LinkButton, QuietButton
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import ElidedLabel, Label
from scorecard.ui.widgets.side_by_side import SideBySide
from scorecard.words.people import say_person_field

if TYPE_CHECKING:
    from scorecard.services.people.person_page import PersonPage
    from scorecard.services.services import Services

_LINES = (PersonField.ROLE, PersonField.ORGANISATION, PersonField.EMAIL, PersonField.PHONE)
_BUTTONS_BESIDE = 460


class HeadSection(Section):
    """Stands above both columns."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__("", desk, parent)
        self.name = LineField(tr("Name"), tr("Name"), NAME_LENGTH, self, TextStyle.TITLE, whole=True)
        self.contact = ElidedLabel("", quiet=True, parent=self)
        self.meeting = QuietButton(tr("&Before a meeting"), self)
        self.more = IconButton("ellipsis", tr("More about this person"), parent=self)
        self.lines = {of: LineField(say_person_field(of, tr), _invitation(of), of.longest, self) for of in _LINES}
        self.ask = LineField(
            say_person_field(PersonField.ASK_NEXT, tr), _invitation(PersonField.ASK_NEXT),
            PersonField.ASK_NEXT.longest, self, TextStyle.MEDIUM,
        )  # fmt: skip
        self.kind, self.team = KindLine(self), TeamLine(self)
        self.groups, self.rhythm = GroupsLine(self), RhythmLine(self)
        self.archived = Label(tr("Archived: out of the lists. Everything stays, and they can come back."), parent=self)
        self.bring_back = LinkButton(tr("Bring bac&k"), self)
        self._away = QWidget(self)
        self.places = [self.name, *self.lines.values(), self.ask]
        self._arrange()
        self._connect()

    @override
    def _show(self, page: PersonPage) -> None:
        profile = page.profile
        show = LineField.open_with if self.other_person else LineField.follow
        show(self.name, page.person.name)
        for of, field in self.lines.items():
            show(field, profile.text(of))
        show(self.ask, profile.ask_next)
        teams = self.desk.ask(lambda services: services.people.teams()) or ()
        groups = self.desk.ask(lambda services: services.people.list_page().groups) or ()
        self.kind.show_kind(profile.kind)
        self.team.show_team(page.team, [row.person for row in teams if row.id != page.person.id])
        self.groups.show_groups(page.row.groups, groups)
        self.rhythm.show_rhythm(profile.rhythm)
        self.contact.setText(say_contact(page.row.contact))
        self.contact.setVisible(bool(self.contact.text()))
        self._away.setVisible(profile.archived)

    def open_menu(self) -> None:
        from scorecard.ui.people_tab import person_deeds

        self.saving_asked.emit()
        if self.page is not None:
            corner = QPoint(0, self.more.height())
            person_deeds.show_menu(self.desk, self.window(), self.page.row, self.more.mapToGlobal(corner))

    def open_meeting(self) -> None:
        from scorecard.ui.people_tab.meeting.open import open_meeting

        self.saving_asked.emit()
        if self.page is not None:
            open_meeting(self.desk, self.person_id, self.window())

    def _connect(self) -> None:
        self.name.written.connect(lambda _: self._rename())
        for of, field in (*self.lines.items(), (PersonField.ASK_NEXT, self.ask)):
            field.written.connect(lambda text, of=of, field=field: self._write(field, of, text))
        self.meeting.clicked.connect(self.open_meeting)
        self.more.clicked.connect(self.open_menu)
        self.kind.chosen.connect(lambda kind: self._do(lambda s, who: s.people.profiles.set_kind(who, kind)))
        self.team.chosen.connect(lambda team: self._do(lambda s, who: s.people.profiles.set_team(who, team)))
        self.team.asked.connect(self.person_asked)
        self.groups.chosen.connect(lambda words: self._do(lambda s, who: s.people.profiles.set_groups(who, words)))
        self.rhythm.chosen.connect(lambda days: self._do(lambda s, who: s.people.profiles.set_rhythm(who, days)))
        self.bring_back.clicked.connect(lambda: self._do(lambda s, who: s.people.profiles.bring_back(who)))

    def _rename(self) -> None:
        name = self.name.text()
        self.write(self.name, "name", lambda services, who: services.people.profiles.rename(who, name))

    def _write(self, field: LineField, of: PersonField, text: str) -> None:
        self.write(field, of.value, lambda services, who: services.people.profiles.write(who, of, text))

    def _do(self, wish: Callable[[Services, str], object]) -> None:
        """What was refused is shown as it is stored again."""
        person_id = self.person_id

        def refused(error: KnownError) -> None:
            self.desk.failed.emit(error)
            if self.page is not None:
                self._show(self.page)

        self.desk.do(lambda services: wish(services, person_id), refused)

    def _arrange(self) -> None:
        side = px(self, SIDE)
        buttons = QWidget(self)
        line = QHBoxLayout(buttons)
        line.setContentsMargins(side, 0, side, 0)
        line.setSpacing(px(self, GAP_SMALL))
        line.addWidget(self.meeting)
        line.addWidget(self.more)
        line.addStretch(1)
        named = QWidget(self)
        words = QVBoxLayout(named)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(px(self, 2))
        words.addWidget(self.name)
        words.addLayout(indented(self.contact))
        grid = FieldGrid(self)
        for of in (PersonField.ROLE, PersonField.ORGANISATION):
            grid.add(FieldCell(say_person_field(of, tr), self.lines[of], grid))
        grid.add(FieldCell(tr("Team"), self.team, grid))
        grid.add(FieldCell(tr("Groups"), self.groups, grid, self.groups.other))
        for of in (PersonField.EMAIL, PersonField.PHONE):
            grid.add(FieldCell(say_person_field(of, tr), self.lines[of], grid))
        grid.add(FieldCell(tr("In touch"), self.rhythm, grid, self.rhythm.other))
        grid.add(FieldCell(tr("Is a", "before: person, team"), self.kind, grid))
        self._arrange_away(side)
        self.widen_body(SIDE)
        self.body.setSpacing(px(self, GAP_SMALL))
        self.body.addWidget(SideBySide(named, buttons, (1, 0), _BUTTONS_BESIDE, self))
        self.body.addWidget(self._away)
        self.body.addWidget(FieldCell(say_person_field(PersonField.ASK_NEXT, tr), self.ask, self))
        self.body.addWidget(grid)

    def _arrange_away(self, side: int) -> None:
        self.archived.setWordWrap(True)
        line = QHBoxLayout(self._away)
        line.setContentsMargins(side, 0, side, 0)
        line.setSpacing(px(self, GAP_TINY))
        line.addWidget(self.archived, 1)
        line.addWidget(self.bring_back, 0, Qt.AlignmentFlag.AlignTop)
        self._away.hide()


def _invitation(of: PersonField) -> str:
    match of:
        case PersonField.ROLE:
            return tr("What they do")
        case PersonField.ORGANISATION:
            return tr("Where they work")
        case PersonField.EMAIL | PersonField.PHONE:
            return tr("Not known")
        case _:
            return tr("What would you like to hear about when you next meet?")
