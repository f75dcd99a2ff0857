"""The rules under which nothing was lost when they were measured: each is set, and each is looked at again."""

import sqlite3
import sys
import traceback
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection

from scorecard.domain.incidents import StoreError, StoreFault
from scorecard.domain.marks import Entry
from scorecard.domain.texts import NOTE_LENGTH
from scorecard.store import connection
from scorecard.store.connection import connect
from scorecard.store.store import Store
from tests.fake_clock import FixedClock
from tests.store.deeds import DAY, scored, write
from tests.store.raw import content, fingerprint, hand, open_files

linux = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")

PROMISED = {
    "busy_timeout": 3000,
    "foreign_keys": 1,
    "journal_mode": "truncate",
    "synchronous": 2,
    "temp_store": 2,
    "secure_delete": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
    "cache_spill": 0,
}
CANARY = "Cassandra wept in the car park"


@pytest.fixture
def spoken(store: Store) -> Iterator[list[str]]:
    """Every statement that reaches SQLite."""
    statements: list[str] = []
    with store.reading() as reading:
        driver = driver_of(reading)
    driver.set_trace_callback(statements.append)
    yield statements
    driver.set_trace_callback(None)


def driver_of(reading: Connection) -> sqlite3.Connection:
    driver = reading.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver


@pytest.mark.parametrize(("rule", "value"), PROMISED.items(), ids=PROMISED)
def test_the_store_s_connection_follows_every_rule(store: Store, rule: str, value: int | str) -> None:
    with store.reading() as reading:
        assert reading.exec_driver_sql(f"PRAGMA {rule}").scalar() == value


def test_no_rule_is_without_a_test() -> None:
    assert {name for name, _, _ in connection.RULES} == set(PROMISED)


@pytest.mark.parametrize("rule", [name for name in PROMISED if name != "mmap_size"])
def test_a_rule_that_does_not_hold_refuses_the_store(
    path: Path, clock: FixedClock, rule: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = fingerprint(path)
    kept = [(name, value, "something else" if name == rule else read) for name, value, read in connection.RULES]
    monkeypatch.setattr(connection, "RULES", kept)

    with pytest.raises(StoreError) as refused:
        Store(path, clock)

    assert refused.value.fault is StoreFault.CANNOT_OPEN
    assert fingerprint(path) == before


@linux
def test_a_refused_store_is_not_left_open(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "RULES", [("foreign_keys", "OFF", 1)])

    with pytest.raises(StoreError):
        connect(path)

    assert str(path) not in open_files()


def test_a_store_that_somebody_switched_to_write_ahead_is_switched_back(path: Path, clock: FixedClock) -> None:
    with hand(path) as stranger:
        stranger.execute("PRAGMA journal_mode = WAL")

    with closing(Store(path, clock)) as store, store.reading() as reading:
        assert reading.exec_driver_sql("PRAGMA journal_mode").scalar() == "truncate"
    assert not path.with_name(f"{path.name}-wal").exists()


def test_no_file_is_made_by_opening_one_that_is_not_there(home: Path) -> None:
    with pytest.raises(sqlite3.OperationalError):
        connect(home / "nothing.db")

    assert not (home / "nothing.db").exists()


def test_a_change_takes_the_lock_when_it_begins(store: Store, spoken: list[str]) -> None:
    write(store, scored(3))

    assert (spoken[0], spoken[-1]) == ("BEGIN IMMEDIATE", "COMMIT")


def test_reading_takes_no_lock_that_would_keep_writers_out(store: Store, path: Path, spoken: list[str]) -> None:
    with store.reading() as reading:
        reading.exec_driver_sql("SELECT count(*) FROM store").scalar()
        with hand(path) as stranger:
            stranger.execute("BEGIN IMMEDIATE")
            stranger.execute("ROLLBACK")

    assert (spoken[0], spoken[-1]) == ("BEGIN", "ROLLBACK")


def test_all_that_is_read_in_one_go_is_of_one_moment(store: Store, path: Path) -> None:
    count = "SELECT count(*) FROM entry"
    with store.reading() as reading:
        before = reading.exec_driver_sql(count).scalar()
        with hand(path) as stranger:
            stranger.execute("PRAGMA busy_timeout = 0")
            with pytest.raises(sqlite3.OperationalError, match="locked"):
                stranger.execute("INSERT INTO entry (day, measure_id, state) VALUES ('2026-11-20', 'm', 'skipped')")
        assert reading.exec_driver_sql(count).scalar() == before


@linux
def test_one_connection_serves_the_whole_process(store: Store, path: Path) -> None:
    seen = []
    for value in (1, 2):
        with store.reading() as reading:
            seen.append(driver_of(reading))
        write(store, scored(value))
        assert open_files().count(str(path)) == 1

    assert seen[0] is seen[1]


@linux
def test_closing_lets_the_file_go(path: Path, clock: FixedClock) -> None:
    Store(path, clock).close()

    assert not [name for name in open_files() if name.startswith(str(path))]


def test_no_error_tells_what_a_note_says(store: Store, path: Path) -> None:
    too_long = Entry("m1", DAY, note=CANARY * NOTE_LENGTH)

    with pytest.raises(Exception, match="CHECK") as broken:
        write(store, too_long)

    assert CANARY not in "".join(traceback.format_exception(broken.value))
    assert content(path)["entry"] == []


def test_no_error_of_the_disk_tells_what_a_note_says(store: Store, path: Path) -> None:
    with hand(path) as stranger:
        stranger.execute("CREATE TRIGGER full BEFORE INSERT ON change BEGIN SELECT RAISE(ABORT, 'no'); END")

    with pytest.raises(Exception, match="no") as broken:
        write(store, Entry("m1", DAY, note=CANARY))

    assert CANARY not in "".join(traceback.format_exception(broken.value))


def test_deleted_words_are_not_left_in_the_file(path: Path) -> None:
    def count() -> int:
        return path.read_bytes().count(CANARY.encode())

    with closing(connect(path)) as opened:
        opened.execute("CREATE TABLE letter (words TEXT)")
        opened.execute("INSERT INTO letter VALUES (?)", (CANARY * 1000,))
    assert count() > 500
    with closing(connect(path)) as opened:
        opened.execute("DELETE FROM letter")
    assert count() == 0


def test_what_was_written_is_not_left_in_the_journal(store: Store, path: Path) -> None:
    write(store, Entry("m1", DAY, note=CANARY))
    write(store, Entry("m1", DAY, note="gone"))

    assert path.with_name(f"{path.name}-journal").read_bytes() == b""


@linux
@pytest.mark.parametrize(("rule", "files"), [("MEMORY", 0), ("FILE", 1)])
def test_no_words_go_into_temporary_files(path: Path, rule: str, files: int) -> None:
    """The second case shows that the test would see one."""
    numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40000)"
    with closing(connect(path)) as opened:
        if rule == "FILE":
            opened.execute("PRAGMA temp_store = FILE")
        opened.execute("PRAGMA cache_size = 10")
        sorting = opened.execute(f"{numbers} SELECT hex(randomblob(60)) AS words FROM n ORDER BY words")
        sorting.fetchone()

        assert len([name for name in open_files() if "etilqs_" in name]) == files
