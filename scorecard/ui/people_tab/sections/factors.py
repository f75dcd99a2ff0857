"""What stands behind organisational trust: a line on each of its factors, how to improve it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from scorecard.domain.checkins import Definition
from scorecard.domain.texts import WORDS_LENGTH
from scorecard.ui.people_tab.field_grid import FieldCell
from scorecard.ui.people_tab.indented import indented
from scorecard.ui.people_tab.line_field import LineField
from scorecard.ui.people_tab.section import Section
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP_TINY
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label

if TYPE_CHECKING:
    from scorecard.services.people.person_page import PersonPage

ORGANISATIONAL_TRUST = "organisational_trust"


class FactorPlans(QWidget):
    """Its fields are places of the section it stands in. They are made anew when the definition is another one."""

    def __init__(self, section: Section) -> None:
        super().__init__(section)
        self._section = section
        self._definition: Definition | None = None
        self.fields: dict[str, LineField] = {}
        self._cells: list[FieldCell] = []
        self.heading = Label(tr("Plan to improve trust"), TextStyle.STRONG, parent=self)
        words = tr("One line for each factor: what will you do? The weekly review comes back to it.")
        self.hint = Label(words, quiet=True, parent=self)
        self.hint.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(self, GAP_TINY))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(px(self, GAP_TINY))
        self._column.addLayout(indented(self.heading))
        self._column.addLayout(indented(self.hint))
        self._column.addLayout(self._rows)

    def show_page(self, page: PersonPage, definition: Definition | None) -> None:
        afresh = self._section.other_person
        if definition != self._definition:
            self._make(definition)
            afresh = True
        for factor, field in self.fields.items():
            plan = page.plan_of(ORGANISATIONAL_TRUST, factor)
            show = field.open_with if afresh else field.follow
            show(plan.words if plan is not None else "")
        self.hint.setVisible(not any(field.text() for field in self.fields.values()))

    def _make(self, definition: Definition | None) -> None:
        section = self._section
        for cell in self._cells:
            self._rows.removeWidget(cell)
            cell.hide()
            cell.deleteLater()
        section.places = [place for place in section.places if place not in self.fields.values()]
        self._definition, self._cells, self.fields = definition, [], {}
        for factor in definition.factors if definition is not None else ():
            cell_name = tr("Plan for {factor}").format(factor=factor.name)
            field = LineField(cell_name, tr("Nothing planned"), WORDS_LENGTH, self)
            field.setToolTip(factor.ten)
            cell = FieldCell(factor.name, field, self)
            field.written.connect(lambda words, of=factor.id, field=field: self._write(field, of, words))
            self._rows.addWidget(cell)
            self._cells.append(cell)
            self.fields[factor.id] = field
            section.places.append(field)

    def _write(self, field: LineField, factor: str, words: str) -> None:
        self._section.write(
            field,
            f"plan {factor}",
            lambda services, who: services.people.agreements.plan(who, ORGANISATIONAL_TRUST, factor, words),
        )
