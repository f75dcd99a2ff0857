"""What values mean once their measure is counted in another way."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.domain.completion import completion
from scorecard.domain.conversions import converted, converted_mark
from scorecard.domain.marks import SKIPPED, UNKNOWN, Scored
from scorecard.domain.measures import Direction, Kind, Terms
from scorecard.domain.values import YES, check_value
from tests.domain.strategies import terms as any_terms

DAY = date(2026, 11, 20)
COUNT = Terms(DAY, Kind.COUNT, target=Decimal(3))
FEW = replace(COUNT, direction=Direction.AT_MOST, target=Decimal(2))
NUMBER = Terms(DAY, Kind.NUMBER, target=Decimal("2.5"), unit="kg")
HOURS = replace(NUMBER, unit="h")
TIME = Terms(DAY, Kind.DURATION, target=Decimal(90))
FIVE = Terms(DAY, Kind.RATING, target=Decimal(4), scale=5)
TEN = Terms(DAY, Kind.RATING, target=Decimal(8), scale=10)
TICK = Terms(DAY, Kind.YES_NO)
KEPT = Terms(DAY, Kind.PROMISES, target=Decimal(100))


@pytest.mark.parametrize(
    ("value", "old", "new", "meant"),
    [
        ("3", COUNT, TICK, "1"),
        ("2", COUNT, TICK, "0"),
        ("2", FEW, TICK, "1"),
        ("3", FEW, TICK, "0"),
        ("1", replace(COUNT, direction=Direction.TALLY, target=None), TICK, "1"),
        ("1", TICK, COUNT, "1"),
        ("0", TICK, NUMBER, "0"),
        ("1", TICK, TIME, None),
        ("1", TICK, FIVE, None),
        ("4", COUNT, NUMBER, "4"),
        ("4", NUMBER, COUNT, "4"),
        ("4.5", NUMBER, COUNT, None),
        ("-2", NUMBER, COUNT, None),
        ("90", COUNT, TIME, "90"),
        ("1.5", HOURS, TIME, "90"),
        ("1.5", NUMBER, TIME, None),
        ("90", TIME, COUNT, "90"),
        ("90", TIME, HOURS, "1.5"),
        ("100", TIME, HOURS, "1.667"),
        ("90", TIME, NUMBER, None),
        ("4", FIVE, TEN, "8"),
        ("8", TEN, FIVE, "4"),
        ("7", TEN, FIVE, "4"),
        ("1", TEN, FIVE, "1"),
        ("4", FIVE, COUNT, "4"),
        ("4", COUNT, FIVE, "4"),
        ("6", COUNT, FIVE, None),
        ("0", COUNT, FIVE, None),
        ("4", FIVE, TIME, None),
        ("50", KEPT, TICK, "0"),
        ("1", TICK, KEPT, None),
        ("1500", replace(TIME, weekly=True), TIME, None),
        ("100", replace(TIME, weekly=True), TIME, "100"),
    ],
)
def test_a_value_means_the_same_or_nothing(value: str, old: Terms, new: Terms, meant: str | None) -> None:
    found = converted(Decimal(value), old, new)

    assert found == (None if meant is None else Decimal(meant))
    assert found is None or "E" not in str(found)


def test_what_is_skipped_stays_skipped_and_what_means_nothing_is_unknown() -> None:
    assert converted_mark(SKIPPED, COUNT, TICK) == SKIPPED
    assert converted_mark(UNKNOWN, COUNT, TICK) == UNKNOWN
    assert converted_mark(Scored(Decimal("2.5")), NUMBER, COUNT) == UNKNOWN
    assert converted_mark(Scored(Decimal(4)), COUNT, TICK) == Scored(YES)


@given(any_terms(DAY), any_terms(DAY), st.decimals(-5, 2000, places=1))
def test_what_is_converted_can_be_had_under_the_new_terms(old: Terms, new: Terms, value: Decimal) -> None:
    found = converted(value, old, new)

    if found is not None and (old.kind, old.scale, old.weekly) != (new.kind, new.scale, new.weekly):
        assert check_value(new, found) == found


@given(st.integers(0, 20))
def test_yes_earns_what_the_value_earned_when_it_was_met(value: int) -> None:
    met = completion(COUNT, Decimal(value)) == 1

    assert (converted(Decimal(value), COUNT, TICK) == YES) is met
