"""The card "Felt against counted": said in words, walked along by keys, opened by a click, and as a table."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from scorecard.charts.feeling_picture import Side
from scorecard.domain.periods import Length, Period
from scorecard.services.progress.feeling import feeling_of
from scorecard.services.progress.felt import Feeling
from scorecard.services.progress.history import History
from scorecard.ui.progress_tab.chart_card import Face
from scorecard.ui.progress_tab.feeling_card import FeelingCard
from scorecard.ui.progress_tab.feeling_reading import read_feeling
from scorecard.ui.progress_tab.feeling_table import day_headings, grade_headings, table_rows
from scorecard.ui.progress_tab.feeling_wording import legend_words, summary_words
from scorecard.ui.theme.palette import palette_of
from scorecard.ui.theme.tokens import LIGHT
from tests.sample.scored import days_from, scored

TODAY = date(2026, 11, 20)
BRITISH = QLocale("en_GB")
NOVEMBER = Period.of(Length.MONTH, TODAY)
YEAR = Period.of(Length.YEAR, TODAY)


def nov(day: int) -> date:
    return date(2026, 11, day)


LIFE = scored(days_from(nov(9), 92, 78, 54, None, 84, 84), TODAY, remembered=[nov(11)])
FELT = {nov(9): "A−", nov(10): "B", nov(11): "D", nov(12): "A", nov(13): "C", nov(14): "C"}
MANY = scored({TODAY - timedelta(days=n): 40 + n % 61 for n in range(300)}, TODAY)
MANY_FELT = {TODAY - timedelta(days=n): "B" for n in range(300)}


def feeling(history: History = LIFE, felt: dict[date, str] = FELT, period: Period = NOVEMBER) -> Feeling:
    return feeling_of(history, felt, period)


@pytest.fixture
def card(qtbot: QtBot) -> FeelingCard:
    made = FeelingCard()
    qtbot.addWidget(made)
    made.setPalette(palette_of(LIGHT))
    made.resize(560, 400)
    return made


def shown(card: FeelingCard, qtbot: QtBot) -> FeelingCard:
    with qtbot.waitSignal(card.canvas.drawn, timeout=20_000):
        card.show_feelings(LIFE, FELT, NOVEMBER, BRITISH)
        card.show()
    return card


def place_of(card: FeelingCard, n: int) -> QPoint:
    layout = card.canvas._chart.layout
    x, y = layout.centre(layout.spots[n])
    return QPoint(round(x), round(card.canvas.height() - y))


def focus(card: FeelingCard, qtbot: QtBot) -> None:
    card.window().activateWindow()
    card.canvas.setFocus()
    qtbot.waitUntil(card.canvas.hasFocus)


def test_both_sides_are_said_with_the_number_of_days() -> None:
    words = summary_words(feeling(), BRITISH)
    assert words.startswith("Felt better than counted on 2 of 5 day")
    assert ", worse on 2. 1 day" in words
    assert "no score" in words
    assert "test" not in words


def test_more_is_claimed_only_when_the_test_says_so() -> None:
    clear = replace(feeling(), better=20, worse=3, p=0.0005)
    assert "More often better than worse (sign test, p below 0.001)." in summary_words(clear, BRITISH)
    assert "More often worse than better" in summary_words(replace(clear, better=3, worse=20), BRITISH)
    assert "More often" not in summary_words(replace(clear, p=0.05), BRITISH)


def test_a_spot_is_said_with_its_day_its_grade_and_its_score() -> None:
    said = read_feeling(feeling(), BRITISH).sentences
    assert said[0] == "Wed 11 November · felt D · counted 54 · felt better than counted · from memory"
    assert said[-1] == "Mon 9 November · felt A− · counted 92 · felt as counted"
    assert said[2].endswith("the latest Sat 14 November · felt C · counted 84 · felt worse than counted")
    assert said[2].startswith("2 day")


def test_the_picture_has_the_sides_and_what_is_hollow() -> None:
    spots = read_feeling(feeling(), BRITISH).picture.spots
    assert [(spot.side, spot.n, spot.hollow) for spot in spots] == [
        (Side.ABOVE, 1, True), (Side.ABOVE, 1, False), (Side.BELOW, 2, False), (Side.ON, 1, False),
    ]  # fmt: skip
    assert read_feeling(feeling(), BRITISH).picture.bounds[0] == "60"


def test_the_legend_says_what_is_drawn_and_nothing_else() -> None:
    assert legend_words(feeling()) == "Shaded: felt as counted · outlined: from memory · larger: several days"
    assert legend_words(feeling(felt={nov(9): "A"})) == "Shaded: felt as counted"


def test_the_card_names_its_period_and_its_number_of_days(card: FeelingCard, qtbot: QtBot) -> None:
    shown(card, qtbot)
    assert card.canvas.accessibleName() == "Felt against counted, November 2026"
    assert card.right_label.text().startswith("5 day")
    assert card.summary.text() == summary_words(feeling(), BRITISH)


def test_a_click_opens_the_day_and_of_several_the_latest(card: FeelingCard, qtbot: QtBot) -> None:
    shown(card, qtbot)
    for n, day in ((0, nov(11)), (2, nov(14))):
        with qtbot.waitSignal(card.day_chosen) as chosen:
            qtbot.mouseClick(card.canvas, Qt.MouseButton.LeftButton, pos=place_of(card, n))
        assert chosen.args == [day]


def test_keys_walk_from_the_latest_day_and_enter_opens(card: FeelingCard, qtbot: QtBot) -> None:
    shown(card, qtbot)
    focus(card, qtbot)
    assert "Sat 14 November" in card.canvas.accessibleDescription()
    for key, words in (
        (Qt.Key.Key_Left, "Tue 10 November"),
        (Qt.Key.Key_Down, "Sat 14 November"),
        (Qt.Key.Key_End, "Mon 9 November"),
        (Qt.Key.Key_Home, "Wed 11 November"),
        (Qt.Key.Key_Up, "Sat 14 November"),
    ):
        qtbot.keyClick(card.canvas, key)
        assert words in card.canvas.accessibleDescription()
    with qtbot.waitSignal(card.day_chosen) as chosen:
        qtbot.keyClick(card.canvas, Qt.Key.Key_Return)
    assert chosen.args == [nov(14)]


def test_pointing_draws_no_new_picture(card: FeelingCard, qtbot: QtBot) -> None:
    shown(card, qtbot)
    drawn: list[str] = []
    card.canvas.drawn.connect(lambda: drawn.append("drawn"))
    before = card.canvas.grab().toImage()
    QTest.mouseMove(card.canvas, place_of(card, 1))
    assert card.canvas.grab().toImage() != before
    assert drawn == []


def test_the_table_of_a_month_has_its_days_also_those_without_a_score() -> None:
    rows = table_rows(feeling(), BRITISH)
    assert rows[0] == ("Mon 9 November", "A−", "92", "0", "felt as counted")
    assert rows[1] == ("Tue 10 November", "B", "78", "+5", "felt better than counted")
    assert rows[2] == ("Wed 11 November", "D", "54", "+6", "felt better than counted, from memory")
    assert rows[3] == ("Thu 12 November", "A", "", "", "no score")
    assert rows[4] == ("Fri 13 November", "C", "84", "−8", "felt worse than counted")


def test_the_table_of_a_year_has_its_grades(card: FeelingCard, qtbot: QtBot) -> None:
    shown(card, qtbot)
    qtbot.mouseClick(card.toggle, Qt.MouseButton.LeftButton)
    assert card.face is Face.TABLE
    card.show_feelings(MANY, MANY_FELT, YEAR, BRITISH)
    card.table.copy()
    headings, row = (line.split("\t") for line in QGuiApplication.clipboard().text().splitlines())
    assert headings == list(grade_headings())
    assert row[:2] == ["B", "300"]
    card.show_feelings(LIFE, FELT, NOVEMBER, BRITISH)
    assert card.table.columnCount() == len(day_headings())
    assert card.table.rowCount() == 6


def test_without_a_grade_it_says_where_one_is_given(card: FeelingCard) -> None:
    card.show_feelings(LIFE, {nov(12): "A"}, NOVEMBER, BRITISH)
    card.show()
    assert card.face is Face.EMPTY
    assert card.empty.title.text() == "No day of this month has a felt grade and a score"
    assert "1 day" in card.empty.sentence.text()
    assert "How did it feel?" in card.empty.sentence.text()
    assert not card.summary.isVisible()
