"""What was done on the page of a day is said without a word of what was written."""

import pytest

from scorecard.domain.activities import Verb
from scorecard.words.reflecting import say_reflecting


@pytest.mark.parametrize(
    ("verb", "words"),
    [
        (Verb.WRITE, "writing, today"),
        (Verb.FEEL, "how it felt, today"),
        (Verb.SWAP_QUESTION, "another question, today"),
        (Verb.ANSWER_ADJUSTMENT, "what became of the adjustment, today"),
        (Verb.EDIT_PROMPTS, "edit the prompts"),
        (Verb.ADD_QUESTION, "add a question"),
        (Verb.RETIRE_QUESTION, "retire or bring back a question"),
        (Verb.SCORE, None),
    ],
)
def test_an_activity_is_said_in_a_few_words(verb: Verb, words: str | None) -> None:
    assert say_reflecting(verb, "today", str) == words
