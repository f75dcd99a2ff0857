"""What they got from it, how trust went over time, and where they are named."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from scorecard.domain.checkins import Subject
from scorecard.domain.measures import Direction, Kind, Terms
from scorecard.domain.profiles import PersonKind
from scorecard.domain.promises import Level
from scorecard.services.promises import PromiseDraft
from scorecard.services.searching import AnswerPlace, PromisePlace
from scorecard.services.services import Services
from scorecard.ui.people_tab.sections.checkins import CheckinsSection
from scorecard.ui.people_tab.sections.mentions import MentionsSection
from scorecard.ui.people_tab.sections.served import ServedSection, say_total
from scorecard.ui.reflection_tab.checkin_dialog import CheckinDialog
from scorecard.ui.reflection_tab.checkin_history import CheckinHistoryDialog
from tests.ui.conftest import FIRST_DAY, TODAY, Choose
from tests.ui.people_tab.between.conftest import Open, below, words_of

_Key = Qt.Key


def check_in(services: Services, name: str, value: int) -> None:
    trust = next(one for one in services.checkins.definitions().usable if one.id == "trust")
    answers = {factor.id: value for factor in trust.factors}
    services.checkins.save("trust", Subject.PERSON, name, answers, "She asked first")


def test_a_measure_is_chosen_and_its_sum_comes_after_the_page(
    services: Services, choose: Choose, read: Open, ana: str
) -> None:
    removed = choose("Roadblocks removed", Kind.COUNT, direction=Direction.TALLY)
    services.scoring.score(removed, TODAY, Decimal(31))
    reader = read(ServedSection)
    section = reader.section(ServedSection)
    assert section.hint.isVisible()
    section.choose.click()
    reader.choose("Roadblocks removed")

    assert words_of(section.lines) == ["Roadblocks removed"]
    of = services.people.of_measure(removed)
    assert of is not None
    assert of.id == ana
    reader.qtbot.waitUntil(lambda: below(section.lines) == ["31 since November"])

    services.scoring.score(removed, TODAY, Decimal(32))
    reader.qtbot.waitUntil(lambda: below(section.lines) == ["32 since November"])
    reader.go_to(section.lines)
    reader.press(_Key.Key_Delete)
    assert services.people.of_measure(removed) is None


def test_sums_are_said_in_their_units() -> None:
    hours = Terms(FIRST_DAY, Kind.DURATION, target=Decimal(60))
    assert say_total(hours, Decimal(90)) == "1:30 h"
    assert say_total(hours, Decimal(18_720)) == "312 h"
    assert say_total(Terms(FIRST_DAY, Kind.YES_NO), Decimal(12)) == "12"


def test_without_a_card_the_choice_says_so(read: Open) -> None:
    reader = read(ServedSection)
    reader.section(ServedSection).choose.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["No measure is on the card."]
    menu.close()


def test_the_latest_check_in_stands_with_its_factors_and_what_changed(services: Services, read: Open) -> None:
    reader = read(CheckinsSection)
    section = reader.section(CheckinsSection)
    assert section.hint.isVisible()
    check_in(services, "Ana López", 6)
    check_in(services, "Ana López", 8)

    (block,) = section.blocks.values()
    assert (block.name.text(), block.result.text()) == ("Trust", "4.0")
    assert len(block.factors.lines) == 5
    reader.qtbot.waitUntil(block.chart.isVisible)
    assert section.hint.isHidden()
    services.undoing.undo()
    services.undoing.undo()
    assert section.blocks == {}


def test_one_checks_in_about_them_from_their_page(read: Open, ana: str) -> None:
    reader = read(CheckinsSection)
    section = reader.section(CheckinsSection)
    section.begin.click()
    reader.choose("Trust")
    dialog = reader.front()
    assert isinstance(dialog, CheckinDialog)
    assert (dialog.subject.subject, dialog.subject.person_id) == (Subject.PERSON, ana)
    for row in dialog.ratings:
        row.setFocus()
        QTest.keyClick(dialog.focusWidget(), _Key.Key_7)
    dialog.primary.click()

    (series,) = [one for one in reader.stored.checkins if one.results]
    assert series.key.person_id == ana
    assert list(section.blocks) == [series.key]


def test_a_team_is_checked_in_about_as_a_team(services: Services, read: Open, ana: str) -> None:
    services.people.profiles.set_kind(ana, PersonKind.TEAM)
    reader = read(CheckinsSection)
    reader.section(CheckinsSection).begin.click()
    reader.choose("Organisational trust")
    dialog = reader.front()
    assert isinstance(dialog, CheckinDialog)
    assert (dialog.subject.subject, dialog.subject.person_id) == (Subject.TEAM, ana)


def test_again_and_all_results_are_one_click_away(services: Services, read: Open, ana: str) -> None:
    check_in(services, "Ana López", 6)
    reader = read(CheckinsSection)
    (block,) = reader.section(CheckinsSection).blocks.values()
    block.chart.click()
    history = reader.front()
    assert isinstance(history, CheckinHistoryDialog)
    history.close()
    block.start.click()
    dialog = reader.front()
    assert isinstance(dialog, CheckinDialog)
    assert dialog.subject.person_id == ana


@pytest.fixture
def named(services: Services) -> None:
    services.reflecting.write(TODAY, "moved", "Talked with @Ana López about the rollout")


def test_where_they_are_named_is_found_and_enter_opens_the_place(read: Open, named: None) -> None:
    reader = read(MentionsSection)
    section = reader.section(MentionsSection)
    reader.qtbot.waitUntil(lambda: words_of(section.lines) == ["Talked with @Ana López about the rollout"])
    assert section.lines.lines[0].aside == "Reflection · Fri 20 Nov 2026"
    reader.go_to(section.lines)
    reader.press(_Key.Key_Return)
    assert reader.places == [AnswerPlace(TODAY, "moved")]


def test_a_new_mention_comes_by_itself(services: Services, read: Open) -> None:
    reader = read(MentionsSection)
    section = reader.section(MentionsSection)
    reader.qtbot.waitUntil(lambda: section.settled)
    assert section.hint.text() == (
        "Write @Ana López in a reflection, a note or a promise, and it is found here."
    )  # fmt: skip
    made = services.promises.make(PromiseDraft("Ask @Ana López for a tester", Level.COMMITMENT))
    reader.qtbot.waitUntil(lambda: words_of(section.lines) == ["Ask @Ana López for a tester"])
    assert section.hint.isHidden()
    reader.go_to(section.lines)
    reader.press(_Key.Key_Return)
    assert reader.places == [PromisePlace(made)]
