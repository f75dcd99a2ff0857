"""Quality reviews that are due: a quiet line on the day, until they are done."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from scorecard.domain.profiles import PersonKind
from scorecard.services.people.profiles import PersonDraft
from tests.ui.conftest import TODAY, Choose, Person


@pytest.fixture
def user(choose: Choose, sit_down: Callable[[], Person]) -> Person:
    choose("Thank-yous")
    return sit_down()


def due(user: Person, name: str, day: date | None) -> str:
    profiles = user.services.people.profiles
    made = profiles.add(PersonDraft(name, kind=PersonKind.TEAM))
    profiles.set_review_day(made, day)
    return made


def lines(user: Person) -> list[str]:
    card = user.tab.reviews
    seen = card is not None and card.isVisible()
    return [line.accessibleName() for line in card.lines if line.isVisible()] if card is not None and seen else []


def test_nothing_is_said_before_the_day(user: Person) -> None:
    due(user, "Ana's team", TODAY + timedelta(days=1))
    assert user.tab.reviews is None


def test_a_review_stands_there_from_its_day_on_until_it_is_done(user: Person) -> None:
    team = due(user, "Ana's team", TODAY)
    due(user, "Neal & Co", TODAY - timedelta(days=4))
    assert lines(user) == [
        "Quality review with Neal & Co, due since Mon 16 Nov", "Quality review with Ana's team today",
    ]  # fmt: skip
    user.services.people.profiles.set_review_day(team, TODAY + timedelta(days=90))
    assert len(lines(user)) == 1
    user.services.undoing.undo()
    assert len(lines(user)) == 2


def test_a_click_or_enter_asks_for_the_page_of_who_it_is(user: Person) -> None:
    team = due(user, "Ana's team", TODAY)
    asked: list[object] = []
    user.tab.person_asked.connect(asked.append)
    card = user.tab.reviews
    assert card is not None
    QTest.mouseClick(card.lines[0], Qt.MouseButton.LeftButton)
    card.lines[0].setFocus()
    user.press(Qt.Key.Key_Return)
    assert asked == [team, team]


def test_only_today_says_it(user: Person) -> None:
    due(user, "Ana's team", TODAY)
    user.tab.show_day(TODAY - timedelta(days=1))
    user.qtbot.waitUntil(lambda: lines(user) == [])
    user.tab.show_day(TODAY)
    user.qtbot.waitUntil(lambda: len(lines(user)) == 1)


def test_many_are_not_listed_at_length(user: Person) -> None:
    for number in range(5):
        due(user, f"Team {number}", TODAY)
    card = user.tab.reviews
    assert card is not None
    assert len(lines(user)) == 3
    asked: list[object] = []
    user.tab.person_asked.connect(asked.append)
    card.more.click()
    assert asked == [None]
