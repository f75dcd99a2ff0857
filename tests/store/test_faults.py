"""What happens to an open store: named, nothing half done, nothing announced, and the next change goes through."""

import logging
import os
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.engine.default import DefaultDialect

from scorecard.domain.activities import Deed, Verb
from scorecard.domain.incidents import StoreError, StoreFault
from scorecard.domain.marks import Entry
from scorecard.store import faults
from scorecard.store.faults import fault_of, fault_of_code, translated
from scorecard.store.migrating import create_store
from scorecard.store.store import Done, Store
from scorecard.words.errors import say_error
from tests.fake_clock import FixedClock
from tests.store import bad_days
from tests.store.bad_days import BadDay
from tests.store.deeds import DAY, entry_of, scored, write
from tests.store.raw import content, fingerprint

pytestmark = pytest.mark.skipif(os.name != "posix", reason="moves files that are open")
F = StoreFault
BAD_DAYS: tuple[tuple[BadDay, StoreFault], ...] = (
    (bad_days.full, F.FULL),
    (bad_days.out_of_space_at_commit, F.INPUT_OUTPUT),
    (bad_days.read_only, F.READ_ONLY),
    (bad_days.locked, F.LOCKED),
    (bad_days.locked_at_commit, F.LOCKED),
    (bad_days.moved, F.MOVED),
    (bad_days.replaced, F.MOVED),
    (bad_days.failing_commit, F.INPUT_OUTPUT),
)
every_bad_day = pytest.mark.parametrize(("bad_day", "fault"), BAD_DAYS, ids=[case[0].__name__ for case in BAD_DAYS])
LONG = Entry("m1", DAY, note="Two forms merged into one. " * 2000)


@pytest.fixture
def heard(store: Store) -> list[Done]:
    done: list[Done] = []
    store.announce_to(done.append)
    return done


def refusal(store: Store, *written: Entry) -> StoreError:
    with pytest.raises(StoreError) as refused:
        write(store, *written)
    return refused.value


@every_bad_day
def test_a_change_that_cannot_be_saved_is_refused_as_a_whole(
    store: Store, path: Path, heard: list[Done], bad_day: BadDay, fault: StoreFault
) -> None:
    write(store, scored(1), scored(1, "m2"))
    with bad_day(store):
        error = refusal(store, LONG, scored(9, "m2"))

    assert (error.fault, error.path) == (fault, path)
    assert [entry_of(store), entry_of(store, "m2")] == [scored(1), scored(1, "m2")]
    assert len(content(path, record=True)["activity"]) == 1
    assert [done.activity.seq for done in heard] == [1]
    assert store.seal_holds(DAY)


@every_bad_day
def test_the_next_change_goes_through(
    store: Store, path: Path, heard: list[Done], bad_day: BadDay, fault: StoreFault
) -> None:
    write(store, scored(1))
    with bad_day(store):
        refusal(store, LONG)
        refusal(store, LONG)
    write(store, LONG)

    assert entry_of(store) == LONG
    assert [done.activity.seq for done in heard] == [1, 2]
    store.undo()
    assert entry_of(store) == scored(1)


@every_bad_day
def test_an_undo_that_cannot_be_saved_undoes_nothing(
    store: Store, path: Path, heard: list[Done], bad_day: BadDay, fault: StoreFault
) -> None:
    write(store, LONG)
    write(store, scored(1))
    before = content(path, record=True)

    with bad_day(store), pytest.raises(StoreError) as refused:
        store.undo()

    assert refused.value.fault is fault
    assert content(path, record=True) == before
    assert len(heard) == 2
    store.undo()
    assert entry_of(store) == LONG


@every_bad_day
def test_the_sentence_says_what_became_of_the_change(
    store: Store, path: Path, bad_day: BadDay, fault: StoreFault
) -> None:
    with bad_day(store):
        said = say_error(refusal(store, LONG), lambda source, *_: source)

    assert "not saved" in said
    assert said.count(". ") <= 2
    assert "{" not in said


@pytest.mark.parametrize("bad_day", [bad_days.full, bad_days.read_only, bad_days.moved, bad_days.locked_at_commit])
def test_what_was_saved_can_be_read_all_the_while(store: Store, bad_day: BadDay) -> None:
    write(store, scored(1))

    with bad_day(store):
        assert entry_of(store) == scored(1)
        refusal(store, LONG)
        assert entry_of(store) == scored(1)


def test_a_store_in_use_elsewhere_says_so_to_readers_too(store: Store) -> None:
    with bad_days.locked(store), pytest.raises(StoreError) as refused:
        entry_of(store)

    assert refused.value.fault is StoreFault.LOCKED


def test_the_file_that_came_in_its_place_is_not_touched(store: Store, path: Path) -> None:
    with bad_days.replaced(store):
        before = fingerprint(path)
        refusal(store, scored(9))
        assert fingerprint(path) == before


def test_a_commit_that_took_place_is_believed_whatever_it_said(
    store: Store, path: Path, heard: list[Done], caplog: pytest.LogCaptureFixture
) -> None:
    with bad_days.lying_commit(store):
        write(store, scored(1))

    assert entry_of(store) == scored(1)
    assert [done.activity.seq for done in heard] == [1]
    assert "took place" in caplog.text
    assert not [line for line in caplog.records if line.levelno >= logging.ERROR]


def test_what_was_believed_is_there_once_and_can_be_undone_once(store: Store, path: Path, heard: list[Done]) -> None:
    with bad_days.lying_commit(store):
        write(store, scored(1))
        write(store, scored(2))
        store.undo()
        store.redo()
    write(store, scored(3))

    assert [row[5] for row in content(path, record=True)["activity"]] == ["do", "do", "undo", "redo", "do"]
    assert [done.activity.seq for done in heard] == [1, 2, 3, 4, 5]
    for before in (scored(2), scored(1), None):
        store.undo()
        assert entry_of(store) == before


def test_after_a_failed_commit_the_connection_is_a_new_one_with_the_same_rules(store: Store) -> None:
    with bad_days.failing_commit(store):
        refusal(store, scored(1))

    assert [bad_days.pragma(store, rule) for rule in ("synchronous", "foreign_keys", "secure_delete")] == [2, 1, 1]
    assert bad_days.pragma(store, "journal_mode") == "truncate"


def test_a_failed_commit_is_not_taken_for_done_because_another_process_was_quicker(
    store: Store, path: Path, clock: FixedClock, heard: list[Done], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other's activity has the number that ours would have had."""
    commit = DefaultDialect.do_commit

    def fail_and_let_the_other_in(_dialect: DefaultDialect, driver: sqlite3.Connection) -> None:
        driver.rollback()
        monkeypatch.setattr(DefaultDialect, "do_commit", commit)
        with closing(Store(path, clock)) as other:
            write(other, scored(5, "m2"))
        raise bad_days.disk_error()

    monkeypatch.setattr(DefaultDialect, "do_commit", fail_and_let_the_other_in)
    error = refusal(store, scored(1))

    assert error.fault is StoreFault.INPUT_OUTPUT
    assert [entry_of(store), entry_of(store, "m2")] == [None, scored(5, "m2")]
    assert heard == []


@pytest.mark.parametrize("what", ["file", "folder", "folder, with a journal"])
def test_a_store_that_may_only_be_read_is_read_and_says_so_when_written(
    home: Path, clock: FixedClock, what: str, ordinary_user: None
) -> None:
    path = home / "data" / "scorecard.db"
    create_store(path, clock.now())
    if what != "folder":
        with closing(Store(path, clock)) as store:
            write(store, scored(1))
    path.chmod(0o400)
    path.parent.chmod(0o700 if what == "file" else 0o500)

    with closing(Store(path, clock)) as store:
        seen = entry_of(store)
        error = refusal(store, scored(2))
    path.parent.chmod(0o700)

    assert seen == (None if what == "folder" else scored(1))
    assert error.fault is StoreFault.READ_ONLY


def test_a_bug_inside_a_change_stays_a_bug(store: Store) -> None:
    with pytest.raises(KeyError), store.change(Deed(Verb.SCORE)):
        raise KeyError("ours")


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("SQLITE_FULL", F.FULL),
        ("SQLITE_READONLY", F.READ_ONLY),
        ("SQLITE_READONLY_DIRECTORY", F.READ_ONLY),
        ("SQLITE_READONLY_ROLLBACK", F.UNFINISHED),
        ("SQLITE_READONLY_DBMOVED", F.MOVED),
        ("SQLITE_BUSY", F.LOCKED),
        ("SQLITE_BUSY_SNAPSHOT", F.LOCKED),
        ("SQLITE_LOCKED", F.LOCKED),
        ("SQLITE_CANTOPEN_ISDIR", F.CANNOT_OPEN),
        ("SQLITE_IOERR_WRITE", F.INPUT_OUTPUT),
        ("SQLITE_IOERR_FSYNC", F.INPUT_OUTPUT),
        ("SQLITE_CORRUPT", F.DAMAGED),
        ("SQLITE_CORRUPT_VTAB", F.DAMAGED),
        ("SQLITE_NOTADB", F.FOREIGN),
        ("SQLITE_CONSTRAINT_CHECK", None),
        ("SQLITE_ERROR", None),
        ("SQLITE_MISUSE", None),
    ],
)
def test_every_error_of_the_world_has_a_name_and_no_bug_has_one(name: str, fault: StoreFault | None) -> None:
    error = sqlite3.OperationalError("…")
    error.sqlite_errorname = name

    assert fault_of(error) is fault
    with pytest.raises(StoreError if fault else sqlite3.OperationalError), translated(Path("scorecard.db")):
        raise error


def test_what_is_no_error_of_sqlite_is_none_of_the_world(path: Path) -> None:
    assert fault_of(ValueError("SQLITE_FULL")) is None
    assert fault_of(sqlite3.ProgrammingError("closed")) is None


# Of the names that sqlite3 has: what is no result code of a call that failed.
NO_FAILURES = ("SQLITE_OK", "SQLITE_ROW", "SQLITE_DONE", "SQLITE_NOTICE", "SQLITE_WARNING", "SQLITE_LIMIT_")
ASKED_OF_AUTHORIZERS = {
    "SQLITE_DENY", "SQLITE_IGNORE", "SQLITE_DELETE", "SQLITE_INSERT", "SQLITE_PRAGMA", "SQLITE_READ", "SQLITE_SELECT",
    "SQLITE_TRANSACTION", "SQLITE_UPDATE", "SQLITE_ATTACH", "SQLITE_DETACH", "SQLITE_ALTER_TABLE", "SQLITE_REINDEX",
    "SQLITE_ANALYZE", "SQLITE_FUNCTION", "SQLITE_SAVEPOINT", "SQLITE_RECURSIVE",
}  # fmt: skip
CODES = {
    name: getattr(sqlite3, name)
    for name in dir(sqlite3)
    if name.startswith("SQLITE_")
    and not name.startswith((*NO_FAILURES, "SQLITE_CREATE_", "SQLITE_DROP_", "SQLITE_DBCONFIG_"))
    and name not in ASKED_OF_AUTHORIZERS
}
WHAT_HAPPENED = re.compile(r"not saved|can't be (opened|brought)|could not be|is damaged|is not a|was stopped")
WHAT_IS_SAFE = re.compile(
    r"is safe|is as it was|[Nn]othing (was changed|is written)|left exactly as it is|unchanged|still here"
)
WHAT_TO_DO = re.compile(r"\b(Make|Allow|Try|Check|Close|Shorten|Enter|Copy|Put|Choose|choose|Go on|Start|put)\b")


def test_sqlite_has_the_codes_that_it_is_known_to_have() -> None:
    assert {code & 0xFF for code in CODES.values()} == {*range(1, 27)}
    assert len(CODES) > 90


@pytest.mark.parametrize("name", CODES)
def test_every_code_of_sqlite_has_a_sentence_of_what_happened_what_is_safe_and_what_to_do(name: str) -> None:
    said = say_error(StoreError(fault_of_code(name), Path("/there/scorecard.db")), lambda source, *_: source)

    assert WHAT_HAPPENED.search(said)
    assert WHAT_IS_SAFE.search(said)
    assert WHAT_TO_DO.search(said)


@pytest.mark.parametrize("primary", range(1, 27))
def test_no_code_is_called_a_bug_of_ours_for_want_of_an_entry(primary: int) -> None:
    """Every primary code stands in the table by its own name."""
    name = next(name for name, code in CODES.items() if code == primary)

    assert any(name.startswith(known) for known in faults._FAULTS)


def test_a_code_that_this_python_has_no_name_for_is_known_by_its_first_byte() -> None:
    assert fault_of_code("unknown", sqlite3.SQLITE_IOERR | 99 << 8) is F.INPUT_OUTPUT
    assert fault_of_code("unknown", sqlite3.SQLITE_CORRUPT | 99 << 8) is F.DAMAGED
    assert fault_of_code("unknown", 99) is F.PROGRAM


def test_memory_that_ran_out_is_no_bug() -> None:
    assert fault_of(MemoryError()) is F.MEMORY


@pytest.mark.parametrize("fault", [fault for fault in F if fault.passes])
def test_what_passes_by_itself_says_what_is_safe(fault: StoreFault) -> None:
    said = say_error(StoreError(fault, Path("s.db")), lambda source, *_: source)

    assert WHAT_IS_SAFE.search(said)
