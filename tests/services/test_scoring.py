"""Setting values and notes: what is refused, what is kept, what is from memory, what is undone as one."""

from contextlib import closing
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

import pytest

from scorecard.domain.activities import Turn, Verb
from scorecard.domain.errors import FutureDayError, ImpossibleValueError, TextTooLongError
from scorecard.domain.marks import SKIPPED, UNKNOWN, Entry, Scored
from scorecard.domain.measures import Place
from scorecard.domain.texts import NOTE_LENGTH
from scorecard.services.cards import Draft
from scorecard.services.services import Services
from tests.fake_clock import BERLIN, FixedClock
from tests.services.opened import BEFORE_YESTERDAY, COUNT, TODAY, TOMORROW, WEEKLY, YESTERDAY, entry, seq, undos


def test_a_value_is_kept_for_its_day(services: Services, calls: str) -> None:
    services.scoring.score(calls, TODAY, Decimal(3))

    assert entry(services, calls) == Entry(calls, TODAY, Scored(Decimal(3)))
    assert entry(services, calls, YESTERDAY) is None


def test_zero_skipped_and_nothing_are_three_things(services: Services, calls: str) -> None:
    services.scoring.score(calls, TODAY, Decimal(0))
    zero = entry(services, calls)
    services.scoring.skip(calls, TODAY)
    skipped = entry(services, calls)
    services.scoring.clear(calls, TODAY)

    assert zero is not None
    assert skipped is not None
    assert (zero.mark, skipped.mark, entry(services, calls)) == (Scored(Decimal(0)), SKIPPED, None)


def test_a_value_outlives_the_program(services: Services, path: Path, calls: str, clock: FixedClock) -> None:
    services.scoring.score(calls, TODAY, Decimal(3))
    services.scoring.note(calls, TODAY, "Neal called")
    services.close()

    with closing(Services(path, clock)) as later:
        assert entry(later, calls) == Entry(calls, TODAY, Scored(Decimal(3)), "Neal called")


def test_a_note_is_cleaned_and_stays_when_the_value_changes(services: Services, calls: str) -> None:
    services.scoring.note(calls, TODAY, "  Neal\r\ncalled\x00 \n")
    services.scoring.score(calls, TODAY, Decimal(1))
    services.scoring.clear(calls, TODAY)

    assert entry(services, calls) == Entry(calls, TODAY, UNKNOWN, "Neal\ncalled")


@pytest.mark.parametrize("day", [TOMORROW, date(2030, 1, 1), date.max])
def test_a_day_that_has_not_begun_is_refused(services: Services, calls: str, day: date) -> None:
    scoring, before = services.scoring, seq(services)
    deeds = (
        lambda: scoring.score(calls, day, Decimal(1)),
        lambda: scoring.skip(calls, day),
        lambda: scoring.clear(calls, day),
        lambda: scoring.note(calls, day, "n"),
        lambda: scoring.fill_and_finish(day, {}),
    )
    for deed in deeds:
        with pytest.raises(FutureDayError):
            deed()

    assert seq(services) == before


def test_which_day_has_begun_is_said_by_the_day_end(services: Services, calls: str, clock: FixedClock) -> None:
    clock.set(datetime(2026, 11, 21, 3, 59, tzinfo=BERLIN))
    with pytest.raises(FutureDayError):
        services.scoring.score(calls, TOMORROW, Decimal(1))

    services.rules.set_day_end(time(2))

    services.scoring.score(calls, TOMORROW, Decimal(1))
    assert services.scoring.today() == TOMORROW


@pytest.mark.parametrize("value", ["1.5", "-1", "1e12", "NaN"])
def test_an_impossible_value_leaves_the_old_one(services: Services, calls: str, value: str) -> None:
    services.scoring.score(calls, TODAY, Decimal(2))
    before = seq(services)

    with pytest.raises(ImpossibleValueError):
        services.scoring.score(calls, TODAY, Decimal(value))

    assert entry(services, calls) == Entry(calls, TODAY, Scored(Decimal(2)))
    assert seq(services) == before


def test_a_note_that_is_too_long_leaves_the_old_one(services: Services, calls: str, clock: FixedClock) -> None:
    services.scoring.note(calls, TODAY, "Neal")
    clock.advance(minutes=1)
    with pytest.raises(TextTooLongError):
        services.scoring.note(calls, TODAY, "x" * (NOTE_LENGTH + 1))

    services.scoring.note(calls, TODAY, "y" * NOTE_LENGTH)
    services.undoing.undo()

    assert entry(services, calls) == Entry(calls, TODAY, UNKNOWN, "Neal")


@pytest.mark.parametrize(
    ("day", "from_memory"), [(TODAY, False), (YESTERDAY, False), (BEFORE_YESTERDAY, True), (date(2026, 11, 1), True)]
)
def test_what_is_marked_two_days_later_is_from_memory(
    services: Services, calls: str, day: date, from_memory: bool
) -> None:
    for deed in (lambda: services.scoring.score(calls, day, Decimal(1)), lambda: services.scoring.skip(calls, day)):
        deed()
        marked = entry(services, calls, day)
        assert marked is not None
        assert marked.from_memory is from_memory
        services.scoring.clear(calls, day)


def test_correcting_a_value_later_does_not_make_it_one_from_memory(
    services: Services, calls: str, clock: FixedClock
) -> None:
    services.scoring.score(calls, TODAY, Decimal(1))
    clock.advance(days=5)

    services.scoring.score(calls, TODAY, Decimal(2))

    assert entry(services, calls) == Entry(calls, TODAY, Scored(Decimal(2)))


def test_what_was_from_memory_stays_so_when_it_is_corrected(services: Services, calls: str) -> None:
    services.scoring.score(calls, BEFORE_YESTERDAY, Decimal(1))

    services.scoring.score(calls, BEFORE_YESTERDAY, Decimal(2))

    corrected = entry(services, calls, BEFORE_YESTERDAY)
    assert corrected is not None
    assert corrected.from_memory


def test_a_note_says_nothing_of_memory_a_value_set_after_it_does(services: Services, calls: str) -> None:
    services.scoring.note(calls, BEFORE_YESTERDAY, "n")
    noted = entry(services, calls, BEFORE_YESTERDAY)
    services.scoring.score(calls, BEFORE_YESTERDAY, Decimal(1))
    scored = entry(services, calls, BEFORE_YESTERDAY)

    assert noted is not None
    assert scored is not None
    assert (noted.from_memory, scored.from_memory) == (False, True)


def test_yesterday_at_night_is_still_fresh_in_memory(services: Services, calls: str, clock: FixedClock) -> None:
    """At two in the morning of Sunday it is Saturday, so Friday was yesterday."""
    clock.set(datetime(2026, 11, 22, 2, 0, tzinfo=BERLIN))
    services.scoring.score(calls, TODAY, Decimal(1))

    assert entry(services, calls) == Entry(calls, TODAY, Scored(Decimal(1)))


def test_a_weekly_measure_adds_up_over_its_week(services: Services) -> None:
    visits = services.cards.add(Draft("Visits", WEEKLY))
    for day, value in ((date(2026, 11, 16), 4), (TODAY, 5), (date(2026, 11, 15), 100)):
        services.scoring.score(visits, day, Decimal(value))

    for day in (date(2026, 11, 16), TODAY):
        (row,) = services.scoring.page(day).rows
        assert row.total == 9


def test_what_is_typed_in_one_go_is_called_by_what_it_came_to(
    services: Services, calls: str, clock: FixedClock
) -> None:
    for value in (1, 12, 120):
        services.scoring.score(calls, TODAY, Decimal(value))
        clock.advance(seconds=1)

    offered = services.undoing.next_undo()
    assert offered is not None
    assert offered.subject == {"measure": "Calls", "day": "2026-11-20", "value": "120", "kind": "count"}
    services.undoing.undo()
    assert entry(services, calls) is None
    redo = services.undoing.next_redo()
    assert redo is not None
    assert redo.subject["value"] == "120"


def test_a_measure_another_day_and_the_note_are_undone_one_by_one(services: Services, calls: str) -> None:
    thanks = services.cards.add(Draft("Thanks", COUNT))
    before = seq(services)
    services.scoring.score(calls, TODAY, Decimal(1))
    services.scoring.score(thanks, TODAY, Decimal(1))
    services.scoring.score(thanks, YESTERDAY, Decimal(1))
    services.scoring.note(thanks, YESTERDAY, "n")
    services.scoring.score(thanks, YESTERDAY, Decimal(2))

    assert seq(services) == before + 5
    assert undos(services) == 5 + 2


def test_a_value_skipped_or_cleared_at_once_is_one_change_of_mind(
    services: Services, calls: str, clock: FixedClock
) -> None:
    services.scoring.score(calls, TODAY, Decimal(1))
    services.scoring.skip(calls, TODAY)
    services.scoring.clear(calls, TODAY)

    offered = services.undoing.next_undo()
    assert offered is not None
    assert offered.verb == Verb.CLEAR
    services.undoing.undo()
    offered = services.undoing.next_undo()
    assert offered is not None
    assert offered.verb == Verb.ADD_MEASURE
    assert [known.turn for known in services.scoring.past(calls, TODAY)][:3] == [Turn.DO] * 3


@pytest.mark.parametrize("reason", ["over\ud800\n", "x" * 5000])
def test_a_reason_may_be_any_text(services: Services, calls: str, reason: str) -> None:
    services.cards.place(calls, Place.RETIRED, reason)

    (measure,) = services.scoring.card().measures
    kept = measure.terms[-1].reason
    assert reason.startswith(kept)
    assert kept
