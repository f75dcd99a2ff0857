"""What measures add up to, worked out by hand."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from scorecard.domain.away import AwayRange
from scorecard.domain.marks import Entry, Scored
from scorecard.domain.measures import Direction, Kind, Measure, Place, Terms
from scorecard.domain.periods import Length, Period
from scorecard.services.progress.tallies import MOST_STOPS, impact_totals, totals_of
from scorecard.services.progress.total import Total
from tests.services.progress.grids import history_of_entries

TODAY = date(2026, 11, 20)
FIRST = date(2024, 3, 1)
QUARTER = Period.of(Length.QUARTER, TODAY)
COUNT = Terms(FIRST, Kind.COUNT, target=Decimal(3))
VALUES = {date(2024, 3, 5): 4, date(2026, 9, 30): 5, date(2026, 10, 1): 6, TODAY: 7}


def totals(*measures: Measure, period: Period = QUARTER, away: tuple[AwayRange, ...] = ()) -> tuple[Total, ...]:
    entries = [Entry(one.id, day, Scored(Decimal(value))) for one in measures for day, value in VALUES.items()]
    return totals_of(history_of_entries(measures, entries, FIRST, TODAY, away), period)


def measure(terms: Terms = COUNT, *later: Terms, name: str = "m") -> Measure:
    return Measure(name, name, (terms, *later), to_whom="Customers")


def test_a_total_goes_from_the_first_entry_to_today() -> None:
    (total,) = totals(measure())
    assert (total.total, total.n, total.since) == (22.0, 4, date(2024, 3, 5))
    assert (total.in_period, total.n_in_period) == (13.0, 2)
    assert total.to_whom == "Customers"


def test_a_total_of_the_past_ends_with_its_period() -> None:
    (total,) = totals(measure(), period=QUARTER.previous)
    assert (total.total, total.in_period, total.n) == (9.0, 5.0, 2)


def test_the_curve_grows_from_the_first_value_to_the_total() -> None:
    (total,) = totals(measure())
    assert (total.curve[0], total.curve[-1], len(total.curve)) == (4.0, 22.0, MOST_STOPS)
    assert list(total.curve) == sorted(total.curve)


def test_ratings_answers_and_shares_do_not_add_up() -> None:
    rating = Terms(FIRST, Kind.RATING, target=Decimal(5), scale=10)
    assert totals(measure(rating), measure(Terms(FIRST, Kind.YES_NO), name="y")) == ()


def test_what_was_once_rated_is_not_added_to_what_is_counted() -> None:
    rating = Terms(FIRST, Kind.RATING, target=Decimal(5), scale=10)
    (total,) = totals(measure(rating, replace(COUNT, first_day=date(2026, 10, 1))))
    assert total.total == 13.0
    (weekly,) = totals(measure(replace(COUNT, weekly=True), replace(COUNT, first_day=date(2026, 10, 1))))
    assert weekly.total == 22.0


def test_what_happened_on_days_away_counts() -> None:
    (total,) = totals(measure(), away=(AwayRange("a", date(2026, 9, 1), TODAY),))
    assert total.total == 22.0


def test_the_card_comes_first_in_its_order() -> None:
    benched = replace(COUNT, first_day=TODAY - timedelta(days=3), place=Place.BENCH)
    found = totals(measure(COUNT, benched, name="a"), measure(name="b"), measure(name="c"))
    assert [total.measure.id for total in found] == ["b", "c", "a"]


def test_nothing_entered_is_no_total() -> None:
    assert totals_of(history_of_entries([measure()], [], FIRST, TODAY), QUARTER) == ()


def test_impact_is_of_what_should_be_more_or_is_only_counted() -> None:
    kept_low = measure(replace(COUNT, direction=Direction.AT_MOST), name="low")
    tally = measure(replace(COUNT, direction=Direction.TALLY, target=None), name="tally")
    entries = [Entry(one, TODAY, Scored(Decimal(1))) for one in ("m", "low", "tally")]
    history = history_of_entries([measure(), kept_low, tally], entries, FIRST, TODAY)
    assert [total.measure.id for total in impact_totals(history, QUARTER)] == ["m", "tally"]
