"""F03, F04, F25: whichever call to the disk fails, nothing is half done, and what was refused goes through later.

What is larger than one change (backups, restores, migrations, imports) is let fail in harness/nth_call.py.
"""

import sqlite3
from collections import Counter
from contextlib import closing
from itertools import count
from pathlib import Path

import pytest

from scorecard.domain.incidents import StoreError, StoreFault
from scorecard.domain.marks import Entry
from scorecard.domain.promises import Level
from scorecard.services.promises import PromiseDraft
from scorecard.services.services import Services
from scorecard.store.identity import SCHEMA_VERSION
from scorecard.store.migrating import create_store, migrate
from scorecard.store.opening import check_whole
from scorecard.store.store import Done, Store
from tests.fake_clock import FixedClock
from tests.faults.flaky_disk import FAILURES, FULL, Call, Disk, Kind
from tests.faults.old_stores import old_store
from tests.store.deeds import DAY, entry_of, scored, write
from tests.store.raw import content, hand, identity

F = StoreFault
MOST_CALLS = 400
LONG = "Two forms merged into one. " * 20
NAMED = {F.INPUT_OUTPUT, F.CANNOT_OPEN, F.FULL}


@pytest.fixture
def heard(store: Store) -> list[Done]:
    done: list[Done] = []
    store.announce_to(done.append)
    return done


def noted(number: int) -> Entry:
    """Long enough for pages of its own; the first words tell which it is."""
    return scored(number % 9, note=f"{number} {LONG}")


def stored(path: Path) -> str:
    """The number of the entry in the file, as another program reads it."""
    with hand(path) as stranger:
        return str(stranger.execute("SELECT note FROM entry").fetchone()[0]).split(" ", 1)[0]


@pytest.mark.parametrize(
    ("for_good", "done", "code"),
    [(False, False, None), (True, False, None), (False, True, None), (True, True, FULL)],
    ids=["one call", "all calls from there", "one call, done all the same", "all from there, the disk being full"],
)
def test_whichever_call_fails_the_change_is_there_or_not_there_and_told_as_it_is(
    disk: Disk, store: Store, path: Path, heard: list[Done], for_good: bool, done: bool, code: int | None
) -> None:
    write(store, noted(0))
    failures: Counter[Kind] = Counter()
    number = 0
    for number in count(1):
        before, wanted = max(number - 1, 0), number
        told = len(heard)
        disk.done_all_the_same = done
        disk.fail_at(number, for_good=for_good, code=code)
        refused = attempt(store, noted(wanted))
        disk.work_again()
        if disk.failed:
            failures[disk.calls[number - 1].kind] += 1
        if refused is None:
            assert stored(path) == str(wanted)
            assert len(heard) == told + 1
        else:
            assert refused.fault in NAMED
            assert stored(path) in (str(before), str(wanted))
            assert len(heard) == told
        write(store, noted(wanted))
        assert stored(path) == str(wanted)
        assert len(heard) == told + 1, "told once, however often it was tried"
        if not disk.failed and refused is None and number > len(disk.calls):
            break
        assert number < MOST_CALLS

    assert {Kind.WRITE, Kind.SYNC, Kind.OPEN} <= failures.keys()
    assert len(content(path, record=True)["activity"]) == number + 1
    store.undo()
    assert stored(path) == str(number - 1)
    assert store.seal_holds(DAY)


def attempt(store: Store, entry: Entry) -> StoreError | None:
    try:
        write(store, entry)
    except StoreError as error:
        return error
    return None


def fail_after_commit(disk: Disk, *, for_good: bool = False) -> None:
    """The journal is cut off, which commits, and then can't be synchronised."""

    def answer(_number: int, call: Call) -> int | None:
        cut_off = len(disk.calls) > 1 and disk.calls[-2].kind is Kind.TRUNCATE
        fails = (call.kind is Kind.SYNC and cut_off) or (for_good and disk.failed)
        return FAILURES[call.kind] if fails else None

    disk.failed = 0
    disk.answer = answer


def test_a_commit_that_reports_an_error_and_took_place_is_believed(
    disk: Disk, store: Store, path: Path, heard: list[Done]
) -> None:
    for number in range(3):
        fail_after_commit(disk)
        write(store, noted(number))
        disk.work_again()
        assert disk.failed == 1
        assert stored(path) == str(number)
        assert [done.activity.seq for done in heard] == [*range(1, number + 2)]
    write(store, noted(3))
    for number in (2, 1, 0):
        store.undo()
        assert stored(path) == str(number)


def test_what_could_not_even_be_asked_is_asked_and_told_before_the_next_change(
    disk: Disk, store: Store, path: Path, heard: list[Done]
) -> None:
    write(store, noted(0))
    fail_after_commit(disk, for_good=True)
    assert attempt(store, noted(1)) is not None
    assert len(heard) == 1
    disk.work_again()

    write(store, scored(5, "m2"))

    assert [done.activity.seq for done in heard] == [1, 2, 3]
    assert (entry_of(store), entry_of(store, "m2")) == (noted(1), scored(5, "m2"))


def test_a_commit_that_failed_after_it_took_place_is_found_out_and_makes_no_second_promise(
    disk: Disk, store: Store, path: Path, clock: FixedClock
) -> None:
    """The journal is cut off, which commits, and then can't be synchronised; and nothing can be asked either."""
    with closing(Services(path, clock)) as services:
        services.promises.make(PromiseDraft("The first", Level.COMMITMENT))
        disk.calls.clear()
        services.promises.make(PromiseDraft("The second", Level.COMMITMENT))
        last = len(disk.calls)
        assert [call.kind for call in disk.calls[-2:]] == [Kind.TRUNCATE, Kind.SYNC]
        seen: list[object] = []
        services.changes.follow(seen.append)

        for number in (last, last - 1):
            disk.fail_at(number, for_good=True)
            with pytest.raises(StoreError):
                services.promises.make(PromiseDraft(f"Number {number}", Level.COMMITMENT))
            disk.work_again()
            took_place = number == last
            assert services.settle_doubt() is took_place
            assert services.settle_doubt() is False
            assert len(seen) == 1

        words = sorted(promise.words for promise in services.promises.book().promises.values())
        assert words == sorted(["The first", "The second", f"Number {last}"])


def test_a_store_that_cannot_be_read_at_some_call_is_refused_in_words_and_opens_later(
    disk: Disk, path: Path, clock: FixedClock
) -> None:
    refused: set[StoreFault] = set()
    for number in count(1):
        disk.fail_at(number)
        try:
            with closing(Store(path, clock)) as opened:
                entry_of(opened)
        except StoreError as error:
            refused.add(error.fault)
        disk.work_again()
        if not disk.failed:
            break
    check_whole(path)
    assert number > 5
    assert refused
    assert refused <= NAMED


def test_a_read_that_fails_while_a_store_is_looked_through_is_no_damage(disk: Disk, path: Path) -> None:
    """SQLite's check goes on, and tells of it as of every page that is wrong."""
    refused: set[StoreFault] = set()
    for number in count(1):
        disk.fail_at(number)
        try:
            check_whole(path)
        except StoreError as error:
            refused.add(error.fault)
        disk.work_again()
        if not disk.failed:
            break
    assert number > 5
    assert refused
    assert refused <= NAMED


@pytest.mark.parametrize("code", [None, FULL], ids=["input/output error", "disk full"])
def test_a_store_is_made_whole_or_not_at_all_whichever_call_fails(
    disk: Disk, home: Path, clock: FixedClock, code: int | None
) -> None:
    made = home / "new" / "scorecard.db"
    create_store(home / "good" / "scorecard.db", clock.now())
    calls = len(disk.calls)
    for number in range(1, calls, max(1, calls // 12)):
        disk.fail_at(number, code=code)
        with pytest.raises(StoreError) as refused:
            create_store(made, clock.now())
        assert refused.value.fault in NAMED
        assert list(made.parent.iterdir()) == []
    disk.work_again()
    create_store(made, clock.now())


def test_a_migration_whose_commit_reports_an_error_and_took_place_is_done(disk: Disk, home: Path) -> None:
    path = old_store(home / "old" / "scorecard.db", "0003")
    fail_after_commit(disk)

    migrate(path)

    disk.work_again()
    assert disk.failed == 1
    assert identity(path)[1] == SCHEMA_VERSION


def test_no_temporary_file_is_needed_for_anything(
    disk: Disk, store: Store, path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """F25: the temporary folder is full, or not there."""
    for name in ("TMPDIR", "SQLITE_TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, "/nowhere")
    disk.refuse_temporary_files()
    numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)"
    sorting = f"{numbers} SELECT hex(randomblob(60)) AS words FROM n ORDER BY words LIMIT 1 OFFSET 19999"
    for n in range(3):
        write(store, noted(n))
    with store.reading() as reading:
        reading.exec_driver_sql("PRAGMA cache_size = 10")
        assert reading.exec_driver_sql(sorting).scalar()
    store.undo()
    store.keep_search_in_step()
    check_whole(path)
    assert disk.failed == 0

    with closing(sqlite3.connect(path)) as careless:
        careless.execute("PRAGMA temp_store = FILE")
        careless.execute("PRAGMA cache_size = 10")
        with pytest.raises(sqlite3.OperationalError):
            careless.execute(sorting).fetchone()
    assert disk.failed > 0, "the test would have seen one"


def test_every_kind_of_call_has_a_failure() -> None:
    assert FAILURES.keys() == set(Kind)
