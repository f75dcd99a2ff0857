"""The cards to begin with are good examples of a card."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from scorecard.domain.measures import CARD_SIZE, EVERY_DAY, WORKING_DAYS, Direction, Kind, Terms
from scorecard.domain.texts import clean_line, clean_name
from scorecard.resources import resource
from scorecard.services.cards import Draft
from scorecard.services.starters import Starter, read_draft, read_starters, write_draft

FIRST_DAY = date(2026, 11, 20)
STARTERS = read_starters(resource("starters"), FIRST_DAY)
ALL_DRAFTS = [draft for starter in STARTERS for draft in starter.drafts]

every_starter = pytest.mark.parametrize("starter", STARTERS, ids=lambda starter: starter.key)
every_draft = pytest.mark.parametrize("draft", ALL_DRAFTS, ids=lambda draft: draft.name)


def test_there_is_a_card_for_each_kind_of_work_in_the_order_in_which_they_are_offered() -> None:
    assert [starter.key for starter in STARTERS] == [
        "customer_service", "sales", "management", "software", "consulting", "teaching", "family_business", "goldsmith",
    ]  # fmt: skip


@every_starter
def test_a_card_holds_five_to_seven_measures_in_groups(starter: Starter) -> None:
    groups = [draft.group for draft in starter.drafts]

    assert 5 <= len(starter.drafts) <= 7 < CARD_SIZE
    assert 2 <= len(set(groups)) <= 4
    assert "" not in groups
    assert starter.about


@every_starter
def test_no_two_measures_of_a_card_have_one_name(starter: Starter) -> None:
    assert len({draft.name.casefold() for draft in starter.drafts}) == len(starter.drafts)


@every_starter
def test_those_whom_the_work_is_for_are_better_off_by_more_than_one_measure(starter: Starter) -> None:
    assert sum(draft.to_whom == starter.serves for draft in starter.drafts) > 1


@every_draft
def test_a_measure_says_why_and_who_is_better_off(draft: Draft) -> None:
    assert 20 <= len(draft.why) <= 90
    assert draft.to_whom
    assert not draft.why.endswith(".")


@every_draft
def test_the_words_of_a_measure_are_stored_as_they_are_written(draft: Draft) -> None:
    assert clean_name(draft.name) == draft.name
    for words in (draft.why, draft.to_whom, draft.plan, draft.group):
        assert clean_line(words) == words
    assert len(draft.name) <= 60


@every_draft
def test_a_plan_says_when_and_what_then(draft: Draft) -> None:
    assert not draft.plan or (draft.plan.startswith("When ") and ", then I " in draft.plan)


@every_draft
def test_the_terms_hold_from_the_day_they_are_read_for_and_earn_points(draft: Draft) -> None:
    assert draft.terms.first_day == FIRST_DAY
    assert draft.terms.scores


def test_no_reason_is_given_twice() -> None:
    assert len({draft.why for draft in ALL_DRAFTS}) == len(ALL_DRAFTS)


def test_most_cards_hold_something_for_the_week_and_rest_at_the_week_end() -> None:
    working = [starter for starter in STARTERS if starter.key != "goldsmith"]

    for starter in working:
        assert any(draft.terms.weekly for draft in starter.drafts)
        assert any(draft.terms.due == WORKING_DAYS and draft.terms.daily for draft in starter.drafts)
        assert len({draft.terms.weight for draft in starter.drafts}) > 1


def test_goldsmith_asks_six_questions_about_doing_one_s_best() -> None:
    (goldsmith,) = (starter for starter in STARTERS if starter.key == "goldsmith")

    assert len(goldsmith.drafts) == 6
    for draft in goldsmith.drafts:
        assert draft.name.startswith("Did I do my best to ")
        assert (draft.terms.kind, draft.terms.scale) == (Kind.RATING, 10)


@pytest.mark.parametrize(
    "draft",
    [
        *ALL_DRAFTS,
        Draft("Waste", Terms(FIRST_DAY, Kind.NUMBER, Direction.AT_MOST, Decimal("2.50"), unit="kg", due=EVERY_DAY)),
        Draft("Calls", Terms(FIRST_DAY, Kind.COUNT, Direction.TALLY, due=frozenset({1, 3}))),
    ],
    ids=lambda draft: draft.name,
)
def test_what_is_written_of_a_measure_is_read_again_for_another_day(draft: Draft) -> None:
    later = date(2027, 1, 4)

    assert read_draft(write_draft(draft), later) == replace(draft, terms=replace(draft.terms, first_day=later))
