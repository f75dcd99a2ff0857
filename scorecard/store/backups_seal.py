"""The seal of a backup: one row with what it holds and a digest of every row in it. Needs no SQLAlchemy.

SQLite's own checks see 16 of 60 flipped bits. The seal sees any change of what is written, of the seal itself too; the
rest of the file (free pages, indexes) is SQLite's, whose check runs beside it.
"""

import hashlib
import json
import sqlite3
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from scorecard.domain.backups import Contents, Soundness
from scorecard.store.identity import APPLICATION_ID, SCHEMA_VERSION

TABLE = "backup_seal"
_PORTION = 500
_COLUMNS = "made_at, store_id, last_activity, contents, broken_days"
_CREATE = (
    f"CREATE TABLE {TABLE} (one INTEGER PRIMARY KEY CHECK (one = 1), made_at TEXT NOT NULL, store_id TEXT NOT NULL, "
    "last_activity TEXT NOT NULL, contents TEXT NOT NULL, broken_days INTEGER NOT NULL, digest TEXT NOT NULL)"
)


@dataclass(frozen=True, slots=True)
class Seal:
    """`last_activity` is the id of the last one recorded; `broken_days` had seals in the store that did not hold."""

    made_at: datetime
    store_id: str
    last_activity: str
    contents: Contents
    broken_days: int = 0

    @property
    def state(self) -> str:
        return state_words(self.store_id, self.last_activity)

    @property
    def soundness(self) -> Soundness:
        return Soundness.DOUBTFUL if self.broken_days else Soundness.GOOD

    def row(self) -> tuple[str, str, str, str, int]:
        contents = json.dumps(asdict(self.contents), sort_keys=True)
        return self.made_at.isoformat(), self.store_id, self.last_activity, contents, self.broken_days


def open_copy(path: Path) -> sqlite3.Connection:
    """A connection for reading a file that nobody writes to."""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
    for pragma in ("temp_store = MEMORY", "trusted_schema = OFF", "cell_size_check = ON", "query_only = ON"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def seal(connection: sqlite3.Connection, written: Seal) -> None:
    """Seals the copy that `connection` writes to; a seal that it brought with it goes."""
    unseal(connection)
    connection.execute(_CREATE)
    row = written.row()
    digest = _digest(connection, row)
    connection.execute(f"INSERT INTO {TABLE} (one, {_COLUMNS}, digest) VALUES (1, ?, ?, ?, ?, ?, ?)", (*row, digest))


def unseal(connection: sqlite3.Connection) -> None:
    connection.execute(f"DROP TABLE IF EXISTS {TABLE}")


def read_seal(path: Path) -> Seal | None:
    """What a backup says of itself, without a look at the rest; None when nothing sensible can be read."""
    try:
        with closing(open_copy(path)) as connection:
            return _read(connection)[0]
    except (sqlite3.Error, ValueError, TypeError, UnicodeDecodeError):
        return None


def read_schema(path: Path) -> int:
    """The schema version; 0 when it can't be read."""
    try:
        with closing(open_copy(path)) as connection:
            return number_of(connection, "user_version")
    except sqlite3.Error:
        return 0


def check(path: Path) -> Soundness:
    """The whole look: is it SQLite's, is it ours, is every page whole, is every row as it was sealed?"""
    try:
        with closing(open_copy(path)) as connection:
            return _check(connection)
    except (sqlite3.Error, ValueError, TypeError, UnicodeDecodeError):
        return Soundness.DAMAGED


def _check(connection: sqlite3.Connection) -> Soundness:
    found, digest = _read(connection)
    whole = number_of(connection, "application_id") == APPLICATION_ID and is_whole(connection)
    if not whole or digest != _digest(connection, found.row()):
        return Soundness.DAMAGED
    return Soundness.TOO_NEW if number_of(connection, "user_version") > SCHEMA_VERSION else found.soundness


def state_of(connection: sqlite3.Connection) -> tuple[str, str]:
    """The id of the store and of the last activity in it, empty when there is none; raises ValueError."""
    store_id = connection.execute("SELECT store_id FROM store").fetchone()
    last = connection.execute("SELECT id FROM activity ORDER BY seq DESC LIMIT 1").fetchone()
    if store_id is None:
        raise ValueError("store")
    return str(store_id[0]), str(last[0]) if last is not None else ""


def state_words(store_id: str, last_activity: str) -> str:
    """As one word, for `Backup.state`."""
    return f"{store_id}/{last_activity}"


def same_state(connection: sqlite3.Connection, sealed: Seal, schema: int) -> bool:
    """Whether nothing was done in the store since it was sealed so."""
    here = (*state_of(connection), number_of(connection, "user_version"))
    return here == (sealed.store_id, sealed.last_activity, schema)


def count_steps(connection: sqlite3.Connection) -> tuple[int, int]:
    """How many activities only the store has, and how many only the backup, attached to it as `kept`."""
    sides = ("SELECT id FROM main.activity", "SELECT id FROM kept.activity")
    ways = (" EXCEPT ".join(sides), " EXCEPT ".join(reversed(sides)))
    here, there = (connection.execute(f"SELECT count(*) FROM ({way})").fetchone()[0] for way in ways)
    return int(here), int(there)


def is_whole(connection: sqlite3.Connection) -> bool:
    """SQLite's thorough check."""
    return connection.execute("PRAGMA integrity_check(1)").fetchall() == [("ok",)]


def content_digest(path: Path) -> str:
    """Of every row but the seal's; raises sqlite3.Error for what can't be read."""
    with closing(open_copy(path)) as connection:
        return _digest(connection, ())


def _read(connection: sqlite3.Connection) -> tuple[Seal, str]:
    row = connection.execute(f"SELECT {_COLUMNS}, digest FROM {TABLE}").fetchone()
    if row is None:
        raise ValueError(TABLE)
    made_at, store_id, last_activity, contents, broken_days, digest = row
    counted = Contents(**json.loads(contents))
    return Seal(datetime.fromisoformat(made_at), store_id, last_activity, counted, int(broken_days)), digest


def _digest(connection: sqlite3.Connection, said: tuple[object, ...]) -> str:
    """Rows are read as bytes: damaged ones need be no text any more."""
    content = hashlib.blake2b(digest_size=24)
    schema = connection.execute(
        "SELECT type, name, tbl_name, sql, rootpage FROM sqlite_schema WHERE tbl_name != ? ORDER BY type, name",
        (TABLE,),
    ).fetchall()
    numbers = [number_of(connection, name) for name in ("application_id", "user_version")]
    content.update(repr((said, numbers, [row[:4] for row in schema])).encode())
    as_text, connection.text_factory = connection.text_factory, bytes
    try:
        for kind, name, *_, root in schema:
            if kind == "table" and root:  # a virtual table has no page; what it keeps is in tables beside it
                _add_rows(content, connection, name)
    finally:
        connection.text_factory = as_text
    return content.hexdigest()


def _add_rows(content: hashlib.blake2b, connection: sqlite3.Connection, table: str) -> None:
    """In the order of the table itself, whatever index SQLite would rather read."""
    quoted = table.replace('"', '""')
    rows = connection.execute(f'SELECT * FROM "{quoted}" NOT INDEXED')
    content.update(f"\n{table}\n".encode())
    while portion := rows.fetchmany(_PORTION):
        content.update(repr(portion).encode())


def number_of(connection: sqlite3.Connection, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])
