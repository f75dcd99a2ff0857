"""Checking in about somebody: which check-ins there are for them, and the dialog with them as its subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from scorecard.domain.checkins import Definition, Subject
from scorecard.domain.people import Person
from scorecard.ui.desk import Desk

if TYPE_CHECKING:
    from scorecard.services.people.person_page import PersonPage
    from scorecard.ui.reflection_tab.checkin_dialog import CheckinDialog


def subject_of(page: PersonPage) -> Subject:
    return Subject.TEAM if page.row.is_team else Subject.PERSON


def definitions_for(desk: Desk, page: PersonPage) -> tuple[Definition, ...]:
    """Those that may be about them."""
    found = desk.ask(lambda services: services.checkins.definitions())
    subject = subject_of(page)
    return tuple(one for one in found.usable if subject in one.subjects) if found is not None else ()


def open_checkin(desk: Desk, definition: Definition, subject: Subject, person: Person, parent: QWidget) -> None:
    dialog = checkin_dialog(desk, definition, subject, person, parent)
    if dialog is not None:
        dialog.open()


def checkin_dialog(
    desk: Desk, definition: Definition, subject: Subject, person: Person, parent: QWidget
) -> CheckinDialog | None:
    from scorecard.domain.records import Record
    from scorecard.services.checkin_page import Series, SeriesKey
    from scorecard.ui.reflection_tab.checkin_dialog import CheckinDialog

    page = desk.ask(lambda services: services.checkins.card())
    if page is None:
        return None
    key = SeriesKey(definition.id, subject, person.id)
    fresh = Series(key, definition.name, definition, person.name, (), Record(0, 0))
    return CheckinDialog(desk, parent, page, page.get(key) or fresh)
