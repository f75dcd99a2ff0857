"""The card "Each measure": what is said of every measure, walked along by keys, opened, and read as a table."""

import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from scorecard.domain.marks import Entry, Scored
from scorecard.domain.measures import Direction, Kind, Measure, Terms
from scorecard.domain.periods import Length, Period
from scorecard.services.progress.history import History
from scorecard.services.progress.measure_pages import measures_page
from scorecard.ui.progress_tab.chart_card import Face
from scorecard.ui.progress_tab.measures_canvas import MeasuresCanvas
from scorecard.ui.progress_tab.measures_card import MeasuresCard, legend_words
from scorecard.ui.progress_tab.measures_reading import MeasuresReading, read_measures
from scorecard.ui.progress_tab.measures_table import headings, table_rows
from scorecard.ui.say_terms import differences
from scorecard.ui.theme.palette import palette_of
from scorecard.ui.theme.tokens import LIGHT
from tests.sample.measured import measured
from tests.services.progress.grids import history_of_entries

TODAY = date(2026, 11, 20)
FIRST = date(2026, 1, 1)
BRITISH = QLocale("en_GB")
WEEK = Period.of(Length.WEEK, TODAY)
COUNT = Terms(FIRST, Kind.COUNT, target=Decimal(3))


def history(values: list[float], *terms: Terms, name: str = "Calls", to_whom: str = "") -> History:
    """One value for each day up to today; the terms are those of a count unless others are given."""
    one = Measure("m", name, terms or (COUNT,), to_whom=to_whom)
    first = TODAY - timedelta(days=len(values) - 1)
    entries = [Entry("m", first + timedelta(days=n), Scored(Decimal(str(value)))) for n, value in enumerate(values)]
    return history_of_entries([one], entries, FIRST, TODAY)


def plural(words: str) -> str:
    """As it is read, whether or not the English plurals are loaded."""
    return words.replace("(s)", "s")


def words_of(values: list[float], *terms: Terms, period: Period = WEEK) -> str:
    return plural(read_measures(measures_page(history(values, *terms), period), BRITISH).picture.panels[0].words)


def whole_of(values: list[float], *terms: Terms, period: Period = WEEK) -> str:
    return plural(read_measures(measures_page(history(values, *terms), period), BRITISH).sentences[0])


def steps(before: float, now: float) -> list[float]:
    """Eight weeks of one value, then eight of another."""
    return [before] * 56 + [now] * 56


@pytest.fixture
def card(qtbot: QtBot) -> MeasuresCard:
    made = MeasuresCard()
    qtbot.addWidget(made)
    made.setPalette(palette_of(LIGHT))
    made.resize(1124, 460)
    return made


@pytest.fixture
def canvas(card: MeasuresCard, qtbot: QtBot) -> MeasuresCanvas:
    """Of a card that is shown with two values of the last two days, its first picture drawn."""
    card.show_history(history([4, 2]), WEEK, BRITISH)
    with qtbot.waitSignal(card.canvas.drawn, timeout=20_000):
        card.show()
    return card.canvas


def reading_of(canvas: MeasuresCanvas) -> MeasuresReading:
    assert canvas._reading is not None
    return canvas._reading


def said(canvas: MeasuresCanvas) -> str:
    return plural(QAccessible.queryAccessibleInterface(canvas).text(QAccessible.Text.Description))


def focus(canvas: MeasuresCanvas, qtbot: QtBot) -> None:
    canvas.window().activateWindow()
    canvas.setFocus()
    qtbot.waitUntil(canvas.hasFocus)


def test_the_card_can_be_imported_without_numpy_and_matplotlib() -> None:
    program = (
        "import sys\n"
        "import scorecard.ui.progress_tab.measures_card, scorecard.ui.progress_tab.tally_card\n"
        "sys.exit(bool({'matplotlib', 'numpy'} & set(sys.modules)))\n"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False, timeout=60).returncode == 0


@pytest.mark.parametrize(
    ("before", "now", "terms", "words"),
    [
        (4, 5, COUNT, "+25% on 8 weeks"),
        (5, 4, COUNT, "−20% on 8 weeks"),
        (1000, 1004, COUNT, "+0.4% on 8 weeks"),
        (0, 5, COUNT, "+5 a day on 8 weeks"),
        (5, 4, replace(COUNT, direction=Direction.AT_MOST), "−20% on 8 weeks, better"),
        (4, 5, replace(COUNT, direction=Direction.AT_MOST), "+25% on 8 weeks, worse"),
        (4, 8, replace(COUNT, direction=Direction.BETWEEN, upper=Decimal(5)), "+100% on 8 weeks, worse"),
        (3, 4, Terms(FIRST, Kind.RATING, target=Decimal(4), scale=5), "+1 on 8 weeks"),
        (0, 1, Terms(FIRST, Kind.YES_NO), "from 0% to 100%"),
        (60, 90, Terms(FIRST, Kind.DURATION, target=Decimal(90)), "+50% on 8 weeks"),
        (0, 90, Terms(FIRST, Kind.DURATION, target=Decimal(90)), "+1:30 h a day on 8 weeks"),
        (-2, 2, Terms(FIRST, Kind.NUMBER, Direction.TALLY), "+4 a day on 8 weeks"),
        (4, 4, COUNT, "no clear change"),
    ],
)
def test_a_clear_change_is_said_in_words(before: float, now: float, terms: Terms, words: str) -> None:
    assert words_of(steps(before, now), terms) == words


def test_a_change_says_what_it_is_compared_with() -> None:
    quarter, month = Period.of(Length.QUARTER, TODAY), Period.of(Length.MONTH, TODAY)
    year = Period.of(Length.YEAR, date(2026, 3, 1))
    values = [2.0] * (date(2026, 9, 30) - FIRST).days + [4.0] * 51
    assert words_of(values, period=quarter).endswith("on the quarter before")
    assert words_of([1.0] * 20 + [2.0] * 20, period=month) == "+100% on the month before"
    assert words_of(values, period=year) == "too little before: 0 of 14 days"


def test_too_little_is_said_with_how_much_there_is() -> None:
    assert words_of([4.0] * 9) == "not enough yet: 9 of 14 days"
    assert words_of([4.0] * 60) == "too little before: 4 of 14 days"
    assert words_of([4.0] * 9, period=WEEK.previous) == "not enough: 4 of 14 days"
    assert words_of([], COUNT) == "no values yet"
    assert words_of([4.0] * 40, replace(COUNT, weekly=True)) == "too little before: 0 of 4 weeks"


def test_every_claim_carries_n_and_how_it_was_tested() -> None:
    assert whole_of(steps(4, 5)) == (
        "Calls · +25% on 8 weeks · 8 weeks against the 8 before: from 4 to 5 a day, n 56 and 56, "
        "permutation test, seed 1, p below 0.001"
    )
    assert whole_of([4.0, 6.0]).endswith("8 weeks against the 8 before: n 2 and 0")


def test_a_few_weekly_totals_are_tested_in_every_way() -> None:
    october = Period.of(Length.MONTH, date(2026, 10, 15))
    values = [4.0] * 100
    assert whole_of(values, replace(COUNT, weekly=True), period=october).endswith(
        "the month against the one before: from 28 to 28 a week, n 4 and 4, permutation test, all 70 ways, p 1.00"
    )


def test_a_day_is_said_with_its_value_and_where_it_comes_from(card: MeasuresCard) -> None:
    entries = [Entry("m", TODAY - timedelta(days=1), Scored(Decimal(90)), from_memory=True),
               Entry("m", date(2025, 11, 20), Scored(Decimal(30)))]  # fmt: skip
    first = date(2025, 1, 1)
    terms = Terms(first, Kind.DURATION, target=Decimal(90))
    hours = history_of_entries([Measure("m", "Deep work", (terms,))], entries, first, TODAY)
    sentences = read_measures(measures_page(hours, WEEK), BRITISH).sentences
    assert sentences[1] == "Thu 19 November · 1:30 h · from memory · Deep work"
    past = read_measures(measures_page(hours, Period.of(Length.WEEK, date(2025, 11, 20))), BRITISH)
    assert past.sentences[1] == "Thu 20 November 2025 · 30 min · Deep work"


def test_a_gathered_week_is_said_with_its_mean_its_ends_and_n() -> None:
    year = Period.of(Length.YEAR, TODAY)
    reading = read_measures(measures_page(history([4.0, 1.0, 4.0]), year), BRITISH)
    assert plural(reading.sentences[1]) == "Week 47 · 16–22 November · 3 a day · 1 to 4 · 3 values · Calls"
    assert reading.targets[1] == WEEK


def test_other_terms_are_said_with_what_they_were_and_why() -> None:
    raised = replace(COUNT, first_day=date(2026, 11, 2), target=Decimal(5), reason="The team has grown")
    reading = read_measures(measures_page(history([4.0], COUNT, raised), WEEK), BRITISH)
    assert reading.sentences[1] == "From Mon 2 November: at least 5, before at least 3 · The team has grown · Calls"
    assert reading.targets[1] == date(2026, 11, 2)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"weight": 3}, "weight 3, before weight 1"),
        ({"due": frozenset({0, 4})}, "Mon, Fri, before every day"),
        ({"place": "bench"}, "on the bench"),
        ({"kind": Kind.YES_NO, "target": None}, "Yes or no, before Count"),
        ({"reason": "only said why"}, ""),
    ],
)
def test_every_difference_of_terms_is_named(changes: dict[str, object], words: str) -> None:
    from scorecard.domain.measures import Place

    if "place" in changes:
        changes = {"place": Place(str(changes["place"]))}
    assert ", ".join(differences(COUNT, replace(COUNT, **changes), BRITISH)).startswith(words)  # type: ignore[arg-type]


def test_without_any_value_the_card_says_what_to_do(card: MeasuresCard) -> None:
    card.show_history(history([]), WEEK, BRITISH)
    card.show()
    assert card.face is Face.EMPTY
    assert not card.toggle.isVisible()


def test_keys_walk_along_the_measure_and_each_value_is_read_out(canvas: MeasuresCanvas, qtbot: QtBot) -> None:
    focus(canvas, qtbot)
    assert said(canvas).startswith("Calls · not enough yet: 2 of 14 days")
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert said(canvas).startswith("Thu 19 November · 4 · Calls")
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert said(canvas).startswith("Fri 20 November · 2 · Calls")


def test_enter_and_a_click_open_the_day(card: MeasuresCard, canvas: MeasuresCanvas, qtbot: QtBot) -> None:
    focus(canvas, qtbot)
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    with qtbot.waitSignal(card.day_chosen) as chosen:
        QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert chosen.args == [date(2026, 11, 19)]
    places = canvas.places()
    assert places is not None
    left, bottom, right, top = places.frame(2)
    with qtbot.waitSignal(card.day_chosen) as chosen:
        place = QPoint(round((left + right) / 2), round(canvas.height() - (bottom + top) / 2))
        QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [TODAY]


def test_a_gathered_value_opens_its_period(card: MeasuresCard, qtbot: QtBot) -> None:
    card.show_history(history([4.0, 2.0]), Period.of(Length.YEAR, TODAY), BRITISH)
    assert card.canvas.opens(1)
    assert not card.canvas.opens(0), "a measure as a whole opens nothing"
    with qtbot.waitSignal(card.period_chosen) as chosen:
        card.canvas.open_place(1)
    assert chosen.args == [WEEK]


def test_pointing_marks_a_value_and_draws_no_new_picture(canvas: MeasuresCanvas) -> None:
    drawn: list[str] = []
    canvas.drawn.connect(lambda: drawn.append("drawn"))
    before = canvas.grab().toImage()
    places = canvas.places()
    assert places is not None
    left, bottom, _, _ = places.frame(1)
    QTest.mouseMove(canvas, QPoint(round(left) + 4, round(canvas.height() - bottom) - 4))
    assert canvas.grab().toImage() != before
    assert drawn == []


def test_the_card_grows_by_rows_where_it_is_narrow_and_with_large_text(card: MeasuresCard, qtbot: QtBot) -> None:
    card.show_history(measured(TODAY), WEEK, BRITISH)
    with qtbot.waitSignal(card.canvas.drawn, timeout=20_000):
        card.show()
    wide = card.canvas.sizeHint().height()
    card.resize(700, 460)
    qtbot.waitUntil(lambda: card.canvas.sizeHint().height() > wide)
    narrow = card.canvas.sizeHint().height()
    font = card.font()
    font.setPixelSize(26)
    card.setFont(font)
    card.canvas.setFont(font)
    qtbot.waitUntil(lambda: card.canvas.sizeHint().height() > narrow)


def test_the_table_says_since_when_something_else_is_asked_and_why() -> None:
    raised = replace(COUNT, first_day=date(2026, 11, 2), target=Decimal(5), reason="The team has grown")
    page = measures_page(history(steps(4, 5), COUNT, raised), WEEK)

    assert table_rows(page, BRITISH)[0][-1] == "From Mon 2 November: at least 5, before at least 3 · The team has grown"


def test_the_numbers_stand_in_a_table(card: MeasuresCard, canvas: MeasuresCanvas) -> None:
    page = measures_page(history(steps(4, 5)), WEEK)
    assert dict(zip(headings(), table_rows(page, BRITISH)[0], strict=True)) == {
        "Measure": "Calls",
        "Asked": "At least 3",
        "Mean": "5 a day",
        "Known": "56",
        "Mean before": "4 a day",
        "Known before": "56",
        "Change": "+25% on 8 weeks",
        "Permutation test": "p below 0.001, seed 1",
        "Other terms": "",
    }
    card.toggle.click()
    assert card.face is Face.TABLE
    assert card.table.isVisible()
    assert not card.legend.isVisible()


def test_the_legend_says_only_what_is_in_the_picture() -> None:
    assert legend_words(measures_page(history([4.0]), WEEK)) == (
        "Line: mean of 7 days · thin line: at least, dashed: at most"
    )
    everything = legend_words(measures_page(measured(TODAY), WEEK))
    assert all(words in everything for words in ("mean of 4 weeks", "outlined", "▲ other terms"))
    assert "band" in legend_words(measures_page(measured(TODAY), Period.of(Length.YEAR, TODAY)))


def test_the_summary_names_every_measure(canvas: MeasuresCanvas) -> None:
    assert said(canvas) == "Calls: not enough yet: 2 of 14 days"
    assert canvas.accessibleName() == "Each measure, last 8 weeks, Week 47 · 16–22 November"
    assert len(reading_of(canvas).keys) == len(reading_of(canvas).sentences) == len(reading_of(canvas).targets) == 3
