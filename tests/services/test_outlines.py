"""What was chosen for a card that is being set up, and what is read again after the program ended in between."""

import json
from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from scorecard.domain.measures import Kind, Terms
from scorecard.resources import resource
from scorecard.services.cards import Draft
from scorecard.services.outlines import Offer, Outline, offers_of, read_outline, write_outline
from scorecard.services.starters import Starter, read_starters

TODAY = date(2026, 11, 20)
LATER = date(2026, 11, 23)
OWN = Draft("Letters answered", Terms(TODAY, Kind.YES_NO), "Nobody waits for a week")


@pytest.fixture
def sales() -> Starter:
    return next(starter for starter in read_starters(resource("starters"), TODAY) if starter.key == "sales")


@pytest.fixture
def outline(sales: Starter) -> Outline:
    return Outline().at_work(sales.key, sales.serves, offers_of(sales, ()))


def test_everything_that_is_offered_is_taken_at_first(outline: Outline, sales: Starter) -> None:
    assert outline.drafts == sales.drafts


def test_a_tick_goes_and_comes_back(outline: Outline) -> None:
    without = outline.ticked(2)

    assert outline.offers[2].draft not in without.drafts
    assert without.ticked(2) == outline


def test_what_is_on_the_card_already_is_left_out_at_first(sales: Starter) -> None:
    first, *others = offers_of(sales, [sales.drafts[0].name.upper()])

    assert not first.taken
    assert all(offer.taken for offer in others)


def test_those_whom_the_user_serves_stand_in_place_of_those_whom_the_work_is_for(outline: Outline) -> None:
    mine = replace(outline, whom="  Two  bakeries ")

    for before, after in zip(outline.drafts, mine.drafts, strict=True):
        assert after.to_whom == ("Two bakeries" if before.to_whom == "Buyers" else before.to_whom)
        assert after.why == before.why


def test_a_changed_measure_is_taken_as_it_was_changed(outline: Outline) -> None:
    changed = replace(outline.offers[1].draft, name="Follow-ups", to_whom="Neal")

    edited = replace(outline.ticked(1), whom="Everyone").edited(1, changed)

    assert edited.drafts[1] == changed


def grouped(outline: Outline) -> list[tuple[str, str]]:
    return [(outline.offers[place].draft.name, outline.offers[place].draft.group) for place in outline.order]


def listed(*offers: tuple[str, str, bool]) -> Outline:
    return Outline(offers=tuple(Offer(replace(OWN, name=name, group=group), taken) for name, group, taken in offers))


MIXED = listed(("A", "g", True), ("B", "h", True), ("-", "g", False), ("C", "i", True), ("D", "h", True))


def test_a_card_stands_in_its_groups() -> None:
    assert grouped(MIXED) == [("A", "g"), ("B", "h"), ("D", "h"), ("C", "i")]


def test_an_offer_moves_among_its_group_and_past_its_edge_into_the_next() -> None:
    down, place = MIXED.moved(1, 1)
    assert grouped(down) == [("A", "g"), ("D", "h"), ("B", "h"), ("C", "i")]
    beyond, place = down.moved(place, 1)
    assert grouped(beyond) == [("A", "g"), ("D", "h"), ("B", "i"), ("C", "i")]
    back, place = beyond.moved(place, -1)
    assert grouped(back) == grouped(down)
    assert back.offers[place].draft.name == "B"
    assert back.offers[2].draft.name == "-"


def test_at_the_very_end_nothing_moves() -> None:
    assert MIXED.moved(0, -1) == (MIXED, 0)
    assert MIXED.moved(3, 1) == (MIXED, 3)


def test_one_s_own_measures_stay_when_another_work_is_chosen(outline: Outline) -> None:
    elsewhere = outline.added(OWN).at_work("other", "", ())

    assert elsewhere.drafts == (OWN,)


def test_what_was_kept_is_there_again_and_holds_from_the_day_it_is_read(outline: Outline) -> None:
    kept = replace(outline.ticked(0).added(OWN), step=1, whom="Ana’s “night” shift", day_end=time(3, 30))

    again = read_outline(write_outline(kept), LATER)

    assert again is not None
    assert {offer.draft.terms.first_day for offer in again.offers} == {LATER}
    assert _on(TODAY, again) == kept


def test_of_nothing_kept_nothing_is_read() -> None:
    assert read_outline("", TODAY) is None


@pytest.mark.parametrize(
    "damage",
    [
        {"offers": None},
        {"offers": [7]},
        {"offers": [{"taken": True}]},
        {"offers": [{"measure": {"name": "A", "why": "", "kind": "dream"}, "taken": True, "own": True}]},
        {"offers": [{"measure": {"name": "A", "why": "", "kind": "count"}, "taken": True, "own": True}]},
        {"offers": [{"measure": {"name": " ", "why": "", "kind": "yes_no"}, "taken": True, "own": True}]},
        {"offers": [{"measure": {"name": 7, "why": "", "kind": "yes_no"}, "taken": True, "own": True}]},
        {"offers": [{"measure": {"name": "A", "why": "", "kind": "count", "target": "x"}, "taken": True, "own": True}]},
        {"day_end": "13:00"},
        {"day_end": "soon"},
        {"whom": ["a"]},
        {"step": "third"},
    ],
)
def test_what_can_t_be_understood_is_as_if_nothing_was_kept(outline: Outline, damage: dict[str, Any]) -> None:
    written = json.loads(write_outline(outline)) | damage

    assert read_outline(json.dumps(written), TODAY) is None


@pytest.mark.parametrize("text", ["{", "[]", "null", "7", "[" * 100_000, "x" * 300_000, '{"step": 1}'])
def test_a_file_of_something_else_is_as_if_nothing_was_kept(text: str) -> None:
    assert read_outline(text, TODAY) is None


def _on(day: date, outline: Outline) -> Outline:
    offers = tuple(
        replace(offer, draft=replace(offer.draft, terms=replace(offer.draft.terms, first_day=day)))
        for offer in outline.offers
    )
    return replace(outline, offers=offers)
