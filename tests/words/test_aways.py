"""Days away in words."""

from datetime import UTC, date, datetime

import pytest

from scorecard.cli.english import tr
from scorecard.domain.activities import Activity, Verb
from scorecard.domain.away import AwayOverlapError, AwayRange, BackwardRangeError
from scorecard.words.activities import say_activity
from scorecard.words.errors import say_error

FIRST, LAST = date(2026, 11, 16), date(2026, 11, 19)


def said(verb: str, last_day: date) -> str:
    subject = {"day": FIRST.isoformat(), "last_day": last_day.isoformat()}
    activity = Activity(1, datetime(2026, 11, 20, tzinfo=UTC), verb, subject)
    return say_activity(activity, tr, lambda day: day, lambda value, kind: value)


@pytest.mark.parametrize(
    ("verb", "words"),
    [
        (Verb.ADD_AWAY, "away, 2026-11-16 – 2026-11-19"),
        (Verb.CHANGE_AWAY, "change of days away, 2026-11-16 – 2026-11-19"),
        (Verb.REMOVE_AWAY, "not away, 2026-11-16 – 2026-11-19"),
    ],
)
def test_the_menu_says_which_days(verb: str, words: str) -> None:
    assert said(verb, LAST) == words


def test_one_day_is_said_as_one() -> None:
    assert said(Verb.ADD_AWAY, FIRST) == "away, 2026-11-16"


@pytest.mark.parametrize(
    ("known", "words"),
    [
        (
            AwayRange("a", FIRST, LAST, "Ill"),
            "You are away already from 2026-11-16 to 2026-11-19 (Ill). Change that, or choose other days.",
        ),
        (AwayRange("a", FIRST, FIRST), "You are away already on 2026-11-16. Change that, or choose other days."),
    ],
)
def test_a_refusal_says_what_is_there_and_what_to_do(known: AwayRange, words: str) -> None:
    assert say_error(AwayOverlapError(known), tr) == words


def test_a_range_the_wrong_way_round() -> None:
    assert say_error(BackwardRangeError(), tr) == "The last day is before the first. Nothing was changed."
