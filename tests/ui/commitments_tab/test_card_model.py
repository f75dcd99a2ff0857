"""A list is given the first cards of a long lane, and the others when somebody gets there."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QModelIndex, QObject

from scorecard.domain.people import People
from scorecard.domain.promises import Level, Promise
from scorecard.services.reckoning import Reckoned, reckon
from scorecard.ui.commitments_tab.card_model import FETCHED, CardModel

TODAY = date(2026, 11, 20)
ROOT = QModelIndex()


def cards(count: int, today: date = TODAY) -> list[Reckoned]:
    return [reckon(Promise(f"{n:05}", f"Number {n}", Level.COMMITMENT, TODAY), People(), today) for n in range(count)]


@pytest.fixture
def model(qapp: QObject) -> CardModel:
    return CardModel(qapp)


def test_a_lane_of_a_few_is_there_at_once(model: CardModel) -> None:
    model.show_cards(cards(FETCHED), TODAY)

    assert model.rowCount() == FETCHED
    assert not model.canFetchMore(ROOT)


def test_a_long_lane_comes_in_portions_and_in_order(model: CardModel) -> None:
    model.show_cards(cards(2 * FETCHED + 1), TODAY)
    counts = [model.rowCount()]
    while model.canFetchMore(ROOT):
        model.fetchMore(ROOT)
        counts.append(model.rowCount())

    assert counts == [FETCHED, 2 * FETCHED, 2 * FETCHED + 1]
    assert [card.promise.id for card in model.cards] == [f"{n:05}" for n in range(2 * FETCHED + 1)]
    model.fetchMore(ROOT)
    assert model.rowCount() == 2 * FETCHED + 1


def test_who_asks_for_a_card_further_down_gets_it(model: CardModel) -> None:
    model.show_cards(cards(3 * FETCHED), TODAY)

    assert model.row_of("unheard of") is None
    assert model.rowCount() == FETCHED
    assert model.row_of(f"{FETCHED + 7:05}") == FETCHED + 7
    assert model.rowCount() == FETCHED + 8


def test_what_was_fetched_stays_when_a_card_goes(model: CardModel) -> None:
    all_cards = cards(3 * FETCHED)
    model.show_cards(all_cards, TODAY)
    model.fetchMore(ROOT)
    model.show_cards(all_cards[1:], TODAY)

    assert model.rowCount() == 2 * FETCHED
    assert model.cards[0] is all_cards[1]
    assert model.cards[-1] is all_cards[2 * FETCHED]


def test_a_new_day_shows_as_many(model: CardModel) -> None:
    model.show_cards(cards(3 * FETCHED), TODAY)
    model.fetchMore(ROOT)
    tomorrow = TODAY + timedelta(days=1)
    model.show_cards(cards(3 * FETCHED, tomorrow), tomorrow)

    assert model.rowCount() == 2 * FETCHED
