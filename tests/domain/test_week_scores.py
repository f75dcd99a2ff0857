"""The score of a week: its daily entries, and its weekly measures once they are met or the week is over."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest

from scorecard.domain.away import AwayRange
from scorecard.domain.marks import SKIPPED, Entry, Mark, Scored
from scorecard.domain.measures import WORKING_DAYS, Direction, Kind, Measure, Place, Terms
from scorecard.domain.scores import Explanation, Standing, explain_week, week_line, week_total
from scorecard.domain.weeks import Week

WEEK = Week(date(2026, 11, 16))
MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = WEEK.days
NEXT_MONDAY = WEEK.next.monday

DAILY = Measure("daily", "Calls", (Terms(date.min, Kind.COUNT, target=Decimal(4), due=WORKING_DAYS),))
Marks = dict[date, int | Mark]


def weekly(direction: Direction = Direction.AT_LEAST, kind: Kind = Kind.COUNT, **parts: object) -> Measure:
    bounds = {} if direction is Direction.TALLY or kind is Kind.YES_NO else {"target": Decimal(10)}
    ask = Terms(date.min, kind, direction, weekly=True, weight=2, **(bounds | parts))
    return Measure("weekly", "Visits", (ask,))


def entries(measure_id: str, marks: Marks) -> dict[tuple[date, str], Entry]:
    return {
        (day, measure_id): Entry(measure_id, day, Scored(Decimal(mark)) if isinstance(mark, int) else mark)
        for day, mark in marks.items()
    }


def week(today: date, measures: list[Measure], daily: Marks, weekly_: Marks, away: tuple = ()) -> Explanation:
    return explain_week(measures, entries("daily", daily) | entries("weekly", weekly_), WEEK, today, away)


def counts(explained: Explanation) -> tuple[Fraction | None, int, int]:
    score = explained.score
    return score.so_far, score.known_weight, score.due_weight


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (MONDAY, (100, 1, 1)),
        (TUESDAY, (50, 2, 2)),
        (WEDNESDAY, (50, 2, 3)),
        (FRIDAY, (50, 2, 5)),
        (SUNDAY, (50, 2, 5)),
        (NEXT_MONDAY, (50, 2, 5)),
        (MONDAY - timedelta(days=1), (None, 0, 0)),
    ],
)
def test_a_week_asks_for_its_days_up_to_today(today, expected):
    assert counts(week(today, [DAILY], {MONDAY: 4, TUESDAY: 0}, {})) == expected


def test_every_daily_entry_counts_with_the_weight_of_its_day():
    changed = DAILY.with_terms(Terms(TUESDAY, Kind.COUNT, target=Decimal(4), weight=3, due=WORKING_DAYS))
    assert counts(week(TUESDAY, [changed], {MONDAY: 4, TUESDAY: 2}, {})) == (Fraction(250, 4), 4, 4)


@pytest.mark.parametrize(
    ("direction", "marks", "today", "standing", "share"),
    [
        (Direction.AT_LEAST, {}, FRIDAY, Standing.OPEN, None),
        (Direction.AT_LEAST, {MONDAY: 4}, SUNDAY, Standing.OPEN, "2/5"),
        (Direction.AT_LEAST, {MONDAY: 4, TUESDAY: 6}, TUESDAY, Standing.COUNTED, "1"),
        (Direction.AT_LEAST, {MONDAY: 14}, MONDAY, Standing.COUNTED, "1"),
        (Direction.AT_LEAST, {MONDAY: 4}, NEXT_MONDAY, Standing.COUNTED, "2/5"),
        (Direction.AT_LEAST, {SUNDAY: 0}, NEXT_MONDAY, Standing.COUNTED, "0"),
        (Direction.AT_LEAST, {}, NEXT_MONDAY, Standing.BLANK, None),
        (Direction.AT_LEAST, {MONDAY: SKIPPED}, MONDAY, Standing.SKIPPED, None),
        (Direction.AT_LEAST, {MONDAY: SKIPPED}, NEXT_MONDAY, Standing.SKIPPED, None),
        (Direction.AT_LEAST, {MONDAY: SKIPPED, FRIDAY: 5}, NEXT_MONDAY, Standing.COUNTED, "1/2"),
        (Direction.AT_MOST, {MONDAY: 3}, SUNDAY, Standing.OPEN, "1"),
        (Direction.AT_MOST, {MONDAY: 30}, SUNDAY, Standing.OPEN, "0"),
        (Direction.AT_MOST, {MONDAY: 3, SUNDAY: 12}, NEXT_MONDAY, Standing.COUNTED, "1/2"),
        (Direction.AT_MOST, {}, NEXT_MONDAY, Standing.BLANK, None),
        (Direction.BETWEEN, {MONDAY: 11}, SUNDAY, Standing.OPEN, "1"),
        (Direction.BETWEEN, {MONDAY: 11}, NEXT_MONDAY, Standing.COUNTED, "1"),
        (Direction.TALLY, {MONDAY: 3}, NEXT_MONDAY, Standing.TALLY, None),
        (Direction.TALLY, {}, NEXT_MONDAY, Standing.TALLY, None),
        (Direction.TALLY, {MONDAY: SKIPPED}, NEXT_MONDAY, Standing.SKIPPED, None),
    ],
)
def test_how_a_weekly_measure_stands(direction, marks, today, standing, share):
    measure = weekly(direction, upper=Decimal(12)) if direction is Direction.BETWEEN else weekly(direction)
    line = week_line(measure, entries("weekly", marks), WEEK, today)
    assert line.standing is standing
    assert line.completion == (None if share is None else Fraction(share))
    assert line.day is None


def test_a_weekly_measure_weighs_its_weight_times_the_due_days_of_the_week():
    explained = week(NEXT_MONDAY, [DAILY, weekly()], dict.fromkeys(WEEK.days[:5], 4), {MONDAY: 5})
    assert explained.lines[-1].weight == 10
    assert counts(explained) == (Fraction(1000, 15), 15, 15)


def test_a_weekly_measure_met_early_counts_at_once():
    assert counts(week(MONDAY, [DAILY, weekly()], {MONDAY: 0}, {MONDAY: 9})) == (0, 1, 1)
    assert counts(week(MONDAY, [DAILY, weekly()], {MONDAY: 0}, {MONDAY: 10})) == (Fraction(1000, 11), 11, 11)


def test_a_weekly_measure_left_blank_lowers_the_coverage_once_the_week_is_over_and_never_the_score():
    full = dict.fromkeys(WEEK.days[:5], 4)
    assert counts(week(SUNDAY, [DAILY, weekly()], full, {})) == (100, 5, 5)
    over = week(NEXT_MONDAY, [DAILY, weekly()], full, {})
    assert counts(over) == (100, 5, 15)
    assert over.score.value is None


def test_days_away_are_no_due_days_for_weekly_measures_either():
    away = (AwayRange("a", MONDAY, TUESDAY),)
    explained = week(NEXT_MONDAY, [DAILY, weekly()], dict.fromkeys(WEEK.days[:5], 4), {WEDNESDAY: 5}, away)
    assert counts(explained) == (Fraction(600, 9), 9, 9)


def test_a_whole_week_away_asks_for_nothing():
    away = (AwayRange("a", MONDAY, SUNDAY),)
    explained = week(NEXT_MONDAY, [DAILY, weekly()], dict.fromkeys(WEEK.days, 4), {MONDAY: 10}, away)
    assert counts(explained) == (None, 0, 0)
    assert {line.standing for line in explained.lines} == {Standing.AWAY}


@pytest.mark.parametrize(("away", "weight"), [((), 14), ((AwayRange("a", MONDAY, FRIDAY),), 4)])
def test_without_daily_measures_every_day_that_is_not_away_is_a_due_day(away, weight):
    explained = week(NEXT_MONDAY, [weekly()], {}, {SATURDAY: 5}, away)
    assert counts(explained) == (50, weight, weight)


def test_tallies_and_benched_measures_make_no_due_days():
    tallied = Measure("t", "Steps", (Terms(date.min, Kind.COUNT, Direction.TALLY),))
    benched = Measure("b", "Rest", (Terms(date.min, Kind.YES_NO, place=Place.BENCH),))
    new = Measure("n", "New", (Terms(NEXT_MONDAY, Kind.YES_NO),))
    assert week(NEXT_MONDAY, [DAILY, tallied, benched, new, weekly()], {}, {MONDAY: 5}).lines[-1].weight == 10


def test_daily_measures_of_different_days_share_the_due_days():
    sunday = Measure("s", "Plan", (Terms(date.min, Kind.YES_NO, due=frozenset({6})),))
    assert week(NEXT_MONDAY, [DAILY, sunday, weekly()], {}, {MONDAY: 5}).lines[-1].weight == 12


@pytest.mark.parametrize(
    ("kind", "marks", "total"),
    [
        (Kind.COUNT, [3, 4], 7),
        (Kind.NUMBER, [3, -4], -1),
        (Kind.DURATION, [90, 30], 120),
        (Kind.YES_NO, [1, 0], 1),
        (Kind.YES_NO, [0, 0], 0),
        (Kind.RATING, [5, 2, 3], 3),
        (Kind.COUNT, [0], 0),
        (Kind.COUNT, [], None),
    ],
)
def test_what_the_total_of_a_week_is(kind, marks, total):
    ask = Terms(date.min, kind, Direction.TALLY, scale=5 if kind is Kind.RATING else None, weekly=True)
    assert week_total(ask, [*(Scored(Decimal(mark)) for mark in marks), SKIPPED]) == total


def test_a_change_to_weekly_in_mid_week_keeps_the_daily_entries_and_begins_the_total():
    ask = Terms(WEDNESDAY, Kind.COUNT, target=Decimal(10), weekly=True)
    explained = explain_week([DAILY.with_terms(ask)], entries("daily", dict.fromkeys(WEEK.days, 4)), WEEK, NEXT_MONDAY)
    daily, total = explained.lines[:-1], explained.lines[-1]
    assert [line.day for line in daily] == [MONDAY, TUESDAY]
    assert (total.value, total.weight, total.standing) == (20, 2, Standing.COUNTED)


def test_a_weekly_measure_benched_in_mid_week_keeps_what_it_had():
    benched = weekly().with_terms(Terms(WEDNESDAY, Kind.YES_NO, place=Place.BENCH))
    line = week_line(benched, entries("weekly", {MONDAY: 10, FRIDAY: 1}), WEEK, FRIDAY)
    assert (line.value, line.standing) == (10, Standing.COUNTED)


@pytest.mark.parametrize("measure", [DAILY, weekly(place=Place.BENCH), Measure("weekly", "Later", ())])
def test_what_is_not_weekly_or_not_on_the_card_has_no_weekly_line(measure):
    assert week_line(measure, entries("weekly", {MONDAY: 10}), WEEK, FRIDAY) is None


def test_a_week_over_the_new_year_is_one_week():
    last = Week.of(date(2027, 1, 1))
    assert (last.year, last.number) == (2026, 53)
    marks = entries("daily", dict.fromkeys(last.days, 4))
    assert explain_week([DAILY], marks, last, date(2027, 1, 4)).score.known == 5
