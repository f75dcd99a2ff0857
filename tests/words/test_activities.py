"""What the menu says of an undo."""

from datetime import UTC, datetime

import pytest

from scorecard.cli.english import tr
from scorecard.domain.activities import Activity, Verb
from scorecard.domain.promises import Level, Outcome
from scorecard.words.activities import say_activity, say_step

SUBJECT = {
    "measure": "Thank-yous", "day": "2026-11-20", "value": "3", "kind": "count", "place": "bench", "starter": "Sales",
    "source": "loop", "setting": "grades", "promise": "Send the estimates", "person": "Cassandra", "merged": "Cass",
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
        (Verb.MAKE_PROMISE, "promise “Send the estimates”"),
        (Verb.EDIT_PROMISE, "edit “Send the estimates”"),
        (Verb.MOVE_PROMISE, "renegotiate “Send the estimates”"),
        (Verb.REOPEN_PROMISE, "reopen “Send the estimates”"),
        (Verb.REMOVE_PROMISE, "remove “Send the estimates”"),
        (Verb.RENAME_PERSON, "rename to Cassandra"),
        (Verb.MERGE_PERSONS, "merge Cass into Cassandra"),
        ("a verb of a later version", "last change"),
    ],
)
def test_an_activity_is_said_in_a_few_words(verb: str, words: str) -> None:
    assert said(verb) == words


@pytest.mark.parametrize(("place", "words"), [("card", "Thank-yous onto the card"), ("retired", "retire Thank-yous")])
def test_a_move_says_where_to(place: str, words: str) -> None:
    assert said(Verb.PLACE_MEASURE, place=place) == words


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        (Outcome.KEPT, "“Send the estimates” kept"),
        (Outcome.LATE, "“Send the estimates” done late"),
        (Outcome.BROKEN, "“Send the estimates” broken"),
        (Outcome.RELEASED, "“Send the estimates” released"),
    ],
)
def test_settling_says_how(outcome: Outcome, words: str) -> None:
    assert said(Verb.SETTLE_PROMISE, outcome=outcome.value) == words


@pytest.mark.parametrize(
    ("level", "words"),
    [
        (Level.COMMITMENT, "“Send the estimates” as a commitment"),
        (Level.BEST_EFFORT, "“Send the estimates” as a best effort"),
        (Level.GOOD_INTENTION, "“Send the estimates” as a good intention"),
    ],
)
def test_another_level_is_named(level: Level, words: str) -> None:
    assert said(Verb.RELEVEL_PROMISE, level=level.value) == words


def test_a_card_of_one_s_own_measures_has_no_starter_to_name() -> None:
    assert said(Verb.START_CARD, starter="") == "set up the card"


def test_a_long_name_is_cut() -> None:
    assert said(Verb.ADD_MEASURE, measure="x" * 100) == "add " + "x" * 39 + "…"


def test_a_long_promise_is_cut() -> None:
    assert said(Verb.MAKE_PROMISE, promise="x" * 100) == "promise “" + "x" * 39 + "…”"


@pytest.mark.parametrize(
    ("verb", "outcome", "words"),
    [
        (Verb.SETTLE_PROMISE, Outcome.KEPT, "Kept: “Send the estimates”"),
        (Verb.SETTLE_PROMISE, Outcome.LATE, "Done, but late: “Send the estimates”"),
        (Verb.SETTLE_PROMISE, Outcome.BROKEN, "Broken: “Send the estimates”"),
        (Verb.SETTLE_PROMISE, Outcome.RELEASED, "Released: “Send the estimates”"),
        (Verb.MOVE_PROMISE, "", "Renegotiated: “Send the estimates”"),
        (Verb.REMOVE_PROMISE, "", "Removed: “Send the estimates”"),
        (Verb.RELEVEL_PROMISE, "", ""),
        (Verb.SCORE, "", ""),
    ],
)
def test_what_takes_a_promise_out_of_sight_is_said_with_the_words_of_its_menu(
    verb: Verb, outcome: str, words: str
) -> None:
    activity = Activity(1, datetime(2026, 11, 20, tzinfo=UTC), verb, SUBJECT | {"outcome": outcome})

    assert say_step(activity, tr) == words
