"""Examples of what is another here than in a file of our own, and stays as it is here. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from scorecard.domain.marks import Entry
from scorecard.domain.measures import Terms
from scorecard.store import rows as stored
from scorecard.store.everything import Row, Rows, keys_of_user
from scorecard.store.merging import Conflict

MOST = 6
_WORDS = ("name", "words", "question")
_WHOSE = (("measure_id", "measure"), ("promise_id", "promise"), ("goal_id", "goal"), ("person_id", "person"))
_DAYS = ("day", "asked_on", "first_day", "made_on")
# What was written by hand comes first.
_ORDER = ("reflection", "entry", "promise", "promise_step", "measure", "terms", "person", "profile", "checkin", "goal")


@dataclass(frozen=True, slots=True)
class Differing:
    """A row of `table` by its words and its day, as far as it has them. Of an entry, both and what was asked."""

    table: str
    words: str
    day: date | None = None
    ours: Entry | None = None
    theirs: Entry | None = None
    terms: Terms | None = None


def examples(conflicts: Iterable[Conflict], ours: Rows, theirs: Rows) -> tuple[Differing, ...]:
    """A few, of as many tables as there are, the last days first."""
    waiting: dict[str, list[tuple[object, ...]]] = {}
    for table, key in sorted(conflicts, key=repr, reverse=True):
        waiting.setdefault(table, []).append(key)
    tables = sorted(waiting, key=lambda table: _ORDER.index(table) if table in _ORDER else len(_ORDER))
    found: list[Differing] = []
    place = 0
    while len(found) < MOST and any(len(keys) > place for keys in waiting.values()):
        for table in tables:
            if len(waiting[table]) > place and len(found) < MOST:
                found += _example(table, waiting[table][place], ours, theirs)
        place += 1
    return tuple(dict.fromkeys(found))


def _example(table: str, key: tuple[object, ...], ours: Rows, theirs: Rows) -> list[Differing]:
    mine, other = (_row(rows[table], table, key) for rows in (ours, theirs))
    row = mine or other
    if row is None:
        return []
    words = next((row[name] for name in _WORDS if row.get(name)), "")
    for column, whose in _WHOSE if not words or table == "owed" else ():
        if row.get(column):
            words = next((one.get("name") or one["words"] for one in ours[whose] if one["id"] == row[column]), words)
            break
    day = next((date.fromisoformat(row[name]) for name in _DAYS if row.get(name)), None) if table != "terms" else None
    if table != "entry" or mine is None or other is None:
        return [Differing(table, words, day)] if words or day else []
    here, there = (stored.to_entry([one[name] for name in stored.ENTRY_COLUMNS]) for one in (mine, other))
    return [Differing(table, words, day, here, there, _terms_on(ours["terms"], row))]


def _row(rows: Sequence[Row], table: str, key: tuple[object, ...]) -> Row | None:
    names = keys_of_user()[table]
    return next((row for row in rows if tuple(row[name] for name in names) == key), None)


def _terms_on(rows: Sequence[Row], entry: Row) -> Terms | None:
    valid = [row for row in rows if row["measure_id"] == entry["measure_id"] and row["first_day"] <= entry["day"]]
    last = max(valid, key=lambda row: str(row["first_day"]), default=None)
    return None if last is None else stored.to_terms([last[name] for name in stored.TERMS_COLUMNS])
