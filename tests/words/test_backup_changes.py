"""What would change by a restore, in words; whatever is in the file, something is said."""

from datetime import date

import pytest

from scorecard.cli.english import tr
from scorecard.domain.backup_changes import Otherwise, Part, Topic, WordsTold
from scorecard.domain.backups import Difference
from scorecard.words.backup_changes import plain_manner, say_part, say_sides, say_thing
from scorecard.words.backups import say_age, say_record

DAY = date(2026, 11, 20)


def sides(topic: Topic, now: WordsTold | None, then: WordsTold | None) -> tuple[str, str]:
    return say_sides(Otherwise(topic, "Cassandra", DAY, now, then), plain_manner(tr))


@pytest.mark.parametrize(
    ("topic", "told", "words"),
    [
        (Topic.DAY, WordsTold(code="2026-11-20T17:00:00+00:00"), "finished"),
        (Topic.DAY, WordsTold(), "not finished"),
        (Topic.AWAY, WordsTold("holidays", "2026-11-27"), "until 2026-11-27, holidays"),
        (Topic.ADJUSTMENT, WordsTold(code="1/0"), "tried, and it did not help"),
        (Topic.ADJUSTMENT, WordsTold(code="0/"), "not tried"),
        (Topic.CHECKIN, WordsTold("she said so", "7250"), "7.2, she said so"),
        (Topic.LEVEL, WordsTold("asked first", "partner"), "Partner, asked first"),
        (Topic.TOUCH, WordsTold(code="talked"), "Talked"),
        (Topic.OWED, WordsTold("Send the plan", ""), "open, Send the plan"),
        (Topic.OWED, WordsTold("Send the plan", "kept"), "kept, Send the plan"),
        (Topic.SETTING, WordsTold(code='day_end/"03:00:00"'), "My day ends at 03:00"),
        (Topic.SERVED, WordsTold("Cassandra"), "Cassandra"),
        (Topic.CONCERN, WordsTold(), "there"),
    ],
)
def test_each_kind_of_thing_is_said(topic: Topic, told: WordsTold, words: str) -> None:
    assert sides(topic, told, None) == (words, "not there")
    assert sides(topic, None, told) == ("not there", words)


@pytest.mark.parametrize("topic", list(Topic))
def test_what_no_program_of_ours_wrote_is_said_by_its_words(topic: Topic) -> None:
    """As far as there are any; and everything has a name and a part."""
    now, _ = sides(topic, WordsTold("words", "☠/nonsense"), None)

    assert "words" in now
    assert "Cassandra" in say_thing(Otherwise(topic, "Cassandra", DAY, None, None), tr)
    assert say_thing(Otherwise(topic, "", None, None, None), tr)
    assert say_part(topic.part, tr)


def test_what_differs_and_sounds_the_same_says_so() -> None:
    told = WordsTold("Calls")

    assert sides(Topic.MEASURE, told, told) == ("Calls", "Calls (other in detail)")


def test_every_part_has_something() -> None:
    assert {topic.part for topic in Topic} == set(Part)


def test_the_record_is_spoken_of_where_it_changes() -> None:
    assert say_record(Difference(), tr) == ""
    assert say_record(Difference(steps=1), tr).startswith("What you can undo goes back too: 1 step came after it.")
    assert say_record(Difference(steps_back=2), tr) == "2 steps of what can be undone would come back with it."


@pytest.mark.parametrize(
    ("day", "words"),
    [(DAY, "today"), (date(2026, 11, 19), "yesterday"), (date(2026, 11, 1), "19 days ago"), (date(2031, 1, 1), "")],
)
def test_an_age_is_said_in_days(day: date, words: str) -> None:
    assert say_age(day, DAY, tr) == words
