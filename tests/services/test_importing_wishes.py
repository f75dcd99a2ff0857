"""What is wished of the measures in a file: it comes as it is wished, nothing of it is dropped, and once is enough."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.domain.marks import SKIPPED, UNKNOWN, Entry, Mark, Scored
from scorecard.domain.measures import CARD_SIZE, Group, Kind, Measure, Place, Terms
from scorecard.domain.scores import explain_day
from scorecard.domain.snapshot import Card
from scorecard.formats.bundle import UNDATED, Bundle, ForeignMeasure, LossKind
from scorecard.services.importing_fitting import readings
from scorecard.services.importing_matches import Match
from scorecard.services.importing_parts import Entries
from scorecard.services.importing_plan import ImportPlan, plan_import
from scorecard.services.importing_rows import PlanRow
from scorecard.services.importing_scores import keeping_scores
from scorecard.services.importing_wishes import NEW, NO_WISH, Wish, Wishes, with_wish
from tests.services.test_importing_plan import (
    COUNTED,
    MONDAY,
    TODAY,
    applied,
    asks,
    bundles,
    entry,
    foreign,
    ids,
    own,
    stores,
)  # fmt: skip

YES_NO = Terms(UNDATED, Kind.YES_NO)
RATING = Terms(UNDATED, Kind.RATING, target=Decimal(4), scale=5)
HOURS = Terms(UNDATED, Kind.NUMBER, target=Decimal(2), unit="h")
TIME = Terms(UNDATED, Kind.DURATION, target=Decimal(60))


def plan(bundle: Bundle, wishes: Wishes, card: Card | None = None, existing: Entries | None = None) -> ImportPlan:
    return plan_import(bundle, card or Card(), existing or {}, TODAY, ids(), wishes)


def calls(*marks: Mark, terms: Terms = COUNTED) -> Bundle:
    return Bundle("loop", (foreign(terms=terms),), tuple(entry(n, mark) for n, mark in enumerate(marks)))


def of_calls(wish: Wish) -> Wishes:
    return {"loop:Calls": wish}


def values(planned: ImportPlan) -> list[tuple[Mark, str]]:
    return [(new.mark, new.note) for new in planned.entries_to_add]


def scored(*numbers: str) -> list[Scored]:
    return [Scored(Decimal(number)) for number in numbers]


def row_of(planned: ImportPlan, number: int = 0) -> PlanRow:
    return planned.rows[number]


def test_a_new_measure_is_what_it_is_wished_to_be() -> None:
    wish = Wish(name="Phone", why="w", to_whom="t", plan="p", group="Customers", place=Place.BENCH, asked=RATING)

    planned = plan(calls(*scored("3")), of_calls(wish))

    (measure,) = planned.measures_to_add
    assert (measure.name, measure.why, measure.to_whom, measure.plan) == ("Phone", "w", "t", "p")
    assert measure.terms == (replace(RATING, first_day=MONDAY, place=Place.BENCH),)
    assert [(group.name, group.id) for group in planned.groups_to_add] == [("Customers", measure.group_id)]
    assert (row_of(planned).becomes, row_of(planned).group, row_of(planned).place) == (
        "Phone",
        "Customers",
        Place.BENCH,
    )


def test_a_group_that_is_there_is_not_made_again() -> None:
    card = Card(groups=(Group("g", "Customers"),))

    planned = plan(calls(), of_calls(Wish(group="customers")), card)

    assert planned.measures_to_add[0].group_id == "g"
    assert planned.groups_to_add == ()


def test_only_what_is_wished_otherwise_differs_in_terms_that_changed_over_time() -> None:
    later = replace(HOURS, first_day=date(2026, 5, 1), weight=3)
    bundle = Bundle("x", (ForeignMeasure("loop:Calls", "Calls", (HOURS, later)),), (entry(0), entry(90)))

    (measure,) = plan(bundle, of_calls(Wish(asked=replace(later, target=Decimal(5))))).measures_to_add

    assert [(terms.first_day, terms.target, terms.weight) for terms in measure.terms] == [
        (MONDAY, Decimal(5), 1),
        (later.first_day, Decimal(5), 3),
    ]


def test_another_kind_reads_the_values_anew_and_what_it_cannot_mean_stays_in_the_note() -> None:
    planned = plan(calls(*scored("2", "1.5", "40"), SKIPPED, terms=HOURS), of_calls(Wish(asked=TIME)))

    assert values(planned) == [
        (Scored(Decimal(120)), ""),
        (Scored(Decimal(90)), ""),
        (UNKNOWN, "40 h"),
        (SKIPPED, ""),
    ]
    assert (row_of(planned).new, row_of(planned).in_notes, row_of(planned).converted) == (4, 1, 0)
    assert [(loss.kind, loss.count) for loss in planned.losses] == [(LossKind.IN_NOTE, 1)]


def test_what_cannot_be_told_back_from_its_new_value_stays_in_the_note_beside_it() -> None:
    planned = plan(calls(*scored("5", "1", "0")), of_calls(Wish(asked=YES_NO)))

    assert values(planned) == [(Scored(Decimal(1)), "5"), (Scored(Decimal(1)), ""), (Scored(Decimal(0)), "")]
    assert row_of(planned).converted == 1
    assert [(loss.kind, loss.count) for loss in planned.losses] == [(LossKind.CONVERTED, 1)]


def test_a_note_that_becomes_too_long_is_told() -> None:
    long = Bundle("x", (foreign(),), (entry(0, Scored(Decimal("7.5")), "n" * 100_000),))

    planned = plan(long, {})

    assert len(planned.entries_to_add[0].note) == 100_000
    assert planned.entries_to_add[0].note.endswith("\n7.5")
    assert [loss.kind for loss in planned.losses] == [LossKind.IN_NOTE, LossKind.TEXT_CUT]


def test_what_is_left_out_adds_nothing_and_is_counted() -> None:
    planned = plan(calls(*scored("1", "2")), of_calls(Wish(comes=False)))

    assert planned.is_empty
    assert (row_of(planned).left_out, row_of(planned).out) == (True, 2)
    assert planned.losses == ()


def test_what_was_imported_before_can_be_left_out_and_nothing_else() -> None:
    card = Card((own("Phone", origin="loop:Calls"), own("Other")))
    wish = Wish(joins="own Other", name="x", place=Place.RETIRED, asked=RATING)

    wished = plan(calls(*scored("1")), of_calls(wish), card)

    assert (row_of(wished).match, row_of(wished).becomes, row_of(wished).place) == (
        Match.ORIGIN,
        "Phone",
        Place.CARD,
    )
    assert plan(calls(*scored("1")), of_calls(Wish(comes=False)), card).is_empty


def test_a_measure_joins_the_one_of_mine_that_is_named_whatever_its_kind() -> None:
    card = Card((own("Hours spent", terms=(replace(HOURS, first_day=MONDAY),)),))

    planned = plan(calls(*scored("90"), terms=TIME), of_calls(Wish(joins="own Hours spent")), card)

    assert (row_of(planned).match, row_of(planned).becomes) == (Match.CHOSEN, "Hours spent")
    assert planned.measures_to_change == (card.measures[0].with_origin("loop:Calls"),)
    assert values(planned) == [(Scored(Decimal("1.5")), "")]


def test_a_measure_that_joined_two_programs_is_found_by_both() -> None:
    card = Card((own("Talks", origin="harsh:talks"),))
    wishes = of_calls(Wish(joins="own Talks"))

    after, entries = applied(plan(calls(*scored("1")), wishes, card), card, {})

    assert after.measures[0].origins == ("harsh:talks", "loop:Calls")
    elsewhere = Bundle("harsh", (foreign("Talks", origin="harsh:talks"),))
    for bundle in (calls(*scored("1")), elsewhere):
        again = plan(bundle, {}, after, entries)
        assert again.is_empty
        assert row_of(again).match is Match.ORIGIN


def test_a_copy_of_a_store_finds_a_measure_that_joined_something_since() -> None:
    card = Card((own("Talks", origin="harsh:talks\nloop:Calls"),))
    for origin in ("harsh:talks", "loop:Calls\nharsh:talks", "tickmate:1\nloop:Calls"):
        assert row_of(plan(Bundle("x", (foreign(origin=origin),)), {}, card)).match is Match.ORIGIN


def test_no_measure_of_mine_is_joined_by_two() -> None:
    bundle = Bundle("x", (foreign("A", origin="a"), foreign("B", origin="b"), foreign("Calls", origin="c")))
    wish = Wish(joins="own Calls")

    planned = plan(bundle, {"a": wish, "b": wish}, Card((own(),)))

    assert [row.match for row in planned.rows] == [Match.CHOSEN, Match.NONE, Match.NONE]


def test_one_of_mine_that_has_gone_meanwhile_is_not_guessed_anew() -> None:
    assert row_of(plan(calls(), of_calls(Wish(joins="gone")), Card((own(),)))).match is Match.NONE


def test_what_is_wished_onto_the_card_has_room_before_the_others() -> None:
    card = Card(tuple(own(f"own {n}") for n in range(8)))
    bundle = Bundle("x", (foreign("A", origin="a"), foreign("B", origin="b"), foreign("C", origin="c")))
    wishes = {"b": Wish(place=Place.CARD), "c": Wish(place=Place.CARD)}

    planned = plan(bundle, wishes, card)

    assert [row.place for row in planned.rows] == [Place.BENCH, Place.CARD, Place.BENCH]
    assert [row.crowded for row in planned.rows] == [False, False, True]


def test_an_archived_measure_can_be_wished_back_to_life() -> None:
    bundle = Bundle("x", (foreign(archived=True),))

    assert row_of(plan(bundle, of_calls(Wish(place=Place.CARD)))).place is Place.CARD
    assert row_of(plan(bundle, {})).place is Place.RETIRED


def test_the_values_that_are_read_otherwise_are_listed_once_each() -> None:
    bundle = calls(*scored("5", "0", "5"))
    (measure,) = plan(bundle, of_calls(Wish(asked=YES_NO))).measures_to_add

    read = readings(bundle.measures[0], measure, bundle.entries)

    assert [(one.value, one.meant, one.days) for one in read] == [(0, 0, 1), (5, 1, 2)]
    (same,) = plan(bundle, {}).measures_to_add
    assert readings(bundle.measures[0], same, bundle.entries) == ()


def test_a_wish_for_nothing_is_none() -> None:
    assert with_wish({"a": Wish(name="x")}, "a", NO_WISH) == {}


@pytest.mark.parametrize("place", list(Place))
def test_no_score_of_before_changes_wherever_it_is_wished(place: Place) -> None:
    mine = Measure("own", "Thank-yous", (Terms(MONDAY, Kind.YES_NO),))
    card = Card((mine,))
    existing = {(new.day, "own"): Entry("own", new.day, Scored(Decimal(1))) for new in (entry(n) for n in range(4))}

    planned, _ = keeping_scores(
        plan(calls(*scored("1", "0")), of_calls(Wish(place=place, asked=YES_NO)), card, existing), card, TODAY
    )

    after, entries = applied(planned, card, existing)
    for day, _ in existing:
        before = explain_day(card.measures, existing, day).score
        assert explain_day(after.measures, entries, day).score == before
    assert planned.measures_to_add[0].terms[-1].place is place


asked = st.one_of(st.none(), asks, st.sampled_from([RATING, HOURS, TIME]))


@st.composite
def wished(draw: st.DrawFn, bundle: Bundle, card: Card) -> Wishes:
    mine = st.sampled_from([None, NEW, "gone", *(measure.id for measure in card.measures)])
    return {
        measure.origin: Wish(
            comes=draw(st.sampled_from([None, None, True, False])),
            joins=draw(mine),
            name=draw(st.sampled_from([None, "Other", "Calls"])),
            group=draw(st.sampled_from([None, "", "Customers"])),
            place=draw(st.sampled_from([None, *Place])),
            asked=draw(asked),
        )
        for measure in bundle.measures
        if draw(st.booleans())
    }


@given(bundle=bundles(), store=stores(), drawn=st.data())
def test_whatever_is_wished_every_entry_is_accounted_for_once_and_the_card_is_never_overfilled(
    bundle: Bundle, store: tuple[Card, Entries], drawn: st.DataObject
) -> None:
    wishes = drawn.draw(wished(bundle, store[0]))
    planned = plan(bundle, wishes, *store)
    card, existing = applied(planned, *store)

    _accounted_for(bundle, planned)
    _whole(bundle, planned)
    assert all(ours == existing.get(key) for key, ours in store[1].items() if _says(ours))
    assert len(card.on(TODAY)) <= max(CARD_SIZE, len(store[0].on(TODAY)))
    assert plan_import(bundle, card, existing, TODAY, lambda: "never", wishes).is_empty
    came = Bundle(
        bundle.source,
        tuple(one for one in bundle.measures if wishes.get(one.origin, NO_WISH).comes is not False),
        tuple(one for one in bundle.entries if wishes.get(one.origin, NO_WISH).comes is not False),
    )
    assert plan_import(came, card, existing, TODAY, lambda: "never").is_empty


def _accounted_for(bundle: Bundle, planned: ImportPlan) -> None:
    said = [one for one in bundle.entries if one.mark != UNKNOWN or one.note]
    future = sum(loss.count for loss in planned.losses if loss.kind is LossKind.FUTURE)
    assert sum(row.new + row.same + row.kept + row.out for row in planned.rows) + future == len(said)
    assert sum(row.new for row in planned.rows) == len(planned.entries_to_add)
    for kind, counts in ((LossKind.IN_NOTE, "in_notes"), (LossKind.CONVERTED, "converted")):
        told = sum(loss.count for loss in planned.losses if loss.kind is kind)
        assert told == sum(getattr(row, counts) for row in planned.rows)


def _whole(bundle: Bundle, planned: ImportPlan) -> None:
    """What is added says all that the file says: the same value, or one with the file's own in its note."""
    ids_of = {row.measure_id: row.origin for row in planned.rows if not row.left_out}
    theirs = {(one.origin, one.day): one for one in bundle.entries}
    for new in planned.entries_to_add:
        one = theirs[ids_of[new.measure_id], new.day]
        assert one.note in new.note
        if isinstance(one.mark, Scored) and isinstance(new.mark, Scored) and new.note == one.note:
            assert new.mark.value in (one.mark.value, one.mark.value * 60, one.mark.value / 60)
        elif isinstance(one.mark, Scored):
            assert format(one.mark.value, "f") in new.note
        else:
            assert new.mark == one.mark


def _says(ours: Entry) -> bool:
    return ours.mark != UNKNOWN or bool(ours.note)
