"""Writing entries, and whether a day is finished."""

from collections.abc import Collection, Iterable
from datetime import date, datetime

from scorecard.domain.marks import Entry, Unknown
from scorecard.store import rows
from scorecard.store.record import Work, utc_text
from scorecard.store.schema import day_table, entry_table


def entry_of(work: Work, measure_id: str, day: date) -> Entry:
    found = work.row(entry_table, day.isoformat(), measure_id)
    if found is None:
        return Entry(measure_id, day)
    return rows.to_entry([found[name] for name in rows.ENTRY_COLUMNS])


def write_entry(work: Work, entry: Entry) -> None:
    """An entry that says nothing, not even a note, is no row."""
    if isinstance(entry.mark, Unknown) and not entry.note:
        work.remove(entry_table, entry.day.isoformat(), entry.measure_id)
    else:
        work.put(entry_table, rows.entry_row(entry))


def add_entries(work: Work, entries: Iterable[Entry]) -> None:
    """Many entries that are known to be new."""
    work.add_many(entry_table, [rows.entry_row(entry) for entry in entries])


def rewrite_entries(work: Work, entries: Collection[Entry]) -> None:
    """Many entries that are there already. One that says nothing any more is no row."""
    silent = [entry for entry in entries if isinstance(entry.mark, Unknown) and not entry.note]
    gone = {(entry.day.isoformat(), entry.measure_id) for entry in silent}
    work.remove_many(entry_table, work.rows(entry_table, list(gone)))
    written = [rows.entry_row(entry) for entry in entries]
    work.update_many(entry_table, [row for row in written if (row["day"], row["measure_id"]) not in gone])


def write_finished(work: Work, day: date, at: datetime | None) -> None:
    """`at` is None for a day that is open again; one that was never finished stays no row."""
    if at is not None or work.row(day_table, day.isoformat()) is not None:
        work.put(day_table, {"day": day.isoformat(), "finished_at": utc_text(at) if at else None})
