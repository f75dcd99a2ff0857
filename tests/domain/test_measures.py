"""Which terms are possible, and which of them are in force on a day."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.domain.errors import ImpossibleTermsError, TermsFault
from scorecard.domain.measures import EVERY_DAY, WORKING_DAYS, Direction, Group, Kind, Measure, Place, Terms
from scorecard.domain.snapshot import Card
from tests.domain.strategies import FIRST_WEEKS, SPAN, measures, terms

MONDAY = date(2026, 11, 16)
ONE = Decimal(1)

SOUND = [
    {"kind": Kind.YES_NO},
    {"kind": Kind.YES_NO, "direction": Direction.TALLY},
    {"kind": Kind.COUNT, "target": ONE},
    {"kind": Kind.NUMBER, "target": Decimal("0.001"), "weight": 3},
    {"kind": Kind.COUNT, "direction": Direction.AT_MOST, "target": Decimal(0)},
    {"kind": Kind.DURATION, "direction": Direction.BETWEEN, "target": Decimal(0), "upper": Decimal(0)},
    {"kind": Kind.NUMBER, "direction": Direction.BETWEEN, "target": ONE, "upper": Decimal(2)},
    {"kind": Kind.COUNT, "direction": Direction.TALLY},
    {"kind": Kind.RATING, "target": Decimal(5), "scale": 5},
    {"kind": Kind.RATING, "target": ONE, "scale": 10},
    {"kind": Kind.RATING, "direction": Direction.BETWEEN, "target": ONE, "upper": Decimal(10), "scale": 10},
    {"kind": Kind.COUNT, "target": ONE, "due": frozenset({6})},
]

FAULTY = [
    (TermsFault.WEIGHT, {"kind": Kind.COUNT, "target": ONE, "weight": 0}),
    (TermsFault.WEIGHT, {"kind": Kind.COUNT, "target": ONE, "weight": 4}),
    (TermsFault.DUE_DAYS, {"kind": Kind.COUNT, "target": ONE, "due": frozenset()}),
    (TermsFault.DUE_DAYS, {"kind": Kind.COUNT, "target": ONE, "due": frozenset({7})}),
    (TermsFault.DUE_DAYS, {"kind": Kind.COUNT, "target": ONE, "due": frozenset({-1})}),
    (TermsFault.SCALE, {"kind": Kind.RATING, "target": ONE}),
    (TermsFault.SCALE, {"kind": Kind.RATING, "target": ONE, "scale": 7}),
    (TermsFault.SCALE, {"kind": Kind.COUNT, "target": ONE, "scale": 5}),
    (TermsFault.DIRECTION, {"kind": Kind.YES_NO, "direction": Direction.AT_MOST}),
    (TermsFault.DIRECTION, {"kind": Kind.YES_NO, "direction": Direction.BETWEEN}),
    (TermsFault.TARGET, {"kind": Kind.YES_NO, "target": ONE}),
    (TermsFault.TARGET, {"kind": Kind.YES_NO, "upper": ONE}),
    (TermsFault.TARGET, {"kind": Kind.COUNT}),
    (TermsFault.TARGET, {"kind": Kind.COUNT, "target": Decimal(0)}),
    (TermsFault.TARGET, {"kind": Kind.COUNT, "target": -ONE}),
    (TermsFault.TARGET, {"kind": Kind.COUNT, "target": ONE, "upper": ONE}),
    (TermsFault.TARGET, {"kind": Kind.NUMBER, "target": Decimal("NaN")}),
    (TermsFault.TARGET, {"kind": Kind.NUMBER, "target": Decimal("inf")}),
    (TermsFault.TARGET, {"kind": Kind.COUNT, "direction": Direction.AT_MOST}),
    (TermsFault.TARGET, {"kind": Kind.COUNT, "direction": Direction.AT_MOST, "target": -ONE}),
    (TermsFault.TARGET, {"kind": Kind.COUNT, "direction": Direction.AT_MOST, "target": ONE, "upper": ONE}),
    (TermsFault.TARGET, {"kind": Kind.COUNT, "direction": Direction.TALLY, "target": ONE}),
    (TermsFault.TARGET, {"kind": Kind.COUNT, "direction": Direction.TALLY, "upper": ONE}),
    (TermsFault.TARGET, {"kind": Kind.RATING, "target": Decimal(6), "scale": 5}),
    (TermsFault.TARGET, {"kind": Kind.RATING, "target": Decimal("0.5"), "scale": 5}),
    (TermsFault.RANGE, {"kind": Kind.COUNT, "direction": Direction.BETWEEN, "target": ONE}),
    (TermsFault.RANGE, {"kind": Kind.COUNT, "direction": Direction.BETWEEN, "upper": ONE}),
    (TermsFault.RANGE, {"kind": Kind.COUNT, "direction": Direction.BETWEEN, "target": Decimal(2), "upper": ONE}),
    (TermsFault.RANGE, {"kind": Kind.COUNT, "direction": Direction.BETWEEN, "target": -ONE, "upper": ONE}),
    (
        TermsFault.RANGE,
        {"kind": Kind.RATING, "direction": Direction.BETWEEN, "target": ONE, "upper": Decimal(6), "scale": 5},
    ),
]


@pytest.mark.parametrize("parts", SOUND)
def test_terms_that_fit_together(parts):
    assert Terms(MONDAY, **parts).first_day == MONDAY


@pytest.mark.parametrize(("fault", "parts"), FAULTY)
def test_terms_that_do_not_fit_together_are_refused_with_their_fault(fault, parts):
    with pytest.raises(ImpossibleTermsError) as refusal:
        Terms(MONDAY, **parts)
    assert refusal.value.fault is fault


@pytest.mark.parametrize(("place", "on_card"), [(Place.CARD, True), (Place.BENCH, False), (Place.RETIRED, False)])
def test_only_measures_of_the_card_are_due(place, on_card):
    for weekly in (False, True):
        asked = Terms(MONDAY, Kind.YES_NO, place=place, weekly=weekly)
        assert asked.on_card is on_card
        assert asked.due_on(MONDAY) is on_card
        assert asked.daily is not weekly


def test_a_measure_is_due_on_its_weekdays_and_a_weekly_one_on_any():
    days = [MONDAY + timedelta(days=n) for n in range(7)]
    working = Terms(MONDAY, Kind.YES_NO, due=WORKING_DAYS)
    assert [working.due_on(day) for day in days] == [True] * 5 + [False] * 2
    assert all(replace(working, weekly=True).due_on(day) for day in days)
    assert all(replace(working, due=EVERY_DAY).due_on(day) for day in days)


def test_a_tally_is_counted_and_never_scored():
    assert not Terms(MONDAY, Kind.COUNT, Direction.TALLY).scores
    assert Terms(MONDAY, Kind.YES_NO).scores


def test_terms_hold_from_their_first_day_until_the_next():
    early, late = Terms(MONDAY, Kind.YES_NO), Terms(MONDAY + timedelta(days=3), Kind.YES_NO, weight=2)
    measure = Measure("m", "Calls", (early, late))
    in_force = [measure.terms_on(MONDAY + timedelta(days=n)) for n in (-1, 0, 2, 3, 400)]
    assert in_force == [None, early, early, late, late]


def test_new_terms_of_the_same_day_take_the_place_of_the_old():
    measure = Measure("m", "Calls", (Terms(MONDAY, Kind.YES_NO),))
    changed = measure.with_terms(Terms(MONDAY, Kind.YES_NO, weight=3))
    assert [known.weight for known in changed.terms] == [3]
    assert [known.weight for known in measure.terms] == [1]


@given(st.data())
def test_new_terms_hold_until_the_next_and_change_no_other_day(data):
    monday = data.draw(st.sampled_from(FIRST_WEEKS)).monday
    measure = data.draw(measures(monday))
    new = data.draw(terms(monday + timedelta(days=data.draw(st.integers(-8, SPAN + 8)))))
    changed = measure.with_terms(new)
    following = min((known.first_day for known in measure.terms if known.first_day > new.first_day), default=date.max)
    assert [known.first_day for known in changed.terms] == sorted({known.first_day for known in changed.terms})
    for day in (monday + timedelta(days=n) for n in range(-15, SPAN + 15)):
        expected = new if new.first_day <= day < following else measure.terms_on(day)
        assert changed.terms_on(day) == expected


def test_the_card_of_a_day_holds_what_stood_on_it_that_day():
    always = Measure("a", "Calls", (Terms(MONDAY, Kind.YES_NO),))
    benched = always.with_terms(Terms(MONDAY + timedelta(days=2), Kind.YES_NO, place=Place.BENCH))
    benched = replace(benched, id="b", group_id="g")
    card = Card((always, benched), (Group("g", "Team"),))
    days = [MONDAY + timedelta(days=n) for n in (-1, 0, 1, 2)]
    assert [[measure.id for measure in card.on(day)] for day in days] == [[], ["a", "b"], ["a", "b"], ["a"]]
    assert card.measure("b") is benched


@pytest.mark.parametrize("target", ["0.0005", "1000000001", "NaN"])
def test_a_target_that_no_value_can_have_is_refused(target: str) -> None:
    with pytest.raises(ImpossibleTermsError):
        Terms(date(2026, 1, 1), Kind.NUMBER, target=Decimal(target))
