"""One reminder a day: when it comes, whatever clock, zone and sleep do; and when it does not."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.domain.away import AwayRange
from scorecard.domain.days import ONE_DAY, day_start, score_date
from scorecard.domain.measures import EVERY_DAY, WORKING_DAYS, Direction, Kind, Measure, Terms
from scorecard.domain.reminders import (
    DayStanding,
    Look,
    Reminded,
    Reminder,
    asks_anything,
    chosen,
    look_at_reminder,
    next_moment,
    reminder_moment,
    snoozed,
    standing_of_day,
)
from scorecard.domain.snapshot import Card
from tests.fake_clock import BERLIN, FixedClock

FOUR = time(4, 0)
FRIDAY = date(2026, 11, 20)
HALF_PAST_FIVE = Reminder(on=True, at=time(17, 30))
NEVER_YET = Reminded()

zones = st.sampled_from(
    [ZoneInfo(name) for name in ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "UTC")]
)
days = st.dates(date(2020, 1, 1), date(2030, 12, 31))
times = st.times()
day_ends = st.times(max_value=time(12, 0))


def at(hour: int, minute: int = 0, day: int = 20) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=BERLIN)


def look(
    now: datetime,
    reminded: Reminded = NEVER_YET,
    standing: DayStanding | None = DayStanding.OPEN,
    reminder: Reminder = HALF_PAST_FIVE,
) -> Look:
    return look_at_reminder(now, reminder, reminded, FOUR, lambda _: standing)


def test_it_comes_at_its_time_and_not_before() -> None:
    assert not look(at(17, 29)).remind
    assert look(at(17, 29)).next == at(17, 30)
    assert look(at(17, 30)).remind


def test_it_comes_once_a_day() -> None:
    first = look(at(17, 30))

    assert not look(at(17, 31), first.reminded).remind
    assert look(at(17, 31), first.reminded).next == at(17, 30, day=21)
    assert look(at(17, 30, day=21), first.reminded).remind


def test_what_was_slept_over_is_caught_up_on_the_same_day_only() -> None:
    assert look(at(23, 50)).remind
    assert look(at(3, 59, day=21)).remind  # the day of the user has not ended
    assert not look(at(4, 0, day=21)).remind


def test_it_is_off_unless_wished() -> None:
    assert not Reminder().on
    assert look(at(23), reminder=Reminder()) == Look(False, NEVER_YET, None)


@pytest.mark.parametrize("standing", [DayStanding.FINISHED, DayStanding.AWAY, DayStanding.FREE])
def test_only_an_open_day_is_reminded_of_and_the_others_are_over_for_today(standing: DayStanding) -> None:
    silent = look(at(17, 30), standing=standing)

    assert not silent.remind
    assert not look(at(20), silent.reminded).remind  # reopened since


def test_a_day_that_nothing_is_known_of_is_asked_about_again() -> None:
    assert look(at(17, 30), standing=None) == Look(False, NEVER_YET, at(17, 30))


def test_the_day_is_only_looked_at_when_the_moment_has_come() -> None:
    def never(_: date) -> DayStanding:
        raise AssertionError

    look_at_reminder(at(17), HALF_PAST_FIVE, NEVER_YET, FOUR, never)


def test_a_time_after_midnight_belongs_to_the_day_before() -> None:
    late = Reminder(on=True, at=time(1, 0))

    assert reminder_moment(FRIDAY, late, FOUR, BERLIN) == at(1, day=21)


def test_a_time_that_has_passed_when_it_is_chosen_begins_tomorrow() -> None:
    kept = chosen(at(20), HALF_PAST_FIVE, NEVER_YET, FOUR)

    assert not look(at(20), kept).remind
    assert look(at(17, 30, day=21), kept).remind


def test_a_time_still_to_come_holds_today_whatever_was_chosen_before() -> None:
    later = Reminder(on=True, at=time(21, 0))
    kept = chosen(at(20), later, chosen(at(20), HALF_PAST_FIVE, NEVER_YET, FOUR), FOUR)

    assert look(at(21), kept, reminder=later).remind


def test_another_time_on_a_day_that_had_its_reminder_begins_tomorrow() -> None:
    later = Reminder(on=True, at=time(21, 0))
    kept = chosen(at(18), later, look(at(17, 30)).reminded, FOUR)

    assert not look(at(21), kept, reminder=later).remind


def test_put_off_it_comes_once_more() -> None:
    off = snoozed(at(17, 40), timedelta(minutes=15), look(at(17, 30)).reminded, FOUR)

    assert look(at(17, 54), off).next == at(17, 55)
    again = look(at(17, 55), off)
    assert again.remind
    assert not look(at(19), again.reminded).remind


def test_put_off_towards_the_end_of_the_day_it_comes_just_before_it() -> None:
    first = look(at(3, 30, day=21))
    off = snoozed(at(3, 30, day=21), timedelta(hours=1), first.reminded, FOUR)

    assert off.again == at(3, 59, day=21)
    assert snoozed(at(3, 59, day=21), timedelta(hours=1), first.reminded, FOUR).again is None


def test_what_was_put_off_does_not_reach_into_the_next_day() -> None:
    off = snoozed(at(17, 40), timedelta(hours=1), look(at(17, 30)).reminded, FOUR)

    assert not look(at(9, day=21), off).remind


def test_a_clock_set_back_reminds_of_no_day_twice() -> None:
    """An empty battery: the clock says 2030, then 2001, then is right again."""
    clock, reminded, given_on = FixedClock(at(17, 30)), NEVER_YET, []
    for moment in (at(17, 30), at(17, 30).replace(year=2030), at(18).replace(year=2001), at(18), at(12), at(17, 45)):
        clock.set(moment)
        seen = look(clock.now(), reminded)
        reminded = seen.reminded
        if seen.remind:
            given_on.append(moment.year)

    assert given_on == [2026, 2030, 2001]


@given(days, times, day_ends, zones)
def test_the_moment_lies_within_its_day_in_every_night(day: date, when: time, day_end: time, zone: ZoneInfo) -> None:
    moment = reminder_moment(day, Reminder(True, when), day_end, zone)

    assert day_start(day, day_end, zone) <= moment < day_start(day + ONE_DAY, day_end, zone)
    assert score_date(moment.astimezone(zone), day_end) == day


@given(st.datetimes(datetime(2020, 1, 1), datetime(2030, 12, 31)), times, day_ends, zones)
def test_the_next_one_is_today_or_tomorrow(naive: datetime, when: time, day_end: time, zone: ZoneInfo) -> None:
    now = naive.replace(tzinfo=UTC).astimezone(zone)
    reminder = Reminder(True, when)
    kept = chosen(now, reminder, NEVER_YET, day_end)
    moment = next_moment(now, reminder, kept, day_end)

    assert moment is not None
    assert now <= moment
    today = score_date(now, day_end)
    assert score_date(moment.astimezone(zone), day_end) in (today, today + ONE_DAY)


deeds = st.one_of(
    st.tuples(st.just("wait"), st.integers(1, 60 * 36)),
    st.tuples(st.just("jump"), st.integers(-60 * 24 * 9, 60 * 24 * 9)),
    st.tuples(st.just("choose"), st.integers(0, 60 * 24 - 1)),
    st.tuples(st.just("stand"), st.integers(0, 3)),
)


@given(st.lists(deeds, max_size=40), day_ends, zones)
def test_no_day_is_reminded_of_twice_whatever_happens(
    story: list[tuple[str, int]], day_end: time, zone: ZoneInfo
) -> None:
    now = datetime(2026, 3, 27, 12, 0, tzinfo=UTC)
    reminder, reminded = HALF_PAST_FIVE, NEVER_YET
    standing = DayStanding.OPEN
    reminded_of: list[date] = []
    for deed, number in story:
        match deed:
            case "wait" | "jump":
                now += timedelta(minutes=number)
            case "choose":
                reminder = Reminder(True, time(*divmod(number, 60)))
                reminded = chosen(now.astimezone(zone), reminder, reminded, day_end)
            case _:
                standing = list(DayStanding)[number]
        here = now.astimezone(zone)
        seen = look_at_reminder(here, reminder, reminded, day_end, {score_date(here, day_end): standing}.get)
        reminded = seen.reminded
        if seen.remind:
            assert standing is DayStanding.OPEN
            assert reminder_moment(score_date(here, day_end), reminder, day_end, zone) <= now
            reminded_of.append(score_date(here, day_end))
        assert seen.next is not None

    assert len(set(reminded_of)) == len(reminded_of)


@given(st.lists(st.integers(1, 60 * 20), min_size=1, max_size=60), times, zones)
def test_a_program_that_looks_every_day_misses_no_open_day(steps: list[int], when: time, zone: ZoneInfo) -> None:
    """However it slept in between, each day that ended had its reminder if the program looked after its moment."""
    reminder, reminded = Reminder(True, when), NEVER_YET
    now = datetime(2026, 10, 20, 5, 0, tzinfo=UTC)
    given_on, seen_after = set(), set()
    for step in steps:
        now += timedelta(minutes=step)
        here = now.astimezone(zone)
        today = score_date(here)
        if reminder_moment(today, reminder, FOUR, zone) <= now:
            seen_after.add(today)
        seen = look_at_reminder(here, reminder, reminded, FOUR, lambda _: DayStanding.OPEN)
        reminded = seen.reminded
        if seen.remind:
            given_on.add(today)

    assert given_on == seen_after


def measure(**more: object) -> Measure:
    target = None if more.get("direction") is Direction.TALLY else Decimal(1)
    terms = Terms(date(2026, 1, 1), **{"kind": Kind.COUNT, "target": target, **more})  # type: ignore[arg-type]
    return Measure("m", "Thank-yous", terms=(terms,))


@pytest.mark.parametrize(
    ("terms", "day", "asks"),
    [
        ({"due": EVERY_DAY}, date(2026, 11, 21), True),
        ({"due": WORKING_DAYS}, date(2026, 11, 20), True),
        ({"due": WORKING_DAYS}, date(2026, 11, 21), False),
        ({"direction": Direction.TALLY}, date(2026, 11, 20), True),
        ({"weekly": True}, date(2026, 11, 20), False),
        ({"weekly": True}, date(2026, 11, 22), True),
        ({"kind": Kind.PROMISES}, date(2026, 11, 20), False),
    ],
)
def test_a_day_asks_when_the_user_has_something_to_enter(terms: dict[str, object], day: date, asks: bool) -> None:
    assert asks_anything(Card((measure(**terms),)), day) is asks


def test_what_a_day_is_like_for_a_reminder() -> None:
    card = Card((measure(due=WORKING_DAYS),))
    away = (AwayRange("a", FRIDAY, FRIDAY),)

    assert standing_of_day(card, (), False, FRIDAY) is DayStanding.OPEN
    assert standing_of_day(card, (), True, FRIDAY) is DayStanding.FINISHED
    assert standing_of_day(card, away, False, FRIDAY) is DayStanding.AWAY
    assert standing_of_day(card, (), False, FRIDAY + ONE_DAY) is DayStanding.FREE
    assert standing_of_day(Card(), (), False, FRIDAY) is DayStanding.FREE
