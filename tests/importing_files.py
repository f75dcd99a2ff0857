"""Files to import, and what a store holds: for the tests of importing, of its dialog and of the command line."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from scorecard.domain.activities import Deed, Verb
from scorecard.domain.marks import Entry, Scored
from scorecard.domain.measures import Kind, Measure, Terms
from scorecard.store import entries, measures
from scorecard.store.migrating import create_store
from scorecard.store.store import Store
from tests.fake_clock import FixedClock
from tests.fresh_stores import fresh_store

MONDAY = date(2026, 3, 2)
USER_TABLES = ("measure", "terms", "entry", "day", "measure_group", "setting")


def nothing_told(_done: int, _total: int) -> None:
    pass


def never() -> bool:
    return False


def table_file(folder: Path, columns: Mapping[str, list[int | str]], first_day: date = MONDAY) -> Path:
    """A table with a row for each day from `first_day` on. An empty text is a blank."""
    lines = [",".join(["Date", *columns])]
    for number, cells in enumerate(zip(*columns.values(), strict=True)):
        lines.append(",".join([(first_day + timedelta(days=number)).isoformat(), *map(str, cells)]))
    file = folder / "table.csv"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def long_table(folder: Path, measures_in_it: int, days: int, last_day: date) -> Path:
    columns: dict[str, list[int | str]] = {
        f"Measure {n}": [(n + day) % 7 + 2 for day in range(days)] for n in range(measures_in_it)
    }
    return table_file(folder, columns, last_day - timedelta(days=days - 1))


def new_store(folder: Path, clock: FixedClock, *own: Measure) -> Path:
    """A store with measures of the user's own."""
    path = folder / "data" / "scorecard.db"
    create_store(path, clock.now())
    if own:
        store = Store(path, clock)
        with store.change(Deed(Verb.START_CARD)) as work:
            measures.add_measures(work, own)
        store.close()
    return path


def scored_store(path: Path, clock: FixedClock, measure_id: str, value: int) -> Path:
    """With “Calls” scored yesterday and `value` days before that; those made at one moment are of one store."""
    yesterday = clock.now().date() - timedelta(days=1)
    terms = Terms(MONDAY, Kind.COUNT, target=Decimal(3))
    fresh_store(path, clock.now())
    with closing(Store(path, clock)) as store, store.change(Deed(Verb.START_CARD)) as work:
        measures.add_measures(work, [Measure(measure_id, "Calls", (terms,))])
        days = {yesterday: value, yesterday - timedelta(days=value): 1}
        entries.add_entries(work, [Entry(measure_id, day, Scored(Decimal(said))) for day, said in days.items()])
    return path


def content_of(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row the user has, by table, in a fixed order."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        return {name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr) for name in USER_TABLES}


def count_of(path: Path, table: str) -> int:
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        (count,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    return int(count)
