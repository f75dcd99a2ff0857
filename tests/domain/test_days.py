"""Every moment belongs to exactly one day, wherever the user lives and whatever the clocks do."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.domain.days import DEFAULT_DAY_END, LATEST_DAY_END, ONE_DAY, day_start, next_day_start, score_date
from tests.domain.strategies import day_ends, every_zone, jumps, moments, zones

BERLIN = ZoneInfo("Europe/Berlin")


def at(zone: str, *moment: int, fold: int = 0) -> datetime:
    return datetime(*moment, tzinfo=ZoneInfo(zone), fold=fold)


def test_a_day_ends_at_four_in_the_morning_unless_the_user_says_otherwise_and_at_noon_at_the_latest():
    assert time(4, 0) == DEFAULT_DAY_END
    assert time(12, 0) == LATEST_DAY_END


@pytest.mark.parametrize(
    ("moment", "day_end", "day"),
    [
        ((2026, 11, 20, 18, 30), time(4), date(2026, 11, 20)),
        ((2026, 11, 21, 0, 0), time(4), date(2026, 11, 20)),
        ((2026, 11, 21, 3, 59, 59), time(4), date(2026, 11, 20)),
        ((2026, 11, 21, 4, 0), time(4), date(2026, 11, 21)),
        ((2026, 11, 20, 23, 59, 59), time(0), date(2026, 11, 20)),
        ((2026, 11, 21, 0, 0), time(0), date(2026, 11, 21)),
        ((2026, 11, 21, 11, 59), time(12), date(2026, 11, 20)),
        ((2026, 11, 21, 12, 0), time(12), date(2026, 11, 21)),
        ((2027, 1, 1, 2, 0), time(4), date(2026, 12, 31)),
        ((2024, 3, 1, 2, 0), time(4), date(2024, 2, 29)),
        ((2025, 3, 1, 2, 0), time(4), date(2025, 2, 28)),
    ],
)
def test_what_is_done_before_the_end_of_the_day_belongs_to_the_day_before(moment, day_end, day):
    assert score_date(datetime(*moment, tzinfo=BERLIN), day_end) == day


@pytest.mark.parametrize(
    ("moment", "day_end", "day"),
    [
        # The clocks go back at 03:00: half past two comes twice, and the day has begun at the first.
        (at("Europe/Berlin", 2026, 10, 25, 2, 29), time(2, 30), date(2026, 10, 24)),
        (at("Europe/Berlin", 2026, 10, 25, 2, 30), time(2, 30), date(2026, 10, 25)),
        (at("Europe/Berlin", 2026, 10, 25, 2, 29, fold=1), time(2, 30), date(2026, 10, 25)),
        # The clocks go forward at 02:00: half past two never comes; by the old clock it would be 03:30.
        (at("Europe/Berlin", 2026, 3, 29, 1, 59), time(2, 30), date(2026, 3, 28)),
        (at("Europe/Berlin", 2026, 3, 29, 3, 29), time(2, 30), date(2026, 3, 28)),
        (at("Europe/Berlin", 2026, 3, 29, 3, 30), time(2, 30), date(2026, 3, 29)),
        (at("America/New_York", 2026, 11, 1, 1, 15, fold=1), time(1, 30), date(2026, 11, 1)),
        (at("Australia/Lord_Howe", 2026, 4, 5, 1, 40), time(1, 45), date(2026, 4, 4)),
        (at("Australia/Lord_Howe", 2026, 4, 5, 1, 40, fold=1), time(1, 45), date(2026, 4, 5)),
        # Midnight never came on 2018-11-04.
        (at("America/Sao_Paulo", 2018, 11, 4, 1, 0), time(0), date(2018, 11, 4)),
        (at("America/Sao_Paulo", 2018, 2, 17, 23, 30, fold=1), time(0), date(2018, 2, 17)),
        # One minute past midnight the clocks went back: the new day stays, though the wall says the old one.
        (at("America/St_Johns", 2009, 11, 1, 0, 0, 30), time(0), date(2009, 11, 1)),
        (at("America/St_Johns", 2009, 10, 31, 23, 30, fold=1), time(0), date(2009, 11, 1)),
        # Samoa had no 30 December 2011.
        (at("Pacific/Apia", 2011, 12, 29, 23, 59), time(4), date(2011, 12, 29)),
        (at("Pacific/Apia", 2011, 12, 31, 3, 59), time(4), date(2011, 12, 29)),
        (at("Pacific/Apia", 2011, 12, 31, 4, 0), time(4), date(2011, 12, 31)),
        (at("Asia/Kathmandu", 2026, 11, 21, 3, 59), time(4), date(2026, 11, 20)),
    ],
)
def test_nights_on_which_the_clocks_change(moment, day_end, day):
    assert score_date(moment, day_end) == day


@pytest.mark.parametrize(
    ("day", "hours"), [(date(2026, 3, 28), 23), (date(2026, 10, 24), 25), (date(2026, 11, 20), 24)]
)
def test_a_day_is_as_long_as_its_night_makes_it(day, hours):
    length = day_start(day + ONE_DAY, DEFAULT_DAY_END, BERLIN) - day_start(day, DEFAULT_DAY_END, BERLIN)
    assert length == timedelta(hours=hours)


def test_the_next_day_begins_at_the_next_end_of_the_day_told_in_utc():
    begins = next_day_start(datetime(2026, 11, 21, 3, 0, tzinfo=BERLIN))
    assert begins == datetime(2026, 11, 21, 3, 0, tzinfo=UTC)
    assert begins.tzinfo is UTC


@pytest.mark.parametrize("question", [score_date, next_day_start])
def test_a_moment_without_a_zone_belongs_to_no_day(question):
    with pytest.raises(ValueError, match="without a zone"):
        question(datetime(2026, 11, 20, 12, 0))


@given(moments(), day_ends())
def test_every_moment_belongs_to_exactly_one_day(now, day_end):
    instant, zone = now.astimezone(UTC), now.tzinfo
    near = [now.date() + timedelta(days=n) for n in range(-4, 5)]
    holding = [
        day for day in near
        if day_start(day, day_end, zone) <= instant < day_start(day + ONE_DAY, day_end, zone)
    ]  # fmt: skip
    assert holding == [score_date(now, day_end)]


@given(moments(), day_ends())
def test_now_lies_between_the_start_of_its_day_and_that_of_the_next(now, day_end):
    begun = day_start(score_date(now, day_end), day_end, now.tzinfo)
    assert begun <= now.astimezone(UTC) < next_day_start(now, day_end)


@given(moments(), day_ends(), st.integers(0, 200_000))
def test_days_follow_time(now, day_end, seconds):
    later = (now.astimezone(UTC) + timedelta(seconds=seconds)).astimezone(now.tzinfo)
    assert score_date(now, day_end) <= score_date(later, day_end)


@given(moments(), day_ends())
def test_a_day_lasts_until_the_instant_before_the_next(now, day_end):
    ends = next_day_start(now, day_end)
    last = (ends - timedelta(microseconds=1)).astimezone(now.tzinfo)
    assert score_date(last, day_end) == score_date(now, day_end)
    assert score_date(ends.astimezone(now.tzinfo), day_end) > score_date(now, day_end)


@pytest.mark.parametrize("region", sorted({name.partition("/")[0] for name in every_zone()}))
def test_in_every_zone_of_the_world_each_instant_of_a_year_s_odd_nights_has_one_day_and_days_follow_each_other(region):
    for name in every_zone():
        zone = ZoneInfo(name)
        for night in jumps(zone, 2026) if name.partition("/")[0] == region else ():
            moments_of_night = [(night + timedelta(minutes=90 * step)).astimezone(zone) for step in range(34)]
            days = [score_date(moment) for moment in moments_of_night]
            assert days == sorted(days), name
            for moment, day in zip(moments_of_night, days, strict=True):
                begins, ends = (day_start(of, DEFAULT_DAY_END, zone) for of in (day, day + ONE_DAY))
                assert begins <= moment.astimezone(UTC) < ends, name


@given(st.dates(date(1900, 1, 2), date(2999, 12, 30)), day_ends(), zones())
def test_every_date_begins_once_and_after_the_one_before_even_where_the_calendar_has_left_one_out(day, day_end, zone):
    yesterday, today, tomorrow = (day_start(day + n * ONE_DAY, day_end, zone) for n in (-1, 0, 1))
    assert yesterday <= today <= tomorrow
    begun = score_date(today.astimezone(zone), day_end)
    assert begun >= day
    assert begun == day or day_start(begun, day_end, zone) == today


@given(moments(), day_ends(), st.integers(-40, 40))
def test_a_clock_that_is_wrong_by_years_moves_today_by_as_much_and_breaks_nothing(now, day_end, years):
    wrong = now.replace(year=min(max(now.year + years, 1902), 2030), day=min(now.day, 28))
    assert abs(score_date(wrong, day_end) - wrong.date()) <= 2 * ONE_DAY


@given(moments(), day_ends(), zones())
def test_travelling_moves_today_by_two_days_at_most(now, day_end, elsewhere):
    there = score_date(now.astimezone(elsewhere), day_end)
    assert abs(there - score_date(now, day_end)) <= timedelta(days=2)
