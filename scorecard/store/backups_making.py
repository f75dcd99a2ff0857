"""Making a backup: SQLite's online copy under another name, sealed, made durable, checked as a whole, then renamed."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from scorecard.domain.backups import Backup, BackupError, BackupFault, Contents, Reason
from scorecard.domain.days import DEFAULT_DAY_END, score_date
from scorecard.store.backups import UNFINISHED, described, folder_of, name_of, part_in, refusals_named
from scorecard.store.backups_seal import Seal, check, is_whole, number_of, open_copy, seal, state_of
from scorecard.store.files import create_private, make_private_folder, move_without_replacing, sync_file, sync_folder
from scorecard.store.identity import SCHEMA_VERSION
from scorecard.store.opening import open_plain
from scorecard.store.rows import DAY_END, SETTING_COLUMNS, to_settings

Between = Callable[[], None]

_PORTION = 256  # pages copied at a time: a change need not wait longer than for one portion
_WAIT = 0.02  # seconds, while another program has the store to itself
_MOST_WAITS = 250
_MOST_RESTARTS = 20
_OF_THE_COPY = ("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_BUSY", "SQLITE_CANTOPEN")


def make(store: Path, reason: Reason, now: datetime, between: Between = lambda: None) -> Backup:
    """A new backup of the store; raises BackupError, and leaves nothing half done then.

    `between` is called between steps and may raise to stop. A store that fails its check is not backed up.
    """
    folder = folder_of(store)
    with refusals_named(folder, store):
        make_private_folder(folder)
        with part_in(folder) as (part, number):
            day = _write(store, part, now, between)
            path = folder / name_of(number, day, reason, SCHEMA_VERSION)
            move_without_replacing(part, path)
        sync_folder(folder)
    return replace(described(path, number, day, reason), checked=True)


def make_at(store: Path, file: Path, now: datetime) -> Backup:
    """The same as another file; raises BackupError, EXISTS rather than replace something."""
    part = file.with_name(f".scorecard-{file.name}{UNFINISHED}")
    with refusals_named(file, store):
        if file.exists():
            raise BackupError(BackupFault.EXISTS, file)
        part.unlink(missing_ok=True)
        create_private(part)
        try:
            day = _write(store, part, now, lambda: None)
            move_without_replacing(part, file)
        except FileExistsError:
            raise BackupError(BackupFault.EXISTS, file) from None
        finally:
            part.unlink(missing_ok=True)
        with suppress(OSError):  # some folders of other computers can't be synced; the file is there
            sync_folder(file.parent)
    return replace(described(file, 0, day, Reason.REQUEST), checked=True)


def has_activities(store: Path) -> bool:
    """Whether anything was ever done in the store; raises BackupError."""
    with refusals_named(store, store), closing(open_plain(store)) as connection, _as_the_store(store):
        return bool(state_of(connection)[1])


def copy(source: Path, target: Path, between: Between = lambda: None) -> None:
    """SQLite's online copy into an existing empty file, in portions, so that nobody has to wait for all of it."""
    steps = _Steps(source, between)
    with closing(open_plain(source)) as live, closing(open_fresh(target)) as part:
        live.backup(part, pages=_PORTION, progress=steps.follow, sleep=_WAIT)


def open_fresh(path: Path) -> sqlite3.Connection:
    """For writing a file that nobody knows yet: what fails is thrown away, so no journal lies beside it."""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None)
    for pragma in ("journal_mode = OFF", "synchronous = OFF", "temp_store = MEMORY", "secure_delete = ON"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


class _Steps:
    """How a copy goes on. It begins anew whenever the store is written to meanwhile; some day it is given up."""

    def __init__(self, source: Path, between: Between) -> None:
        self._source = source
        self._between = between
        self._waits = 0
        self._restarts = 0
        self._remaining: int | None = None

    def follow(self, status: int, remaining: int, _total: int) -> None:
        self._between()
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            self._waits += 1
        elif self._remaining is not None and remaining >= self._remaining > 0:
            self._restarts += 1
        self._remaining = remaining
        if self._waits > _MOST_WAITS or self._restarts > _MOST_RESTARTS:
            raise BackupError(BackupFault.BUSY, self._source)


def _write(store: Path, part: Path, now: datetime, between: Between) -> date:
    """A sealed, durable and checked copy in `part`; the user's day that it is of."""
    copy(store, part, between)
    with _as_the_store(store), closing(open_copy(part)) as connection:
        day = _day_of(connection, now)
        sealed = _looked_through(connection, store, now)
    between()
    with closing(open_fresh(part)) as connection:
        seal(connection, sealed)
    sync_file(part)
    between()
    if check(part) is not sealed.soundness:
        raise BackupError(BackupFault.STORE_DAMAGED, store)
    return day


def look_through(store: Path, now: datetime) -> Seal:
    """The check that a backup begins with, in memory and without the backup; raises BackupError."""
    with refusals_named(store, store), _as_the_store(store), closing(sqlite3.connect(":memory:")) as connection:
        steps = _Steps(store, lambda: None)
        with closing(open_plain(store)) as live:
            live.backup(connection, pages=_PORTION, progress=steps.follow, sleep=_WAIT)
        return _looked_through(connection, store, now)


def _looked_through(connection: sqlite3.Connection, store: Path, now: datetime) -> Seal:
    """What a copy of the store will be sealed with; raises BackupError when it is not whole."""
    if not is_whole(connection):
        raise BackupError(BackupFault.STORE_DAMAGED, store)
    store_id, last_activity = state_of(connection)
    current = number_of(connection, "user_version") == SCHEMA_VERSION
    broken = _broken_days(connection) if current else 0
    return Seal(now.astimezone(UTC), store_id, last_activity, _contents(connection), broken)


def _broken_days(copied: sqlite3.Connection) -> int:
    """How many days are not as their seals say. Only of today's schema: with that the seals were made."""
    from sqlalchemy import StaticPool, create_engine

    from scorecard.store.schema import metadata
    from scorecard.store.seal import Seals

    engine = create_engine("sqlite://", creator=lambda: copied, poolclass=StaticPool, hide_parameters=True)
    with engine.connect() as connection:
        return Seals(metadata).count_broken(connection)


def _contents(connection: sqlite3.Connection) -> Contents:
    entries = connection.execute("SELECT count(DISTINCT day), count(*) FROM entry WHERE state = 'scored'")
    days, values = entries.fetchone()
    present = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    counted = {
        "promise": "SELECT count(*) FROM promise",
        "reflection": "SELECT count(*) FROM reflection WHERE answer != ''",
    }
    promises, answers = (
        connection.execute(query).fetchone()[0] if table in present else 0 for table, query in counted.items()
    )
    return Contents(days, values, promises, answers)


def _day_of(connection: sqlite3.Connection, now: datetime) -> date:
    """A backup's name tells the user's day; one whose settings mean nothing is named all the same."""
    columns = ", ".join(SETTING_COLUMNS)
    rows = connection.execute(f"SELECT {columns} FROM setting WHERE name = ? ORDER BY first_day", (DAY_END,)).fetchall()
    try:
        return score_date(now, to_settings(rows).day_end)
    except (ValueError, TypeError):
        return score_date(now, DEFAULT_DAY_END)


@contextmanager
def _as_the_store(store: Path) -> Iterator[None]:
    """What makes no sense in a fresh copy makes none in the store: it has the same pages."""
    try:
        yield
    except Exception as error:
        original = getattr(error, "orig", None) or error  # SQLAlchemy's stand around those of sqlite3
        if not isinstance(original, sqlite3.DatabaseError | UnicodeDecodeError | ValueError):
            raise
        if getattr(original, "sqlite_errorname", "").startswith(_OF_THE_COPY):
            raise original from None
        raise BackupError(BackupFault.STORE_DAMAGED, store) from None
