"""How far entries have come towards a goal: exact, adding up, and never by what is unknown."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.domain.away import AwayRange
from scorecard.domain.goal_counting import Facts, Seen, facts_of, goal_progress, seen_promises
from scorecard.domain.goal_progress import GoalProgress, Left, LeftOut, Stand
from scorecard.domain.goals import Counted, Goal, Span, period_of
from scorecard.domain.marks import SKIPPED, UNKNOWN, Mark, Scored
from scorecard.domain.measures import WORKING_DAYS, Direction, Kind, Measure, Terms
from scorecard.domain.scores import Line, Standing, day_lines, week_lines
from scorecard.domain.snapshot import Card
from scorecard.domain.weeks import Week
from tests.domain.goal_model import facts_of_calendar, goal_of, seen_of, slow_amount
from tests.domain.strategies import Calendar, calendars

TODAY = date(2026, 11, 20)  # a Friday
QUARTER = period_of(Span.QUARTER, TODAY)
COUNT = Terms(date(2026, 1, 1), Kind.COUNT, target=Decimal(3), due=WORKING_DAYS)


def measure(measure_id: str = "m", *terms: Terms) -> Measure:
    return Measure(measure_id, measure_id, terms or (COUNT,))


def seen(value: int | Mark, day: date = TODAY, terms: Terms = COUNT, measure_id: str = "m", times: int = 1) -> Seen:
    mark = Scored(Decimal(value)) if isinstance(value, int) else value
    return Seen(measure_id, terms, mark, times, due=terms.due_on(day), last=day)


def facts(*of: Seen, measures: tuple[Measure, ...] = (), until: date = TODAY, today: date = TODAY) -> Facts:
    return facts_of(QUARTER, until, today, Card(measures or (measure(),)), (), of)


def progress(goal: Goal, *of: Seen, **more: object) -> GoalProgress:
    return goal_progress(goal, facts(*of, **more))  # type: ignore[arg-type]


TOTAL = goal_of(Counted.TOTAL, TODAY, "m", target=100)


@given(calendars(most=3), st.sampled_from(Counted), st.integers(0, 13), st.booleans())
def test_counting_agrees_with_counting_entry_by_entry(calendar: Calendar, counted: Counted, n: int, late: bool) -> None:
    until = calendar.days[n]
    today = until + timedelta(days=30) if late else until
    goal = goal_of(counted, until, *(one.id for one in calendar.measures))
    found = goal_progress(goal, facts_of_calendar(calendar, goal.period, until, today))

    assert found.amount == slow_amount(counted, calendar, goal.period, found.until, today)


@given(calendars(most=3), st.sampled_from(Counted), st.randoms())
def test_the_parts_add_up_and_order_changes_nothing(calendar: Calendar, counted: Counted, chance: object) -> None:
    until = calendar.days[-1]
    goal = goal_of(counted, until, *(one.id for one in calendar.measures))
    found = seen_of(calendar, goal.period, until)
    card = Card(calendar.measures)
    first = goal_progress(goal, facts_of(goal.period, until, until, card, calendar.away, found))
    chance.shuffle(found)  # type: ignore[attr-defined]
    other_card = Card(tuple(reversed(calendar.measures)))
    other = goal_progress(goal, facts_of(goal.period, until, until, other_card, calendar.away, found))

    assert (other.amount, other.known, other.asked, other.n) == (first.amount, first.known, first.asked, first.n)
    if first.amount is not None:
        assert sum((first.part(gain) for gain in first.gains), Fraction(0)) == first.amount
    assert first.known <= first.asked or counted.adds_values


@given(calendars(most=2), st.sampled_from(Counted))
def test_what_is_unknown_changes_nothing(calendar: Calendar, counted: Counted) -> None:
    until = calendar.days[-1]
    goal = goal_of(counted, until, *(one.id for one in calendar.measures))
    found = seen_of(calendar, goal.period, until)
    blank = [
        Seen(one.id, terms, UNKNOWN, 1, due=terms.due_on(day), last=day)
        for one in calendar.measures
        for day in calendar.days
        if (terms := one.terms_on(day)) is not None and terms.daily and not terms.kind.computed
    ]
    card = Card(calendar.measures)
    without = goal_progress(goal, facts_of(goal.period, until, until, card, calendar.away, found))
    with_it = goal_progress(goal, facts_of(goal.period, until, until, card, calendar.away, [*found, *blank]))

    assert (with_it.amount, with_it.n, with_it.known, with_it.asked) == (
        without.amount, without.n, without.known, without.asked,
    )  # fmt: skip


@given(st.lists(st.integers(0, 9), min_size=1, max_size=12), st.sampled_from([Counted.TOTAL, Counted.SCORE]))
def test_entries_that_are_alike_may_come_as_one_row(values: list[int], counted: Counted) -> None:
    days = [TODAY - timedelta(days=7 * n) for n in range(6)]
    single = [seen(value, days[n % 6]) for n, value in enumerate(values)]
    gathered = [seen(value, TODAY, times=values.count(value)) for value in sorted(set(values))]
    goal = goal_of(counted, TODAY, "m")

    assert progress(goal, *single).amount == progress(goal, *gathered).amount


def test_nothing_known_is_not_zero() -> None:
    assert progress(TOTAL).amount is None
    assert progress(TOTAL).stand is Stand.UNKNOWN
    assert progress(TOTAL, seen(SKIPPED)).amount is None
    assert progress(TOTAL, seen(0)).amount == 0
    assert progress(TOTAL, seen(0)).stand is Stand.OPEN


def test_without_a_measure_a_goal_stands_empty() -> None:
    assert progress(goal_of(Counted.TOTAL, TODAY, target=5)).stand is Stand.EMPTY


def test_a_group_counts_each_of_its_measures_once() -> None:
    inside = replace(measure(), group_id="g")
    goal = goal_of(Counted.TOTAL, TODAY, "m", groups=["g"], target=10)

    assert progress(goal, seen(4), measures=(inside, measure("n"))).amount == 4


def test_a_change_of_kind_leaves_out_what_cannot_be_added_and_says_so() -> None:
    rating = replace(COUNT, first_day=date(2026, 11, 1), kind=Kind.RATING, scale=5)
    changed = measure("m", COUNT, rating)
    found = progress(TOTAL, seen(7, date(2026, 10, 5)), seen(4, TODAY, rating, times=3), measures=(changed,))

    assert found.amount == 7
    assert found.gains[0].left_out == (LeftOut(Kind.RATING, False, 3),)
    assert found.asked == len([n for n in range(31) if date(2026, 10, 1 + n).weekday() < 5])


def test_a_tally_meets_no_target_but_adds_up() -> None:
    tally = Terms(COUNT.first_day, Kind.COUNT, Direction.TALLY)
    met = progress(goal_of(Counted.DAYS_MET, TODAY, "m"), seen(4, terms=tally), measures=(measure("m", tally),))

    assert met.amount is None
    assert met.gains[0].left_out == (LeftOut(Kind.COUNT, True, 1),)
    assert progress(TOTAL, seen(4, terms=tally), measures=(measure("m", tally),)).amount == 4


def test_a_yes_counts_as_one() -> None:
    yes = Terms(COUNT.first_day, Kind.YES_NO)
    assert progress(TOTAL, seen(1, terms=yes, times=5), seen(0, terms=yes), measures=(measure("m", yes),)).amount == 5


def test_times_are_added_to_times_only() -> None:
    time = Terms(COUNT.first_day, Kind.DURATION, target=Decimal(60))
    found = progress(
        goal_of(Counted.TIME, TODAY, "m", "t", target=600),
        seen(90, terms=time, measure_id="t", times=2),
        seen(3),
        measures=(measure(), measure("t", time)),
    )

    assert found.amount == 180
    assert [gain.left_out for gain in found.gains] == [(LeftOut(Kind.COUNT, False, 1),), ()]


def test_what_is_missing_is_shared_out_over_the_working_days_left() -> None:
    found = progress(TOTAL, seen(40))

    assert found.left == Left(29)  # from Monday the 23rd to the end of the year
    assert found.missing == 60
    assert found.each == Fraction(60, 29)


def test_today_is_left_while_nothing_is_known_of_it() -> None:
    assert progress(TOTAL, seen(40, TODAY - timedelta(days=1))).left == Left(30)


def test_days_away_are_not_left() -> None:
    gone = AwayRange("a", date(2026, 12, 21), date(2027, 1, 3))
    found = goal_progress(TOTAL, facts_of(QUARTER, TODAY, TODAY, Card((measure(),)), (gone,), [seen(1)]))

    assert found.left == Left(20)


def test_weekly_measures_have_weeks_left() -> None:
    weekly = replace(COUNT, weekly=True)
    assert progress(TOTAL, seen(1, terms=weekly), measures=(measure("m", weekly),)).left == Left(7, weekly=True)


def test_a_goal_of_an_at_most_measure_is_a_limit() -> None:
    kept_low = replace(COUNT, direction=Direction.AT_MOST)
    measures = (measure("m", kept_low),)
    within = progress(TOTAL, seen(60, terms=kept_low), measures=measures)
    over = progress(TOTAL, seen(101, terms=kept_low), measures=measures)
    mixed = progress(goal_of(Counted.TOTAL, TODAY, "m", "n"), measures=(*measures, measure("n")))

    assert (within.limit, within.stand) == (True, Stand.OPEN)
    assert over.stand is Stand.OVER
    assert (mixed.limit, mixed.mixed) == (False, True)


@pytest.mark.parametrize(("value", "stand"), [(100, Stand.REACHED), (99, Stand.ENDED)])
def test_when_the_quarter_is_over_it_is_reached_or_not(value: int, stand: Stand) -> None:
    found = progress(TOTAL, seen(value), until=QUARTER.last, today=date(2027, 2, 1))

    assert (found.over, found.gone_share, found.left) == (True, Fraction(1), Left(0))
    assert found.stand is stand


def test_a_quarter_to_come_has_all_its_days_left() -> None:
    to_come = goal_of(Counted.TOTAL, date(2027, 1, 1), "m", target=10)
    found = goal_progress(to_come, facts_of(to_come.period, TODAY, TODAY, Card((measure(),)), (), ()))

    assert (found.gone, found.stand, found.asked) == (0, Stand.UNKNOWN, 0)
    assert found.left == Left(64)


def test_the_share_of_time_that_is_gone_includes_today() -> None:
    assert progress(TOTAL).gone_share == Fraction(51, 92)


def test_different_units_are_told() -> None:
    calls, visits = replace(COUNT, unit="calls"), replace(COUNT, unit="visits")
    goal = goal_of(Counted.TOTAL, TODAY, "m", "n")
    measures = (measure("m", calls), measure("n", visits))

    assert progress(goal, seen(1, terms=calls), seen(2, terms=visits, measure_id="n"), measures=measures).units == (
        "calls", "visits",
    )  # fmt: skip
    assert progress(goal, seen(1, terms=calls), measures=measures).units == ()


def test_kept_promises_count_on_the_days_on_which_something_came_due() -> None:
    kept = Terms(COUNT.first_day, Kind.PROMISES, target=Decimal(100))
    counting = measure("m", kept)
    yesterday, before = TODAY - timedelta(days=1), TODAY - timedelta(days=2)
    marks: dict[date, Mark] = {TODAY: UNKNOWN, yesterday: Scored(Decimal(50)), before: Scored(Decimal(100))}
    skipped = Seen("m", kept, SKIPPED, 1, due=True, last=before)
    found = seen_promises([counting], marks, [skipped], ())
    score = progress(goal_of(Counted.SCORE, TODAY, "m"), *found, skipped, measures=(counting,))

    assert (score.amount, score.known, score.asked) == (Fraction(50), 1, 2)


@given(calendars(most=1))
def test_what_is_asked_is_what_is_due_day_by_day(calendar: Calendar) -> None:
    (one,) = calendar.measures
    until = calendar.days[-1]
    goal = goal_of(Counted.SCORE, until, one.id)
    found = goal_progress(goal, facts_of_calendar(replace(calendar, entries={}), goal.period, until, until))
    days = [goal.period.first + timedelta(days=n) for n in range((until - goal.period.first).days + 1)]
    lines = [line for day in days for line in day_lines(calendar.measures, {}, day, calendar.away)]
    weekly = sum(line.standing is Standing.BLANK for line in _week_lines(calendar, goal, until))

    assert found.asked == sum(line.standing is Standing.BLANK for line in lines) + weekly


def _week_lines(calendar: Calendar, goal: Goal, until: date) -> list[Line]:
    weeks = {Week.of(goal.period.first + timedelta(days=n)) for n in range((until - goal.period.first).days + 1)}
    return [
        line
        for week in weeks
        if week.sunday in goal.period
        for line in week_lines(calendar.measures, {}, week, until, calendar.away)
    ]
