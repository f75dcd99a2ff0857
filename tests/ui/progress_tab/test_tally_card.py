"""The card "Tallies and totals": sentences, numbers with the locale's marks, keys, and the table."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from scorecard.domain.measures import Kind, Measure, Terms
from scorecard.domain.periods import Length, Period
from scorecard.services.progress.total import Total
from scorecard.ui.progress_tab.chart_card import Face
from scorecard.ui.progress_tab.tally_card import TallyCard
from scorecard.ui.progress_tab.tally_reading import read_totals
from scorecard.ui.progress_tab.tally_table import headings, table_rows
from scorecard.ui.progress_tab.tally_wording import amount_words
from scorecard.ui.theme.palette import palette_of
from scorecard.ui.theme.tokens import LIGHT
from tests.sample.measured import measured

TODAY = date(2026, 11, 20)
SINCE = date(2024, 3, 5)
BRITISH = QLocale("en_GB")
QUARTER = Period.of(Length.QUARTER, TODAY)


def total(
    amount: float = 1204,
    kind: Kind = Kind.COUNT,
    unit: str = "",
    *,
    in_period: float = 96,
    name: str = "Thank-yous heard",
) -> Total:
    terms = Terms(SINCE, kind, target=Decimal(3), unit=unit)
    measure = Measure("m", "Thank-yous heard", (terms,), to_whom="Customers")
    return Total(measure, terms, True, SINCE, amount, 310, 96, 40, (0.0, 600.0, amount))


@pytest.fixture
def card(qtbot: QtBot) -> TallyCard:
    made = TallyCard()
    qtbot.addWidget(made)
    made.setPalette(palette_of(LIGHT))
    made.resize(1124, 300)
    return made


def test_a_total_is_said_with_since_when_the_period_whom_and_n() -> None:
    reading = read_totals([total()], QUARTER, BRITISH)
    assert reading.sentences[0].replace("(s)", "s") == (
        "Thank-yous heard: 1,204 since March 2024, 96 in this quarter · For Customers · 310 values"
    )
    panel = reading.picture.panels[0]
    assert (panel.number, panel.words) == ("1,204", "since March 2024, 96 in this quarter")
    assert panel.curve == (0.0, 600 / 1204, 1.0)


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (Length.WEEK, "since March 2024, 96 in this week"),
        (Length.MONTH, "since March 2024, 96 in this month"),
        (Length.YEAR, "since March 2024, 96 in this year"),
        (Length.ALL, "since March 2024"),
    ],
)
def test_the_period_is_named_and_all_is_not_said_twice(length: Length, words: str) -> None:
    assert read_totals([total()], Period.of(length, TODAY), BRITISH).picture.panels[0].words == words


@pytest.mark.parametrize(
    ("amount", "kind", "unit", "words"),
    [
        (1204, Kind.COUNT, "thank-yous", "1,204 thank-yous"),
        (12.5, Kind.NUMBER, "km", "12.5 km"),
        (45, Kind.DURATION, "", "45 min"),
        (150, Kind.DURATION, "", "2:30 h"),
        (75_030, Kind.DURATION, "", "1,250 h"),
        (0, Kind.COUNT, "", "0"),
    ],
)
def test_amounts_have_their_unit_and_the_marks_of_the_locale(amount: float, kind: Kind, unit: str, words: str) -> None:
    assert amount_words(total(amount, kind, unit), amount, BRITISH) == words


def test_numbers_are_written_as_the_locale_does() -> None:
    assert amount_words(total(), 1204, QLocale("de_DE")) == "1.204"
    assert amount_words(total(), 1204, QLocale("ar_EG")) == "١٬٢٠٤"


def test_a_total_of_nothing_has_a_flat_curve() -> None:
    assert read_totals([total(0)], QUARTER, BRITISH).picture.panels[0].curve == (0.0, 1.0, 0.0)
    nothing = Total(total().measure, total().terms, True, SINCE, 0.0, 1, 0.0, 0, (0.0, 0.0))
    assert read_totals([nothing], QUARTER, BRITISH).picture.panels[0].curve == (0.0, 0.0)


def test_without_anything_to_add_up_the_card_says_so(card: TallyCard) -> None:
    card.show_totals((), QUARTER, BRITISH)
    card.show()
    assert card.face is Face.EMPTY


def test_keys_go_from_total_to_total_and_each_is_read_out(card: TallyCard, qtbot: QtBot) -> None:
    card.show_history(measured(TODAY), QUARTER, BRITISH)
    with qtbot.waitSignal(card.canvas.drawn, timeout=20_000):
        card.show()
    card.activateWindow()
    card.canvas.setFocus()
    qtbot.waitUntil(card.canvas.hasFocus)
    QTest.keyClick(card.canvas, Qt.Key.Key_Right)
    spoken = QAccessible.queryAccessibleInterface(card.canvas).text(QAccessible.Text.Description)
    assert spoken.startswith("Problems removed for good, so that nobody calls about them: ")
    assert card.canvas.accessibleName() == "Tallies and totals"


def test_the_numbers_stand_in_a_table(card: TallyCard) -> None:
    assert dict(zip(headings(), table_rows([total()], BRITISH)[0], strict=True)) == {
        "Measure": "Thank-yous heard",
        "Total": "1,204",
        "Since": "5 March 2024",
        "Known": "310",
        "In this period": "96",
        "Known in it": "40",
        "For whom": "Customers",
    }
    card.show_totals([total()], QUARTER, BRITISH)
    card.show()
    card.toggle.click()
    assert card.face is Face.TABLE


def test_a_total_says_for_whom_of_the_list_it_was() -> None:
    for_team = replace(total(31, name="Roadblocks removed"), served="Ana's team")
    reading = read_totals([for_team], QUARTER, BRITISH)
    assert reading.sentences[0].replace("(s)", "s") == (
        "Thank-yous heard: 31 for Ana's team since March 2024, 96 in this quarter · For Customers · 310 values"
    )
    assert reading.picture.panels[0].to_whom == "For Ana's team · Customers"
    (row,) = table_rows([for_team], BRITISH)
    assert dict(zip(headings(), row, strict=True))["For whom"] == "Ana's team · Customers"

    alone = replace(for_team, served="customers")
    assert read_totals([alone], QUARTER, BRITISH).picture.panels[0].to_whom == "For customers"
