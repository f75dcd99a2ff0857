"""All rows of a damaged store, from SQLite where it can still be believed, from the pages where not."""

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scorecard.domain.backups import Backup, BackupError, BackupFault, Soundness
from scorecard.store.backups import checked, refusals_named
from scorecard.store.backups_seal import open_copy
from scorecard.store.everything import tables_of_user
from scorecard.store.journals import pages_in
from scorecard.store.salvaging.copying import Damaged, Image, read_damaged
from scorecard.store.salvaging.pages import Pages
from scorecard.store.salvaging.shapes import Checks, Row, is_day, shape_named
from scorecard.store.salvaging.trees import Found, Harvest, harvest
from scorecard.store.schema import metadata

Key = tuple[Any, ...]
Place = tuple[str, Key]  # a table and the key of one of its rows
Between = Callable[[int, int], None]

_OF_STORE = ("store", "change", "day_seal")
_KNOWN = (*(table.name for table in tables_of_user()), *_OF_STORE)


@dataclass(slots=True)
class Sources:
    """What a damaged store says. Of a row there can be several versions, the likeliest first.

    `last_words` is how the record says that rows were left; None: taken away; `said_at` is by which
    activity. `whole` tables miss nothing, so that what is not in them is gone.
    """

    rows: dict[Place, list[Found]] = field(default_factory=dict)
    last_words: dict[Place, Row | None] = field(default_factory=dict)
    said_at: dict[Place, int] = field(default_factory=dict)
    seals: dict[str, set[str]] = field(default_factory=dict)
    whole: frozenset[str] = frozenset()
    store_id: str = ""
    pages: int = 0
    unread: int = 0
    odd: int = 0


def read_store(store: Path, roots: Mapping[str, int], between: Between) -> Sources:
    """Raises StoreError when it can't be read at all. `roots` as in `harvest`."""
    damaged = read_damaged(store)
    with closing(Checks()) as checks:
        return _sources(list(_harvests(damaged, dict(roots), checks, between)), checks)


def _harvests(damaged: Damaged, roots: dict[str, int], checks: Checks, between: Between) -> Iterator[Harvest]:
    first = damaged.images[0]
    if first.whole and (found := _harvest_of_whole(first, checks)) is not None:
        yield found
        return
    for image in damaged.images:
        pages = Pages(image.content)
        yield harvest(pages, checks, roots, between)
    if damaged.journal:
        yield _harvest_of_journal(damaged, checks, between)


def _harvest_of_whole(image: Image, checks: Checks) -> Harvest | None:
    """SQLite's own reading; None when it is none, after all."""
    found = Harvest(pages=Pages(image.content).count, whole=set(_KNOWN))
    try:
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.deserialize(image.content)
            read = rows_of(connection)
    except (sqlite3.Error, UnicodeDecodeError):  # letters that are none any more
        return None
    for name, rows in read.items():
        shape = shape_named(name)
        good = [row for row in rows if shape is not None and shape.can_hold(row) and checks.hold(shape, row)]
        found.rows[name] = [Found(row) for row in good]
        found.odd += len(rows) - len(good)
    return found


def _harvest_of_journal(damaged: Damaged, checks: Checks, between: Between) -> Harvest:
    """The older pages of those that can't be read any more. Whether they are of this store nobody knows."""
    content = damaged.images[-1].content
    pages = Pages(content)
    older = {number: page for number, page in pages_in(damaged.journal).items() if len(page) == pages.size}
    lost = {number: page for number, page in older.items() if number not in pages.nodes}
    filled = bytes(pages.size) + b"".join(lost[number] for number in sorted(lost))  # no page 1: nothing is known of it
    found = harvest(Pages(filled), checks, {}, between)
    for rows in found.rows.values():
        rows[:] = [Found(one.row, loose=True) for one in rows]
    return Harvest(found.rows)


def rows_of(connection: sqlite3.Connection) -> dict[str, list[Row]]:
    """By table, with the columns of today, as far as they are there. Raises sqlite3.Error."""
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    found: dict[str, list[Row]] = {}
    for name in _KNOWN:
        if name in there:
            columns = ", ".join(f'"{name}"."{column.name}"' for column in metadata.tables[name].columns)
            cursor = connection.execute(f'SELECT {columns} FROM "{name}" NOT INDEXED')
            names = metadata.tables[name].columns.keys()
            found[name] = [dict(zip(names, row, strict=True)) for row in cursor]
    return found


def roots_of(backup: Path) -> dict[str, int]:
    """Where the trees of a backup begin: most often they begin there in its store, too."""
    try:
        with closing(open_copy(backup)) as connection:
            said = connection.execute("SELECT name, rootpage FROM sqlite_schema WHERE rootpage > 0")
            return {str(name): int(page) for name, page in said}
    except sqlite3.Error:
        return {}


def rows_of_backup(backup: Backup) -> dict[Place, Row]:
    """All that is the user's in it; raises BackupError unless it is whole."""
    found = checked(backup)
    if not found.can_be_restored:
        too_new = found.soundness is Soundness.TOO_NEW
        raise BackupError(BackupFault.TOO_NEW if too_new else BackupFault.DAMAGED, backup.path)
    with refusals_named(backup.path), closing(open_copy(backup.path)) as connection:
        tables = rows_of(connection)
    return {(name, key_of(name, row)): row for name, rows in tables.items() if name not in _OF_STORE for row in rows}


def key_of(table: str, row: Row) -> Key:
    return tuple(row[column.name] for column in metadata.tables[table].primary_key)


def _sources(found: list[Harvest], checks: Checks) -> Sources:
    first = found[0]
    sources = Sources(whole=frozenset(first.whole), pages=first.pages, unread=first.unread, odd=first.odd)
    for one in found:
        for table in _KNOWN:
            for row in one.rows.get(table, ()):
                versions = sources.rows.setdefault((table, key_of(table, row.row)), [])
                if all(row.row != known.row for known in versions):
                    versions.append(row)
    for (table, _), versions in list(sources.rows.items()):
        if table == "day_seal":
            for version in versions:
                sources.seals.setdefault(version.row["day"], set()).add(version.row["digest"])
        elif table == "store":
            sources.store_id = str(versions[0].row["store_id"])
    _hear_the_record(sources, checks)
    sources.rows = {place: versions for place, versions in sources.rows.items() if place[0] not in _OF_STORE}
    return sources


def _hear_the_record(sources: Sources, checks: Checks) -> None:
    """How it says that each row was left."""
    changes = [versions[0].row for (table, _), versions in sources.rows.items() if table == "change"]
    last = sources.last_words
    for change in sorted(changes, key=lambda row: (row["activity"], row["position"])):
        table, key = change["table_name"], _said(change["row_key"])
        if table not in metadata.tables or table in _OF_STORE or not isinstance(key, list):
            continue
        place = (table, tuple(key))
        try:
            last.pop(place, None)
            sources.said_at[place] = change["activity"]
            last[place] = None if change["after"] is None else _recorded(table, place[1], change["after"], checks)
        except (ValueError, TypeError):  # no row, or a key that is none
            continue


def _recorded(table: str, key: Key, after: str, checks: Checks) -> Row:
    """The row as it can stand in a table of today; raises ValueError for what can't."""
    said, shape = _said(after), shape_named(table)
    columns = metadata.tables[table].columns
    if not isinstance(said, dict) or shape is None or not said.keys() >= set(columns.keys()):
        raise ValueError(table)
    row = {column.name: said[column.name] for column in columns}
    if not shape.can_hold(row) or key_of(table, row) != key or not checks.hold(shape, row):
        raise ValueError(table)
    return row


def _said(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def day_of(table: str, row: Row) -> str | None:
    """The day that the seal of a row is of; None when it is of none."""
    name = metadata.tables[table].info.get("day")
    day = row[name] if name is not None else None
    return day if isinstance(day, str) and is_day(day) else None
