"""What was to be done tomorrow: it greets, it is asked about, and what became of it is compared."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from scorecard.domain.reflections import TOMORROW, Adjustment
from scorecard.services.reflecting import Reflecting
from scorecard.services.services import Services
from tests.fake_clock import FixedClock
from tests.services.evenings import DAY
from tests.services.opened import BEFORE_YESTERDAY, TODAY, YESTERDAY


def test_what_was_to_be_done_tomorrow_greets_on_the_next_days_until_something_newer_does(
    reflecting: Reflecting, clock: FixedClock
) -> None:
    reflecting.write(BEFORE_YESTERDAY, TOMORROW, "listen")
    reflecting.write(YESTERDAY, TOMORROW, "ask first")
    reflecting.write(TODAY, TOMORROW, "go home at five")
    clock.advance(days=9)

    def greeting(day: date) -> str | None:
        found = reflecting.page(day).greeting
        assert found == reflecting.greeting(day)
        return found.words if found else None

    assert greeting(BEFORE_YESTERDAY) is None
    assert [greeting(YESTERDAY + n * DAY) for n in range(2)] == ["listen", "ask first"]
    assert [greeting(TODAY + n * DAY) for n in range(1, 10)] == ["go home at five"] * 7 + [None, None]


def test_the_latest_three_are_asked_about_until_they_are_answered_or_two_weeks_old(
    reflecting: Reflecting, clock: FixedClock
) -> None:
    for number in range(5):
        reflecting.write(TODAY - number * DAY, TOMORROW, f"number {number}")

    def asked(day: date = TODAY) -> list[str]:
        return [found.words for found in reflecting.page(day).asking]

    assert asked() == ["number 1", "number 2", "number 3"]
    reflecting.answer_adjustment(TODAY - 2 * DAY, tried=True, helped=None)
    assert asked() == ["number 1", "number 3", "number 4"]
    clock.advance(days=14)
    assert asked(TODAY + 14 * DAY) == ["number 0"]
    assert asked(TODAY + 15 * DAY) == []


def test_what_became_of_it_stands_beside_it(reflecting: Reflecting, calls: str) -> None:
    reflecting.write(YESTERDAY, TOMORROW, "ask first")
    reflecting.write(TODAY, TOMORROW, "ask again")

    reflecting.answer_adjustment(YESTERDAY, tried=True, helped=False, measures=[calls, calls])

    assert reflecting.adjustments() == (
        Adjustment(TODAY, "ask again"), Adjustment(YESTERDAY, "ask first", TODAY, True, False, (calls,)),
    )  # fmt: skip


def test_what_was_not_tried_did_not_help_either_way(reflecting: Reflecting) -> None:
    reflecting.write(YESTERDAY, TOMORROW, "ask first")

    reflecting.answer_adjustment(YESTERDAY, tried=False, helped=True)

    assert reflecting.adjustments() == (Adjustment(YESTERDAY, "ask first", TODAY, False, None),)


def test_an_adjustment_is_tied_to_two_measures_of_the_card_at_most(reflecting: Reflecting, calls: str) -> None:
    reflecting.write(YESTERDAY, TOMORROW, "ask first")

    for measures in (["unheard of"], [calls, "a", "b"]):
        with pytest.raises(ValueError, match="measures"):
            reflecting.answer_adjustment(YESTERDAY, tried=True, helped=True, measures=measures)


def test_one_that_was_taken_back_is_neither_greeted_with_nor_asked_about_nor_listed(reflecting: Reflecting) -> None:
    reflecting.write(YESTERDAY, TOMORROW, "ask first")
    reflecting.answer_adjustment(YESTERDAY, tried=True, helped=True)
    reflecting.write(YESTERDAY, TOMORROW, "")

    page = reflecting.page(TODAY)
    assert (page.greeting, page.asking, reflecting.adjustments()) == (None, (), ())


def test_days_before_and_after_are_compared_for_the_measures_it_is_tied_to(services: Services, calls: str) -> None:
    written = TODAY - 6 * DAY
    for number in range(12):
        day = TODAY - number * DAY
        services.scoring.score(calls, day, Decimal(3 if day > written else 1))
    services.reflecting.write(written, TOMORROW, "call first")
    services.reflecting.answer_adjustment(written, tried=True, helped=True, measures=[calls])

    (effect,) = services.reflecting.effects(services.reflecting.adjustments()[0])

    assert (len(effect.before), len(effect.after), effect.enough) == (6, 6, True)
    assert (effect.mean_before, effect.mean_after) == (Fraction(1, 3), Fraction(1))


def test_days_that_did_not_count_are_no_days_before_or_after_and_with_few_nothing_is_concluded(
    services: Services, calls: str
) -> None:
    services.scoring.score(calls, TODAY - 2 * DAY, Decimal(3))
    services.scoring.skip(calls, TODAY - DAY)
    services.reflecting.write(TODAY - DAY, TOMORROW, "call first")
    services.reflecting.answer_adjustment(TODAY - DAY, tried=True, helped=True, measures=[calls])

    (effect,) = services.reflecting.effects(services.reflecting.adjustments()[0])

    assert (effect.mean_before, len(effect.before)) == (Fraction(1), 1)
    assert (effect.mean_after, len(effect.after)) == (None, 0)
    assert not effect.enough


def test_one_that_is_tied_to_nothing_has_no_effects(reflecting: Reflecting) -> None:
    assert reflecting.effects(Adjustment(TODAY, "call first")) == ()
