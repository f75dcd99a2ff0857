"""The card "Tomorrow I will …": what was adjusted, what came of it, and nothing concluded from too little."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from scorecard.domain.marks import Entry, Scored
from scorecard.domain.measures import Kind, Measure, Terms
from scorecard.domain.periods import Length, Period
from scorecard.domain.reflections import Adjustment
from scorecard.services.services import Services
from scorecard.ui.progress_tab.adjustments_card import AT_FIRST, MORE, AdjustmentsCard, Face
from scorecard.ui.theme.palette import palette_of
from scorecard.ui.theme.tokens import LIGHT
from tests.services.progress.grids import history_of_entries

TODAY = date(2026, 11, 20)
FIRST = TODAY - timedelta(days=119)
BRITISH = QLocale("en_GB")
YEAR = Period.of(Length.YEAR, TODAY)
TURN = TODAY - timedelta(days=30)
CALLS = Measure("m0", "Calls", (Terms(FIRST, Kind.COUNT, target=Decimal(4)),))
LIFE = history_of_entries(
    [CALLS],
    [
        Entry("m0", day, Scored(Decimal(3 if day > TURN else 1)))
        for day in (FIRST + timedelta(days=n) for n in range(120))
    ],
    FIRST,
    TODAY,
)


def ago(days: int, words: str = "call first", tried: bool | None = True, helped: bool | None = None) -> Adjustment:
    return Adjustment(TODAY - timedelta(days=days), words, TODAY, tried, helped, ("m0",))


def many(number: int) -> list[Adjustment]:
    return [Adjustment(TODAY - timedelta(days=n), f"number {n}") for n in range(number)]


@pytest.fixture
def card(qtbot: QtBot) -> AdjustmentsCard:
    made = AdjustmentsCard()
    qtbot.addWidget(made)
    made.setPalette(palette_of(LIGHT))
    made.resize(1000, 500)
    made.show()
    return made


def show(card: AdjustmentsCard, adjustments: Sequence[Adjustment], period: Period = YEAR) -> AdjustmentsCard:
    card.show_adjustments(adjustments, LIFE, period, BRITISH)
    return card


def filled(card: AdjustmentsCard, qtbot: QtBot, number: int) -> None:
    qtbot.waitUntil(lambda: len(card.lines) == number)


def test_words_day_and_what_came_of_it(card: AdjustmentsCard, qtbot: QtBot) -> None:
    show(card, [ago(2, tried=False), ago(30, helped=True), ago(31, helped=False), ago(1, tried=None)])
    filled(card, qtbot, 4)
    assert [line.saying.note for line in card.lines] == [
        "Thu 19 November · not said yet",
        "Wed 18 November · not tried",
        "Wed 21 October · tried, and it helped",
        "Tue 20 October · tried, and it did not help",
    ]
    assert "“call first”" in card.lines[0].text()
    assert card.right_label.text().startswith("4 adjustment")


def test_a_clear_change_is_called_so_and_another_is_not(card: AdjustmentsCard, qtbot: QtBot) -> None:
    show(card, [ago(30), ago(60)])
    filled(card, qtbot, 2)
    clear, still = card.lines
    assert clear.saying.below == "Calls: 25% before, 75% after (n 14 and 14), a clear change"
    assert still.saying.below == "Calls: 25% before, 25% after (n 14 and 14), no clear change"
    assert "permutation test, seed 1, p below 0.001" in clear.toolTip()
    assert "permutation test" in clear.accessibleDescription()


def test_from_too_few_days_nothing_is_concluded(card: AdjustmentsCard, qtbot: QtBot) -> None:
    show(card, [ago(2), Adjustment(FIRST + timedelta(days=1), "x", measures=("m0",))])
    filled(card, qtbot, 2)
    assert card.lines[0].saying.below == "Calls: nothing can be concluded yet (n 14 and 2)"
    assert card.lines[1].saying.below == "Calls: nothing can be concluded (n 2 and 14)"
    assert "needed on each side" in card.lines[0].toolTip()


def test_enter_leads_to_the_reflection_of_that_day(card: AdjustmentsCard, qtbot: QtBot) -> None:
    show(card, [ago(3)])
    filled(card, qtbot, 1)
    card.lines[0].setFocus()
    with qtbot.waitSignal(card.reflection_chosen) as chosen:
        QTest.keyClick(card.lines[0], Qt.Key.Key_Return)
    assert chosen.args == [TODAY - timedelta(days=3)]


def test_of_many_the_latest_are_shown_and_the_others_on_demand(card: AdjustmentsCard, qtbot: QtBot) -> None:
    show(card, many(AT_FIRST + MORE + 12))
    filled(card, qtbot, AT_FIRST)
    assert card.more.text() == f"… and {MORE + 12} more"
    qtbot.mouseClick(card.more, Qt.MouseButton.LeftButton)
    filled(card, qtbot, AT_FIRST + MORE)
    assert card.more.text() == "… and 12 more"
    qtbot.mouseClick(card.more, Qt.MouseButton.LeftButton)
    filled(card, qtbot, AT_FIRST + MORE + 12)
    assert not card.more.isVisible()


def test_the_period_is_kept_to_and_an_empty_one_says_what_belongs_here(card: AdjustmentsCard, qtbot: QtBot) -> None:
    september = Period.of(Length.MONTH, date(2026, 9, 1))
    show(card, [ago(3), ago(60)], september)
    filled(card, qtbot, 1)
    show(card, [ago(3)], september)
    assert card.face is Face.EMPTY
    assert card.empty.isVisible()
    assert not card.toggle.isVisible()


def test_as_a_table_it_can_be_copied(card: AdjustmentsCard, qtbot: QtBot) -> None:
    show(card, [ago(30, helped=True), Adjustment(TODAY, "rest")])
    filled(card, qtbot, 2)
    qtbot.mouseClick(card.toggle, Qt.MouseButton.LeftButton)
    assert card.face is Face.TABLE
    card.table.copy()
    _, first, second = (line.split("\t") for line in QGuiApplication.clipboard().text().splitlines())
    assert first == ["Fri 20 November", "rest", "not said yet", "", "", "", "", ""]
    assert second == [
        "Wed 21 October", "call first", "tried, and it helped", "Calls", "25%", "75%", "14 and 14", "a clear change",
    ]  # fmt: skip
    qtbot.mouseClick(card.toggle, Qt.MouseButton.LeftButton)
    assert card.face is Face.LIST


def test_the_same_again_changes_nothing_and_the_keyboard_stays(card: AdjustmentsCard, qtbot: QtBot) -> None:
    adjustments = [ago(3), ago(4)]
    show(card, adjustments)
    filled(card, qtbot, 2)
    first = card.lines[0]
    show(card, adjustments)
    assert card.lines[0] is first


def test_the_adjustments_of_a_stretch_come_out_of_the_store_in_one_go(services: Services) -> None:
    for days in (1, 40):
        services.reflecting.write(TODAY - timedelta(days=days), "tomorrow", f"words of {days}")
    found = services.reflecting.adjustments_between(TODAY - timedelta(days=10), TODAY)
    assert [one.words for one in found] == ["words of 1"]
