"""Whether the open store is still the file at its place, and still what this process last saw in it.

SQLite notices by itself, before it writes, that a file was moved or replaced; that one was written over in place it
can't: it would go on writing into whatever came. Nothing here opens the file: that would drop SQLite's locks.
"""

import os
import sqlite3
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import Connection, MetaData

from scorecard.domain.incidents import StoreError, StoreFault
from scorecard.store.identity import APPLICATION_ID, SCHEMA_VERSION
from scorecard.store.seal import Seals

DAYS_LOOKED_AT = 31
MOST_KEPT = 32 * 1024 * 1024  # bytes; of a larger store there is the backup of the day
_NONE_SEEN = -1  # no connection counts so

_INSIDE = (
    "SELECT (SELECT application_id FROM pragma_application_id), (SELECT user_version FROM pragma_user_version), "
    "(SELECT store_id FROM store), (SELECT id FROM activity WHERE seq = ?)"
)
_LAST = "SELECT seq, id FROM activity ORDER BY seq DESC LIMIT 1"


def ask_every_table(connection: Connection, metadata: MetaData) -> None:
    """Every table has to show the columns that it should have; raises what SQLite says where one can't."""
    for table in metadata.sorted_tables:
        # Not through SQLAlchemy, which would compile each for this once. SQLite takes a bare "name" for text.
        columns = ", ".join(f'"{table.name}"."{column.name}"' for column in table.columns)
        connection.exec_driver_sql(f'SELECT {columns} FROM "{table.name}" LIMIT 0')


class Standing:
    """What an open store was when this process last had to do with it. Methods raise StoreError for what it is not."""

    def __init__(self, path: Path, seals: Seals) -> None:
        self._path = path
        self._seals = seals
        self._file = self._file_there()
        self._written = self._writing_there()
        self._store_id = ""
        self._last: tuple[int, str] = (0, "")
        self._version: int | None = None
        self._broken: frozenset[date] = frozenset()
        self._kept: bytes | None = None
        self._kept_at: tuple[int, str] | None = None

    @property
    def met(self) -> bool:
        return bool(self._store_id)

    def meet(self, connection: Connection, store_id: str) -> None:
        """From now on it is this store, as far as it has come."""
        self._store_id = store_id
        self.remember_writing()
        found = connection.exec_driver_sql(_LAST).first()
        self._last = (0, "") if found is None else (int(found[0]), str(found[1]))
        self._check(self._inside(connection), whatever_came_last=True)

    def saw(self, seq: int, row_id: str) -> None:
        """An activity that was committed, by this process or found to be by another."""
        self._last = (seq, row_id)
        self.remember_writing()

    def remember_writing(self) -> None:
        """The file is now as this process has written it."""
        self._written = self._writing_there()

    def begin_anew(self) -> None:
        """By another connection, whose count of changes begins anew too."""
        self.remember_writing()
        self._version = None if self._version is None else _NONE_SEEN

    @property
    def is_touched(self) -> bool:
        """Whether somebody else wrote to the file since.

        SQLite tells it by a counter in the file, which a copy that was written over it may have in common with it: what
        SQLite has in memory would then be taken for what is there.
        """
        return self._writing_there() != self._written

    def look_at_place(self) -> None:
        """Whether the file that is open is the one that is there."""
        if self._file_there() != self._file:
            raise StoreError(StoreFault.MOVED, self._path)

    def look_inside(self, connection: Connection) -> None:
        """Whether everything that was seen in it is still there. The last activity stands for all before it."""
        self._check(self._inside(connection))

    def look_through(self, connection: Connection, today: date) -> None:
        """The slower look, when another connection wrote to the file: pages, and the seals of the last days."""
        version = int(connection.exec_driver_sql("PRAGMA data_version").scalar_one())
        if version == self._version:
            return
        if self._version is not None and connection.exec_driver_sql("PRAGMA quick_check(1)").scalar() != "ok":
            raise StoreError(StoreFault.DAMAGED, self._path)
        days = (today - timedelta(days=back) for back in range(DAYS_LOOKED_AT))
        broken = frozenset(day for day in days if not self._seals.holds(connection, day))
        if self._version is not None and not broken <= self._broken:
            raise StoreError(StoreFault.OVERWRITTEN, self._path)
        self._version, self._broken = version, broken
        found = connection.exec_driver_sql(_LAST).first()
        if found is not None:
            self._last = (int(found[0]), str(found[1]))

    def keep(self, driver: sqlite3.Connection) -> None:
        """All of the store in memory: should somebody write over the file, this is the version of this process."""
        if self._kept_at == self._last:
            return
        pages = driver.execute("PRAGMA page_count").fetchone()[0] * driver.execute("PRAGMA page_size").fetchone()[0]
        self._kept = driver.serialize() if pages <= MOST_KEPT else None
        self._kept_at = self._last

    @property
    def kept(self) -> bytes | None:
        return self._kept

    def _inside(self, connection: Connection) -> tuple[object, ...]:
        return tuple(connection.exec_driver_sql(_INSIDE, (self._last[0],)).one())

    def _check(self, found: tuple[object, ...], *, whatever_came_last: bool = False) -> None:
        application, schema, store_id, last = found
        if application != APPLICATION_ID:
            raise StoreError(StoreFault.FOREIGN, self._path)
        if isinstance(schema, int) and schema > SCHEMA_VERSION:
            raise StoreError(StoreFault.TOO_NEW, self._path, found=schema, known=SCHEMA_VERSION)
        if store_id != self._store_id or (not whatever_came_last and self._last[0] and last != self._last[1]):
            raise StoreError(StoreFault.OVERWRITTEN, self._path)

    def _file_there(self) -> tuple[int, int] | None:
        try:
            found = os.stat(self._path)
        except OSError:
            return None
        return found.st_dev, found.st_ino

    def _writing_there(self) -> tuple[int, ...] | None:
        """When the file was written to last, as the file system says, and how long it is."""
        try:
            found = os.stat(self._path)
        except OSError:
            return None
        return found.st_mtime_ns, found.st_ctime_ns, found.st_size
