"""The numbers behind the chart of the week."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest

from scorecard.domain.away import AwayRange
from scorecard.domain.marks import SKIPPED, Entry, Scored
from scorecard.domain.measures import Direction, Kind, Measure, Terms
from scorecard.domain.snapshot import Card, Snapshot
from scorecard.domain.weeks import Week
from scorecard.services.week_chart import WeekBars, week_bars

MONDAY = date(2026, 11, 16)
WEEK = Week(MONDAY)
FRIDAY = MONDAY + timedelta(days=4)
SUNDAY = WEEK.sunday
MEASURES = tuple(
    Measure(name, name, (Terms(date(2026, 1, 1), Kind.COUNT, Direction.AT_LEAST, Decimal(100)),))
    for name in ("calls", "thanks", "repairs")
)


def entry(day: date, measure: str, value: int, *, from_memory: bool = False) -> Entry:
    return Entry(measure, day, Scored(Decimal(value)), from_memory=from_memory)


def whole_day(day: date, value: int, *, from_memory: bool = False) -> list[Entry]:
    return [entry(day, measure.id, value, from_memory=from_memory) for measure in MEASURES]


def bars_of(*entries: Entry, today: date = SUNDAY, away: tuple[AwayRange, ...] = ()) -> WeekBars:
    snapshot = Snapshot(
        WEEK.previous.monday,
        SUNDAY,
        Card(MEASURES),
        {(entry.day, entry.measure_id): entry for entry in entries},
        {MONDAY: datetime(2026, 11, 16, 18, tzinfo=UTC)},
        away,
    )
    return week_bars(snapshot, WEEK, today)


def test_a_day_without_entries_is_a_gap_and_not_zero() -> None:
    bars = bars_of(*whole_day(MONDAY, 90), *whole_day(FRIDAY, 0))
    assert [bar.shown for bar in bars.days] == [90, None, None, None, 0, None, None]
    assert not bars.is_blank


def test_a_day_with_under_half_of_its_measures_known_is_hollow_and_in_no_mean() -> None:
    bars = bars_of(*whole_day(MONDAY, 90), entry(FRIDAY, "calls", 30))
    friday = bars.days[4]
    assert (friday.points, friday.thin, friday.hollow, friday.known, friday.due) == (30, True, True, 1, 3)
    assert friday.score is None
    assert (bars.mean, bars.mean_n) == (90, 1)


def test_a_day_scored_from_memory_is_hollow_and_counts_in_the_mean() -> None:
    bars = bars_of(*whole_day(MONDAY, 90), *whole_day(FRIDAY, 70, from_memory=True))
    assert [bar.hollow for bar in bars.days] == [False, False, False, False, True, False, False]
    assert (bars.mean, bars.mean_n) == (80, 2)


def test_days_away_are_told_apart_from_other_gaps() -> None:
    trip = AwayRange("trip", MONDAY + timedelta(days=2), MONDAY + timedelta(days=3))
    bars = bars_of(*whole_day(MONDAY, 90), *whole_day(trip.first_day, 10), away=(trip,))
    assert [bar.away for bar in bars.days] == [False, False, True, True, False, False, False]
    assert bars.days[2].points is None
    assert bars.mean == 90


def test_days_after_today_are_the_future_and_finished_ones_are_finished() -> None:
    bars = bars_of(*whole_day(MONDAY, 90), today=FRIDAY)
    assert [bar.future for bar in bars.days] == [False] * 5 + [True] * 2
    assert [bar.finished for bar in bars.days] == [True] + [False] * 6


def test_the_difference_to_last_week_is_that_of_the_numbers_shown() -> None:
    last = WEEK.previous.monday
    bars = bars_of(
        *whole_day(MONDAY, 80), *whole_day(FRIDAY, 79), *whole_day(last, 72), *whole_day(last + timedelta(days=1), 71)
    )
    assert (bars.mean, bars.last_mean) == (Fraction(159, 2), Fraction(143, 2))
    assert (bars.mean_n, bars.last_n) == (2, 2)
    assert bars.difference == 80 - 72


def test_there_is_no_difference_to_a_week_without_a_score() -> None:
    assert bars_of(*whole_day(MONDAY, 80)).difference is None
    assert bars_of(*whole_day(WEEK.previous.monday, 80)).difference is None


@pytest.mark.parametrize(
    ("scores", "best"),
    [
        ({0: 90, 2: 60}, [0]),
        ({0: 90, 2: 60, 4: 90}, [0, 4]),
        ({0: 90}, []),
        ({0: 90, 2: 90}, []),
        ({}, []),
    ],
)
def test_the_best_day_is_named_when_days_differ(scores: dict[int, int], best: list[int]) -> None:
    entries = [entry for n, value in scores.items() for entry in whole_day(WEEK.days[n], value)]
    assert [bar.day for bar in bars_of(*entries).best] == [WEEK.days[n] for n in best]


def test_a_thin_day_is_never_the_best() -> None:
    bars = bars_of(*whole_day(MONDAY, 50), *whole_day(FRIDAY, 40), entry(SUNDAY, "calls", 100))
    assert [bar.day for bar in bars.best] == [MONDAY]


def test_the_week_score_comes_with_its_coverage() -> None:
    bars = bars_of(*whole_day(MONDAY, 80), *whole_day(FRIDAY, 60), today=FRIDAY)
    assert (bars.score.so_far, bars.score.known, bars.score.due) == (70, 6, 15)


def test_a_skipped_day_is_a_gap() -> None:
    bars = bars_of(*[Entry(measure.id, MONDAY, SKIPPED) for measure in MEASURES])
    assert bars.days[0].points is None
    assert bars.is_blank


def test_a_snapshot_of_one_week_alone_is_refused() -> None:
    with pytest.raises(ValueError, match="too few days"):
        week_bars(Snapshot(MONDAY, SUNDAY, Card(MEASURES)), WEEK, SUNDAY)
