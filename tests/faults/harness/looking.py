"""What is left after a fault: the rows, how far the record came, and everything that does not belong together."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from sqlalchemy import Connection, StaticPool, create_engine

from scorecard.store.identity import APPLICATION_ID, SCHEMA_VERSION
from scorecard.store.promise_rows import promise_row
from scorecard.store.promises import read_promises
from scorecard.store.schema import metadata
from scorecard.store.seal import Seals
from scorecard.store.search_index import SearchIndex
from tests.faults.harness.counts import Bad
from tests.faults.harness.rows import Key, Rows, as_text, rows_of

Found = tuple[Bad, str]
_SEALS = Seals(metadata)
_SEARCH = SearchIndex(metadata)


@dataclass(frozen=True, slots=True)
class Left:
    """A store as another program finds it, a hot journal rolled back. `last` are the keys that its last activity has
    changed, and `joined` whether that went on with the one before."""

    rows: Rows
    seq: int
    schema: int
    last: frozenset[Key]
    wrong: Found | None


def look(path: Path) -> Left:
    """Of a file that no process has open."""
    nothing = Left({}, 0, 0, frozenset(), (Bad.CORRUPT, "not there"))
    if not path.exists():
        return nothing
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("PRAGMA synchronous = OFF")
            return _look(connection)
    except sqlite3.DatabaseError as error:
        return Left({}, 0, 0, frozenset(), (Bad.CORRUPT, f"unreadable: {error}"))


def _look(connection: sqlite3.Connection) -> Left:
    if wrong := _unsound(connection):
        return Left({}, 0, 0, frozenset(), (Bad.CORRUPT, wrong))
    (schema,) = connection.execute("PRAGMA user_version").fetchone()
    rows = rows_of(connection)
    (seq,) = connection.execute("SELECT coalesce(max(seq), 0) FROM activity").fetchone()
    changed = connection.execute("SELECT table_name, row_key FROM change WHERE activity = ?", (seq,)).fetchall()
    found = next(_torn(connection, rows, schema), None)
    return Left(rows, seq, schema, frozenset(changed), (Bad.TORN, found) if found else None)


def _unsound(connection: sqlite3.Connection) -> str:
    """What SQLite's own look says."""
    answers = [str(row[0]) for row in connection.execute("PRAGMA integrity_check")]
    if answers != ["ok"]:
        return answers[0]
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION_ID:
        return "no store of ours"
    orphan = connection.execute("PRAGMA foreign_key_check").fetchone()
    return f"orphan in {orphan[0]}" if orphan else ""


def _torn(connection: sqlite3.Connection, rows: Rows, schema: int) -> Iterator[str]:
    """Row, record, seal, index and derived columns are written in one transaction, and belong together."""
    for (seq,) in connection.execute(_BARE):
        yield f"activity {seq} changed nothing"
    recorded = {(table, key): _row(after) for table, key, after in connection.execute(_LAST_RECORDED)}
    for key, row in recorded.items():
        if not _agree(rows.get(key), row):
            yield f"{key[0]} {key[1]} is not as recorded"
    if schema == SCHEMA_VERSION:
        engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
        with engine.connect() as wrapped:
            yield from _not_derived(wrapped)


def _row(after: str | None) -> dict[str, object] | None:
    return None if after is None else json.loads(after)


def _agree(found: str | None, recorded: dict[str, object] | None) -> bool:
    """A row that was recorded by an earlier schema has fewer columns."""
    if found is None or recorded is None:
        return (found is None) == (recorded is None)
    if found == as_text(recorded):
        return True
    row = json.loads(found)
    return len(recorded) < len(row) and all(row.get(name) == value for name, value in recorded.items())


def _not_derived(connection: Connection) -> Iterator[str]:
    if broken := _SEALS.count_broken(connection):
        yield f"{broken} seals of days are broken"
    if not _SEARCH.agrees(connection):
        yield "the search index does not agree"
    stored = {row[0]: row[1:] for row in connection.exec_driver_sql("SELECT id, is_open, due_by FROM promise")}
    for promise in read_promises(connection):
        row = promise_row(promise)
        if stored[promise.id] != (row["is_open"], row["due_by"]):
            yield f"promise {promise.id} is not where its steps lead"


_BARE = """
    SELECT seq FROM activity WHERE turn = 'do' AND undone = 0 AND seq NOT IN (SELECT activity FROM change)
    AND NOT EXISTS (SELECT 1 FROM activity AS later WHERE later.chain = activity.chain AND later.seq > activity.seq)
"""
_LAST_RECORDED = """
    SELECT table_name, row_key, after FROM change WHERE (activity, position) = (
        SELECT activity, position FROM change AS later
        WHERE later.table_name = change.table_name AND later.row_key = change.row_key
        ORDER BY activity DESC, position DESC LIMIT 1)
"""


def compared(left: Left, acknowledged: Rows, seq: int) -> Found | None:
    """What is wrong with it, when these rows were acknowledged last, as activity `seq`. One edit more may be there."""
    if left.wrong is not None:
        return left.wrong
    if left.seq not in (seq, seq + 1):
        return Bad.LOST, f"activity {left.seq} instead of {seq}"
    may_differ = left.last if left.seq == seq + 1 else frozenset()
    for key in acknowledged.keys() | left.rows.keys():
        if key not in may_differ and acknowledged.get(key) != left.rows.get(key):
            return Bad.LOST, f"{key[0]} {key[1]} is not as acknowledged"
    return None


class Looker:
    """Looks at images of the same files again and again, and at each content only once."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self._path = place / "image" / "scorecard.db"
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._seen: dict[bytes, Left] = {}
        self._recovered: dict[bytes, Left] = {}

    def look(self, store: bytes, journal: bytes) -> Left:
        """At a store and the journal beside it; none where that is empty."""
        asked = _digest(store, journal)
        if asked not in self._seen:
            self._seen[asked] = self._look(store, journal)
        return self._seen[asked]

    def _look(self, store: bytes, journal: bytes) -> Left:
        self._path.write_bytes(store)
        self._path.with_name(f"{self._path.name}-journal").write_bytes(journal)
        if journal:
            try:
                with closing(sqlite3.connect(self._path, isolation_level=None)) as connection:
                    connection.execute("PRAGMA synchronous = OFF")
                    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            except sqlite3.DatabaseError as error:
                return Left({}, 0, 0, frozenset(), (Bad.CORRUPT, f"unreadable: {error}"))
        after = _digest(self._path.read_bytes(), b"")
        if after not in self._recovered:
            self._recovered[after] = look(self._path)
        return self._recovered[after]


def _digest(*contents: bytes) -> bytes:
    content = blake2b(digest_size=16)
    for one in contents:
        content.update(len(one).to_bytes(8, "big") + one)
    return content.digest()
