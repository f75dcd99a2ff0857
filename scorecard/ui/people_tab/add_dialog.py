"""Somebody new: a person or a team, with as much as one knows of them now. All but the name can wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from scorecard.domain.errors import KnownError
from scorecard.domain.profiles import RHYTHMS, PersonField, PersonKind
from scorecard.domain.relations import RelationLevel
from scorecard.domain.texts import NAME_LENGTH
from scorecard.overriding import override
from scorecard.ui.card_dialogs.form_rows import FormRows
from scorecard.ui.card_dialogs.scroll_column import ScrollColumn
from scorecard.ui.desk import Desk
from scorecard.ui.people_tab.group_choice import GroupChoice
from scorecard.ui.people_tab.rhythm_words import say_rhythm
from scorecard.ui.people_tab.same_name import say_same_name
from scorecard.ui.text import tr
from scorecard.ui.widgets.choice_box import ChoiceBox
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.segments import Segments
from scorecard.ui.widgets.text_field import TextField
from scorecard.words.errors import say_error
from scorecard.words.people import say_person_kind, say_relation_level

if TYPE_CHECKING:
    from scorecard.services.people.list_page import ListPage
    from scorecard.services.people.profiles import PersonDraft

_WIDTH = 600
_LABEL_WIDTH = 100
_EVIDENCE = 500
_KINDS = tuple(PersonKind)


class AddDialog(Dialog):
    """`added` carries the id of whom was added."""

    added = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None, page: ListPage | None, name: str = "") -> None:
        super().__init__(tr("Add somebody"), tr("&Add"), tr("&Cancel"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._warned = False
        self.name = _field(tr("Name"), tr("Cassandra Kelly"), NAME_LENGTH, self)
        self.name.setText(name)
        self.kind = Segments([(kind.value, say_person_kind(kind, tr)) for kind in _KINDS], tr("What it is"), self)
        self.kind.set_chosen(0)
        self.role = _field(tr("Role"), tr("Chief information officer"), PersonField.ROLE.longest, self)
        self.organisation = _field(tr("Organisation"), "", PersonField.ORGANISATION.longest, self)
        self.groups = GroupChoice(page.groups if page is not None else (), self)
        teams = [(team.id, team.name) for team in page.teams] if page is not None else []
        self.team = ChoiceBox([("", tr("No team")), *teams], self)
        rhythms = [("", say_rhythm(None)), *((str(days), say_rhythm(days)) for days in RHYTHMS)]
        self.rhythm = ChoiceBox(rhythms, self)
        levels = [(level.value, say_relation_level(level, tr)) for level in RelationLevel]
        self.level = ChoiceBox([("", tr("Not said yet")), *levels], self)
        self.evidence = _field(tr("What shows it"), tr("One sentence: what showed it?"), _EVIDENCE, self)
        self.rows = FormRows(self)
        self._arrange(with_team=bool(teams))
        self._connect()
        self._follow_name()
        self.focus_first(self.name)

    def _arrange(self, *, with_team: bool) -> None:
        self.rows.set_label_width(_LABEL_WIDTH)
        self.name_row = self.rows.add_row(tr("&Name"), [self.name], stretch=0)
        self.rows.add_row(tr("&Kind"), [self.kind])
        self.rows.add_row(tr("&Role"), [self.role], stretch=0)
        self.rows.add_row(tr("&Organisation"), [self.organisation], stretch=0)
        self.rows.add_row(tr("&Groups"), [self.groups], stretch=0)
        self.rows.add_row(tr("In the &team"), [self.team], stretch=0).set_shown(with_team)
        self.rows.add_row(tr("&In touch"), [self.rhythm])
        self.rows.add_row(tr("&Level"), [self.level])
        self.evidence_row = self.rows.add_row(tr("&What shows it"), [self.evidence], stretch=0)
        self.evidence_row.set_shown(False)
        self.setMinimumWidth(px(self, _WIDTH))
        self.column = ScrollColumn(self.rows, self)
        self.content.addWidget(self.column, 1)

    def _connect(self) -> None:
        self.name.textEdited.connect(lambda _text: self._follow_name())
        self.level.currentIndexChanged.connect(self._follow_level)
        # Cancel is meant; Escape may not be.
        self.secondary.clicked.disconnect(self.reject)
        self.secondary.clicked.connect(super().reject)

    @property
    def is_begun(self) -> bool:
        """Whether something was filled in that would be lost."""
        typed: tuple[QLineEdit, ...] = (self.name, self.role, self.organisation, self.evidence, self.groups.own)
        return any(field.text().strip() for field in typed)

    def _draft(self) -> PersonDraft:
        from scorecard.services.people.profiles import PersonDraft

        rhythm, level = self.rhythm.currentData(), self.level.currentData()
        return PersonDraft(
            name=self.name.text(),
            kind=_KINDS[self.kind.chosen_index or 0],
            role=self.role.text(),
            organisation=self.organisation.text(),
            groups=self.groups.words,
            rhythm=int(rhythm) if rhythm else None,
            team_id=self.team.currentData() or None,
            level=RelationLevel(level) if level else None,
            evidence=self.evidence.text(),
        )

    def _follow_name(self) -> None:
        self.show_problem("")
        hint = say_same_name(self._desk, self.name.text())
        self.name_row.set_hint(hint)
        self.name.setAccessibleDescription(hint)
        if self.isVisible():
            self._grow()

    def _follow_level(self) -> None:
        self.evidence_row.set_shown(bool(self.level.currentData()))
        self._grow()

    def _grow(self) -> None:
        """Makes room for what came, as far as the screen has it."""
        layout = self.layout()
        assert layout is not None, "every dialog has one"
        self.column.settle()
        layout.activate()
        room = self.screen().availableGeometry().height()
        for_width = layout.totalHeightForWidth(max(self.width(), self.minimumWidth()))
        wanted = max(for_width, layout.totalSizeHint().height())
        if wanted > self.height():
            self.resize(self.width(), min(wanted, room))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._grow()

    @override
    def accept(self) -> None:
        made: list[str] = []
        if self._desk.do(lambda services: made.append(services.people.profiles.add(self._draft())), self._refuse):
            super().accept()
            for person_id in made:
                self.added.emit(person_id)

    @override
    def reject(self) -> None:
        if self.is_begun and not self._warned:
            self._warned = True
            self.show_problem(tr("Nobody is added yet. Escape once more leaves without adding."))
            self._grow()
            return
        super().reject()

    def _refuse(self, error: KnownError) -> None:
        sentence = say_error(error, tr)
        self.show_problem(sentence)
        self.name.setAccessibleDescription(sentence)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)


def _field(name: str, example: str, longest: int, parent: QWidget) -> TextField:
    field = TextField(name, example, parent)
    field.setMaxLength(longest)
    return field
