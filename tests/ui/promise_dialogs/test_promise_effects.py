"""What is said of a step before it is done agrees with what is counted after it."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from scorecard.domain.due import Due
from scorecard.domain.promises import Level, Outcome, Settled
from scorecard.domain.records import Verdict
from scorecard.services.reckoning import Reckoned
from scorecard.services.services import Services
from scorecard.ui.promise_dialogs.counting import history_rows, say_counting
from scorecard.ui.promise_dialogs.effects import say_moving, say_settling, usual_day
from tests.ui.promise_dialogs.conftest import NEXT_FRIDAY, TODAY, TOMORROW, YESTERDAY, Made

WEDNESDAY = TODAY - timedelta(days=2)


def said(item: Reckoned, outcome: Outcome, day: date = TODAY, strove: bool | None = None) -> str:
    return say_settling(item, Settled(outcome, strove=strove), day, TODAY)


@pytest.mark.parametrize(
    ("due", "outcome", "words"),
    [
        (TOMORROW, Outcome.KEPT, "Counts as kept on time."),
        (None, Outcome.KEPT, "Counts as kept."),
        (WEDNESDAY, Outcome.KEPT, "Counts as late: it was due Wed 18 Nov."),
        (WEDNESDAY, Outcome.LATE, "Counts as late: it was due Wed 18 Nov."),
        (WEDNESDAY, Outcome.BROKEN, "Counts as broken: it was due Wed 18 Nov."),
        (TODAY, Outcome.BROKEN, "Counts as broken: it was due today."),
        (NEXT_FRIDAY, Outcome.BROKEN, "Counts as broken."),
        (WEDNESDAY, Outcome.RELEASED, "It leaves the record: they let you off."),
    ],
)
def test_settling_a_commitment(made: Made, due: date | None, outcome: Outcome, words: str) -> None:
    assert said(made(due=due), outcome) == words


def test_one_that_was_kept_on_an_earlier_day_was_in_time(made: Made) -> None:
    item = made(due=WEDNESDAY)

    assert said(item, Outcome.KEPT, WEDNESDAY) == "Counts as kept on time, on Wed 18 Nov."


def test_a_date_that_was_missed_before_is_named(
    services: Services, made: Made, again: Callable[[str], Reckoned]
) -> None:
    item = made(due=WEDNESDAY)
    services.promises.move(item.promise.id, Due.on(TOMORROW))
    item = again(item.promise.id)

    assert said(item, Outcome.KEPT) == "Counts as late: it was first due Wed 18 Nov."
    assert said(item, Outcome.RELEASED) == (
        "They let you off, but Wed 18 Nov was missed before: that stays in the record."
    )


def test_a_miss_stays_with_the_level_it_was_made_at(
    services: Services, made: Made, again: Callable[[str], Reckoned]
) -> None:
    item = made(due=WEDNESDAY)
    services.promises.relevel(item.promise.id, Level.BEST_EFFORT)

    words = said(again(item.promise.id), Outcome.KEPT)
    assert words.endswith("It counts among the Commitments, where it was on that day.")


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        (Outcome.KEPT, "Counts as done, but late: it was due Wed 18 Nov."),
        (Outcome.BROKEN, "Counts as not done."),
    ],
)
def test_settling_a_best_effort(made: Made, outcome: Outcome, words: str) -> None:
    assert said(made(level=Level.BEST_EFFORT, due=WEDNESDAY), outcome) == words


@pytest.mark.parametrize(
    ("strove", "words"),
    [
        (True, "Counts as striven for, whatever came of it."),
        (False, "Counts as not striven for."),
        (None, "Without an answer it counts neither way."),
    ],
)
def test_a_good_intention_counts_by_whether_one_strove(made: Made, strove: bool | None, words: str) -> None:
    assert said(made(level=Level.GOOD_INTENTION), Outcome.BROKEN, strove=strove) == words


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (TOMORROW, "Before it was due: an honest move."),
        (TODAY, "It was due today: the old date counts as missed."),
        (YESTERDAY, "It was due Thu 19 Nov: the old date counts as missed."),
        (None, "It had no date: nothing is missed."),
    ],
)
def test_moving_says_whether_the_old_date_is_missed(made: Made, due: date | None, words: str) -> None:
    assert say_moving(made(due=due), Due.on(NEXT_FRIDAY), TODAY, TODAY) == words


def test_a_move_told_in_time_is_honest_though_it_is_entered_late(made: Made) -> None:
    item = made(due=YESTERDAY)

    assert say_moving(item, Due.on(NEXT_FRIDAY), WEDNESDAY, TODAY) == "Before it was due: an honest move."


@pytest.mark.parametrize("outcome", [outcome for outcome in Outcome if outcome is not Outcome.OPEN])
@pytest.mark.parametrize("due", [WEDNESDAY, TODAY, TOMORROW, None])
@pytest.mark.parametrize("level", Level)
def test_the_usual_day_is_the_one_the_services_choose(
    services: Services, made: Made, again: Callable[[str], Reckoned], level: Level, due: date | None, outcome: Outcome
) -> None:
    item = made(level=level, due=due)
    if due is None and outcome is Outcome.LATE:
        return
    services.promises.settle(item.promise.id, outcome)

    assert again(item.promise.id).standing.settled_on == usual_day(item, outcome, TODAY)


# What it counts as now


def test_every_verdict_explains_itself(services: Services, made: Made, again: Callable[[str], Reckoned]) -> None:
    def counted(item: Reckoned, outcome: Outcome | None = None) -> str:
        if outcome is not None:
            services.promises.settle(item.promise.id, outcome)
        return say_counting(again(item.promise.id), TODAY)

    assert counted(made(due=TOMORROW)) == "Does not count yet: it is open and due Sat 21 Nov."
    assert counted(made()) == "Does not count yet: it is open and has no date."
    assert counted(made(), Outcome.RELEASED) == "Does not count: you were released before a date was missed."
    assert counted(made(due=WEDNESDAY)) == (
        "Counts as not kept among the Commitments: overdue since Wed 18 Nov, broken so far."
    )
    assert counted(made(due=WEDNESDAY), Outcome.KEPT) == "Counts as kept among the Commitments: kept on Wed 18 Nov."
    assert counted(made(due=WEDNESDAY), Outcome.LATE) == (
        "Counts as not kept among the Commitments: done late, Wed 18 Nov was missed."
    )
    assert (
        counted(made(due=WEDNESDAY), Outcome.BROKEN) == "Counts as not kept among the Commitments: broken, Wed 18 Nov."
    )
    assert counted(made(level=Level.BEST_EFFORT, due=WEDNESDAY)) == (
        "Does not count among the Best efforts yet: Wed 18 Nov was missed, and it is not settled."
    )
    assert counted(made(level=Level.GOOD_INTENTION), Outcome.KEPT) == (
        "Does not count among the Good intentions: it is not known whether you strove for it."
    )


def test_the_explanation_agrees_with_the_count(
    services: Services, made: Made, again: Callable[[str], Reckoned]
) -> None:
    item = made(due=WEDNESDAY)
    services.promises.move(item.promise.id, Due.on(TOMORROW))
    item = again(item.promise.id)

    assert item.count is not None
    assert item.count.verdict is Verdict.MISSED
    assert say_counting(item, TODAY) == "Counts as not kept among the Commitments: Wed 18 Nov was missed."


def test_the_history_begins_with_how_it_was_made_and_goes_by_days(
    services: Services, made: Made, again: Callable[[str], Reckoned]
) -> None:
    item = made(due=WEDNESDAY, to="Cassandra")
    services.promises.relevel(item.promise.id, Level.BEST_EFFORT)
    services.promises.move(
        item.promise.id, Due.on(TOMORROW), told="Cassandra", day=TODAY - timedelta(days=3), note="Ill"
    )

    assert history_rows(again(item.promise.id), TODAY) == (
        ("Tue 10 Nov", "Promised: Commitment, due Wed 18 Nov", ""),
        ("Tue 17 Nov", "Moved to Sat 21 Nov; told Cassandra", "Ill"),
        ("Fri 20 Nov", "Now: Best effort", ""),
    )
