"""People of another store beside ours: who was merged into whom, and what is known of somebody both have."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scorecard.services.joining.same import PERSON, Same, people_in
from scorecard.store.everything import Row, Rows

_EMPTY = (None, "", 0)


@dataclass(frozen=True, slots=True)
class JoinedPeople:
    """`more` are profiles of ours that had nothing where theirs have something."""

    persons: Sequence[Row]
    profiles: Sequence[Row]
    concerns: Sequence[Row]
    more: Sequence[Row]


def joined_people(ours: Rows, theirs: Rows, same: Same) -> JoinedPeople:
    """`theirs` name people by our ids already, but for the rows of the people themselves."""
    persons = [_person(row, ours, same) for row in theirs[PERSON]]
    profiles, more = _profiles(ours["profile"], theirs["profile"])
    return JoinedPeople(persons, profiles, _concerns(ours["concern"], theirs["concern"]), more)


def _person(row: Row, ours: Rows, same: Same) -> Row:
    """Somebody who is one of ours is merged into them: so they are known the next time, whatever they are called."""
    here = people_in(ours[PERSON])
    known = {one.id: one for one in here.all}.get(row["id"])
    into = same.of(PERSON, row["id"])
    if known is None:
        return row | {"merged_into": into if into != row["id"] else row["merged_into"]}
    target = here.get(row["merged_into"] or row["id"])
    return row | {"merged_into": known.merged_into} if target is here.get(row["id"]) else row


def _profiles(ours: Sequence[Row], theirs: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    here = {row["person_id"]: row for row in ours}
    teams = {row["person_id"]: row["team_id"] for row in ours}
    found, more = [], []
    for row in theirs:
        mine = here.get(row["person_id"])
        whole = row if mine is None else _filled(mine, row)
        if whole["team_id"] != (mine or {}).get("team_id") and _leads_back(teams, row["person_id"], whole["team_id"]):
            whole = whole | {"team_id": (mine or {}).get("team_id")}
        teams[row["person_id"]] = whole["team_id"]
        if mine is None:
            found.append(whole)
            continue
        if whole != mine:
            more.append(whole)
        # What theirs has not, or is in ours by now, is no difference to be told.
        found.append(mine if all(row[name] in (*_EMPTY, whole[name]) for name in row) else row)
    return found, more


def _filled(mine: Row, row: Row) -> Row:
    """Ours, with theirs where ours says nothing. Where it came from stays where it is."""
    fills = {name: row[name] for name in mine if mine[name] in (None, "") and name != "origin"}
    return mine | fills


def _leads_back(teams: Mapping[str, str | None], person_id: str, team_id: str | None) -> bool:
    """Whether somebody would stand above themselves."""
    seen = {person_id}
    while team_id is not None and team_id not in seen:
        seen.add(team_id)
        team_id = teams.get(team_id)
    return team_id is not None


def _concerns(ours: Sequence[Row], theirs: Sequence[Row]) -> list[Row]:
    """A line that stands there already is not doubled."""
    ids = {row["id"] for row in ours}
    there = {_line(row) for row in ours}
    return [row for row in theirs if row["id"] in ids or _line(row) not in there]


def _line(row: Row) -> tuple[str, str, str]:
    return row["person_id"], row["kind"], row["words"].casefold()
