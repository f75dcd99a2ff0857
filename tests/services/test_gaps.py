"""The missing days of a store, and how constant scoring has been."""

from contextlib import closing
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from scorecard.domain.gaps import Constancy, Gap
from scorecard.services.gaps import MissingDay
from scorecard.services.services import Services
from tests.fake_clock import BERLIN, FixedClock
from tests.services.opened import BEFORE_YESTERDAY, TODAY, YESTERDAY

EARLIER = TODAY - timedelta(days=8)


def days_between(first: date, last: date) -> tuple[date, ...]:
    return tuple(first + timedelta(days=n) for n in range((last - first).days + 1))


def score_in_time(services: Services, clock: FixedClock, measure_id: str, *days: date) -> None:
    """In the evening of each day."""
    now = clock.now()
    for day in days:
        clock.set(datetime(day.year, day.month, day.day, 18, 0, tzinfo=BERLIN))
        services.scoring.score(measure_id, day, Decimal(3))
    clock.set(now)


def test_where_nothing_was_ever_scored_nothing_is_missing(services: Services, calls: str) -> None:
    assert services.gaps.gap() is None
    assert services.gaps.constancy() is None


def test_the_days_since_the_last_score_are_missing(services: Services, calls: str, clock: FixedClock) -> None:
    score_in_time(services, clock, calls, EARLIER)

    assert services.gaps.gap() == Gap(EARLIER, days_between(EARLIER + timedelta(days=1), YESTERDAY))


def test_scoring_today_does_not_close_the_gap(services: Services, calls: str, clock: FixedClock) -> None:
    score_in_time(services, clock, calls, EARLIER, TODAY)

    gap = services.gaps.gap()
    assert gap is not None
    assert gap.since == EARLIER


def test_a_day_scored_from_memory_is_not_missing_and_the_others_still_are(
    services: Services, calls: str, clock: FixedClock
) -> None:
    score_in_time(services, clock, calls, EARLIER)
    services.scoring.score(calls, BEFORE_YESTERDAY, Decimal(3))

    gap = services.gaps.gap()

    assert gap is not None
    assert gap.since == EARLIER
    assert BEFORE_YESTERDAY not in gap.days
    assert YESTERDAY in gap.days
    entry = services.scoring.snapshot(BEFORE_YESTERDAY, BEFORE_YESTERDAY).entries[BEFORE_YESTERDAY, calls]
    assert entry.from_memory


def test_yesterday_scored_today_closes_the_gap_unless_it_is_looked_at_from_its_beginning(
    services: Services, calls: str, clock: FixedClock
) -> None:
    score_in_time(services, clock, calls, EARLIER)
    services.scoring.score(calls, YESTERDAY, Decimal(3))

    assert services.gaps.gap() is None
    assert services.gaps.gap(since=EARLIER) == Gap(EARLIER, days_between(EARLIER + timedelta(days=1), BEFORE_YESTERDAY))


@pytest.mark.parametrize("act", ["finish", "skip", "away"])
def test_a_day_that_was_finished_skipped_or_away_is_not_missing(
    services: Services, calls: str, clock: FixedClock, act: str
) -> None:
    score_in_time(services, clock, calls, EARLIER)
    match act:
        case "finish":
            services.scoring.fill_and_finish(BEFORE_YESTERDAY, {})
        case "skip":
            services.scoring.skip(calls, BEFORE_YESTERDAY)
        case _:
            services.aways.be_away([BEFORE_YESTERDAY])

    gap = services.gaps.gap()
    assert gap is not None
    assert BEFORE_YESTERDAY not in gap.days


def test_a_note_alone_does_not_make_a_day_scored(services: Services, calls: str, clock: FixedClock) -> None:
    score_in_time(services, clock, calls, EARLIER)
    services.scoring.note(calls, BEFORE_YESTERDAY, "Nothing much")

    gap = services.gaps.gap()
    assert gap is not None
    assert BEFORE_YESTERDAY in gap.days


def test_what_became_of_the_days(services: Services, calls: str, clock: FixedClock) -> None:
    score_in_time(services, clock, calls, EARLIER)
    services.aways.be_away([EARLIER + timedelta(days=1)])

    assert services.gaps.days([EARLIER, EARLIER + timedelta(days=1), YESTERDAY]) == (
        MissingDay(EARLIER, away=False, scored=True, past=True),
        MissingDay(EARLIER + timedelta(days=1), away=True, scored=False, past=True),
        MissingDay(YESTERDAY, away=False, scored=False, past=False),
    )
    assert services.gaps.days(()) == ()


def test_constancy_counts_from_the_first_score_on(services: Services, calls: str, clock: FixedClock) -> None:
    score_in_time(services, clock, calls, *days_between(EARLIER, TODAY))
    services.scoring.clear(calls, BEFORE_YESTERDAY)

    assert services.gaps.constancy() == Constancy(8, 9)


def test_a_gap_is_the_same_after_a_restart(path: Path, services: Services, calls: str, clock: FixedClock) -> None:
    score_in_time(services, clock, calls, EARLIER)
    found = services.gaps.gap()
    services.close()

    with closing(Services(path, clock)) as again:
        assert again.gaps.gap() == found
