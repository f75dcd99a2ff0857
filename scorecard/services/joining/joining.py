"""Everything of another store as it is to be merged into ours: under our ids, with nothing of ours changed by it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from scorecard.services.joining.measures import joined_measures
from scorecard.services.joining.people import joined_people
from scorecard.services.joining.promises import joined_promises
from scorecard.services.joining.same import GROUP, MEASURE, Same, same_rows
from scorecard.store.everything import Row, Rows, keys_of_user, links_of_user
from scorecard.store.merging import Conflict

_PARTS = {"measure": MEASURE, "group": GROUP}


@dataclass(frozen=True, slots=True)
class Joined:
    """`rows` are theirs to be merged, `more` are rows of ours that know more then. `kept` stay away, ours stay.

    `named` are the names, by table, that brought two together; `benched` measures found the card full; of `noted`
    values our measure can't mean what they said, which stands in the note; `unscored` ones change no score of ours.
    """

    rows: Rows
    more: Rows = field(default_factory=dict)
    kept: tuple[Conflict, ...] = ()
    named: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    benched: int = 0
    noted: int = 0
    unscored: int = 0


def joined(ours: Rows, theirs: Rows, today: date, *, copied: bool, by_name: bool) -> Joined:
    """Both with every table and column. `copied`: theirs is a copy of this store. An empty store takes all as it is."""
    same = same_rows(ours, theirs, by_name=by_name)
    measures = joined_measures(ours, theirs, same, today, copied=copied)
    rows = {table: list(found) for table, found in theirs.items()}
    rows |= {table: [row for row in rows[table] if not same.is_other(table, row["id"])] for table in (MEASURE, GROUP)}
    rows |= {"terms": list(measures.terms), "entry": list(measures.entries)}
    kept: list[Conflict] = []
    rows = _under_our_ids(rows, same)
    rows = {table: _each_once(table, found, kept) for table, found in rows.items()}
    people = joined_people(ours, rows, same)
    promises = joined_promises(ours, rows)
    rows |= {"person": list(people.persons), "profile": list(people.profiles), "concern": list(people.concerns)}
    rows |= {"promise": list(promises.promises), "promise_step": list(promises.steps)}
    rows["away"] = _other_days(ours["away"], rows["away"])
    if not copied and ours["entry"]:
        rows["setting"], stay = _settings(ours["setting"], rows["setting"])
        kept += stay
    more = {"measure": measures.more, "profile": people.more, "promise": promises.more}
    return Joined(rows, more, (*kept, *promises.kept), same.named, measures.benched, measures.noted, measures.unscored)


def _under_our_ids(rows: Rows, same: Same) -> dict[str, list[Row]]:
    links: dict[str, list[tuple[str, str]]] = {}
    for table, column, other in links_of_user():
        if other in same.ids:
            links.setdefault(table, []).append((column, other))
    renamed = {table: [_renamed(row, links.get(table, ()), same) for row in found] for table, found in rows.items()}
    renamed["goal_part"] = [
        row | {"part_id": same.of(_PARTS[row["part"]], row["part_id"])} if row["part"] in _PARTS else row
        for row in renamed["goal_part"]
    ]
    return renamed


def _renamed(row: Row, links: Iterable[tuple[str, str]], same: Same) -> Row:
    ids = {column: same.of(table, row[column]) for column, table in links if row[column] is not None}
    return row | ids if any(row[column] != new for column, new in ids.items()) else row


def _each_once(table: str, rows: Sequence[Row], kept: list[Conflict]) -> list[Row]:
    """Two of theirs that are one here may have said the same of a day, or two things: then the first stands."""
    names = keys_of_user()[table]
    found: dict[tuple[object, ...], Row] = {}
    for row in rows:
        key = tuple(row[name] for name in names)
        if found.setdefault(key, row) != row:
            kept.append((table, key))
    return list(found.values())


def _other_days(ours: Sequence[Row], theirs: Sequence[Row]) -> list[Row]:
    """Days away that are known here already are not doubled."""
    ids = {row["id"] for row in ours}
    known = {(row["first_day"], row["last_day"]) for row in ours}
    return [row for row in theirs if row["id"] in ids or (row["first_day"], row["last_day"]) not in known]


def _settings(ours: Sequence[Row], theirs: Sequence[Row]) -> tuple[list[Row], list[Conflict]]:
    """What numbers mean here stays what it is."""
    return (
        [row for row in theirs if row in ours],
        [("setting", (row["name"], row["first_day"])) for row in theirs if row not in ours],
    )
