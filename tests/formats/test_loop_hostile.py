"""Backups that are damaged, unfinished or mean harm are refused in time, and are never written."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from scorecard.formats import foreign_database
from scorecard.formats.errors import (
    Amount,
    FileFault,
    FileTooLargeError,
    ImportCancelledError,
    NotRecognisedError,
    UnreadableFileError,
)  # fmt: skip
from scorecard.formats.known import read_foreign, recognise
from scorecard.formats.readers import loop_db
from tests.formats.loop_files import HABITS, REPETITIONS, habit, loop_backup, tick
from tests.formats.reading import read

BOMB = "with recursive n(x) as (select 1 union all select x + 1 from n) select x from n"


def test_reading_leaves_the_file_and_its_folder_as_they_were(tmp_path: Path) -> None:
    backup = loop_backup(tmp_path / "backup")
    before = backup.read_bytes()

    read(backup)

    assert backup.read_bytes() == before
    assert list(tmp_path.glob("backup*")) == [backup]


@pytest.mark.parametrize("name", ["Loop Habits #1?.db", "100%.txt", "backup", "Übung 練習.csv"])
def test_any_file_name_will_do(tmp_path: Path, name: str) -> None:
    assert len(read(loop_backup(tmp_path / name)).measures) == 3


@pytest.mark.parametrize("table", ["Habits", "Repetitions"])
@pytest.mark.parametrize("query", [BOMB, "select * from android_metadata"])
def test_a_view_in_place_of_a_table_is_refused(tmp_path: Path, table: str, query: str) -> None:
    backup = loop_backup(tmp_path / "b", extra=f"alter table {table} rename to aside; create view {table} as {query};")

    assert recognise(backup).name == "loop"
    assert fault_of(backup) is FileFault.STRANGE


@pytest.mark.parametrize("table", ["Habits", "Repetitions"])
def test_a_trigger_that_bears_the_name_of_a_table_is_refused(tmp_path: Path, table: str) -> None:
    trap = f"create trigger {table} after insert on Events begin delete from Habits; end"
    backup = loop_backup(tmp_path / "b", extra=f"create table Events (id integer); {trap}")

    assert fault_of(backup) is FileFault.STRANGE


def test_a_virtual_table_is_refused(tmp_path: Path) -> None:
    backup = loop_backup(tmp_path / "b", extra="drop table Habits")
    with closing(sqlite3.connect(backup)) as connection:
        try:
            connection.execute("create virtual table Habits using fts5(id, name)")
        except sqlite3.OperationalError:
            pytest.skip("SQLite without fts5")
        connection.commit()

    assert fault_of(backup) is FileFault.STRANGE


def test_a_generated_column_is_refused(tmp_path: Path) -> None:
    generated = "notes text generated always as (printf('%.900000c', 'x'))"
    made = f"drop table Repetitions; create table Repetitions (habit integer, timestamp integer, {generated})"
    backup = loop_backup(tmp_path / "b", extra=made)

    assert fault_of(backup) is FileFault.STRANGE


@pytest.mark.parametrize("column", ["habit", "timestamp"])
def test_a_table_without_a_needed_column_is_refused(tmp_path: Path, column: str) -> None:
    backup = loop_backup(tmp_path / "b", 12, extra=f"alter table Repetitions rename column {column} to other")

    assert fault_of(backup) is FileFault.STRANGE


def test_other_views_and_triggers_never_run(tmp_path: Path) -> None:
    traps = f"create view Score as {BOMB}; create trigger trap before update on Habits begin delete from Habits; end"
    backup = loop_backup(tmp_path / "b", extra=traps)

    assert len(read(backup).measures) == 3


def test_only_the_columns_asked_for_can_be_read(tmp_path: Path) -> None:
    backup = loop_backup(tmp_path / "b", extra="create table Secrets (word text)")
    refused = [
        "select reminder_days from Habits",
        "select word from Secrets",
        "select locale from android_metadata",
        "select upper(name) from Habits",
        BOMB,
        "delete from Habits",
        "attach ':memory:' as other",
        "pragma journal_mode=delete",
        "create temp table t (x)",
    ]
    for query in refused:
        with (
            pytest.raises(UnreadableFileError),
            foreign_database.opened(backup, loop_db.READABLE, lambda: False) as connection,
        ):
            connection.execute(query).fetchall()


def test_what_takes_too_long_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(foreign_database, "SECONDS", -1)
    monkeypatch.setattr(foreign_database, "_STEPS", 10)

    assert fault_of(loop_backup(tmp_path / "b")) is FileFault.TOO_COSTLY


def test_reading_can_be_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(foreign_database, "_STEPS", 10)
    backup = loop_backup(tmp_path / "b")

    with pytest.raises(ImportCancelledError):
        read_foreign(backup, lambda done, total: None, lambda: True)


def test_progress_ends_with_everything_done(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    read_foreign(loop_backup(tmp_path / "b"), lambda done, total: told.append((done, total)), lambda: False)

    assert told == [(0, 7), (7, 7)]


def test_a_cell_of_a_million_bytes_is_too_long(tmp_path: Path) -> None:
    backup = loop_backup(tmp_path / "b", habits=[habit()], repetitions=[tick(notes="x" * 1_000_001)])

    assert fault_of(backup) in (FileFault.FIELD_TOO_LONG, FileFault.DAMAGED)


def test_too_many_entries_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loop_db, "MOST_ENTRIES", 6)

    with pytest.raises(FileTooLargeError) as refused:
        read(loop_backup(tmp_path / "b"))
    assert (refused.value.limit, refused.value.amount) == (6, Amount.ENTRIES)


def test_too_many_measures_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loop_db, "MOST_MEASURES", 2)

    with pytest.raises(FileTooLargeError) as refused:
        read(loop_backup(tmp_path / "b"))
    assert refused.value.amount is Amount.MEASURES


def test_too_large_a_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loop_db, "LARGEST_FILE", 4096)

    with pytest.raises(FileTooLargeError) as refused:
        read(loop_backup(tmp_path / "b"))
    assert refused.value.amount is Amount.BYTES


def test_a_file_with_changes_waiting_in_its_log_is_refused(tmp_path: Path) -> None:
    backup = loop_backup(tmp_path / "b")
    with closing(sqlite3.connect(backup)) as connection:
        connection.execute("pragma journal_mode=wal")
        connection.execute("delete from Repetitions")
        connection.commit()

        assert fault_of(backup) is FileFault.IN_USE


def test_a_file_that_was_in_wal_mode_is_read_once_it_is_closed(tmp_path: Path) -> None:
    backup = loop_backup(tmp_path / "b", extra="pragma journal_mode=wal")

    assert len(read(backup).entries) == 7


def test_a_file_with_a_change_to_be_rolled_back_is_refused(tmp_path: Path) -> None:
    backup, copy = loop_backup(tmp_path / "b"), tmp_path / "copy"
    with closing(sqlite3.connect(backup, isolation_level=None)) as connection:
        connection.execute("pragma cache_size=1")
        connection.execute("begin")
        connection.execute("update Habits set description = printf('%.90000c', 'x')")
        shutil.copy(backup, copy)
        shutil.copy(tmp_path / "b-journal", tmp_path / "copy-journal")
        connection.execute("rollback")

    assert fault_of(copy) is FileFault.IN_USE


def test_a_finished_journal_beside_the_file_does_no_harm(tmp_path: Path) -> None:
    backup = loop_backup(tmp_path / "b")
    (tmp_path / "b-journal").write_bytes(bytes(512))

    assert len(read(backup).entries) == 7


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_a_backup_cut_short_is_called_damaged(tmp_path: Path, share: float) -> None:
    backup = loop_backup(tmp_path / "b", repetitions=[tick(day=day) for day in range(900)])
    whole = backup.read_bytes()
    backup.write_bytes(whole[: int(len(whole) * share)])

    assert fault_of(backup) is FileFault.DAMAGED


def test_a_page_of_zeros_is_called_damaged(tmp_path: Path) -> None:
    backup = loop_backup(tmp_path / "b", repetitions=[tick(day=day) for day in range(900)])
    whole = bytearray(backup.read_bytes())
    whole[-4096:] = bytes(4096)
    backup.write_bytes(whole)

    assert fault_of(backup) is FileFault.DAMAGED


def test_an_sqlite_file_of_something_else_is_not_recognised(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "b.db")) as connection:
        connection.execute("create table Habits (id integer primary key, name text)")

    with pytest.raises(NotRecognisedError):
        read(tmp_path / "b.db")


def test_letters_that_are_not_utf8_are_shown_as_such(tmp_path: Path) -> None:
    backup = loop_backup(tmp_path / "b", extra="update Habits set name = cast(x'4142ff' as text) where id = 1")

    assert read(backup).measures[0].name == "AB�"


def test_a_file_in_utf_16_is_read(tmp_path: Path) -> None:
    path = tmp_path / "b"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("pragma encoding='UTF-16le'")

        connection.execute("create table x (y)")
        connection.commit()
    backup = loop_backup(path, habits=HABITS, repetitions=REPETITIONS)

    assert read(backup).measures[0].name == "Call a client"


def fault_of(backup: Path) -> FileFault:
    with pytest.raises(UnreadableFileError) as refused:
        read(backup)
    return refused.value.fault
