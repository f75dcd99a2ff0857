"""Finishing a day and opening it again."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from scorecard.domain.blanks import Filling
from scorecard.domain.changes import Change
from scorecard.domain.errors import ImpossibleValueError
from scorecard.domain.marks import SKIPPED, UNKNOWN, Entry, Scored
from scorecard.services.cards import Draft
from scorecard.services.services import Services
from tests.fake_clock import FixedClock
from tests.services.opened import COUNT, RATING, TODAY, entry, finished_at, seq


def test_finishing_fills_the_blanks_in_one_activity(services: Services, calls: str) -> None:
    mood = services.cards.add(Draft("Mood", RATING))
    thanks = services.cards.add(Draft("Thanks", COUNT))
    services.scoring.note(calls, TODAY, "n")
    before = seq(services)

    fillings = {calls: Filling.ZERO, mood: Filling.SKIP, thanks: Filling.LEAVE}
    services.scoring.fill_and_finish(TODAY, fillings)

    assert seq(services) == before + 1
    assert entry(services, calls) == Entry(calls, TODAY, Scored(Decimal(0)), "n")
    assert entry(services, mood) == Entry(mood, TODAY, SKIPPED)
    assert entry(services, thanks) is None
    assert finished_at(services) == datetime(2026, 11, 20, 17, tzinfo=UTC)
    services.undoing.undo()
    assert [entry(services, calls), entry(services, mood)] == [Entry(calls, TODAY, UNKNOWN, "n"), None]
    assert finished_at(services) is None


def test_a_filling_that_is_not_possible_finishes_nothing(services: Services, calls: str) -> None:
    """A rating begins at 1."""
    mood = services.cards.add(Draft("Mood", RATING))
    before = seq(services)

    with pytest.raises(ImpossibleValueError):
        services.scoring.fill_and_finish(TODAY, {calls: Filling.ZERO, mood: Filling.ZERO})

    assert (entry(services, calls), finished_at(services), seq(services)) == (None, None, before)


def test_a_day_can_be_reopened_and_finished_again(services: Services, calls: str, clock: FixedClock) -> None:
    services.scoring.fill_and_finish(TODAY, {})
    services.scoring.reopen(TODAY)
    assert finished_at(services) is None
    clock.advance(hours=1)
    services.scoring.fill_and_finish(TODAY, {})

    assert finished_at(services) == datetime(2026, 11, 20, 18, tzinfo=UTC)
    for expected in (None, datetime(2026, 11, 20, 17, tzinfo=UTC), None):
        services.undoing.undo()
        assert finished_at(services) == expected


def test_reopening_an_open_day_leaves_no_trace(services: Services, calls: str, heard: list[Change]) -> None:
    before = seq(services)

    services.scoring.reopen(TODAY)

    assert seq(services) == before
    assert heard == []
