"""Whom one served on a day: one key, names with ticks, kept at once."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from scorecard.services.people.profiles import PersonDraft
from scorecard.services.services import Services
from scorecard.ui.desk import Desk
from scorecard.ui.scorecard_tab.served_dialog import ServedDialog
from scorecard.ui.scorecard_tab.tab import ScorecardTab
from tests.ui.conftest import TODAY, Choose, Person

YESTERDAY = date(2026, 11, 19)


@pytest.fixture
def user(choose: Choose, sit_down: Callable[[], Person]) -> Person:
    choose("Thank-yous")
    return sit_down()


@pytest.fixture
def people(user: Person) -> dict[str, str]:
    add = user.services.people.profiles.add
    return {name: add(PersonDraft(name, role=role)) for name, role in (("Ana Lima", "Team lead"), ("Neal Byrne", ""))}


def dialog(user: Person) -> ServedDialog:
    found = [one for one in user.tab.findChildren(ServedDialog) if one.isVisible()]
    assert len(found) == 1
    found[0].activateWindow()
    user.qtbot.waitUntil(found[0].isActiveWindow)
    return found[0]


def ask(user: Person, *keys: Qt.Key) -> ServedDialog:
    user.enter("Thank-yous")
    user.press(Qt.Key.Key_W)
    shown = dialog(user)
    for key in keys:
        QTest.keyClick(shown.search, key)
    return shown


def served(user: Person, day: date = TODAY) -> frozenset[str]:
    return user.services.people.served_on(day)


@pytest.mark.usefixtures("people")
def test_nobody_was_served_until_it_is_said(user: Person) -> None:
    assert user.tab.served is not None
    assert not user.tab.served.names.isVisibleTo(user.tab)
    assert served(user) == frozenset()


def test_w_a_letter_and_enter_say_whom(user: Person, people: dict[str, str]) -> None:
    ask(user, Qt.Key.Key_N, Qt.Key.Key_Return)

    assert served(user) == {people["Neal Byrne"]}
    assert user.tab.served is not None
    assert user.tab.served.names.text() == "Neal Byrne"


def test_the_same_again_takes_it_back(user: Person, people: dict[str, str]) -> None:
    shown = ask(user, Qt.Key.Key_N, Qt.Key.Key_Return)
    for key in (Qt.Key.Key_N, Qt.Key.Key_Return):
        QTest.keyClick(shown.search, key)

    assert served(user) == frozenset()


def test_undo_takes_it_back_too(user: Person, people: dict[str, str]) -> None:
    shown = ask(user, Qt.Key.Key_A, Qt.Key.Key_Return)
    QTest.keyClick(shown.search, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert served(user) == frozenset()
    assert shown.list.item(0).checkState() is Qt.CheckState.Unchecked


def test_it_is_said_of_the_day_that_is_shown(user: Person, people: dict[str, str]) -> None:
    user.tab.show_day(YESTERDAY)
    ask(user, Qt.Key.Key_A, Qt.Key.Key_Return)

    assert (served(user), served(user, YESTERDAY)) == (frozenset(), {people["Ana Lima"]})


def test_the_key_changes_no_value(user: Person, people: dict[str, str]) -> None:
    ask(user)
    assert user.entry("Thank-yous").mark == user.entry("Thank-yous", YESTERDAY).mark


def test_without_anybody_in_the_list_there_is_nothing_to_ask(user: Person) -> None:
    user.enter("Thank-yous")
    user.press(Qt.Key.Key_W)

    assert user.tab.served is None
    assert user.tab.findChildren(ServedDialog) == []


def test_while_the_program_starts_people_wait_until_the_promises_were_read(services: Services, qtbot: QtBot) -> None:
    services.people.profiles.add(PersonDraft("Ana Lima"))
    desk = Desk()
    tab = ScorecardTab(desk, services.scoring.page(TODAY))
    qtbot.addWidget(tab)
    desk.setParent(tab)

    desk.attach(services)
    assert tab.served is None

    tab.show_people()
    assert tab.served is not None
