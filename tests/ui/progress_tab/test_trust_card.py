"""The card "Trust and attention over time": said in words, walked along by keys, opened by a click, and as a table."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from scorecard.charts.trust_picture import Tone
from scorecard.domain.checkins import Subject
from scorecard.domain.periods import Length, Period
from scorecard.domain.records import Record
from scorecard.services.checkin_page import CheckinPage, SeriesKey
from scorecard.services.progress.trust import MOST_PANELS, trust_of
from scorecard.ui.progress_tab.chart_card import Face
from scorecard.ui.progress_tab.trust_card import TrustCard
from scorecard.ui.progress_tab.trust_reading import TrustReading, read_trust
from scorecard.ui.progress_tab.trust_table import MOST_ROWS, headings, table_rows
from scorecard.ui.progress_tab.trust_wording import legend_words, note_words
from scorecard.ui.theme.palette import palette_of
from scorecard.ui.theme.tokens import LIGHT
from tests.sample.checkins import definition, page_of, series_of

TODAY = date(2026, 11, 20)
BRITISH = QLocale("en_GB")
NOVEMBER = Period.of(Length.MONTH, TODAY)
OCTOBER_DAY = date(2026, 10, 31)
ME, NEAL = SeriesKey("trust", Subject.ME), SeriesKey("trust", Subject.PERSON, "neal")


def nov(day: int) -> date:
    return date(2026, 11, day)


PAGE = page_of(
    TODAY,
    series_of(
        {OCTOBER_DAY: (9, 8, 6, 8, 5), nov(6): (8, 8, 6, 8, 5), nov(13): (9, 8, 7, 9, 5)}, kept=Record(14, 15)
    ),
    series_of({nov(12): (5, 5, 5, 5, 5)}, person="Neal"),
)  # fmt: skip


def read(page: CheckinPage = PAGE, period: Period = NOVEMBER) -> TrustReading:
    return read_trust(trust_of(page, period), BRITISH)


@pytest.fixture
def card(qtbot: QtBot) -> TrustCard:
    made = TrustCard()
    qtbot.addWidget(made)
    made.setPalette(palette_of(LIGHT))
    made.resize(1084, 400)
    return made


def shown(card: TrustCard, qtbot: QtBot, page: CheckinPage = PAGE) -> TrustCard:
    with qtbot.waitSignal(card.canvas.drawn, timeout=20_000):
        card.show_checkins(page, NOVEMBER, BRITISH)
        card.show()
    return card


def place_of(card: TrustCard, panel: int, n: int) -> QPoint:
    layout = card.canvas._chart.layout
    x, y = layout.across(panel, layout.spots[panel][n].x), layout.plot(panel)[1]
    return QPoint(round(x), round(card.canvas.height() - y))


def focus(card: TrustCard, qtbot: QtBot) -> None:
    card.window().activateWindow()
    card.canvas.setFocus()
    qtbot.waitUntil(card.canvas.hasFocus)


def test_a_panel_has_the_latest_result_and_its_change() -> None:
    mine, neal = read().picture.panels
    assert (mine.name, mine.value, mine.change, mine.tone) == ("Trust: me", "6.6", "▲ 0.6 since Fri 6 Nov", Tone.BETTER)
    assert (neal.name, neal.value, neal.tone) == ("Trust: Neal", "4.0", Tone.PLAIN)
    assert neal.change.startswith("the first one")


def test_results_lie_on_a_scale_of_their_own_and_the_last_one_before_at_its_beginning() -> None:
    mine, neal = read().picture.panels
    assert (mine.low, mine.high, neal.low, neal.high) == ("6", "7", "3", "5")
    assert [spot.hollow for spot in mine.spots] == [True, False, False]
    assert [spot.x for spot in mine.spots] == pytest.approx([0, 5.5 / 30, 12.5 / 30])
    assert [spot.y for spot in mine.spots] == pytest.approx([0.2, 0.0, 0.6])
    assert neal.spots[0].y == 0.5


def test_factors_run_from_one_to_ten_and_the_last_one_divides() -> None:
    factors = read().picture.panels[0].factors
    assert [(factor.name, factor.value, factor.divisor) for factor in factors] == [
        ("Reliability", "9 · 93% kept", False), ("Credibility", "8", False), ("Intimacy", "7", False),
        ("Character", "9", False), ("÷ Self-orientation", "5", True),
    ]  # fmt: skip
    assert [y for _, y in factors[0].pieces[0]] == pytest.approx([8 / 9, 7 / 9, 8 / 9])


def test_what_is_kept_today_is_not_said_of_the_past() -> None:
    october = Period.of(Length.MONTH, OCTOBER_DAY)
    assert read(period=october).picture.panels[0].factors[0].value == "9"


def test_a_check_in_is_said_with_its_day_its_change_and_its_formula() -> None:
    said = read().sentences
    assert said[0].startswith("Trust: me · Sat 31 October · 6.2 · the first one")
    assert said[2] == (
        "Trust: me · Fri 13 November · 6.6 · up 0.6 since Fri 6 Nov · "
        "(Reliability 9 + Credibility 8 + Intimacy 7 + Character 9) ÷ Self-orientation 5"
    )


def test_another_formula_interrupts_the_line_and_is_said() -> None:
    from dataclasses import replace

    old = PAGE.series[0]
    later = definition(names=("Reliability", "Openness", "Self-orientation"))
    new = series_of({nov(18): (9, 9, 3)}, of=later)
    page = page_of(TODAY, replace(old, results=old.results + new.results))
    (panel,) = read(page).picture.panels
    assert [len(piece) for piece in panel.pieces] == [3, 1]
    assert (panel.change, panel.tone) == ("another formula than before", Tone.PLAIN)
    assert [factor.name for factor in panel.factors] == ["Reliability", "Openness", "÷ Self-orientation"]
    assert [len(factor.pieces[0]) for factor in panel.factors] == [4, 1, 4]
    assert "interrupted: another formula" in legend_words(trust_of(page, NOVEMBER))
    assert "interrupted" not in legend_words(trust_of(PAGE, NOVEMBER))


def test_names_are_not_in_the_titles(card: TrustCard, qtbot: QtBot) -> None:
    shown(card, qtbot)
    assert card.canvas.accessibleName() == "Trust and attention over time, November 2026"
    assert "Neal" not in card.title
    assert card.right_label.text().startswith("3 check-in")


def test_keys_walk_by_check_in_and_by_panel_and_enter_opens_the_series(card: TrustCard, qtbot: QtBot) -> None:
    shown(card, qtbot)
    focus(card, qtbot)
    assert card.canvas.accessibleDescription().startswith("Trust: me · Fri 13 November")
    qtbot.keyClick(card.canvas, Qt.Key.Key_Left)
    assert card.canvas.accessibleDescription().startswith("Trust: me · Fri 6 November")
    qtbot.keyClick(card.canvas, Qt.Key.Key_Down)
    assert card.canvas.accessibleDescription().startswith("Trust: Neal · Thu 12 November")
    with qtbot.waitSignal(card.checkin_chosen) as chosen:
        qtbot.keyClick(card.canvas, Qt.Key.Key_Return)
    assert chosen.args == [NEAL]


def test_a_click_opens_the_series(card: TrustCard, qtbot: QtBot) -> None:
    shown(card, qtbot)
    with qtbot.waitSignal(card.checkin_chosen) as chosen:
        qtbot.mouseClick(card.canvas, Qt.MouseButton.LeftButton, pos=place_of(card, 0, 1))
    assert chosen.args == [ME]


def test_pointing_draws_no_new_picture(card: TrustCard, qtbot: QtBot) -> None:
    shown(card, qtbot)
    drawn: list[str] = []
    card.canvas.drawn.connect(lambda: drawn.append("drawn"))
    before = card.canvas.grab().toImage()
    QTest.mouseMove(card.canvas, place_of(card, 0, 1))
    assert card.canvas.grab().toImage() != before
    assert drawn == []


def test_the_table_names_what_was_divided_by_what(card: TrustCard, qtbot: QtBot) -> None:
    shown(card, qtbot)
    qtbot.mouseClick(card.toggle, Qt.MouseButton.LeftButton)
    card.table.copy()
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    assert lines[0] == list(headings())
    assert lines[1] == [
        "Trust: me", "Fri 13 November", "6.6", "+0.6",
        "(Reliability 9 + Credibility 8 + Intimacy 7 + Character 9) ÷ Self-orientation 5", "14 of 15 kept",
    ]  # fmt: skip
    assert [line[:3] for line in lines[2:]] == [
        ["Trust: me", "Fri 6 November", "6.0"], ["Trust: Neal", "Thu 12 November", "4.0"],
    ]  # fmt: skip


def test_those_that_are_not_drawn_are_in_the_table() -> None:
    page = page_of(TODAY, *(series_of({nov(n + 1): (5,) * 5}, person=f"P{n}") for n in range(MOST_PANELS + 2)))
    trust = trust_of(page, NOVEMBER)
    assert len(read(page).picture.panels) == MOST_PANELS
    assert note_words(trust).startswith("… and 2 more")
    assert len(table_rows(trust, BRITISH)) == MOST_PANELS + 2


def test_a_table_of_decades_ends_with_how_many_more_there_are() -> None:
    days = [TODAY - timedelta(weeks=n) for n in range(500)]
    trust = trust_of(page_of(TODAY, series_of(dict.fromkeys(days, (5,) * 5))), Period.of(Length.ALL, TODAY, days[-1]))
    rows = table_rows(trust, BRITISH)
    assert len(rows) == MOST_ROWS + 1
    assert rows[-1][0].startswith("… and 300 more")
    assert "the last in each of" in note_words(trust)
    assert (read_trust(trust, BRITISH).picture.start, read_trust(trust, BRITISH).picture.end) == ("2017", "2026")


def test_it_is_not_there_before_the_first_check_in(card: TrustCard, qtbot: QtBot) -> None:
    card.show_checkins(page_of(TODAY, series_of({})), NOVEMBER, BRITISH)
    assert card.isHidden()
    shown(card, qtbot)
    assert card.isVisible()


def test_a_week_without_one_says_what_was_last(card: TrustCard) -> None:
    card.show_checkins(PAGE, Period.of(Length.WEEK, TODAY), BRITISH)
    assert card.face is Face.EMPTY
    assert card.empty.title.text() == "No check-in in this week"
    assert card.empty.sentence.text() == "The last one before it: Trust: me, 6.6 on Fri 13 November."
    card.show_checkins(PAGE, Period.of(Length.WEEK, date(2026, 1, 7)), BRITISH)
    assert "Reflection tab" in card.empty.sentence.text()


def test_more_panels_make_the_picture_higher_and_a_narrow_card_too(card: TrustCard, qtbot: QtBot) -> None:
    shown(card, qtbot)
    wide = card.canvas.sizeHint().height()
    card.resize(420, 700)
    qtbot.waitUntil(lambda: card.canvas.sizeHint().height() > wide)
