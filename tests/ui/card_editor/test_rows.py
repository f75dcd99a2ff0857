"""The rows of the card, and where something lands between them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from scorecard.domain.measures import Direction, Group, Kind, Measure, Place, Terms
from scorecard.domain.snapshot import Card
from scorecard.services.card_order import Spot
from scorecard.ui.card_editor.orders import Order, refusals
from scorecard.ui.card_editor.row_words import row_words
from scorecard.ui.card_editor.rows import GroupSpot, group_spot_at, rows_of, spot_at

TODAY = date(2026, 11, 20)
TERMS = Terms(date(2026, 11, 1), Kind.COUNT, target=Decimal(3))
GROUPS = (Group("g", "Customers", 0), Group("h", "Team", 1))


def measure(name: str, group: str | None, **parts: object) -> Measure:
    return Measure(name, name, (replace(TERMS, **parts),), group_id=group)  # type: ignore[arg-type]


CARD = Card((measure("A", "g"), measure("B", "g"), measure("C", None), measure("X", "h", place=Place.BENCH)), GROUPS)
ROWS = rows_of(CARD, TODAY, Place.CARD)


def said(card: Card, place: Place) -> list[tuple[str, str, str]]:
    return [(words.name, words.more, words.right) for words in map(row_words, rows_of(card, TODAY, place))]


def test_the_card_stands_under_its_groups_also_the_empty_ones() -> None:
    assert [(words.name, words.right) for words in map(row_words, ROWS)] == [
        ("Customers", "2 measure(s)"),
        ("A", ""),
        ("B", ""),
        ("Team", "0 measure(s)"),
        ("In no group", "1 measure(s)"),
        ("C", ""),
    ]


def test_without_any_group_there_are_no_headings() -> None:
    assert [name for name, _, _ in said(Card((measure("A", None),)), Place.CARD)] == ["A"]


def test_a_row_says_what_is_asked_what_it_weighs_and_what_was_chosen_for_later() -> None:
    later = Measure("A", "A", (TERMS, replace(TERMS, first_day=date(2026, 11, 23), target=Decimal(5))))
    tally = measure("T", None, direction=Direction.TALLY, target=None, weight=3)

    assert [more for _, more, _ in said(Card((later, tally)), Place.CARD)] == [
        "At least 3 · every day · weight 1 · from Monday, 23 November: at least 5, before at least 3",
        "Only counted · every day",
    ]


def test_a_retired_measure_says_why() -> None:
    retired = Card((measure("A", None, place=Place.RETIRED, reason="Nobody read them"), measure("B", None)))

    assert said(retired, Place.RETIRED) == [("A", "Nobody read them", "")]


def test_an_empty_place_says_what_it_is_for() -> None:
    for place in Place:
        ((name, _, _),) = said(Card(), place)
        assert name


def test_between_two_rows_of_a_group_it_comes_before_the_second() -> None:
    assert spot_at(ROWS, 2, Place.CARD, "X") == Spot(Place.CARD, "g", "B")


def test_below_the_last_of_a_group_it_becomes_its_last() -> None:
    assert spot_at(ROWS, 3, Place.CARD, "X") == Spot(Place.CARD, "g", None)
    assert spot_at(ROWS, 4, Place.CARD, "X") == Spot(Place.CARD, "h", None)
    assert spot_at(ROWS, 6, Place.CARD, "X") == Spot(Place.CARD, None, None)


def test_above_the_first_heading_it_comes_below_it() -> None:
    assert spot_at(ROWS, 0, Place.CARD, "X") == Spot(Place.CARD, "g", "A")


def test_just_above_itself_it_stays() -> None:
    assert spot_at(ROWS, 1, Place.CARD, "A") == Spot(Place.CARD, "g", "B")


def test_on_the_empty_bench_it_is_the_only_one() -> None:
    assert spot_at(rows_of(Card(), TODAY, Place.BENCH), 1, Place.BENCH, "A") == Spot(Place.BENCH)


def test_a_group_lands_before_the_next_heading() -> None:
    assert group_spot_at(ROWS, 0) == GroupSpot("g")
    assert group_spot_at(ROWS, 2) == GroupSpot("h")
    assert group_spot_at(ROWS, 5) == GroupSpot(None)


def test_what_cannot_be_done_has_a_reason() -> None:
    (row,) = rows_of(Card((measure("A", None),)), TODAY, Place.CARD)
    heading = ROWS[0]

    assert set(refusals(CARD, TODAY, None)) == set(Order)
    assert set(refusals(Card((measure("A", None),)), TODAY, row)) == {Order.UP, Order.DOWN, Order.CARD}
    assert set(refusals(CARD, TODAY, heading)) == {Order.UP, Order.DUPLICATE, Order.CARD, Order.BENCH}
    assert all(refusals(CARD, TODAY, heading).values())
