"""The card "Promises by week": over a real store, walked along by keys, read out, and left out without promises."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from scorecard.charts.plot import Plot
from scorecard.domain.due import Due
from scorecard.domain.promises import Level, Outcome
from scorecard.domain.weeks import Week
from scorecard.services.promise_weeks import PromiseWeek
from scorecard.services.promises import PromiseDraft
from scorecard.services.services import Services
from scorecard.ui.progress_tab.chart_card import Face
from scorecard.ui.progress_tab.promise_canvas import PromiseCanvas
from scorecard.ui.progress_tab.promise_reading import read_promises
from scorecard.ui.progress_tab.promise_table import headings, table_rows
from scorecard.ui.progress_tab.sources import sources_of
from scorecard.ui.progress_tab.tab import ProgressTab
from scorecard.ui.theme.palette import palette_of
from scorecard.ui.theme.tokens import LIGHT
from tests.fake_clock import FixedClock

TODAY = date(2026, 11, 20)
WEEK = Week.of(TODAY)
BRITISH = QLocale("en_GB")

Promised = Callable[..., str]


@pytest.fixture
def promised(services: Services, clock: FixedClock) -> Promised:
    """A promise made four weeks ago and settled on `day`, in time unless it was broken."""
    start = clock.now()

    def promise(day: date, level: Level = Level.COMMITMENT, outcome: Outcome = Outcome.KEPT) -> str:
        clock.set(start - timedelta(days=28))
        promise_id = services.promises.make(PromiseDraft("Send the offer", level, Due.on(day)))
        clock.set(start - timedelta(days=(start.date() - day).days))
        strove = outcome is Outcome.KEPT if level is Level.GOOD_INTENTION else None
        services.promises.settle(promise_id, outcome, strove=strove)
        clock.set(start)
        return promise_id

    return promise


@pytest.fixture
def tab(services: Services, qtbot: QtBot) -> ProgressTab:
    """Attached to the store and not shown yet."""
    made = ProgressTab()
    qtbot.addWidget(made)
    made.setPalette(palette_of(LIGHT))
    made.resize(1180, 860)
    made.attach(sources_of(services))
    return made


@pytest.fixture
def canvas(promised: Promised, tab: ProgressTab, qtbot: QtBot) -> PromiseCanvas:
    """Of a tab that is shown; this week a commitment was kept and a best effort, one commitment broken last week."""
    promised(TODAY)
    promised(TODAY, Level.BEST_EFFORT)
    promised(WEEK.previous.monday, outcome=Outcome.BROKEN)
    with qtbot.waitSignal(tab.cards.promises.canvas.drawn, timeout=20_000):
        tab.show()
    made = tab.cards.promises.canvas
    qtbot.waitUntil(lambda: tab.filled and not made._stale and not made._settle.isActive())
    return made


def sentence(canvas: PromiseCanvas) -> str:
    """What is read out of the week that the keyboard is on."""
    interface = QAccessible.queryAccessibleInterface(canvas)
    return interface.text(QAccessible.Text.Description)


def focus(canvas: PromiseCanvas, qtbot: QtBot) -> None:
    canvas.window().activateWindow()
    canvas.setFocus()
    qtbot.waitUntil(canvas.hasFocus)


def test_without_any_promise_the_card_is_left_out(tab: ProgressTab, qtbot: QtBot) -> None:
    tab.show()
    qtbot.waitExposed(tab)
    assert not tab.cards.promises.isVisible()


def test_a_first_promise_brings_the_card_which_says_that_nothing_came_due(
    tab: ProgressTab, services: Services, qtbot: QtBot
) -> None:
    tab.show()
    qtbot.waitExposed(tab)
    services.promises.make(PromiseDraft("Send the offer", Level.COMMITMENT, Due.on(TODAY)))
    tab.follow(None)
    qtbot.waitUntil(lambda: tab.filled)
    assert tab.cards.promises.isVisible()
    assert tab.cards.promises.face is Face.EMPTY
    assert tab.cards.promises.empty.text() == "No promises came due in these weeks."
    assert not tab.cards.promises.toggle.isVisible()


def test_the_chart_shows_what_the_store_counts(canvas: PromiseCanvas, tab: ProgressTab) -> None:
    assert tab.cards.promises.face is Face.CHART
    assert canvas._reading is not None
    columns = canvas._reading.picture.columns
    assert len(columns) == 10
    assert [(column.label, column.kept, column.missed) for column in columns[-2:]] == [
        ("46", (0, 0, 0), 1),
        ("47", (1, 1, 0), 0),
    ]
    assert [column.present for column in columns] == [False] * 9 + [True]


def test_the_chart_ends_with_the_week_that_is_shown(canvas: PromiseCanvas, tab: ProgressTab, qtbot: QtBot) -> None:
    tab.go_by(-1)
    qtbot.waitUntil(lambda: tab.filled)
    assert canvas.accessibleName() == "Promises by week, Weeks 37 to 46"
    reading = canvas._reading
    assert reading is not None
    assert reading.keys[-1] == WEEK.previous
    assert not any(column.present for column in reading.picture.columns)


def test_keys_walk_along_the_weeks_and_each_is_read_out(canvas: PromiseCanvas, qtbot: QtBot) -> None:
    focus(canvas, qtbot)
    assert canvas.cursor_week == WEEK
    assert sentence(canvas).startswith("Week 47 · 16–22 November · this week · kept: 1 commitment")
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    assert sentence(canvas).startswith("Week 46 · 9–15 November · missed: 1 commitment")
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    assert sentence(canvas).startswith("Week 45 · 2–8 November · no promise came due. ")
    QTest.keyClick(canvas, Qt.Key.Key_Home)
    assert canvas.cursor_week is not None
    assert canvas.cursor_week.number == 38


def test_the_whole_chart_is_said_level_by_level(canvas: PromiseCanvas) -> None:
    assert sentence(canvas) == "Commitments: 1 kept, 1 missed · Best efforts: 1 kept, 0 missed"


def test_pointing_at_a_week_marks_it_and_draws_no_new_picture(canvas: PromiseCanvas, qtbot: QtBot) -> None:
    drawn: list[str] = []
    canvas.drawn.connect(lambda: drawn.append("drawn"))
    before = canvas.grab().toImage()
    plot = canvas.places()
    assert isinstance(plot, Plot)
    QTest.mouseMove(canvas, QPoint(round(plot.centre(8)), canvas.height() // 2))
    assert canvas.grab().toImage() != before
    QTest.mouseMove(canvas, QPoint(2, 20))
    assert canvas.grab().toImage() == before
    assert drawn == []


def test_the_same_numbers_stand_in_a_table_that_can_be_copied(canvas: PromiseCanvas, tab: ProgressTab) -> None:
    card = tab.cards.promises
    assert card.toggle.accessibleDescription() == "Promises by week"
    card.toggle.click()
    assert card.table.isVisible()
    card.table.selectRow(0)
    QTest.keyClick(card.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == (
        "Week\tCommitments kept\tmissed\tBest efforts kept\tmissed\tGood intentions kept\tmissed\n"
        "Week 47 · 16–22 November\t1\t0\t1\t0\t0\t0"
    )
    card.toggle.click()
    assert canvas.isVisible()


def test_the_table_tells_what_was_missed_on_each_level() -> None:
    missed = {Level.COMMITMENT: 1, Level.BEST_EFFORT: 2, Level.GOOD_INTENTION: 3}
    week = PromiseWeek(WEEK, dict.fromkeys(Level, 0), missed)
    (row,) = table_rows([week], TODAY, BRITISH)
    told = dict(zip(range(7), zip(headings(), row, strict=True), strict=True))
    assert [told[n] for n in (2, 4, 6)] == [("missed", "1"), ("missed", "2"), ("missed", "3")]


def test_what_was_missed_is_one_part_of_the_bar_and_told_by_level_in_words() -> None:
    missed = {Level.COMMITMENT: 1, Level.BEST_EFFORT: 0, Level.GOOD_INTENTION: 2}
    week = PromiseWeek(WEEK.previous, dict.fromkeys(Level, 0), missed)
    reading = read_promises([week], TODAY, BRITISH)
    assert reading.picture.columns[0].missed == 3
    assert reading.sentences[0].startswith("Week 46 · 9–15 November · missed: 1 commitment")
    assert " and 2 good intention" in reading.sentences[0]


def test_from_right_to_left_the_latest_week_is_at_the_left(promised: Promised, tab: ProgressTab, qtbot: QtBot) -> None:
    promised(TODAY)
    tab.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    with qtbot.waitSignal(tab.cards.promises.canvas.drawn, timeout=20_000):
        tab.show()
    plot = tab.cards.promises.canvas.places()
    assert isinstance(plot, Plot)
    assert plot.centre(9) < plot.centre(0)
    focus(tab.cards.promises.canvas, qtbot)
    QTest.keyClick(tab.cards.promises.canvas, Qt.Key.Key_Right)
    assert tab.cards.promises.canvas.cursor_week == WEEK.previous


def test_the_tab_reaches_the_table_by_scrolling(canvas: PromiseCanvas, tab: ProgressTab, qtbot: QtBot) -> None:
    tab.resize(1024, 540)
    tab.cards.promises.toggle.click()
    table = tab.cards.promises.table
    qtbot.waitUntil(lambda: table.height() >= table.sizeHint().height())
    assert table.verticalScrollBar().maximum() == 0
