"""What the menu says of an undo."""

from datetime import UTC, datetime

import pytest

from scorecard.cli.english import tr
from scorecard.domain.activities import Activity, Verb
from scorecard.words.activities import say_activity

SUBJECT = {
    "measure": "Thank-yous", "day": "2026-11-20", "value": "3", "kind": "count", "place": "bench", "starter": "Sales",
    "source": "loop", "setting": "grades",
}  # fmt: skip


def said(verb: str, **subject: str) -> str:
    activity = Activity(1, datetime(2026, 11, 20, tzinfo=UTC), verb, SUBJECT | subject)
    return say_activity(activity, tr, lambda day: f"on {day}", lambda value, kind: f"{value} ({kind})")


@pytest.mark.parametrize(
    ("verb", "words"),
    [
        (Verb.SCORE, "3 (count) for Thank-yous, on 2026-11-20"),
        (Verb.SKIP, "skip Thank-yous, on 2026-11-20"),
        (Verb.CLEAR, "clear Thank-yous, on 2026-11-20"),
        (Verb.NOTE, "note for Thank-yous, on 2026-11-20"),
        (Verb.FINISH, "finish on 2026-11-20"),
        (Verb.REOPEN, "reopen on 2026-11-20"),
        (Verb.ADD_MEASURE, "add Thank-yous"),
        (Verb.EDIT_MEASURE, "edit Thank-yous"),
        (Verb.MOVE_MEASURE, "reorder the card"),
        (Verb.PLACE_MEASURE, "Thank-yous to the bench"),
        (Verb.START_CARD, "start with “Sales”"),
        (Verb.IMPORT, "import from Loop Habit Tracker"),
        (Verb.CHANGE_SETTING, "change of a setting"),
        ("a verb of a later version", "last change"),
    ],
)
def test_an_activity_is_said_in_a_few_words(verb: str, words: str) -> None:
    assert said(verb) == words


@pytest.mark.parametrize(("place", "words"), [("card", "Thank-yous onto the card"), ("retired", "retire Thank-yous")])
def test_a_move_says_where_to(place: str, words: str) -> None:
    assert said(Verb.PLACE_MEASURE, place=place) == words


def test_a_long_name_is_cut() -> None:
    assert said(Verb.ADD_MEASURE, measure="x" * 100) == "add " + "x" * 39 + "…"
