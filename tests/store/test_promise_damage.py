"""Promises that somebody else's hand has spoilt: one clear refusal, and nothing is lost by it."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from scorecard.domain.activities import Deed, Verb
from scorecard.domain.due import Due
from scorecard.domain.incidents import StoreError, StoreFault
from scorecard.domain.people import Person
from scorecard.domain.promises import Level, Moved, Outcome, Promise, Relevelled, Settled, Step
from scorecard.services.services import Services
from scorecard.store import promises as stored
from scorecard.store import reading
from scorecard.store.first_look import FirstLook
from scorecard.store.migrating import create_store
from scorecard.store.store import Store
from scorecard.words.errors import say_error
from tests.fake_clock import FixedClock
from tests.sample.promises import add_promises
from tests.store.deeds import DAY
from tests.store.raw import content, hand

NEAL = Person("n", "Neal")
SEND = Promise("p", "Send it", Level.COMMITMENT, DAY, Due.on(DAY + timedelta(days=1)), "n")
MOVED = SEND.with_step(Step(DAY, 0, Moved(Due.on(DAY + timedelta(days=2))))).with_step(
    Step(DAY, 1, Relevelled(Level.BEST_EFFORT))
)
KEPT = replace(SEND, id="q", steps=(Step(DAY, 0, Settled(Outcome.KEPT, 8)),))

SPOILT = {
    "a level nobody knows": "UPDATE promise SET level = 'oath'",
    "a day without a span": "UPDATE promise SET due_span = NULL",
    "a span without a day": "UPDATE promise SET due_day = NULL",
    "a span nobody knows": "UPDATE promise SET due_span = 'year'",
    "made on no day": "UPDATE promise SET made_on = 'on Friday'",
    "a step on no day": "UPDATE promise_step SET day = '2026-11-31'",
    "a kind of step nobody knows": "UPDATE promise_step SET kind = 'forgotten' WHERE promise_id = 'q'",
    "settled as open": "UPDATE promise_step SET kind = 'open' WHERE promise_id = 'q'",
    "an effort beyond all effort": "UPDATE promise_step SET effort = 99 WHERE promise_id = 'q'",
    "moved to a day without a span": "UPDATE promise_step SET due_span = NULL WHERE kind = 'moved'",
    "moved to another level that is none": "UPDATE promise_step SET level = NULL WHERE kind = 'relevelled'",
}

Look = Callable[[Path, FixedClock], object]


def spoil(path: Path, statement: str) -> None:
    """Past the checks of the file, which would refuse it."""
    with hand(path) as stranger:
        stranger.execute("PRAGMA ignore_check_constraints = ON")
        assert stranger.execute(statement).rowcount > 0


@pytest.fixture
def promised(home: Path, clock: FixedClock) -> Path:
    """A store with promises."""
    path = home / "data" / "scorecard.db"
    create_store(path, clock.now())
    with closing(Store(path, clock)) as store, store.change(Deed(Verb.MAKE_PROMISE)) as work:
        stored.write_person(work, NEAL)
        add_promises(work, [MOVED, KEPT])
    return path


def first_look(path: Path, _clock: FixedClock) -> None:
    FirstLook(path).settings_and_days().snapshot(DAY, DAY + timedelta(days=7))


def days(path: Path, clock: FixedClock) -> None:
    with closing(Store(path, clock)) as store, store.reading() as connection:
        reading.read_snapshot(connection, DAY, DAY + timedelta(days=7))


def book(path: Path, clock: FixedClock) -> None:
    with closing(Services(path, clock)) as services:
        services.promises.book()


def book_in_a_thread(path: Path, clock: FixedClock) -> None:
    with closing(Services(path, clock)) as services:
        services.promises.prepare()


def settling(path: Path, clock: FixedClock) -> None:
    with closing(Services(path, clock)) as services:
        services.promises.settle("p", Outcome.KEPT)


@pytest.mark.parametrize("look", [first_look, days, book, book_in_a_thread, settling])
@pytest.mark.parametrize("statement", SPOILT.values(), ids=SPOILT)
def test_a_spoilt_promise_is_refused_in_one_sentence_and_left_as_it_is(
    promised: Path, clock: FixedClock, statement: str, look: Look
) -> None:
    spoil(promised, statement)
    before = content(promised, record=True)

    with pytest.raises(StoreError) as refused:
        look(promised, clock)

    assert refused.value.fault is StoreFault.DAMAGED
    sentence = say_error(refused.value, lambda text, *_more: text)
    assert sentence
    assert "Send it" not in sentence
    assert content(promised, record=True) == before


def test_a_last_day_that_is_none_is_refused_when_it_would_be_written_over(promised: Path, clock: FixedClock) -> None:
    spoil(promised, "UPDATE promise SET due_by = 'soon' WHERE id = 'p'")
    before = content(promised, record=True)

    with closing(Services(promised, clock)) as services:
        assert services.promises.book().promises["p"] == MOVED
        with pytest.raises(StoreError) as refused:
            services.promises.settle("p", Outcome.KEPT)

    assert refused.value.fault is StoreFault.DAMAGED
    assert content(promised, record=True) == before


BELIES = {
    "it is said to be settled": ("UPDATE promise SET is_open = 0 WHERE id = 'p'", 2),
    "it is said to be open": ("UPDATE promise SET is_open = 1 WHERE id = 'q'", 1),
    "it is said to be due on another day": ("UPDATE promise SET due_by = '2027-01-01' WHERE id = 'p'", 2),
    "it is said never to be due": ("UPDATE promise SET due_by = NULL WHERE id = 'p'", 2),
}


@pytest.mark.parametrize(("statement", "days_later"), BELIES.values(), ids=BELIES)
def test_where_a_row_belies_its_steps_the_steps_hold_and_the_seal_of_the_day_is_broken(
    promised: Path, clock: FixedClock, statement: str, days_later: int
) -> None:
    with closing(Services(promised, clock)) as services:
        before = services.promises.book().reckoned(services.promises.today())
    spoil(promised, statement)

    with closing(Services(promised, clock)) as services:
        assert services.promises.book().reckoned(services.promises.today()) == before
    with closing(Store(promised, clock)) as store:
        assert not store.seal_holds(DAY + timedelta(days=days_later))


def test_the_next_step_puts_a_row_right_that_belied_its_steps(promised: Path, clock: FixedClock) -> None:
    spoil(promised, "UPDATE promise SET is_open = 0, due_by = NULL WHERE id = 'p'")

    with closing(Services(promised, clock)) as services:
        services.promises.relevel("p", Level.COMMITMENT)

    with hand(promised) as stranger:
        row = stranger.execute("SELECT is_open, due_by FROM promise WHERE id = 'p'").fetchone()
    assert row == (1, (DAY + timedelta(days=2)).isoformat())
