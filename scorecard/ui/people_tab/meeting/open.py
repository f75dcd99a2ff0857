"""The way to the page before a meeting, from the list, the page of a person, or a menu."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from scorecard.ui.desk import Desk


def open_meeting(desk: Desk, person_id: str, parent: QWidget) -> None:
    """Opens it; nothing happens when there is no such person any more."""
    from scorecard.ui.people_tab.meeting.dialog import MeetingDialog

    meeting = desk.ask(lambda services: services.people.before_meeting(person_id))
    if meeting is not None:
        MeetingDialog(desk, meeting, parent).open()
