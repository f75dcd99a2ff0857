"""What is true of every score of everybody: the promises of the program about its own arithmetic."""

import copy
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from scorecard.domain.marks import Scored
from scorecard.domain.measures import Direction, Kind, Measure, Place
from scorecard.domain.scores import Explanation, Standing, explain_week
from tests.domain.calendar_scores import TODAYS, all_of, day_of, weeks_of
from tests.domain.strategies import Calendar, calendars, measures, terms, values_of


def never_less(before: Fraction | None, after: Fraction | None) -> bool:
    return before is None or (after is not None and after >= before)


@given(calendars(), TODAYS)
def test_a_score_lies_between_0_and_100_and_its_coverage_between_nothing_and_all(calendar, offset):
    for explained in all_of(calendar, calendar.monday + timedelta(days=offset)):
        score = explained.score
        assert score.so_far is None or 0 <= score.so_far <= 100
        assert (score.so_far is None) == (score.known == 0)
        assert 0 <= score.known <= score.due
        assert score.known <= score.known_weight <= score.due_weight
        assert all(line.completion is None or 0 <= line.completion <= 1 for line in explained.lines)


@given(calendars(), TODAYS)
def test_the_rows_of_an_explanation_add_up_to_the_score_exactly(calendar, offset):
    for explained in all_of(calendar, calendar.monday + timedelta(days=offset)):
        counted = [line for line in explained.lines if line.standing is Standing.COUNTED]
        blank = [line for line in explained.lines if line.standing is Standing.BLANK]
        score = explained.score
        assert sum(line.points for line in explained.lines) == (score.so_far or 0)
        assert all(line.points == 0 for line in explained.lines if line not in counted)
        assert (len(counted), sum(line.weight for line in counted)) == (score.known, score.known_weight)
        assert (len(blank), sum(line.weight for line in blank)) == (
            score.due - score.known, score.due_weight - score.known_weight,
        )  # fmt: skip


@given(calendars(), TODAYS)
def test_there_is_no_score_under_half_of_the_due_weight(calendar, offset):
    for explained in all_of(calendar, calendar.monday + timedelta(days=offset)):
        score = explained.score
        enough = score.known_weight >= Fraction(score.due_weight, 2)
        assert score.value == (score.so_far if enough else None)


def _changing(
    data: st.DataObject, better: Callable[[list], list], **of_terms: object
) -> tuple[Calendar, Calendar, date]:
    """A calendar with a measure "x" of the given terms, and the same with a better value on one of its days."""
    calendar = data.draw(calendars(most=2))
    ever = data.draw(measures(calendar.monday, "x", places=[Place.CARD], **of_terms))
    measure = replace(ever, terms=(replace(ever.terms[0], first_day=date.min), *ever.terms[1:]))
    calendar = replace(calendar, measures=(*calendar.measures, measure))
    for day in data.draw(st.sets(st.sampled_from(calendar.days), max_size=5)):
        calendar = calendar.with_mark(day, "x", Scored(data.draw(values_of(measure.terms_on(day)))))
    day = data.draw(st.sampled_from(calendar.days))
    possible = values_of(measure.terms_on(day))
    worse_value, better_value = better([data.draw(possible), data.draw(possible)])
    worse_day = calendar.with_mark(day, "x", Scored(worse_value))
    return worse_day, calendar.with_mark(day, "x", Scored(better_value)), day


def _is_never_lowered(before: Calendar, after: Calendar, today: date) -> None:
    for one, other in zip(all_of(before, today), all_of(after, today), strict=True):
        assert never_less(one.score.so_far, other.score.so_far)
        assert never_less(one.score.value, other.score.value)
        assert other.score.known >= one.score.known


@given(st.data(), TODAYS)
def test_more_of_what_is_asked_at_least_lowers_no_score(data, offset):
    before, after, _ = _changing(data, sorted, directions=[Direction.AT_LEAST])
    _is_never_lowered(before, after, before.monday + timedelta(days=offset))


@given(st.data(), TODAYS)
def test_less_of_what_is_asked_at_most_lowers_no_score(data, offset):
    measured = [Kind.COUNT, Kind.NUMBER, Kind.DURATION, Kind.RATING]
    before, after, _ = _changing(
        data, lambda pair: sorted(pair, reverse=True), kinds=measured, directions=[Direction.AT_MOST]
    )
    _is_never_lowered(before, after, before.monday + timedelta(days=offset))


@given(st.data(), TODAYS)
def test_an_entry_changes_its_day_and_its_week_and_no_other(data, offset):
    before, after, changed = _changing(data, list)
    today = before.monday + timedelta(days=offset)
    for day in before.days:
        assert day == changed or day_of(before, day) == day_of(after, day)
    for week, one, other in zip(before.weeks, weeks_of(before, today), weeks_of(after, today), strict=True):
        assert changed in week.days or one == other


@given(calendars(), st.data(), TODAYS)
def test_order_and_grouping_change_nothing(calendar, data, offset):
    today = calendar.monday + timedelta(days=offset)
    shuffled = [
        replace(measure, position=n, group_id=data.draw(st.sampled_from(["h", None])))
        for n, measure in enumerate(data.draw(st.permutations(calendar.measures)))
    ]
    other = replace(
        calendar, measures=tuple(shuffled), entries=dict(reversed(calendar.entries.items())), away=calendar.away[::-1]
    )
    for one, another in zip(
        [*(day_of(calendar, day) for day in calendar.days), *weeks_of(calendar, today)],
        [*(day_of(other, day) for day in other.days), *weeks_of(other, today)],
        strict=True,
    ):
        assert one.score == another.score
        assert set(one.lines) == set(another.lines)


@given(calendars(), TODAYS)
def test_the_same_calendar_has_the_same_scores(calendar, offset):
    today = calendar.monday + timedelta(days=offset)
    assert all_of(copy.deepcopy(calendar), today) == all_of(calendar, today)


@given(calendars())
def test_the_groups_of_a_day_make_up_the_day(calendar):
    for day in calendar.days:
        parts = [
            day_of(replace(calendar, measures=tuple(m for m in calendar.measures if m.group_id == group)), day).score
            for group in ("g", "h", None)
        ]
        whole = day_of(calendar, day).score
        assert sum(part.known_weight for part in parts) == whole.known_weight
        assert sum(part.due_weight for part in parts) == whole.due_weight
        assert sum((part.so_far or 0) * part.known_weight for part in parts) == (whole.so_far or 0) * whole.known_weight


def _before(calendar: Calendar, today: date) -> list[Explanation]:
    """What has been scored before today: the days, and the weeks that are over."""
    days = [day_of(calendar, day) for day in calendar.days if day < today]
    over = [week for week in calendar.weeks if week.sunday < today]
    return days + [explain_week(calendar.measures, calendar.entries, week, today, calendar.away) for week in over]


@given(calendars(), st.data())
def test_new_terms_from_today_change_nothing_before_today(calendar, data):
    """Whatever is new about them: place (benched, retired, back again), weight, target, due days, kind, weekly."""
    today = data.draw(st.sampled_from(calendar.days))
    measure = data.draw(st.sampled_from(calendar.measures))
    changed = calendar.with_measure(measure.with_terms(data.draw(terms(today))))
    assert _before(changed, today) == _before(calendar, today)


@given(calendars(), st.data())
def test_a_measure_added_today_changes_nothing_before_today(calendar, data):
    today = data.draw(st.sampled_from(calendar.days))
    added = Measure("new", "New", (data.draw(terms(today)),))
    changed = replace(calendar, measures=data.draw(st.permutations([*calendar.measures, added])))
    unchanged = [explained.score for explained in _before(calendar, today)]
    assert [explained.score for explained in _before(changed, today)] == unchanged


@given(calendars(), TODAYS)
def test_a_week_that_is_over_stays_as_it_is(calendar, offset):
    for week in calendar.weeks:
        scores = {
            explain_week(calendar.measures, calendar.entries, week, today, calendar.away)
            for today in (week.next.monday, week.next.monday + timedelta(days=offset + 1), date(2040, 1, 1))
        }
        assert len(scores) == 1
