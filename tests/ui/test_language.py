"""Which language the window speaks, how it writes dates and numbers, and with which day its calendars begin."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QCalendarWidget, QWidget
from pytestqt.qtbot import QtBot

from scorecard.domain.measures import Kind, Terms
from scorecard.ui.card_dialogs.weekday_toggles import WeekdayToggles
from scorecard.ui.language import (
    chosen_language,
    locale_of_system,
    locales_of,
    own_name,
    speak,
    translations,
    wished_languages,
    write_as,
)
from scorecard.ui.say import say_due
from scorecard.ui.scorecard_tab.day_picker import DayPicker
from scorecard.ui.text import tr
from scorecard.ui.week_start import begin_weeks_on, first_weekday, weekdays_in_order

MON, SUN, SAT = Qt.DayOfWeek.Monday, Qt.DayOfWeek.Sunday, Qt.DayOfWeek.Saturday


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    locale = QLocale()
    yield qapp
    QLocale.setDefault(locale)
    begin_weeks_on("")
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()


def test_the_languages_are_those_whose_files_lie_there(tmp_path: Path) -> None:
    for name in ("scorecard_de.qm", "scorecard_en.qm", "scorecard_pt_BR.qm", "scorecard_en.ts", "other_fr.qm"):
        (tmp_path / name).touch()

    assert translations(tmp_path) == ("de", "en", "pt_BR")
    assert "en" in translations()


def test_a_language_is_offered_by_its_own_name() -> None:
    assert [own_name(code) for code in ("en", "de", "fr", "pt_BR")] == [
        "English",
        "Deutsch",
        "Français",
        "Português (Brasil)",
    ]


@pytest.mark.parametrize(
    ("kept", "wished", "spoken"),
    [
        ("de", ["fr-FR"], "de"),
        ("", ["de-AT", "en"], "de"),
        ("", ["pt-BR"], "pt_BR"),
        ("", ["pt-PT", "de"], "de"),
        ("", ["de-Latn-CH"], "de"),
        ("", ["ja-JP"], "en"),
        ("", [], "en"),
        ("gone", ["de"], "de"),
    ],
)
def test_a_kept_language_wins_then_the_first_one_wished_that_there_is(
    kept: str, wished: list[str], spoken: str
) -> None:
    assert chosen_language(kept, ("de", "en", "pt_BR"), wished) == spoken


def test_english_says_its_plurals(app: QApplication) -> None:
    assert speak(app) == "en"
    assert tr("%n day(s)", "", 1) == "1 day"
    assert app.layoutDirection() is Qt.LayoutDirection.LeftToRight


@pytest.mark.parametrize(
    ("language", "system", "written"),
    [
        ("en", "de_DE", "en_DE"),  # English words, German commas
        ("en", "en_US", "en_US"),
        ("de", "de_AT", "de_AT"),
        ("de", "en_US", "en_US"),  # there is no German of the United States
    ],
)
def test_dates_and_numbers_are_those_of_the_country_in_the_language_that_is_spoken(
    language: str, system: str, written: str
) -> None:
    assert locale_of_system(language, QLocale(system)).name() == written


def test_a_kept_way_to_write_is_taken_unless_it_is_of_another_language(app: QApplication) -> None:
    write_as("en_SE", "en")
    assert QLocale().toString(1234.5, "f", 1).endswith(",5")
    write_as("de_DE", "en")
    assert QLocale().language() is not QLocale.Language.German
    assert locales_of("en")["en_GB"] == "United Kingdom"


def test_promises_are_read_in_the_language_of_the_window_and_in_the_system_s(app: QApplication) -> None:
    write_as("en_SE", "en")

    assert wished_languages()[0] == "en_SE"


@pytest.mark.parametrize(
    ("kept", "first"), [("1", MON), ("7", SUN), ("6", SAT), ("", MON), ("0", MON), ("8", MON), ("nonsense", MON)]
)
def test_calendars_begin_with_the_day_that_is_kept_or_as_the_locale_does(
    app: QApplication, kept: str, first: Qt.DayOfWeek
) -> None:
    begin_weeks_on(kept)

    assert first_weekday() is first


def test_without_a_choice_calendars_begin_as_dates_are_written(app: QApplication) -> None:
    QLocale.setDefault(QLocale("en_US"))

    assert first_weekday() is SUN
    assert weekdays_in_order() == (6, 0, 1, 2, 3, 4, 5)


@pytest.mark.parametrize(("kept", "numbers"), [("1", True), ("7", False)])
def test_the_calendar_begins_with_it_and_numbers_only_the_weeks_of_the_program(
    app: QApplication, qtbot: QtBot, kept: str, numbers: bool
) -> None:
    begin_weeks_on(kept)
    above = QWidget()
    qtbot.addWidget(above)
    calendar = DayPicker(date(2026, 11, 20), date(2026, 11, 20), above).calendar

    assert calendar.firstDayOfWeek() is first_weekday()
    numbered = QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers
    assert (calendar.verticalHeaderFormat() is numbered) is numbers


def test_lists_of_weekdays_begin_with_it_and_mean_the_same_days(app: QApplication, qtbot: QtBot) -> None:
    begin_weeks_on("7")
    toggles = WeekdayToggles()
    qtbot.addWidget(toggles)
    toggles.set_weekdays(frozenset({0, 6}))

    assert [button.weekday for button in toggles.buttons] == [6, 0, 1, 2, 3, 4, 5]
    assert toggles.weekdays() == {0, 6}
    terms = Terms(date(2026, 1, 1), Kind.YES_NO, due=frozenset({0, 2, 6}))
    assert say_due(terms) == "Sun, Mon, Wed"
