"""What an import would change is known before anything changes, and done twice it changes nothing more."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from scorecard.domain.marks import SKIPPED, UNKNOWN, Entry, Mark, Scored
from scorecard.domain.measures import CARD_SIZE, Direction, Kind, Measure, Place, Terms
from scorecard.domain.snapshot import Card
from scorecard.formats.bundle import UNDATED, Bundle, ForeignEntry, ForeignMeasure, LossKind
from scorecard.services.importing_matches import Match
from scorecard.services.importing_parts import Entries
from scorecard.services.importing_plan import ImportPlan, plan_import
from scorecard.services.importing_wishes import NEW, Wish

TODAY = date(2026, 11, 20)
MONDAY = date(2026, 3, 2)
YES, NO = Scored(Decimal(1)), Scored(Decimal(0))
COUNTED = Terms(UNDATED, Kind.COUNT, Direction.TALLY)


def foreign(name: str = "Calls", terms: Terms = COUNTED, origin: str = "", archived: bool = False) -> ForeignMeasure:
    return ForeignMeasure(origin or f"loop:{name}", name, (terms,), archived=archived)


def own(name: str = "Calls", first_day: date = MONDAY, kind: Kind = Kind.COUNT, **parts: object) -> Measure:
    terms = Terms(first_day, kind, Direction.TALLY)
    return replace(Measure(f"own {name}", name, (terms,)), **parts)


def entry(day: int = 0, mark: Mark = YES, note: str = "", origin: str = "loop:Calls") -> ForeignEntry:
    return ForeignEntry(origin, MONDAY + timedelta(days=day), mark, note)


def ids() -> Callable[[], str]:
    numbers = count()
    return lambda: f"new {next(numbers)}"


def plan(bundle: Bundle, card: Card | None = None, existing: Entries | None = None) -> ImportPlan:
    return plan_import(bundle, card or Card(), existing or {}, TODAY, ids())


def applied(planned: ImportPlan, card: Card, existing: Entries) -> tuple[Card, Entries]:
    """Card and entries once the plan is carried out."""
    changed = {measure.id: measure for measure in planned.measures_to_change}
    kept = tuple(changed.get(measure.id, measure) for measure in card.measures)
    added = {(entry.day, entry.measure_id): entry for entry in planned.entries_to_add}
    return replace(card, measures=kept + planned.measures_to_add), {**existing, **added}


def test_a_new_measure_begins_with_its_first_entry() -> None:
    planned = plan(Bundle("loop", (foreign(),), (entry(3), entry(1, SKIPPED, "ill"))))

    (measure,) = planned.measures_to_add
    assert measure == Measure("new 0", "Calls", (replace(COUNTED, first_day=date(2026, 3, 3)),), origin="loop:Calls")
    assert planned.entries_to_add == (
        Entry("new 0", date(2026, 3, 5), YES),
        Entry("new 0", date(2026, 3, 3), SKIPPED, "ill"),
    )
    assert (planned.first_day, planned.last_day) == (date(2026, 3, 3), date(2026, 3, 5))


def test_a_new_measure_without_entries_begins_today() -> None:
    (measure,) = plan(Bundle("loop", (foreign(),))).measures_to_add

    assert measure.terms[0].first_day == TODAY


def test_the_card_is_filled_and_the_rest_waits_on_the_bench() -> None:
    card = Card(tuple(own(f"own {n}") for n in range(7)))
    new = [foreign(f"m{n}", archived=n == 1) for n in range(5)]

    planned = plan(Bundle("loop", tuple(new)), card)

    assert [row.place for row in planned.rows] == [Place.CARD, Place.RETIRED, Place.CARD, Place.BENCH, Place.BENCH]
    assert [measure.terms[0].place for measure in planned.measures_to_add] == [row.place for row in planned.rows]
    assert len(applied(planned, card, {})[0].on(TODAY)) == CARD_SIZE


def test_a_full_card_takes_no_more() -> None:
    card = Card(tuple(own(f"own {n}") for n in range(9)))

    assert [row.place for row in plan(Bundle("loop", (foreign("x"),)), card).rows] == [Place.BENCH]


def test_what_was_imported_before_is_found_by_its_origin_whatever_its_name() -> None:
    card = Card((own("Calls"), own("Phone", origin="loop:Calls")))

    planned = plan(Bundle("loop", (foreign(),), (entry(),)), card)

    (row,) = planned.rows
    assert (row.match, row.measure_id, row.becomes) == (Match.ORIGIN, "own Phone", "Phone")
    assert planned.measures_to_add == planned.measures_to_change == ()


def test_a_measure_of_the_same_name_and_kind_is_offered_and_learns_its_origin() -> None:
    card = Card((own("cAlls"),))

    planned = plan(Bundle("loop", (foreign("CALLS", origin="loop:1"),)), card)

    assert [(row.match, row.measure_id) for row in planned.rows] == [(Match.NAME, "own cAlls")]
    assert planned.measures_to_change == (own("cAlls", origin="loop:1"),)


def test_names_are_the_same_in_every_unicode_form() -> None:
    planned = plan(Bundle("loop", (foreign("cafe\u0301  run"),)), Card((own("Café run"),)))

    assert planned.rows[0].match is Match.NAME


def test_an_offer_can_be_refused() -> None:
    planned = plan_import(
        Bundle("loop", (foreign(),)), Card((own(),)), {}, TODAY, ids(), {"loop:Calls": Wish(joins=NEW)}
    )

    assert planned.rows[0].match is Match.NONE


def test_another_kind_is_another_measure() -> None:
    assert plan(Bundle("loop", (foreign(),)), Card((own(kind=Kind.NUMBER),))).rows[0].match is Match.NONE


def test_no_measure_of_ours_is_joined_by_two() -> None:
    bundle = Bundle("loop", (foreign(origin="a"), foreign(origin="b")), (entry(origin="a"), entry(origin="b")))

    planned = plan(bundle, Card((own(),)))

    assert [row.match for row in planned.rows] == [Match.NAME, Match.NONE]


def test_ours_is_kept_where_the_two_differ() -> None:
    card = Card((own(origin="loop:Calls"),))
    existing = {
        (day, "own Calls"): Entry("own Calls", day, mark)
        for day, mark in ((MONDAY, YES), (date(2026, 3, 3), NO), (date(2026, 3, 4), UNKNOWN))
    }

    planned = plan(Bundle("loop", (foreign(),), tuple(entry(n) for n in range(4))), card, existing)

    (row,) = planned.rows
    assert (row.new, row.same, row.kept) == (2, 1, 1)
    assert [entry.day.day for entry in planned.entries_to_add] == [4, 5]


def test_a_note_of_ours_is_not_overwritten() -> None:
    card = Card((own(origin="loop:Calls"),))
    existing = {(MONDAY, "own Calls"): Entry("own Calls", MONDAY, UNKNOWN, "mine")}

    planned = plan(Bundle("loop", (foreign(),), (entry(0),)), card, existing)

    assert planned.entries_to_add == ()
    assert planned.rows[0].kept == 1


def test_days_to_come_are_left_out_and_counted() -> None:
    later = ForeignEntry("loop:Calls", TODAY + timedelta(days=1), YES)

    planned = plan(Bundle("loop", (foreign(),), (later, ForeignEntry("loop:Calls", TODAY, YES))))

    assert [entry.day for entry in planned.entries_to_add] == [TODAY]
    assert [(loss.kind, loss.count, loss.subject) for loss in planned.losses] == [(LossKind.FUTURE, 1, "Calls")]


def test_entries_from_before_our_measure_began_make_it_begin_earlier() -> None:
    card = Card((own(first_day=TODAY, origin="loop:Calls"),))

    planned = plan(Bundle("loop", (foreign(),), (entry(),)), card)

    (measure,) = planned.measures_to_change
    assert [terms.first_day for terms in measure.terms] == [MONDAY, TODAY]
    assert measure.terms_on(MONDAY) == replace(card.measures[0].terms[0], first_day=MONDAY)


def test_a_value_our_terms_cannot_mean_stays_in_the_note() -> None:
    rating = Terms(MONDAY, Kind.RATING, Direction.TALLY, scale=5)
    card = Card((own(terms=(rating,), origin="loop:Calls"),))

    planned = plan(Bundle("loop", (foreign(),), (entry(0, Scored(Decimal("2.5")), "far"),)), card)

    assert planned.entries_to_add == (Entry("own Calls", MONDAY, UNKNOWN, "far\n2.5"),)
    assert [loss.kind for loss in planned.losses] == [LossKind.IN_NOTE]


def test_nothing_in_a_file_changes_nothing() -> None:
    assert plan(Bundle("loop")).is_empty


names = st.sampled_from(["Calls", "CALLS", "Run", "run", "Focus"])
asks = st.sampled_from(
    [
        COUNTED,
        Terms(UNDATED, Kind.YES_NO),
        Terms(UNDATED, Kind.NUMBER, Direction.AT_MOST, Decimal(2)),
        Terms(UNDATED, Kind.COUNT, Direction.AT_LEAST, Decimal(3), weekly=True),
    ]
)
marks = st.one_of(
    st.just(UNKNOWN), st.just(SKIPPED), st.sampled_from(["0", "1", "2.5", "-3", "7"]).map(Decimal).map(Scored)
)
days = st.integers(-20, 5).map(lambda n: TODAY + timedelta(days=n))
origins = st.sampled_from(["a", "b", "c", "d"])
notes = st.sampled_from(["", "n"])


@st.composite
def bundles(draw: st.DrawFn) -> Bundle:
    own_origins = draw(st.lists(origins, unique=True, max_size=4))
    measures = tuple(
        ForeignMeasure(origin, draw(names), (draw(asks),), archived=draw(st.booleans())) for origin in own_origins
    )
    keys = draw(st.lists(st.tuples(st.sampled_from(own_origins), days), unique=True)) if own_origins else []
    return Bundle("loop", measures, tuple(ForeignEntry(*key, draw(marks), draw(notes)) for key in keys))


@st.composite
def stores(draw: st.DrawFn) -> tuple[Card, Entries]:
    known = draw(st.lists(st.one_of(st.none(), origins), max_size=4, unique_by=lambda o: o or object()))
    measures = tuple(
        Measure(
            f"own {n}",
            draw(names),
            (replace(draw(asks), first_day=draw(days), place=draw(st.sampled_from(Place))),),
            origin=origin,
        )
        for n, origin in enumerate(known)
    )
    keys = draw(st.lists(st.tuples(days, st.sampled_from(measures)), unique=True)) if measures else []
    entries = {(day, m.id): Entry(m.id, day, draw(marks), draw(notes)) for day, m in keys}
    return Card(measures), entries


@given(bundle=bundles(), store=stores())
def test_an_import_done_twice_changes_nothing_more(bundle: Bundle, store: tuple[Card, Entries]) -> None:
    card, existing = applied(plan(bundle, *store), *store)

    assert plan_import(bundle, card, existing, TODAY, lambda: "never").is_empty


@given(bundle=bundles(), store=stores())
def test_an_import_overwrites_nothing_and_accounts_for_everything(bundle: Bundle, store: tuple[Card, Entries]) -> None:
    card, existing = store
    planned = plan(bundle, card, existing)
    _, after = applied(planned, card, existing)

    for key, ours in existing.items():
        assert after[key] == ours or (ours.mark == UNKNOWN and not ours.note)
    said = [one for one in bundle.entries if one.day <= TODAY and (one.mark != UNKNOWN or one.note)]
    assert sum(row.new + row.same + row.kept for row in planned.rows) == len(said)
    assert len({(one.day, one.measure_id) for one in planned.entries_to_add}) == len(planned.entries_to_add)
    assert all(one.day <= TODAY for one in planned.entries_to_add)


@given(bundle=bundles(), store=stores())
def test_an_import_never_overfills_the_card(bundle: Bundle, store: tuple[Card, Entries]) -> None:
    card, _ = applied(plan(bundle, *store), *store)

    assert len(card.on(TODAY)) <= max(CARD_SIZE, len(store[0].on(TODAY)))
