"""All promises in memory: prepared in a thread, and never another tale than the store's."""

import threading
from contextlib import closing
from datetime import date, timedelta

import pytest

from scorecard.domain.due import Due
from scorecard.domain.people import People
from scorecard.domain.promises import Level, Outcome
from scorecard.services.promise_book import Book
from scorecard.services.promises import PromiseDraft
from scorecard.services.reckoning import Reckoned
from scorecard.services.services import Services
from scorecard.store import promises as stored
from tests.fake_clock import FixedClock
from tests.services.opened import TODAY


def promise(services: Services, words: str, to_whom: str = "") -> str:
    return services.promises.make(PromiseDraft(words, Level.COMMITMENT, Due.on(TODAY), to_whom))


def by_words(services: Services, today: date = TODAY) -> dict[str, Reckoned]:
    return {item.promise.words: item for item in services.promises.book().reckoned(today)}


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Which thread read all promises, each time."""
    found: list[str] = []
    read = stored.read_promises

    def counted(connection: object) -> object:
        found.append(threading.current_thread().name)
        return read(connection)  # type: ignore[arg-type]

    monkeypatch.setattr(stored, "read_promises", counted)
    return found


def prepared(services: Services) -> None:
    thread = threading.Thread(target=services.promises.prepare, name="aside")
    thread.start()
    thread.join()


def test_a_book_prepared_in_a_thread_is_taken_as_it_is(services: Services, reads: list[str]) -> None:
    promise(services, "Send it", "Neal")
    with closing(Services(services.facts().path, FixedClock())) as again:
        prepared(again)
        reads.clear()

        (item,) = again.promises.book().reckoned(TODAY)

    assert (item.promise.words, item.person) == ("Send it", "Neal")
    assert reads == []


def test_a_prepared_book_is_read_again_when_something_was_done_since(services: Services, reads: list[str]) -> None:
    with closing(Services(services.facts().path, FixedClock())) as again:
        prepared(again)
        promise(again, "Send it")

        assert [item.promise.words for item in again.promises.book().reckoned(TODAY)] == ["Send it"]
    assert reads == ["aside", threading.current_thread().name]


def test_many_promises_that_change_at_once_are_read_and_the_others_are_not(
    services: Services, reads: list[str]
) -> None:
    for number in range(12):
        promise(services, f"Number {number}", "Neal" if number % 2 else "Ana")
    ana, neal = services.promises.book().people.present
    before = by_words(services)
    reads.clear()

    services.promises.merge_persons(neal.id, ana.id)
    after = by_words(services)

    assert {item.person for item in after.values()} == {"Neal"}
    assert [after[words] is before[words] for words in sorted(before)] == [
        bool(int(words.split()[1]) % 2) for words in sorted(before)
    ]
    assert reads == []


def test_who_is_renamed_is_called_so_on_every_promise(services: Services) -> None:
    services.promises.settle(promise(services, "Send it", "Neal"), Outcome.KEPT)
    promise(services, "Call", "Ana")
    (neal,) = services.promises.book().people.named("Neal")
    before = by_words(services)

    services.promises.rename_person(neal.id, "Cornelius")
    after = by_words(services)

    assert {words: item.person for words, item in after.items()} == {"Send it": "Cornelius", "Call": "Ana"}
    assert after["Send it"].standing is before["Send it"].standing
    assert after["Call"] is before["Call"]


def test_on_a_new_day_only_what_is_open_is_reckoned_again(services: Services) -> None:
    services.promises.settle(promise(services, "Send it"), Outcome.KEPT)
    promise(services, "Call")
    today, tomorrow = by_words(services), by_words(services, TODAY + timedelta(days=1))

    assert tomorrow["Send it"] is today["Send it"]
    assert [page["Call"].standing.overdue for page in (today, tomorrow)] == [False, True]


def test_on_a_day_before_nothing_is_settled_yet(services: Services, clock: FixedClock) -> None:
    settled = promise(services, "Send it")
    clock.advance(days=1)
    services.promises.settle(settled, Outcome.BROKEN)
    tomorrow = TODAY + timedelta(days=1)

    assert services.promises.book().reckoned(tomorrow)[0].standing.outcome is Outcome.BROKEN
    assert services.promises.book().reckoned(TODAY)[0].standing.open
    assert services.promises.book().reckoned(tomorrow)[0].standing.outcome is Outcome.BROKEN


def test_an_empty_book_counts_nothing() -> None:
    book = Book(people=People())

    assert book.reckoned(TODAY) == ()
    assert all(not counts for counts in book.counts(TODAY).values())
    assert all(record.n == 0 for record in book.records(TODAY).values())
