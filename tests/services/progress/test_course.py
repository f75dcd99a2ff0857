"""The course of the day scores: the numbers behind every bar, band and line, worked out by hand."""

from datetime import date, timedelta
from fractions import Fraction

import pytest

from scorecard.domain.periods import Length, Period
from scorecard.services.progress.course import Course, Grain, grain_of
from scorecard.services.progress.courses import course_of
from scorecard.services.progress.history import History
from tests.sample.scored import days_from, scored

TODAY = date(2026, 11, 20)
NOVEMBER = Period.of(Length.MONTH, TODAY)
YEAR = Period.of(Length.YEAR, TODAY)


def nov(day: int) -> date:
    return date(2026, 11, day)


def month(history: History) -> Course:
    return course_of(history, NOVEMBER)


def all_of(first: date, last: date = TODAY) -> Period:
    return Period.of(Length.ALL, last, first)


@pytest.mark.parametrize(
    ("period", "grain"),
    [
        (NOVEMBER, Grain.DAY),
        (Period.of(Length.QUARTER, date(2026, 8, 1)), Grain.DAY),
        (YEAR, Grain.WEEK),
        (Period.of(Length.YEAR, date(2024, 2, 29)), Grain.WEEK),
        (all_of(date(2026, 8, 21)), Grain.DAY),
        (all_of(date(2026, 8, 20)), Grain.WEEK),
        (all_of(date(2024, 11, 20)), Grain.WEEK),
        (all_of(date(2024, 11, 1)), Grain.MONTH),
        (all_of(date(2010, 4, 1)), Grain.MONTH),
        (all_of(date(2010, 3, 31)), Grain.QUARTER),
        (all_of(date(1977, 1, 1)), Grain.QUARTER),
        (all_of(date(1976, 1, 1)), Grain.YEAR),
    ],
)
def test_the_finest_grain_is_chosen_that_does_not_crowd_the_chart(period: Period, grain: Grain) -> None:
    assert grain_of(period) is grain
    course = course_of(scored({period.first: 80}, TODAY), period)
    assert 2 <= len(course.days) + len(course.bands) <= 201


def test_a_month_has_a_bar_a_day_with_gaps_and_days_to_come() -> None:
    course = month(scored(days_from(nov(2), 80, None, 60), TODAY))
    assert [bar.day for bar in course.days] == [nov(n) for n in range(1, 31)]
    assert [bar.points for bar in course.days[:4]] == [None, Fraction(80), None, Fraction(60)]
    assert [bar.future for bar in course.days].index(True) == 20
    assert (course.days[1].known, course.days[1].due, course.days[2].due) == (3, 3, 3)
    assert (course.mean, course.n) == (70, 2)


def test_days_before_the_history_begins_are_gaps_with_nothing_asked() -> None:
    course = month(scored({nov(16): 90}, TODAY))
    assert [bar.due for bar in course.days[:17]] == [0] * 15 + [3, 3]
    assert all(bar.points is None and not bar.future for bar in course.days[:15])
    assert (course.mean, course.n, course.mean_before, course.difference) == (90, 1, None, None)


def test_what_is_written_down_for_days_to_come_does_not_count() -> None:
    course = month(scored({nov(19): 90, nov(21): 10, nov(30): 10}, TODAY))
    assert (course.mean, course.n) == (90, 1)
    assert course.days[20].points is None
    assert course.running[20:] == (None,) * 10


def test_a_history_that_ends_before_the_period_leaves_it_empty() -> None:
    history = scored({date(2025, 3, 3): 50}, date(2025, 3, 4))
    later = History(history.grid, TODAY)
    assert month(later).is_blank
    assert course_of(later, YEAR).is_blank
    assert all(band.mean is None for band in course_of(later, YEAR).bands)


def test_thin_days_are_bars_but_no_scores() -> None:
    course = month(scored({nov(2): 90, nov(3): 30}, TODAY, thin=[nov(3)]))
    assert (course.days[2].shown, course.days[2].thin, course.days[2].hollow) == (30, True, True)
    assert (course.mean, course.n) == (90, 1)
    only_thin = month(scored({nov(3): 30}, TODAY, thin=[nov(3)]))
    assert (only_thin.mean, only_thin.n, only_thin.is_blank) == (None, 0, False)


def test_from_memory_counts_and_is_hollow() -> None:
    course = month(scored({nov(2): 90}, TODAY, remembered=[nov(2)]))
    assert course.days[1].hollow
    assert course.mean == 90


def test_the_period_before_is_the_whole_month_before() -> None:
    october = days_from(date(2026, 10, 1), 70, None, 75)
    course = month(scored({**october, date(2026, 9, 30): 0, nov(1): 80, nov(2): 81}, TODAY))
    assert (course.mean, course.n, course.mean_before, course.n_before) == pytest.approx((80.5, 2, 72.5, 2))
    assert course.difference == 8, "of 81 and 73, as both are shown: halves up"


def test_all_has_nothing_before_it() -> None:
    course = course_of(scored({nov(1): 80}, TODAY), all_of(nov(1)))
    assert (course.mean_before, course.n_before) == (None, 0)


def test_the_running_mean_is_that_of_the_scored_days_among_the_last_seven() -> None:
    points = days_from(nov(1), 10, 20, None, 60, None, None, None, 70, 80)
    running = month(scored(points, TODAY)).running
    assert running[:4] == (None, None, None, 30), "three days are enough"
    assert running[4:7] == (30, 30, 30), "also beside days without a score"
    assert running[7] == 50, "of 2, 4 and 8 November: the first is seven days ago"
    assert running[8:10] == (70, 70), "of 4, 8 and 9"
    assert running[10:] == (None,) * 20, "two are too few"


def test_the_running_mean_knows_the_days_before_the_period_and_no_thin_ones() -> None:
    points = days_from(date(2026, 10, 29), 50, 60, 70, 80, 0)
    running = month(scored(points, TODAY, thin=[nov(2)])).running
    assert running[:2] == (65, 65)


def test_the_running_mean_exists_at_the_beginning_of_the_calendar() -> None:
    first = date(1, 1, 1)
    history = scored(days_from(first, 10, 20, 30), first + timedelta(days=9))
    assert course_of(history, Period.of(Length.MONTH, first)).running[:4] == (None, None, 20, 20)


def test_stretches_away_end_at_the_period_and_may_lie_ahead() -> None:
    away = [(date(2026, 10, 20), nov(1)), (nov(10), nov(12)), (nov(12), nov(13)), (nov(28), date(2026, 12, 5))]
    course = month(scored({nov(2): 80}, TODAY, away=away))
    assert course.away == ((nov(1), nov(1)), (nov(10), nov(13)), (nov(28), nov(30)))
    assert [bar.day.day for bar in course.days if bar.away] == [1, 10, 11, 12, 13, 28, 29, 30]


def test_the_best_days_share_the_highest_score_as_it_is_shown() -> None:
    course = month(scored(days_from(nov(2), 84.5, 85.4, 60, 99), TODAY, thin=[nov(5)]))
    assert [bar.day for bar in course.best_days] == [nov(2), nov(3)]
    assert month(scored(days_from(nov(2), 80, 80), TODAY)).best_days == ()


def test_a_year_is_cut_into_its_weeks() -> None:
    bands = course_of(scored({nov(1): 80}, TODAY), YEAR).bands
    assert [(band.first, band.last) for band in bands[:2]] == [
        (date(2026, 1, 1), date(2026, 1, 4)), (date(2026, 1, 5), date(2026, 1, 11)),
    ]  # fmt: skip
    assert (bands[-1].first, bands[-1].last) == (date(2026, 12, 28), date(2026, 12, 31))
    assert len(bands) == 53
    assert sum((band.last - band.first).days + 1 for band in bands) == 365
    assert next(band.first for band in bands if band.future) == nov(23)
    assert bands[0].period == Period(Length.WEEK, date(2025, 12, 29), date(2026, 1, 4))


def test_a_year_that_begins_on_a_monday_has_no_week_of_another_year() -> None:
    bands = course_of(scored({date(2024, 1, 1): 80}, TODAY), Period.of(Length.YEAR, date(2024, 1, 1))).bands
    assert (bands[0].first, bands[0].last) == (date(2024, 1, 1), date(2024, 1, 7))


def test_a_band_reaches_from_the_lowest_to_the_highest_day_of_its_week() -> None:
    points = {**days_from(nov(9), 92, 78, None, 54, 30), nov(16): 70}
    history = scored(points, TODAY, thin=[nov(13)], remembered=[nov(9), nov(10)], away=[(nov(11), nov(11))])
    bands = {band.first: band for band in course_of(history, YEAR).bands}
    week = bands[nov(9)]
    assert (week.low, week.high, week.n, week.remembered, week.gone) == pytest.approx((54, 92, 3, 2, 1))
    assert week.mean == pytest.approx(224 / 3)
    assert (week.shown, week.hollow) == (75, True)
    single = bands[nov(16)]
    assert (single.low, single.mean, single.high, single.hollow) == pytest.approx((70, 70, 70, False))
    empty = bands[nov(2)]
    assert (empty.low, empty.high, empty.mean, empty.n, empty.hollow) == (None, None, None, 0, False)


def test_days_of_other_years_and_days_to_come_are_in_no_band() -> None:
    history = scored({date(2025, 12, 31): 10, date(2026, 1, 1): 90, nov(20): 80, nov(22): 0}, TODAY)
    course = course_of(history, YEAR)
    assert (course.bands[0].mean, course.bands[0].n) == (90, 1)
    week = next(band for band in course.bands if band.first == nov(16))
    assert (week.mean, week.n) == pytest.approx((80, 1))
    assert sum(band.n for band in course.bands) == course.n == 2
    assert (course.mean_before, course.n_before) == pytest.approx((10, 1))


def test_months_of_all_begin_and_end_with_what_was_scored() -> None:
    first = date(2023, 3, 15)
    history = scored({first: 40, date(2023, 3, 31): 60, date(2023, 4, 1): 90, TODAY: 70}, TODAY)
    bands = course_of(history, all_of(first)).bands
    assert (bands[0].first, bands[0].last, bands[0].mean, bands[0].n) == (first, date(2023, 3, 31), 50, 2)
    assert (bands[1].first, bands[1].last, bands[1].mean) == (date(2023, 4, 1), date(2023, 4, 30), 90)
    assert (bands[-1].first, bands[-1].last, bands[-1].shown) == (nov(1), TODAY, 70)
    assert len(bands) == 45
    assert bands[0].period == Period.of(Length.MONTH, first)


def test_quarters_and_years_of_all_begin_where_the_calendar_begins_them() -> None:
    quarters = course_of(scored({date(1990, 5, 5): 80}, TODAY), all_of(date(1990, 5, 5))).bands
    assert [band.first for band in quarters[:3]] == [date(1990, 5, 5), date(1990, 7, 1), date(1990, 10, 1)]
    assert quarters[0].period == Period(Length.QUARTER, date(1990, 4, 1), date(1990, 6, 30))
    years = course_of(scored({date(1960, 5, 5): 80}, TODAY), all_of(date(1960, 5, 5))).bands
    assert [band.first for band in years[:2]] == [date(1960, 5, 5), date(1961, 1, 1)]
    assert years[0].period == Period.of(Length.YEAR, date(1960, 5, 5))


def test_a_week_with_few_scored_days_is_not_the_best() -> None:
    points = {**days_from(nov(2), 70, 70, 70), **days_from(nov(9), 80, 80, 80), nov(16): 100}
    course = course_of(scored(points, TODAY), YEAR)
    assert [band.first for band in course.best_bands] == [nov(9)]


def test_fifty_years_are_gathered_without_a_day_lost() -> None:
    first = date(1977, 1, 1)
    points = {first + timedelta(days=n): n % 101 for n in range((TODAY - first).days + 1)}
    course = course_of(scored(points, TODAY), all_of(first))
    assert sum(band.n for band in course.bands) == course.n == len(points)
    assert course.mean == pytest.approx(sum(points.values()) / len(points))
