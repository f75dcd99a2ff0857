"""Where measures and groups stand once one of them was moved."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from scorecard.domain.measures import Group, Kind, Measure, Place, Terms
from scorecard.domain.snapshot import Card
from scorecard.services.card_order import Spot, moved, place_of, regrouped, spot_beside, standing_at, standing_in

TODAY = date(2026, 11, 20)
TERMS = Terms(date(2026, 11, 1), Kind.COUNT, target=Decimal(3))
GROUPS = (Group("g", "Customers", 0), Group("h", "Team", 1))


def measure(name: str, group: str | None, position: int, place: Place = Place.CARD) -> Measure:
    return Measure(name, name, (replace(TERMS, place=place),), group_id=group, position=position)


def card_of(*measures: Measure) -> Card:
    """In the order in which the store reads them."""
    order = {group.id: number for number, group in enumerate(GROUPS)}
    ranked = sorted(measures, key=lambda m: (order.get(m.group_id or "", 9), m.position, m.id))
    return Card(tuple(ranked), GROUPS)


CARD = card_of(
    measure("A", "g", 0), measure("B", "g", 1), measure("C", "h", 2), measure("D", None, 3),
    measure("X", "h", 4, Place.BENCH), measure("Y", "g", 5, Place.BENCH), measure("R", None, 6, Place.RETIRED),
)  # fmt: skip


def after(card: Card, measure_id: str, spot: Spot) -> Card:
    changed = {known.id: known for known in moved(card, TODAY, measure_id, spot)}
    return card_of(*(changed.get(known.id, known) for known in card.measures))


def ids(card: Card, place: Place = Place.CARD) -> str:
    return "".join(known.id for known in standing_at(card, TODAY, place))


def groups(card: Card) -> list[str]:
    return ["".join(known.id for known in standing_in(card, TODAY, group)) for group in ("g", "h", None)]


def stepped(card: Card, measure_id: str, by: int) -> Card:
    spot = spot_beside(card, TODAY, measure_id, by)
    assert spot is not None
    return after(card, measure_id, spot)


def test_a_step_down_and_up_within_a_group() -> None:
    assert groups(stepped(CARD, "A", 1)) == ["BA", "C", "D"]
    assert groups(stepped(stepped(CARD, "A", 1), "A", -1)) == ["AB", "C", "D"]


def test_a_step_past_the_edge_of_a_group_is_a_step_into_the_next() -> None:
    assert groups(stepped(CARD, "B", 1)) == ["A", "BC", "D"]
    assert groups(stepped(CARD, "C", -1)) == ["ABC", "", "D"]
    assert groups(stepped(CARD, "C", 1)) == ["AB", "", "CD"]


def test_at_the_very_ends_there_is_no_further_step() -> None:
    assert spot_beside(CARD, TODAY, "A", -1) is None
    assert spot_beside(CARD, TODAY, "D", 1) is None
    assert spot_beside(CARD, TODAY, "X", -1) is None
    assert spot_beside(CARD, TODAY, "R", 1) is None


def test_the_bench_has_an_order_of_its_own_whatever_the_groups() -> None:
    assert ids(CARD, Place.BENCH) == "XY"
    assert ids(stepped(CARD, "Y", -1), Place.BENCH) == "YX"


def test_one_from_the_bench_comes_where_it_is_put() -> None:
    put = after(CARD, "X", Spot(Place.CARD, "g", "B"))

    assert groups(put) == ["AXB", "C", "D"]
    assert ids(put, Place.BENCH) == "Y"


def test_off_the_card_it_keeps_its_group_to_come_back_to() -> None:
    benched = after(CARD, "A", Spot(Place.BENCH, before="Y"))

    assert ids(benched, Place.BENCH) == "XAY"
    assert benched.measure("A").group_id == "g"


def test_what_stays_where_it_is_changes_nothing() -> None:
    assert moved(CARD, TODAY, "A", Spot(Place.CARD, "g", "B")) == ()


def test_a_group_that_is_gone_counts_as_none() -> None:
    lost = card_of(measure("A", "gone", 0))

    assert [m.id for m in standing_in(lost, TODAY, None)] == ["A"]


def test_a_group_moves_before_another_or_to_the_end() -> None:
    assert [group.id for group in regrouped(GROUPS, "h", "g")] == ["h", "g"]
    assert [(group.id, group.position) for group in regrouped(GROUPS, "g", None)] == [("h", 0), ("g", 1)]


@given(st.data())
def test_nothing_is_lost_and_only_the_moved_one_changes_its_place_or_its_group(data: st.DataObject) -> None:
    card = CARD
    for _ in range(data.draw(st.integers(1, 4))):
        chosen = data.draw(st.sampled_from("ABCDXYR"))
        place = data.draw(st.sampled_from([Place.CARD, Place.BENCH]))
        before = data.draw(st.sampled_from([None, *ids(card, place)]))
        spot = Spot(place, data.draw(st.sampled_from(["g", "h", None])), before)
        fresh = after(card, chosen, spot)
        others = [m.id for m in sorted(card.measures, key=lambda m: (m.position, m.id)) if m.id != chosen]
        now = [m.id for m in sorted(fresh.measures, key=lambda m: (m.position, m.id)) if m.id != chosen]
        assert now == others
        assert place_of(fresh.measure(chosen), TODAY) is place
        for known in card.measures:
            if known.id != chosen:
                assert (known.group_id, known.terms) == (
                    fresh.measure(known.id).group_id, fresh.measure(known.id).terms,
                )  # fmt: skip
        card = fresh
