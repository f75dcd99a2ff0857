"""What was agreed with somebody; of a team also its members, the next quality review and the plan for trust."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from scorecard.overriding import override
from scorecard.ui.desk import Desk
from scorecard.ui.people_tab.checkin_about import definitions_for
from scorecard.ui.people_tab.line_field import SIDE
from scorecard.ui.people_tab.section import Section
from scorecard.ui.people_tab.sections.agreed import Agreed
from scorecard.ui.people_tab.sections.factors import ORGANISATIONAL_TRUST, FactorPlans
from scorecard.ui.people_tab.sections.members import Members
from scorecard.ui.people_tab.sections.review_line import ReviewLine
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import GAP_WIDE
from scorecard.ui.widgets.buttons import LinkButton
from scorecard.ui.widgets.drawing import px

if TYPE_CHECKING:
    from datetime import date

    from scorecard.services.people.person_page import PersonPage


class TeamSection(Section):
    tables = ("factor_plan",)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(tr("Team"), desk, parent)
        self.team = LinkButton("", self)
        self.members = Members(desk, self)
        self.agreed = Agreed(desk, self)
        self.review = ReviewLine(self)
        self.plans = FactorPlans(self)
        self.heading.addWidget(self.team)
        self.body.setSpacing(px(self, GAP_WIDE))
        for part in (self.members, self.agreed, self.review, self.plans):
            self.body.addWidget(part)
        self.widen_body(SIDE)
        self.team.clicked.connect(self._open_team)
        self.members.person_asked.connect(self.person_asked)
        self.review.chosen.connect(self._set_review)

    @override
    def flush(self) -> bool:
        self.members.field.enter()
        return super().flush() and not self.members.field.typed

    @override
    def unsaved_text(self) -> str:
        return "\n\n".join(part for part in (super().unsaved_text(), self.members.field.typed) if part)

    @override
    def give_up_text(self) -> None:
        super().give_up_text()
        self.members.field.clear()

    @override
    def _show(self, page: PersonPage) -> None:
        is_team = page.row.is_team
        self.set_title(tr("Team and agreed measures") if is_team else tr("Agreed measures"))
        self.agreed.heading.setVisible(is_team)
        self.team.setVisible(page.team is not None)
        if page.team is not None:
            self.team.setText(tr("In {team}").format(team=page.team.name.replace("&", "&&")))
        if self.other_person:
            self.members.field.clear()
        for part in (self.members, self.plans):
            part.setVisible(is_team)
        self.agreed.show_page(page, other_person=self.other_person)
        self.review.setVisible(is_team or bool(page.agreed) or page.profile.review_day is not None)
        self.review.show_day(page.profile.review_day, page.today, afresh=self.other_person)
        usable = definitions_for(self.desk, page)
        if is_team:
            self.members.show_page(page)
            trust = next((one for one in usable if one.id == ORGANISATIONAL_TRUST), None)
            self.plans.show_page(page, trust)
            self.plans.setVisible(trust is not None)

    def _open_team(self) -> None:
        if self.page is not None and self.page.team is not None:
            self.person_asked.emit(self.page.team.id)

    def _set_review(self, day: date | None) -> None:
        person_id = self.person_id
        self.desk.do(lambda services: services.people.profiles.set_review_day(person_id, day))
