"""What was agreed with somebody; of a team also its members, the next quality review and the plan for trust."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from scorecard.domain.checkins import Definition
from scorecard.overriding import override
from scorecard.ui.desk import Desk
from scorecard.ui.people_tab.checkin_about import definitions_for, open_checkin, subject_of
from scorecard.ui.people_tab.indented import indented
from scorecard.ui.people_tab.line_field import SIDE
from scorecard.ui.people_tab.section import Section
from scorecard.ui.people_tab.sections.agreed import Agreed
from scorecard.ui.people_tab.sections.factors import ORGANISATIONAL_TRUST, FactorPlans
from scorecard.ui.people_tab.sections.members import Members
from scorecard.ui.people_tab.sections.review_line import ReviewLine
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import GAP_WIDE
from scorecard.ui.widgets.buttons import LinkButton, QuietButton
from scorecard.ui.widgets.drawing import px

if TYPE_CHECKING:
    from datetime import date

    from scorecard.services.people.person_page import PersonPage


_START = Qt.AlignmentFlag.AlignLeading


class TeamSection(Section):
    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(tr("Team"), desk, parent)
        self.team = LinkButton("", self)
        self.members = Members(desk, self)
        self.agreed = Agreed(desk, self)
        self.review = ReviewLine(self)
        self.plans = FactorPlans(self)
        self.checkin = QuietButton(tr("&Check in about them…"), self)
        self.heading.addWidget(self.team)
        self.body.setSpacing(px(self, GAP_WIDE))
        for part in (self.members, self.agreed, self.review, self.plans):
            self.body.addWidget(part)
        line = indented(self.checkin)
        line.setAlignment(self.checkin, _START)
        self.body.addLayout(line)
        self.widen_body(SIDE)
        self.team.clicked.connect(self._open_team)
        self.members.person_asked.connect(self.person_asked)
        self.review.chosen.connect(self._set_review)
        self.checkin.clicked.connect(self.check_in)

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

    def check_in(self) -> None:
        """With the one check-in there is for them, or the one that is chosen."""
        found = definitions_for(self.desk, self.page) if self.page is not None else ()
        if len(found) == 1:
            self._check_in(found[0])
        elif found:
            menu = QMenu(self)
            menu.aboutToHide.connect(menu.deleteLater)
            for one in found:
                action = menu.addAction(one.name.replace("&", "&&"))
                action.triggered.connect(lambda _=False, one=one: self._check_in(one))
            menu.popup(self.checkin.mapToGlobal(QPoint(0, self.checkin.height())))

    def _check_in(self, definition: Definition) -> None:
        if self.page is not None:
            open_checkin(self.desk, definition, subject_of(self.page), self.page.person, self.window())

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
        self.checkin.setVisible(is_team and bool(usable))
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
