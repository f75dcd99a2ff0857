"""Ids are UUIDs of version 7: in the order of their making, and never twice the same."""

import re
import uuid
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from scorecard.domain.ids import new_id
from tests.domain.strategies import zones

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MOMENTS = st.datetimes(datetime(1970, 1, 2), datetime(9998, 1, 1), timezones=st.just(UTC))
FORM = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")


@given(MOMENTS, zones())
def test_an_id_is_a_uuid_of_version_seven_that_begins_with_its_millisecond(now, zone):
    made = new_id(now.astimezone(zone))
    assert FORM.fullmatch(made)
    assert uuid.UUID(made).variant == uuid.RFC_4122
    assert uuid.UUID(made).int >> 80 == (now - EPOCH) // timedelta(milliseconds=1)


@given(MOMENTS, st.timedeltas(timedelta(milliseconds=1), timedelta(days=300)))
def test_a_later_id_is_the_greater_text(now, wait):
    assert new_id(now) < new_id(now + wait)


def test_ids_of_one_moment_differ_and_use_all_their_random_bits():
    made = [uuid.UUID(new_id(EPOCH)).int for _ in range(500)]
    assert len(set(made)) == 500
    ever = always = made[0]
    for number in made:
        ever, always = ever | number, always & number
    assert ever == (7 << 76) | (((1 << 12) - 1) << 64) | (0b10 << 62) | ((1 << 62) - 1)
    assert always == (7 << 76) | (0b10 << 62)


def test_a_clock_before_1970_still_makes_ids():
    assert FORM.fullmatch(new_id(EPOCH - timedelta(days=400)))
