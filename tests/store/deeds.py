"""Short ways to write into a store and to look into it, for tests of the record underneath."""

from datetime import date
from decimal import Decimal

from scorecard.domain.activities import Activity, Deed, Verb
from scorecard.domain.marks import Entry, Mark, Scored
from scorecard.store import entries, history
from scorecard.store.reading import read_entries
from scorecard.store.store import Store

DAY = date(2026, 11, 20)


def scored(value: int, measure_id: str = "m1", day: date = DAY, note: str = "") -> Entry:
    return Entry(measure_id, day, Scored(Decimal(value)), note)


def write(store: Store, *written: Entry, verb: str = Verb.SCORE, fold: str | None = None) -> None:
    """One activity."""
    with store.change(Deed(verb, {"measure": "Calls"}, fold)) as work:
        for entry in written:
            entries.write_entry(work, entry)


def entry_of(store: Store, measure_id: str = "m1", day: date = DAY) -> Entry | None:
    with store.reading() as connection:
        return read_entries(connection, day, day).get((day, measure_id))


def mark_of(store: Store, measure_id: str = "m1", day: date = DAY) -> Mark | None:
    entry = entry_of(store, measure_id, day)
    return entry.mark if entry else None


def next_undo(store: Store) -> Activity | None:
    with store.reading() as connection:
        chain = history.next_undo(connection)
    return chain.last if chain else None


def next_redo(store: Store) -> Activity | None:
    with store.reading() as connection:
        chain = history.next_redo(connection)
    return chain.last if chain else None


def undone(store: Store) -> int:
    """How many undos there are to take; they are taken."""
    count = 0
    while next_undo(store):
        store.undo()
        count += 1
    return count
