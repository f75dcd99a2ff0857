"""Adding a measure today changes no earlier day, and neither does adding one with a past."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.domain.marks import Entry, Scored
from scorecard.domain.measures import Direction, Kind, Measure, Place, Terms
from scorecard.domain.scores import explain_day, explain_week
from scorecard.domain.snapshot import Card
from scorecard.domain.weeks import Week
from scorecard.formats.bundle import UNDATED, Bundle, ForeignEntry, ForeignMeasure
from scorecard.services.importing_parts import Entries
from scorecard.services.importing_plan import ImportPlan, plan_import
from scorecard.services.importing_scores import keeping_scores

TODAY = date(2026, 11, 20)  # a Friday
YES, NO = Scored(Decimal(1)), Scored(Decimal(0))


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def own(name: str, first_day: date, place: Place = Place.CARD) -> Measure:
    return Measure(f"own {name}", name, (Terms(first_day, Kind.YES_NO, place=place),))


def bundle(*names: str, days: int, archived: bool = False) -> Bundle:
    """Yes/no measures with a yes on every day of the last `days`, today among them."""
    terms = (Terms(UNDATED, Kind.YES_NO),)
    measures = tuple(ForeignMeasure(f"x:{name}", name, terms, archived=archived) for name in names)
    entries = tuple(ForeignEntry(f"x:{name}", ago(n), YES) for name in names for n in range(days))
    return Bundle("x", measures, entries)


def planned(foreign: Bundle, card: Card, existing: Entries | None = None) -> tuple[ImportPlan, int]:
    numbers = count()
    plan = plan_import(foreign, card, existing or {}, TODAY, lambda: f"new {next(numbers)}")
    return keeping_scores(plan, card, TODAY)


def places(measure: Measure) -> list[tuple[date, Place]]:
    return [(terms.first_day, terms.place) for terms in measure.terms]


def test_without_a_card_of_one_s_own_the_whole_past_is_scored() -> None:
    plan, unscored = planned(bundle("Calls", days=300), Card((own("Benched", ago(400), Place.BENCH),)))

    assert places(plan.measures_to_add[0]) == [(ago(299), Place.CARD)]
    assert unscored == 0


def test_a_new_measure_is_scored_before_the_first_week_of_the_card_and_from_today_on() -> None:
    begun = ago(30)
    plan, unscored = planned(bundle("Calls", days=300), Card((own("Thank-yous", begun),)))

    monday = Week.of(begun).monday
    assert places(plan.measures_to_add[0]) == [
        (ago(299), Place.CARD),
        (monday, Place.BENCH),
        (TODAY, Place.CARD),
    ]
    assert unscored == (TODAY - monday).days


def test_a_card_begun_this_week_leaves_the_days_before_it_to_be_scored() -> None:
    plan, unscored = planned(bundle("Calls", days=300), Card((own("Thank-yous", ago(2)),)))

    assert places(plan.measures_to_add[0]) == [(ago(299), Place.CARD), (ago(2), Place.BENCH), (TODAY, Place.CARD)]
    assert unscored == 2


def test_a_card_begun_today_changes_nothing_in_the_plan() -> None:
    plan, unscored = planned(bundle("Calls", days=300), Card((own("Thank-yous", TODAY),)))

    assert places(plan.measures_to_add[0]) == [(ago(299), Place.CARD)]
    assert unscored == 0


def test_an_own_measure_begins_earlier_without_changing_a_score() -> None:
    plan, unscored = planned(bundle("Calls", days=100), Card((own("Calls", ago(10)), own("Thank-yous", ago(50)))))

    (measure,) = plan.measures_to_change
    monday = Week.of(ago(50)).monday
    assert places(measure) == [(ago(99), Place.CARD), (monday, Place.BENCH), (ago(10), Place.CARD)]
    assert unscored == (ago(10) - monday).days


def test_what_was_retired_elsewhere_stays_so() -> None:
    plan, unscored = planned(bundle("Calls", days=100, archived=True), Card((own("Thank-yous", ago(50)),)))

    assert places(plan.measures_to_add[0]) == [(ago(99), Place.RETIRED)]
    assert unscored == 0


def test_a_second_import_finds_nothing_left_to_do() -> None:
    card = Card((own("Calls", ago(10)), own("Thank-yous", ago(50))))
    foreign = bundle("Calls", "Reports", days=100)
    after_card, entries = carried_out(planned(foreign, card)[0], card, {})

    again, _ = planned(foreign, after_card, entries)

    assert again.is_empty


@pytest.mark.parametrize("weekly", [False, True])
@given(
    begun=st.lists(st.integers(0, 30), min_size=1, max_size=4),
    days=st.integers(1, 45),
    names=st.lists(st.sampled_from(["Own 0", "Own 1", "Calls", "Reports"]), min_size=1, max_size=3, unique=True),
)
def test_no_score_of_an_earlier_day_or_week_changes(
    weekly: bool, begun: list[int], days: int, names: list[str]
) -> None:
    measures = [own(f"Own {n}", ago(first)) for n, first in enumerate(begun)]
    if weekly:
        measures[0] = replace(measures[0], terms=(replace(measures[0].terms[0], weekly=True),))
    card = Card(tuple(measures))
    # An own value of every day on the card: a blank that an import fills is another matter.
    existing = {
        (ago(n), measure.id): Entry(measure.id, ago(n), YES if n % 3 else NO)
        for measure, first in zip(measures, begun, strict=True)
        for n in range(first + 1)
    }

    later_card, later = carried_out(planned(bundle(*names, days=days), card, existing)[0], card, existing)

    for n in range(1, max(begun) + 1):
        before = explain_day(card.measures, existing, ago(n)).score
        assert explain_day(later_card.measures, later, ago(n)).score == before
    for n in range(1, 5):
        week = Week.of(ago(7 * n))
        if week.sunday >= ago(max(begun)):
            before = explain_week(card.measures, existing, week, TODAY).score
            assert explain_week(later_card.measures, later, week, TODAY).score == before


def carried_out(plan: ImportPlan, card: Card, existing: Entries) -> tuple[Card, Entries]:
    """Card and entries once the plan is carried out. Terms are put beside those that are there, as the store does."""
    changed = {measure.id: measure for measure in plan.measures_to_change}
    kept = tuple(changed.get(measure.id, measure) for measure in card.measures)
    added = {(entry.day, entry.measure_id): entry for entry in plan.entries_to_add}
    return replace(card, measures=kept + plan.measures_to_add), {**existing, **added}


def test_tallies_and_targets_are_kept_with_the_place() -> None:
    foreign = ForeignMeasure("x:1", "Focus", (Terms(UNDATED, Kind.NUMBER, Direction.AT_MOST, Decimal(3), unit="h"),))
    plan, _ = planned(
        Bundle("x", (foreign,), (ForeignEntry("x:1", ago(90), YES),)), Card((own("Thank-yous", ago(50)),))
    )

    assert {(terms.direction, terms.target, terms.unit) for terms in plan.measures_to_add[0].terms} == {
        (Direction.AT_MOST, Decimal(3), "h")
    }
