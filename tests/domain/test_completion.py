"""How much of what is asked a value is, for every kind and direction."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.domain.completion import completion
from scorecard.domain.measures import Direction, Kind, Terms
from tests.domain.strategies import amounts, terms, values_of

ON_CARD = date(2026, 11, 16)


def ask(kind: Kind, direction: Direction, target: str | None = None, upper: str | None = None) -> Terms:
    bounds = (Decimal(bound) if bound is not None else None for bound in (target, upper))
    return Terms(ON_CARD, kind, direction, *bounds, scale=5 if kind is Kind.RATING else None)


@pytest.mark.parametrize(("value", "share"), [("1", "1"), ("0", "0"), ("3", "1")])
def test_yes_is_all_and_no_is_nothing(value, share):
    assert completion(ask(Kind.YES_NO, Direction.AT_LEAST), Decimal(value)) == Fraction(share)


@pytest.mark.parametrize("kind", [Kind.COUNT, Kind.NUMBER, Kind.DURATION])
@pytest.mark.parametrize(
    ("target", "value", "share"),
    [
        ("3", "0", "0"), ("3", "1", "1/3"), ("3", "2", "2/3"), ("3", "3", "1"), ("3", "5", "1"),
        ("2.5", "1", "2/5"), ("0.001", "0.001", "1"), ("90", "89.999", "89999/90000"), ("3", "-4", "0"),
    ],
)  # fmt: skip
def test_at_least_grows_up_to_the_target_and_more_earns_nothing_more(kind, target, value, share):
    assert completion(ask(kind, Direction.AT_LEAST, target), Decimal(value)) == Fraction(share)


@pytest.mark.parametrize("kind", [Kind.COUNT, Kind.NUMBER, Kind.DURATION])
@pytest.mark.parametrize(
    ("target", "value", "share"),
    [
        ("2", "0", "1"), ("2", "2", "1"), ("2", "3", "1/2"), ("2", "4", "0"), ("2", "9", "0"), ("2", "-1", "1"),
        ("3", "4", "2/3"), ("2", "2.5", "3/4"), ("0", "0", "1"), ("0", "1", "0"), ("0", "0.001", "0"), ("0", "-1", "1"),
    ],
)  # fmt: skip
def test_at_most_is_whole_up_to_the_target_and_nothing_at_twice_the_target(kind, target, value, share):
    assert completion(ask(kind, Direction.AT_MOST, target), Decimal(value)) == Fraction(share)


@pytest.mark.parametrize("kind", [Kind.COUNT, Kind.NUMBER, Kind.DURATION])
@pytest.mark.parametrize(
    ("target", "upper", "value", "share"),
    [
        ("4", "8", "4", "1"), ("4", "8", "6", "1"), ("4", "8", "8", "1"), ("4", "8", "3", "3/4"),
        ("4", "8", "9", "3/4"),
        ("4", "8", "0", "0"), ("4", "8", "12", "0"), ("4", "8", "13", "0"), ("4", "8", "-3", "0"),
        ("4", "8", "11", "1/4"),
        ("5", "5", "5", "1"), ("5", "5", "4.999", "0"), ("5", "5", "6", "0"), ("0", "0", "0", "1"),
        ("0", "2", "3", "1/2"),
    ],
)  # fmt: skip
def test_between_is_whole_inside_and_fades_over_the_width_of_the_range(kind, target, upper, value, share):
    assert completion(ask(kind, Direction.BETWEEN, target, upper), Decimal(value)) == Fraction(share)


@pytest.mark.parametrize(
    ("direction", "bounds", "shares"),
    [
        (Direction.AT_LEAST, ("5",), ["1/5", "2/5", "3/5", "4/5", "1"]),
        (Direction.AT_LEAST, ("4",), ["1/4", "1/2", "3/4", "1", "1"]),
        (Direction.AT_MOST, ("2",), ["1", "1", "1/2", "0", "0"]),
        (Direction.BETWEEN, ("2", "3"), ["0", "1", "1", "0", "0"]),
    ],
)
def test_a_rating_is_scaled_so_that_its_target_is_whole(direction, bounds, shares):
    asked = ask(Kind.RATING, direction, *bounds)
    assert [completion(asked, Decimal(rating)) for rating in range(1, 6)] == [Fraction(share) for share in shares]


@pytest.mark.parametrize("kind", [Kind.COUNT, Kind.NUMBER, Kind.DURATION, Kind.RATING])
def test_a_tally_has_no_completion(kind):
    with pytest.raises(ValueError, match="tally"):
        completion(ask(kind, Direction.TALLY), Decimal(3))


SCORED = [Direction.AT_LEAST, Direction.AT_MOST, Direction.BETWEEN]
MEASURED = [Kind.COUNT, Kind.NUMBER, Kind.DURATION, Kind.RATING]


@given(st.data(), terms(directions=SCORED))
def test_a_completion_lies_between_nothing_and_all(data, asked):
    assert 0 <= completion(asked, data.draw(values_of(asked))) <= 1


@given(terms(directions=[Direction.AT_LEAST]), amounts(-5, 50), amounts(-5, 50))
def test_more_of_what_is_asked_at_least_is_never_less(asked, one, other):
    low, high = sorted((one, other))
    assert completion(asked, low) <= completion(asked, high)


@given(terms(kinds=MEASURED, directions=[Direction.AT_MOST]), amounts(-5, 50), amounts(-5, 50))
def test_less_of_what_is_asked_at_most_is_never_less(asked, one, other):
    low, high = sorted((one, other))
    assert completion(asked, high) <= completion(asked, low)


@given(terms(kinds=MEASURED, directions=[Direction.BETWEEN]), amounts(-5, 50), amounts(-5, 50))
def test_nearer_to_the_range_is_never_less(asked, one, other):
    near, far = sorted((one, other), key=lambda value: max(asked.target - value, value - asked.upper, 0))
    assert completion(asked, far) <= completion(asked, near)


@given(terms(kinds=MEASURED, directions=SCORED))
def test_what_is_asked_is_whole(asked):
    assert completion(asked, asked.target) == 1
    assert completion(asked, asked.upper or asked.target) == 1
