"""Another store of ours is read as a stranger's: it may be of another version, damaged, or mean harm."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scorecard.domain.errors import KnownError
from scorecard.formats import own_store
from scorecard.formats.errors import (
    Amount,
    FileFault,
    FileTooLargeError,
    ImportCancelledError,
    NewerFormatError,
    UnreadableFileError,
)
from scorecard.formats.own_store import SINCE, OwnStore, is_own_store, read_own_store
from scorecard.store.everything import columns_of_user
from scorecard.store.identity import APPLICATION_ID, SCHEMA_VERSION
from tests.fake_clock import FixedClock
from tests.faults.old_stores import REVISIONS, old_store
from tests.formats.test_any_file import Edits, edited, edits
from tests.fresh_stores import fresh_store

Changed = Callable[[str], Path]


def read(path: Path) -> OwnStore:
    return read_own_store(path, columns_of_user(), SCHEMA_VERSION, lambda _done, _total: None, lambda: False)


@pytest.fixture(scope="module")
def honest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """With a row here and there."""
    path = tmp_path_factory.mktemp("honest") / "data" / "scorecard.db"
    fresh_store(path, FixedClock().now())
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(
            "insert into measure (id, name, position) values ('m1', 'Calls', 0);"
            "insert into entry (day, measure_id, state, amount, note) values ('2026-03-02', 'm1', 'scored', 4000, 'é');"
            "insert into person (id, name) values ('p1', 'Ann');"
        )
    return path


@pytest.fixture
def changed(honest: Path, tmp_path: Path) -> Changed:
    def change(script: str) -> Path:
        path = tmp_path / "other.db"
        shutil.copy(honest, path)
        with closing(sqlite3.connect(path)) as connection:
            connection.executescript(f"pragma writable_schema = on; pragma ignore_check_constraints = on; {script}")
        return path

    return change


def test_it_is_known_by_its_mark(honest: Path, tmp_path: Path) -> None:
    head = honest.read_bytes()[:100]
    assert own_store.APPLICATION_ID == APPLICATION_ID
    assert is_own_store(head)
    assert not is_own_store(head[:68] + b"\0\0\0\0")
    assert not is_own_store(b"x" + head[1:])


def test_every_column_of_the_user_s_is_read(honest: Path) -> None:
    before, found = honest.read_bytes(), read(honest)

    assert {table: set(columns) for table, columns in columns_of_user().items()} == {
        table: set(rows[0]) if rows else set(columns_of_user()[table]) for table, rows in found.tables.items()
    }
    (entry,) = found.tables["entry"]
    assert (entry["amount"], entry["note"]) == (4000, "é")
    assert (found.schema, found.sealed_at) == (SCHEMA_VERSION, "")
    assert honest.read_bytes() == before
    assert sorted(file.name for file in honest.parent.iterdir()) == ["scorecard.db"]


@pytest.mark.parametrize("revision", REVISIONS)
def test_it_is_known_which_schema_brought_a_table(revision: str, tmp_path: Path) -> None:
    path = old_store(tmp_path / "old" / "scorecard.db", revision)
    with closing(sqlite3.connect(path)) as connection:
        there = {name for (name,) in connection.execute("select name from sqlite_master where type = 'table'")}

    assert read(path).schema == int(revision)
    assert set(columns_of_user()) & there == {t for t in columns_of_user() if SINCE.get(t, 1) <= int(revision)}


@pytest.mark.parametrize(
    "script",
    [
        "drop table promise",
        "drop table store",
        "delete from store",
        "insert into store values (2, 'x', 'y')",
        "alter table entry drop column note",
        "drop table entry; create view entry as select * from measure",
        "drop table felt; create view felt as"
        " with recursive n(day) as (select 1 union all select day from n) select day, 'A' as grade from n",
        "drop table felt; create table felt (day text primary key, grade text as (day || day) stored)",
        "create view backup_seal as select 1 as made_at",
        "create table backup_seal (made_at text)",
        "pragma user_version = 0",
        "pragma user_version = -1",
    ],
)
def test_what_is_not_built_like_a_store_is_refused(script: str, changed: Changed) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        read(changed(script))
    assert refused.value.fault in (FileFault.STRANGE, FileFault.DAMAGED)


def test_a_newer_one_is_refused_by_its_version(changed: Changed) -> None:
    with pytest.raises(NewerFormatError) as refused:
        read(changed("pragma user_version = 99"))
    assert (refused.value.found, refused.value.known) == (99, SCHEMA_VERSION)


def test_nothing_that_is_built_into_it_runs(changed: Changed) -> None:
    path = changed(
        "create trigger t after insert on entry begin delete from entry; end;"
        "create view everything as select * from entry"
    )
    before = path.read_bytes()
    assert len(read(path).tables["entry"]) == 1
    assert path.read_bytes() == before


def test_a_text_that_is_none_is_damage(changed: Changed) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        read(changed("update person set name = cast(x'ff41' as text)"))
    assert refused.value.fault is FileFault.DAMAGED


def test_damage_that_reading_would_pass_over_is_found(changed: Changed) -> None:
    """Two rows in the wrong order: reading all of them sees nothing."""
    path = changed("insert into person (id, name) values ('p2', 'Bo')")
    with closing(sqlite3.connect(path)) as connection:
        ((root, size),) = connection.execute(
            "select rootpage, page_size from sqlite_master, pragma_page_size where name = 'person'"
        )
    content = bytearray(path.read_bytes())
    pointers = (root - 1) * size + 8
    content[pointers : pointers + 4] = content[pointers + 2 : pointers + 4] + content[pointers : pointers + 2]
    path.write_bytes(content)
    with pytest.raises(UnreadableFileError) as refused:
        read(path)
    assert refused.value.fault is FileFault.DAMAGED


def test_half_of_a_store_is_damaged(changed: Changed) -> None:
    path = changed("")
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(UnreadableFileError) as refused:
        read(path)
    assert refused.value.fault is FileFault.DAMAGED


def test_one_that_waits_for_its_journal_is_in_use(changed: Changed) -> None:
    path = changed("")
    path.with_name(path.name + "-journal").write_bytes(bytes.fromhex("d9d505f920a163d7") + bytes(500))
    with pytest.raises(UnreadableFileError) as refused:
        read(path)
    assert refused.value.fault is FileFault.IN_USE


@pytest.mark.parametrize(("limit", "amount"), [("MOST_ENTRIES", Amount.ENTRIES), ("MOST_ROWS", Amount.ENTRIES)])
def test_rows_are_counted_before_they_are_read(
    limit: str, amount: Amount, honest: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_store, limit, 0)
    with pytest.raises(FileTooLargeError) as refused:
        read(honest)
    assert refused.value.amount is amount


def test_it_can_be_stopped(honest: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scorecard.formats.foreign_database._STEPS", 1)
    with pytest.raises(ImportCancelledError):
        read_own_store(honest, columns_of_user(), SCHEMA_VERSION, lambda _done, _total: None, lambda: True)


@settings(max_examples=60)
@given(changes=edits, kept=st.sampled_from([1.0, 1.0, 0.95, 0.5]))
def test_any_bytes_changed_end_in_rows_or_in_a_sentence(honest: Path, changes: Edits, kept: float) -> None:
    content = edited(honest.read_bytes(), changes)
    path = honest.parent / "spoilt"
    path.write_bytes(content[: max(int(len(content) * kept), 1)])
    try:
        read(path)
    except KnownError:
        pass
    finally:
        path.unlink()
