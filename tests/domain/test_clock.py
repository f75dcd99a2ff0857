"""The zone of the computer, known with its past and its future."""

import time
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from scorecard.domain.clock import SystemClock, SystemZone
from tests.domain.strategies import ODD_ZONES, jumps

pytestmark = pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system's zone cannot be set by a program")


@pytest.fixture
def live_in(monkeypatch):
    """Sets the zone of this process, and puts it back."""

    def move(zone: str) -> SystemZone:
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        return SystemZone()

    yield move
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize("name", ODD_ZONES)
def test_the_zone_of_the_computer_agrees_with_the_zone_it_is_set_to(live_in, name):
    here, known = live_in(name), ZoneInfo(name)
    for year in (1987, 2011, 2018, 2026):
        for near in jumps(known, year):
            for quarter in range(140):
                instant = near + timedelta(minutes=15 * quarter)
                local, expected = instant.astimezone(here), instant.astimezone(known)
                assert (local.replace(tzinfo=None), local.fold) == (expected.replace(tzinfo=None), expected.fold)
                assert local.astimezone(UTC) == instant
                assert (local.utcoffset(), local.tzname()) == (expected.utcoffset(), expected.tzname())


def test_a_moment_of_the_hour_that_comes_twice_keeps_its_place_in_time(live_in):
    berlin = live_in("Europe/Berlin")
    first, second = (datetime(2026, 10, 25, hour, 30, tzinfo=UTC) for hour in (0, 1))
    assert second.astimezone(berlin).astimezone(UTC) - first.astimezone(berlin).astimezone(UTC) == timedelta(hours=1)


def test_a_zone_without_a_moment_has_no_offset_and_no_name():
    zone = SystemZone()
    assert (zone.utcoffset(None), zone.dst(None), zone.tzname(None)) == (None, None, None)


def test_the_clock_tells_the_present_moment_in_the_zone_of_the_computer(live_in):
    live_in("Asia/Kathmandu")
    before = datetime.now(UTC)
    now = SystemClock().now()
    assert before <= now.astimezone(UTC) <= datetime.now(UTC)
    assert now.utcoffset() == timedelta(hours=5, minutes=45)


def test_a_computer_that_is_taken_to_another_zone_is_followed_while_the_program_runs(live_in, monkeypatch):
    live_in("Europe/Berlin")
    clock = SystemClock()
    assert clock.now().tzname() in ("CET", "CEST")
    monkeypatch.setenv("TZ", "Asia/Kathmandu")  # nobody tells the C library
    assert clock.now().utcoffset() == timedelta(hours=5, minutes=45)
