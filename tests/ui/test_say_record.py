"""The own record while a promise is typed."""

import pytest

from scorecard.domain.promises import Level
from scorecard.domain.records import Distance, Record
from scorecard.services.lanes import OwnRecord
from scorecard.ui.say_record import say_own_record


def test_level_distance_and_person_are_said_with_their_n() -> None:
    own = OwnRecord(Level.COMMITMENT, Record(14, 15), Distance.TWO_DAYS, Record(11, 12), Record(3, 3))

    assert say_own_record(own, "Cassandra") == (
        "Commitments: 93%, 14 of 15 · due within 2 days: 11 of 12 on time · to Cassandra: too few to say, 3 of 3"
    )


def test_nobody_is_said_while_nobody_is_known() -> None:
    own = OwnRecord(Level.COMMITMENT, Record(14, 15), Distance.WEEK, Record(11, 12), None)

    assert say_own_record(own, "") == "Commitments: 93%, 14 of 15 · due within a week: 11 of 12 on time"


def test_a_first_promise_has_no_record() -> None:
    own = OwnRecord(Level.BEST_EFFORT, Record(0, 0), Distance.NO_DATE, Record(0, 0), Record(0, 0))

    assert say_own_record(own, "") == "Best efforts: none yet"


def test_a_distance_without_promises_is_left_out() -> None:
    own = OwnRecord(Level.COMMITMENT, Record(14, 15), Distance.NO_DATE, Record(0, 0), Record(0, 0))

    assert say_own_record(own, "") == "Commitments: 93%, 14 of 15 · to myself: none yet"


@pytest.mark.parametrize(
    ("level", "words"),
    [
        (Level.COMMITMENT, "5 of 6 on time"),
        (Level.BEST_EFFORT, "5 of 6 done"),
        (Level.GOOD_INTENTION, "5 of 6 striven for"),
    ],
)
def test_kept_means_what_the_level_means_by_it(level: Level, words: str) -> None:
    own = OwnRecord(level, Record(5, 6), Distance.MONTH, Record(5, 6), None)

    assert say_own_record(own, "").endswith(f"due within a month: {words}")


@pytest.mark.parametrize("distance", Distance)
def test_every_distance_has_words(distance: Distance) -> None:
    own = OwnRecord(Level.COMMITMENT, Record(5, 6), distance, Record(5, 6), None)

    assert say_own_record(own, "").count(":") == 2
