"""What is said of check-ins outside their card."""

from datetime import UTC, datetime

import pytest

from scorecard.cli.english import tr
from scorecard.domain.activities import Activity, Verb
from scorecard.domain.checkins import CheckinFault, ImpossibleCheckinError
from scorecard.words.activities import say_activity
from scorecard.words.errors import say_error


@pytest.mark.parametrize(
    ("verb", "subject", "words"),
    [
        (Verb.CHECK_IN, {"checkin": "Trust", "person": ""}, "check-in “Trust”"),
        (Verb.CHECK_IN, {"checkin": "Trust", "person": "Neal"}, "check-in “Trust”, Neal"),
        (Verb.CHECK_IN, {"checkin": "x" * 60}, f"check-in “{'x' * 39}…”"),
        (Verb.REMOVE_CHECKIN, {"checkin": "Trust"}, "remove check-in “Trust”"),
    ],
)
def test_the_menu_says_what_undo_takes_back(verb: Verb, subject: dict[str, str], words: str) -> None:
    activity = Activity(1, datetime(2026, 11, 20, tzinfo=UTC), verb, subject)

    assert say_activity(activity, tr, str, lambda value, kind: value) == words


def test_every_refusal_has_a_sentence_of_its_own() -> None:
    sentences = [say_error(ImpossibleCheckinError(fault, "Intimacy {x}"), tr) for fault in CheckinFault]

    assert len(set(sentences)) == len(CheckinFault)
    assert sentences[1] == "“Intimacy {x}” has no answer yet. The result needs all of them."
    assert all(sentence.endswith(".") for sentence in sentences)
