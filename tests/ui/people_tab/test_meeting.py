"""The page before a meeting tells what is known, and three keys keep what the meeting brought."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from scorecard.domain.profiles import PersonField
from scorecard.domain.promises import Level
from scorecard.domain.relations import RelationLevel
from scorecard.services.people.profiles import PersonDraft
from scorecard.services.promises import PromiseDraft
from scorecard.services.services import Services
from scorecard.ui.desk import Desk
from scorecard.ui.people_tab.meeting.dialog import MeetingDialog
from scorecard.ui.people_tab.meeting.open import open_meeting

TODAY = date(2026, 11, 20)


@pytest.fixture
def ana(services: Services) -> str:
    return services.people.profiles.add(PersonDraft("Ana Lima", role="Team lead", organisation="Acme"))


@pytest.fixture
def desk(services: Services, qapp: QApplication) -> Desk:
    del qapp
    desk = Desk()
    desk.attach(services)
    return desk


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def meet(desk: Desk, ana: str, window: QWidget) -> Callable[[], MeetingDialog]:
    def open_it() -> MeetingDialog:
        open_meeting(desk, ana, window)
        dialog = window.findChild(MeetingDialog)
        assert isinstance(dialog, MeetingDialog)
        return dialog

    return open_it


@pytest.fixture
def meeting(meet: Callable[[], MeetingDialog]) -> MeetingDialog:
    return meet()


def press(dialog: MeetingDialog, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(dialog.focusWidget() or dialog, key)


def write(dialog: MeetingDialog, words: str) -> None:
    QTest.keyClicks(dialog.focusWidget() or dialog, words)
    press(dialog, Qt.Key.Key_Return)


def lines(dialog: MeetingDialog) -> str:
    dialog.copy.click()
    return QApplication.clipboard().text()


def test_it_says_all_that_is_known_and_nothing_of_what_is_not(
    services: Services, ana: str, meet: Callable[[], MeetingDialog]
) -> None:
    people = services.people
    people.relations.step(ana, RelationLevel.CONSULTANT, "She asked first")
    people.profiles.write(ana, PersonField.IMPORTANT, "Go live in spring")
    people.owed.make(ana, "Name a tester", date(2026, 11, 18), date(2026, 11, 10))
    services.promises.make(PromiseDraft("Send the estimates", Level.COMMITMENT, to_whom="Ana Lima", person_id=ana))

    said = lines(meet())

    assert said.startswith("Ana Lima\nTeam lead · Acme · Consultant\n")
    assert "What is important: Go live in spring" in said
    assert "Name a tester · due Wed 18 Nov · overdue" in said
    assert "Send the estimates · Commitment" in said
    assert "What should happen next:" not in said
    assert "One question\n" in said


def test_what_the_user_wants_to_ask_is_the_question(
    services: Services, ana: str, meet: Callable[[], MeetingDialog]
) -> None:
    services.people.profiles.write(ana, PersonField.ASK_NEXT, "How was the move?")
    assert meet().question.text() == "How was the move?"


def test_t_and_enter_log_a_touch(services: Services, ana: str, meeting: MeetingDialog) -> None:
    press(meeting, Qt.Key.Key_T, Qt.Key.Key_Return)

    (touch,) = services.people.page(ana).touches  # type: ignore[union-attr]
    assert (touch.day, touch.way, touch.note, touch.present) == (TODAY, "met", "", None)
    assert not meeting.after.writing


def test_h_keeps_how_one_can_help(services: Services, ana: str, meeting: MeetingDialog) -> None:
    press(meeting, Qt.Key.Key_H)
    write(meeting, "A tester who knows the old system")

    (offered,) = services.people.page(ana).helps  # type: ignore[union-attr]
    assert offered.answer == "A tester who knows the old system"
    assert "They said I could help by\n- A tester who knows the old system" in lines(meeting)


def test_p_makes_a_promise_to_them_as_the_line_is_read(services: Services, ana: str, meeting: MeetingDialog) -> None:
    press(meeting, Qt.Key.Key_P)
    write(meeting, "Send the estimates tomorrow !commitment")

    (made,) = services.promises.book().promises.values()
    assert (made.words, made.level, made.person_id) == ("Send the estimates", Level.COMMITMENT, ana)
    assert made.due is not None
    assert made.due.first_day == date(2026, 11, 21)
    assert "Send the estimates · Commitment · Tomorrow" in meeting.after.done.text()


def test_undo_takes_back_what_was_kept(services: Services, ana: str, meeting: MeetingDialog) -> None:
    press(meeting, Qt.Key.Key_T, Qt.Key.Key_Return)
    QTest.keyClick(meeting, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert services.people.page(ana).touches == ()  # type: ignore[union-attr]


def test_escape_leaves_the_line_before_it_leaves_the_page(meeting: MeetingDialog) -> None:
    press(meeting, Qt.Key.Key_H)
    assert meeting.after.writing
    press(meeting, Qt.Key.Key_Escape)
    assert (meeting.after.writing, meeting.isVisible()) == (False, True)
    press(meeting, Qt.Key.Key_Escape)
    assert not meeting.isVisible()


def test_a_line_without_words_promises_nothing(services: Services, meeting: MeetingDialog) -> None:
    press(meeting, Qt.Key.Key_P, Qt.Key.Key_Return)
    assert services.promises.book().promises == {}
    assert meeting.after.writing


def test_somebody_deleted_meanwhile_is_not_met(desk: Desk, window: QWidget) -> None:
    open_meeting(desk, "nobody", window)
    assert window.findChild(MeetingDialog) is None
