"""A measure that counts kept promises fills itself from what came due that day, and nothing of it is stored."""

from contextlib import closing
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from scorecard.domain.due import Due, Span
from scorecard.domain.errors import ComputedValueError, ImpossibleTermsError, TermsFault
from scorecard.domain.marks import SKIPPED, UNKNOWN, Mark, Scored
from scorecard.domain.measures import Direction, Kind, Terms
from scorecard.domain.promises import Level, Outcome
from scorecard.domain.scores import Standing
from scorecard.domain.weeks import Week
from scorecard.services.cards import Draft
from scorecard.services.kept_promises import with_kept_promises
from scorecard.services.promises import PromiseDraft
from scorecard.services.services import Services
from scorecard.store.first_look import FirstLook
from tests.fake_clock import FixedClock
from tests.services.opened import COUNT, TODAY, TOMORROW, YESTERDAY, entry

KEPT = Terms(date(2026, 11, 1), Kind.PROMISES, target=Decimal(100))


@pytest.fixture
def kept(services: Services) -> str:
    return services.cards.add(Draft("Kept promises", KEPT))


def promise(services: Services, day: date | None = TODAY, level: Level = Level.COMMITMENT) -> str:
    due = None if day is None else Due.on(day)
    made_on = min(day or TODAY, YESTERDAY)
    return services.promises.make(PromiseDraft("Send the estimates", level, due, "Ana", made_on=made_on))


def mark(services: Services, measure_id: str, day: date = TODAY) -> Mark | None:
    found = entry(services, measure_id, day)
    return found.mark if found else None


def standing(services: Services, measure_id: str, day: date = TODAY) -> Standing:
    lines = services.scoring.page(day).explanation.lines
    return next(line.standing for line in lines if line.measure_id == measure_id)


def test_the_share_kept_of_what_came_due_is_the_value(services: Services, kept: str) -> None:
    first, second, third = (promise(services) for _ in range(3))
    services.promises.settle(first, Outcome.KEPT)
    services.promises.settle(second, Outcome.KEPT)
    services.promises.settle(third, Outcome.BROKEN)

    assert mark(services, kept) == Scored(Decimal("66.667"))
    assert services.scoring.page(TODAY).score.value == Fraction(66667, 1000)


def test_it_is_unknown_while_one_is_open_and_never_zero(services: Services, kept: str) -> None:
    services.promises.settle(promise(services), Outcome.KEPT)
    promise(services)

    assert mark(services, kept) == UNKNOWN
    assert standing(services, kept) is Standing.BLANK
    assert services.scoring.page(TODAY).score.value is None


def test_once_the_day_is_over_an_open_one_counts_as_broken_so_far(
    services: Services, kept: str, clock: FixedClock
) -> None:
    services.promises.settle(promise(services), Outcome.KEPT)
    late = promise(services)
    clock.advance(days=1)
    assert mark(services, kept) == Scored(Decimal(50))

    services.promises.settle(late, Outcome.LATE)
    assert mark(services, kept) == Scored(Decimal(50))


def test_a_day_on_which_nothing_came_due_asks_for_nothing(services: Services, kept: str) -> None:
    services.promises.settle(promise(services, None), Outcome.KEPT)
    promise(services, TOMORROW)

    assert mark(services, kept) is None
    assert standing(services, kept) is Standing.NOT_DUE
    assert services.scoring.page(TODAY).score.due == 0


def test_a_release_and_an_honest_move_leave_the_day(services: Services, kept: str) -> None:
    services.promises.settle(promise(services), Outcome.RELEASED)
    services.promises.move(promise(services), Due.on(TOMORROW), day=YESTERDAY)

    assert standing(services, kept) is Standing.NOT_DUE


def test_a_move_on_the_due_day_is_a_miss_of_that_day(services: Services, kept: str) -> None:
    moved = promise(services)
    services.promises.move(moved, Due.on(TOMORROW))

    assert mark(services, kept) == Scored(Decimal(0))


def test_striving_honours_a_good_intention(services: Services, kept: str) -> None:
    tried = promise(services, level=Level.GOOD_INTENTION)
    services.promises.settle(tried, Outcome.BROKEN, strove=True)

    assert mark(services, kept) == Scored(Decimal(100))


def test_a_week_comes_due_on_its_sunday(services: Services, kept: str, clock: FixedClock) -> None:
    services.promises.make(PromiseDraft("Walk them through", Level.COMMITMENT, Due.within(Span.WEEK, TODAY)))
    assert mark(services, kept) is None
    clock.advance(days=3)

    assert mark(services, kept, Week.of(TODAY).sunday) == Scored(Decimal(0))


def test_it_can_be_skipped_but_not_typed(services: Services, kept: str) -> None:
    services.promises.settle(promise(services), Outcome.KEPT)
    with pytest.raises(ComputedValueError):
        services.scoring.score(kept, TODAY, Decimal(100))
    services.scoring.skip(kept, TODAY)
    assert mark(services, kept) == SKIPPED
    services.scoring.clear(kept, TODAY)

    assert mark(services, kept) == Scored(Decimal(100))


def test_a_note_goes_with_the_counted_value(services: Services, kept: str) -> None:
    services.promises.settle(promise(services), Outcome.KEPT)
    services.scoring.note(kept, TODAY, "Ana was glad")

    found = entry(services, kept)
    assert found is not None
    assert (found.mark, found.note, found.computed) == (Scored(Decimal(100)), "Ana was glad", True)


def test_nothing_of_it_is_stored(services: Services, kept: str) -> None:
    services.promises.settle(promise(services), Outcome.KEPT)
    services.scoring.page(TODAY)

    assert services.scoring.past(kept, TODAY) == ()


def test_it_is_never_a_blank_to_fill(services: Services, kept: str) -> None:
    promise(services)
    assert services.scoring.page(TODAY).blanks == ()


def test_the_first_picture_counts_as_the_store_does(services: Services, kept: str, path: Path) -> None:
    services.promises.settle(promise(services), Outcome.KEPT)
    services.promises.settle(promise(services), Outcome.BROKEN)
    week = Week.of(TODAY)
    with closing(FirstLook(path).settings_and_days()) as days:
        first = with_kept_promises(days.snapshot(week.monday, week.sunday), TODAY)

    assert first == services.scoring.snapshot(week.monday, week.sunday)
    assert first.entries[TODAY, kept].mark == Scored(Decimal(50))


def test_days_before_the_measure_counted_promises_stay_as_they_were(services: Services) -> None:
    calls = services.cards.add(Draft("Reliability", COUNT))
    services.scoring.score(calls, YESTERDAY, Decimal(2))
    services.promises.settle(promise(services, YESTERDAY), Outcome.KEPT, day=YESTERDAY)
    services.cards.edit(calls, Draft("Reliability", replace(KEPT, first_day=TODAY)))

    assert mark(services, calls, YESTERDAY) == Scored(Decimal(2))


@pytest.mark.parametrize(
    ("terms", "fault"),
    [
        ({"target": Decimal(101)}, TermsFault.TARGET),
        ({"target": Decimal(0)}, TermsFault.TARGET),
        ({"direction": Direction.AT_MOST}, TermsFault.DIRECTION),
        ({"weekly": True}, TermsFault.WEEKLY),
    ],
)
def test_terms_that_mean_nothing_are_refused(terms: dict[str, object], fault: TermsFault) -> None:
    with pytest.raises(ImpossibleTermsError) as refused:
        replace(KEPT, **terms)  # type: ignore[arg-type]
    assert refused.value.fault is fault
