"""Which rows of another store are rows of ours under another id: measures, groups and people."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from scorecard.domain.people import People, Person
from scorecard.formats.bundle import OWN_STORE
from scorecard.formats.fitting import folded
from scorecard.store.everything import Row, Rows

MEASURE, GROUP, PERSON = "measure", "measure_group", "person"


@dataclass(frozen=True, slots=True)
class Same:
    """`ids` are theirs and ours, by table; `named` are the names of those that only their name has brought together."""

    ids: Mapping[str, Mapping[str, str]]
    named: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, table: str, row_id: str) -> str:
        """The id that a row of theirs has here."""
        return self.ids[table].get(row_id, row_id)

    def is_other(self, table: str, row_id: str) -> bool:
        """Whether it is here under another id."""
        return self.of(table, row_id) != row_id


def same_rows(ours: Rows, theirs: Rows, *, by_name: bool) -> Same:
    """By id, then by what was imported before, then by name where that is wished. None of ours is two of theirs."""
    found = {
        MEASURE: _measures(ours, theirs, by_name=by_name),
        GROUP: _groups(ours, theirs, by_name=by_name),
        PERSON: _people(ours, theirs, by_name=by_name),
    }
    named = {
        table: tuple(row["name"] for row in theirs[table] if row["id"] in names) for table, (_, names) in found.items()
    }
    return Same({table: ids for table, (ids, _) in found.items()}, named)


Found = tuple[dict[str, str], set[str]]
"""Ids there and here, and which of the former by their name alone."""


def _measures(ours: Rows, theirs: Rows, *, by_name: bool) -> Found:
    ids = _with_ids_of_ours(ours[MEASURE], theirs[MEASURE])
    free = {row["id"]: row for row in ours[MEASURE] if row["id"] not in ids.values()}
    imported = {origin: row["id"] for row in free.values() for origin in _origins(row)}
    for row in theirs[MEASURE]:
        if row["id"] not in ids:
            known = [imported.get(origin) for origin in (f"{OWN_STORE}:{row['id']}", *_origins(row))]
            known += [origin.removeprefix(f"{OWN_STORE}:") for origin in _origins(row)]
            if (mine := next((one for one in known if one in free), None)) is not None:
                ids[row["id"]] = mine
                del free[mine]
    return _by_name(ids, free, theirs[MEASURE], _kinds(ours), _kinds(theirs), by_name=by_name)


def _groups(ours: Rows, theirs: Rows, *, by_name: bool) -> Found:
    ids = _with_ids_of_ours(ours[GROUP], theirs[GROUP])
    free = {row["id"]: row for row in ours[GROUP] if row["id"] not in ids.values()}
    return _by_name(ids, free, theirs[GROUP], {}, {}, by_name=by_name)


def _with_ids_of_ours(ours: Sequence[Row], theirs: Sequence[Row]) -> dict[str, str]:
    here = {row["id"] for row in ours}
    return {row["id"]: row["id"] for row in theirs if row["id"] in here}


def _origins(row: Row) -> tuple[str, ...]:
    return tuple(row["origin"].split("\n")) if row["origin"] else ()


def _kinds(rows: Rows) -> dict[str, str]:
    """What each measure asks in the end."""
    return {row["measure_id"]: row["kind"] for row in sorted(rows["terms"], key=lambda row: str(row["first_day"]))}


def _by_name(
    ids: dict[str, str],
    free: dict[str, Row],
    theirs: Iterable[Row],
    our_kinds: Mapping[str, str],
    their_kinds: Mapping[str, str],
    *,
    by_name: bool,
) -> Found:
    named: set[str] = set()
    for row in theirs if by_name else ():
        sought = folded(row["name"]), their_kinds.get(row["id"])
        fits = (key for key, known in free.items() if (folded(known["name"]), our_kinds.get(key)) == sought)
        if row["id"] not in ids and (mine := next(fits, None)) is not None:
            ids[row["id"]] = mine
            named.add(row["id"])
            del free[mine]
    return ids, named


def _people(ours: Rows, theirs: Rows, *, by_name: bool) -> Found:
    """Whoever was merged into somebody is that somebody, there and here. A name that several have tells nobody."""
    here, there = people_in(ours[PERSON]), people_in(theirs[PERSON])
    kinds = {row["person_id"]: row["kind"] for rows in (ours, theirs) for row in rows["profile"]}
    ids = {person.id: known.id for person in there.all if (known := here.get(person.id)) is not None}
    named: set[str] = set()
    taken = set(ids.values())
    for person in there.present if by_name else ():
        found = here.named(person.name)
        if person.id in ids or len(found) != 1 or len(there.named(person.name)) != 1 or found[0].id in taken:
            continue
        if kinds.get(person.id, "person") == kinds.get(found[0].id, "person"):
            ids[person.id] = found[0].id
            named.add(person.id)
    for person in there.all:
        if person.id not in ids and (whole := there.get(person.id)) is not None and whole.id in ids:
            ids[person.id] = ids[whole.id]
    return ids, named


def people_in(rows: Iterable[Row]) -> People:
    return People(tuple(Person(row["id"], row["name"], row["merged_into"]) for row in rows))
