"""The page of a person: its sections, below each other or in two columns."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scorecard.domain.changes import Change
from scorecard.overriding import override
from scorecard.ui.desk import Desk
from scorecard.ui.people_tab.section import Section
from scorecard.ui.theme.tokens import GAP_WIDE
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.side_by_side import SideBySide

if TYPE_CHECKING:
    from scorecard.services.people.person_page import PersonPage

_WIDE_FROM = 720
_SHOWN_TOO = frozenset({"checkin", "measure", "terms"})  # of measures: their names and targets


class PersonPageView(QWidget):
    """Reads the page of one person and renews it as it changes. `gone`: there is no such person any more."""

    person_asked = Signal(str)
    place_asked = Signal(object)
    gone = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._person_id: str | None = None
        self._stale = False
        self.page: PersonPage | None = None
        above, first, second = QWidget(), QWidget(), QWidget()
        self.sections = (
            *_filled(above, desk, _above()),
            *_filled(first, desk, _first_column()),
            *_filled(second, desk, _second_column()),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, GAP_WIDE) - 4)
        column.addWidget(above)
        column.addWidget(SideBySide(first, second, (1, 1), _WIDE_FROM, self), 1)
        for section in self.sections:
            section.person_asked.connect(self.person_asked)
            section.saving_asked.connect(self.flush)
            section.place_asked.connect(self.place_asked)
        desk.changed.connect(self._follow)
        desk.attached.connect(self.refresh)

    @property
    def person_id(self) -> str | None:
        return self._person_id

    def show_person(self, person_id: str | None) -> None:
        """What was being written belongs to whom it was written about, and is saved first."""
        if person_id != self._person_id and self.flush():
            self._person_id = person_id
            self.refresh()

    def section_with(self, table: str) -> Section | None:
        """Where the rows of a table are shown."""
        return next((section for section in self.sections if table in section.tables), None)

    def refresh(self) -> None:
        self._stale = True
        if self.isVisible():
            self._read()

    def flush(self) -> bool:
        saved = [section.flush() for section in self.sections]  # each one, whatever the others
        return all(saved)

    def unsaved_text(self) -> str:
        return "\n\n".join(text for section in self.sections if (text := section.unsaved_text()))

    def give_up_text(self) -> None:
        for section in self.sections:
            section.give_up_text()

    def _read(self) -> None:
        person_id = self._person_id
        if person_id is None:
            return
        found = self._desk.ask(lambda services: (services.people.page(person_id),))
        if found is None:
            return
        self._stale = False
        self.page = found[0]
        if self.page is None:
            self._person_id = None
            self.gone.emit()
            return
        self._person_id = self.page.person.id  # somebody merged is shown as whom they are now
        for section in self.sections:
            section.show_page(self.page)

    def _follow(self, change: Change) -> None:
        if change.touches_people() or change.touches_promises() or change.topics & _SHOWN_TOO:
            self.refresh()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._read()


def _filled(column: QWidget, desk: Desk, kinds: tuple[Callable[[Desk, QWidget], Section], ...]) -> list[Section]:
    sections = [kind(desk, column) for kind in kinds]
    rows = QVBoxLayout(column)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(px(column, GAP_WIDE) - 4)
    for section in sections:
        rows.addWidget(section)
    rows.addStretch(1)
    return sections


def _above() -> tuple[Callable[[Desk, QWidget], Section], ...]:
    """Who it is, over both columns. Imported when a page is first looked at, as all sections are."""
    from scorecard.ui.people_tab.sections.head import HeadSection

    return (HeadSection,)


def _first_column() -> tuple[Callable[[Desk, QWidget], Section], ...]:
    """What one knows of them."""
    from scorecard.ui.people_tab.sections.concerns import ConcernsSection
    from scorecard.ui.people_tab.sections.level import LevelSection
    from scorecard.ui.people_tab.sections.notes import NotesSection
    from scorecard.ui.people_tab.sections.script import ScriptSection
    from scorecard.ui.people_tab.sections.team import TeamSection

    return LevelSection, ConcernsSection, ScriptSection, TeamSection, NotesSection


def _second_column() -> tuple[Callable[[Desk, QWidget], Section], ...]:
    """What is between us."""
    from scorecard.ui.people_tab.sections.checkins import CheckinsSection
    from scorecard.ui.people_tab.sections.helps import HelpsSection
    from scorecard.ui.people_tab.sections.intents import IntentsSection
    from scorecard.ui.people_tab.sections.mentions import MentionsSection
    from scorecard.ui.people_tab.sections.promises import PromisesSection
    from scorecard.ui.people_tab.sections.served import ServedSection
    from scorecard.ui.people_tab.sections.touches import TouchesSection

    return (
        PromisesSection, TouchesSection, HelpsSection, IntentsSection, ServedSection, CheckinsSection, MentionsSection
    )  # fmt: skip
