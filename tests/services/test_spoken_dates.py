"""What the date library is asked, and what it is not believed."""

import os
import subprocess
import sys
import threading
from datetime import date

import pytest

from scorecard.services.quick_line.spoken_dates import SpokenDates

FRIDAY = date(2026, 11, 20)


def test_it_is_not_imported_before_it_is_asked() -> None:
    source = "import sys, scorecard.services.quick_line.reader as q; q.LineReader(); print('dateparser' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", source], env=os.environ, capture_output=True, text=True, check=True)

    assert run.stdout.strip() == "False"


@pytest.mark.parametrize(
    ("languages", "month_first"),
    [
        (("en_US",), True),
        (("en_GB",), False),
        (("de_AT", "en"), False),
        (("C",), True),
        ((), True),
        (("de", "de"), False),
    ],
)
def test_a_language_is_known_by_whatever_name_the_system_has_for_it(
    languages: tuple[str, ...], month_first: bool
) -> None:
    lexicon = SpokenDates(languages).lexicon

    assert lexicon.month_first is month_first
    assert lexicon.weekdays["friday"] == 4


@pytest.mark.parametrize(
    ("language", "word", "weekday"),
    [
        ("de", "donnerstag", 3),
        ("fr", "vendredi", 4),
        ("es", "miercoles", 2),
        ("pl", "niedziela", 6),
        ("de_AT", "mo", 0),
    ],
)
def test_weekdays_are_known_in_the_user_s_language(language: str, word: str, weekday: int) -> None:
    assert SpokenDates((language,)).lexicon.weekdays[word] == weekday


def test_short_english_words_are_no_weekdays() -> None:
    known = SpokenDates(("en",)).lexicon.weekdays

    assert not {"we", "th", "fr", "so", "do"} & known.keys()


def test_words_that_are_no_dates_are_left_out() -> None:
    assert "mit" in SpokenDates(("de",)).lexicon.weekdays
    assert "mit" not in SpokenDates(("de",), frozenset({"mit"})).lexicon.weekdays


@pytest.mark.parametrize(
    ("phrase", "day"),
    [
        ("21 nov", date(2026, 11, 21)),
        ("1 mar", date(2027, 3, 1)),
        ("in 3 days", date(2026, 11, 23)),
        ("in drei wochen", date(2026, 12, 11)),
        ("in 3 months", date(2027, 2, 20)),
        ("ubermorgen", date(2026, 11, 22)),
        ("nonsense", None),
        ("in 3 hours", None),
    ],
)
def test_a_phrase_means_a_day(phrase: str, day: date | None) -> None:
    assert SpokenDates(("de", "en")).day(phrase, FRIDAY) == day


def test_a_phrase_means_another_day_on_another_day() -> None:
    dates = SpokenDates(("en",))

    assert dates.day("tomorrow", FRIDAY) == date(2026, 11, 21)
    assert dates.day("tomorrow", date(2026, 12, 31)) == date(2027, 1, 1)
    assert dates.day("tomorrow", FRIDAY) == date(2026, 11, 21)


def test_it_may_be_prepared_and_asked_in_several_threads() -> None:
    dates = SpokenDates(("de", "en"))
    found: list[date | None] = []
    threads = [threading.Thread(target=lambda: found.append(dates.day("morgen", FRIDAY))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert found == [date(2026, 11, 21)] * 4
