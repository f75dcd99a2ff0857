"""What is skipped, away or unknown takes nothing from anybody's score."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from scorecard.domain.marks import SKIPPED, Entry
from scorecard.domain.scores import Score
from tests.domain.calendar_scores import TODAYS, all_of, day_of, score_without, weeks_of
from tests.domain.strategies import calendars

NOTHING_ASKED = Score(None, 0, 0, 0, 0)


@given(calendars(), st.data(), TODAYS)
def test_a_skip_is_as_if_nothing_had_been_asked(calendar, data, offset):
    today = calendar.monday + timedelta(days=offset)
    day, measure = data.draw(st.sampled_from(calendar.days)), data.draw(st.sampled_from(calendar.measures))
    skipped = calendar.with_mark(day, measure.id, SKIPPED)
    assert day_of(skipped, day).score == score_without(day_of(calendar, day).lines, (measure.id, day))
    blank = calendar.with_mark(day, measure.id, None)
    ask = measure.terms_on(day)
    if ask is None or ask.weekly:
        return
    for one, other in zip(weeks_of(calendar, today), weeks_of(skipped, today), strict=True):
        assert other.score == score_without(one.lines, (measure.id, day))
    assert day_of(skipped, day).score.so_far == day_of(blank, day).score.so_far


@given(calendars(weekly=True), TODAYS)
def test_a_skipped_week_is_as_if_nothing_had_been_asked_that_week(calendar, offset):
    today = calendar.monday + timedelta(days=offset)
    measure = calendar.measures[0]
    for n, week in enumerate(calendar.weeks):
        skipped = calendar
        for day in week.days:
            skipped = skipped.with_mark(day, measure.id, SKIPPED)
        assert weeks_of(skipped, today)[n].score == score_without(
            weeks_of(calendar, today)[n].lines, (measure.id, None)
        )


@given(calendars(), st.data(), TODAYS)
def test_a_day_away_is_as_if_it_had_not_been(calendar, data, offset):
    today = calendar.monday + timedelta(days=offset)
    day = data.draw(st.sampled_from(calendar.days))
    gone = calendar.with_away(day)
    assert day_of(gone, day).score == NOTHING_ASKED
    empty = gone
    for measure in calendar.measures:
        if (ask := measure.terms_on(day)) is None or ask.daily:
            empty = empty.with_mark(day, measure.id, None)
    assert [e.score for e in weeks_of(gone, today)] == [e.score for e in weeks_of(empty, today)]
    for other in calendar.days:
        assert other == day or day_of(gone, other) == day_of(calendar, other)


@given(calendars(weekly=False), st.data(), TODAYS)
def test_a_day_away_takes_its_own_rows_out_of_the_week_and_no_others(calendar, data, offset):
    today = calendar.monday + timedelta(days=offset)
    day = data.draw(st.sampled_from(calendar.days))
    own = [(measure.id, day) for measure in calendar.measures]
    for one, gone in zip(weeks_of(calendar, today), weeks_of(calendar.with_away(day), today), strict=True):
        assert gone.score == score_without(one.lines, *own)


@given(calendars())
def test_a_week_away_asks_for_nothing(calendar):
    for week, explained in zip(calendar.weeks, weeks_of(calendar.with_away(*calendar.days), date.max), strict=True):
        assert explained.score == NOTHING_ASKED, week


@given(calendars(), st.data(), TODAYS)
def test_what_is_unknown_is_never_counted_as_zero(calendar, data, offset):
    today = calendar.monday + timedelta(days=offset)
    day, measure = data.draw(st.sampled_from(calendar.days)), data.draw(st.sampled_from(calendar.measures))
    blank = calendar.with_mark(day, measure.id, None)
    absent = replace(blank, measures=tuple(m for m in blank.measures if m.id != measure.id))
    assert day_of(blank, day).score.so_far == day_of(absent, day).score.so_far
    assert day_of(blank, day).score.due >= day_of(absent, day).score.due
    for explained in weeks_of(blank, today):
        assert explained.score.so_far == score_without(explained.lines, (measure.id, day)).so_far
    explicit = Entry(measure.id, day)
    assert all_of(replace(blank, entries={**blank.entries, (day, measure.id): explicit}), today) == all_of(blank, today)
