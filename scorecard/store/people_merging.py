"""Two persons become one: everything of the one becomes the other's, and nothing that was said is lost."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Table, bindparam, func, select

from scorecard.domain.errors import TextTooLongError
from scorecard.domain.profiles import PersonField, PersonKind, Profile
from scorecard.domain.texts import NOTE_LENGTH, WORDS_LENGTH
from scorecard.store import people
from scorecard.store.promises import give_promises
from scorecard.store.record import Work
from scorecard.store.schema import (
    agreed_table,
    concern_table,
    factor_plan_table,
    help_table,
    intent_table,
    owed_table,
    profile_table,
    promise_table,
    relation_table,
    served_table,
    touch_table,
)

_BY_ID: tuple[Table[Any], ...] = (relation_table, help_table, intent_table, touch_table, owed_table)
_BESIDE = ", "  # between two mail addresses, roles …
_BELOW = "\n\n"  # between two texts of many lines


def size_of(connection: Connection, person_id: str) -> int:
    """How many rows merging them into somebody would change, more or less."""
    tables: tuple[Table[Any], ...] = (promise_table, *_BY_ID, concern_table)
    statements = (select(func.count()).select_from(table).where(table.c.person_id == person_id) for table in tables)
    return sum(connection.execute(statement).scalar_one() for statement in statements)


def merge_rows(work: Work, kept_id: str, merged_id: str) -> None:
    """All but the row of the person themselves."""
    give_promises(work, merged_id, kept_id)
    for table in _BY_ID:
        ids = work.connection.execute(_ids_of(table), {"person_id": merged_id}).scalars()
        work.update_many(table, [{"id": row_id, "person_id": kept_id} for row_id in ids])
    overflow = [*_merge_plans(work, kept_id, merged_id)]
    _merge_concerns(work, kept_id, merged_id)
    _merge_links(work, kept_id, merged_id)
    _merge_profiles(work, kept_id, merged_id, overflow)


def _ids_of(table: Table[Any]) -> Any:
    return select(table.c.id).where(table.c.person_id == bindparam("person_id")).order_by(table.c.id)


def _merge_concerns(work: Work, kept_id: str, merged_id: str) -> None:
    """Theirs come after; a line that stands there already is not doubled."""
    known = people.read_concerns(work.connection, kept_id)
    there = {(one.kind, one.words.casefold()) for one in known}
    place = max((one.position for one in known), default=-1) + 1
    for one in people.read_concerns(work.connection, merged_id):
        if (one.kind, one.words.casefold()) in there:
            people.remove_concern(work, one.id)
        else:
            people.write_concern(work, replace(one, person_id=kept_id, position=place))
            place += 1


def _merge_links(work: Work, kept_id: str, merged_id: str) -> None:
    """Groups, measures agreed and measures done for them."""
    groups = people.read_groups(work.connection, merged_id)
    people.write_groups(work, merged_id, ())
    known = people.read_groups(work.connection, kept_id)
    people.write_groups(work, kept_id, (*known, *(word for word in groups if word not in known)))
    theirs = {one.measure_id: one for one in people.read_person(work.connection, merged_id).agreed}
    there = {one.measure_id: one for one in people.read_person(work.connection, kept_id).agreed}
    for measure_id, one in theirs.items():
        work.remove(agreed_table, merged_id, measure_id)
        first = min(one.agreed_on, there[measure_id].agreed_on) if measure_id in there else one.agreed_on
        people.write_agreed(work, replace(one, person_id=kept_id, agreed_on=first))
    for measure_id, person_id in people.read_served(work.connection).items():
        if person_id == merged_id:
            work.put(served_table, {"measure_id": measure_id, "person_id": kept_id})


def _merge_plans(work: Work, kept_id: str, merged_id: str) -> Iterable[str]:
    """Two plans for one factor stand beside each other; what has no room there is left for the notes."""
    known = {(one.checkin, one.factor): one for one in people.read_person(work.connection, kept_id).plans}
    for one in people.read_person(work.connection, merged_id).plans:
        work.remove(factor_plan_table, merged_id, one.checkin, one.factor)
        there = known.get((one.checkin, one.factor))
        words = one.words if there is None else _joined(there.words, one.words, " · ")
        if len(words) > WORDS_LENGTH and there is not None:
            yield one.words
            words = there.words
        changed_on = one.changed_on if there is None else max(there.changed_on, one.changed_on)
        people.write_plan(work, replace(one, person_id=kept_id, words=words, changed_on=changed_on))


def _merge_profiles(work: Work, kept_id: str, merged_id: str, overflow: list[str]) -> None:
    for member in people.members_of(work.connection, merged_id):
        work.put(profile_table, {"person_id": member, "team_id": kept_id if member != kept_id else None})
    merged = people.read_profile(work.connection, merged_id)
    kept = people.read_profile(work.connection, kept_id)
    if merged is not None:
        work.remove(profile_table, merged_id)  # before the other is written: an origin stands once
    if merged is None and not overflow:
        return
    both = _both(kept or Profile(kept_id), merged or Profile(merged_id), overflow)
    if _leads_back(work.connection, both.team_id, {kept_id, merged_id}):
        both = replace(both, team_id=None)
    people.write_profile(work, both)


def _leads_back(connection: Connection, team_id: str | None, ids: set[str]) -> bool:
    """Whether somebody would stand above themselves."""
    while team_id is not None and team_id not in ids:
        above = people.read_profile(connection, team_id)
        team_id = above.team_id if above is not None else None
    return team_id is not None


def _both(kept: Profile, merged: Profile, overflow: list[str]) -> Profile:
    """Raises TextTooLongError where even the notes have no room for both."""
    texts: dict[PersonField, str] = {}
    for field in PersonField:
        one, other = kept.text(field), merged.text(field)
        texts[field] = _joined(one, other, _BELOW if field.of_lines else _BESIDE)
        if len(texts[field]) > field.longest:
            texts[field] = one
            overflow.append(other)
    notes = _BELOW.join([text for text in (texts[PersonField.NOTES], *overflow) if text])
    if len(notes) > NOTE_LENGTH:
        raise TextTooLongError(NOTE_LENGTH)
    rhythms = [rhythm for rhythm in (kept.rhythm, merged.rhythm) if rhythm is not None]
    days = [day for day in (kept.review_day, merged.review_day) if day is not None]
    script = replace(kept.script, **{field.value: texts[field] for field, _ in kept.script.parts})
    return replace(
        kept,
        kind=PersonKind.TEAM if kept.is_team or merged.is_team else PersonKind.PERSON,
        role=texts[PersonField.ROLE],
        organisation=texts[PersonField.ORGANISATION],
        email=texts[PersonField.EMAIL],
        phone=texts[PersonField.PHONE],
        ask_next=texts[PersonField.ASK_NEXT],
        notes=notes,
        script=script,
        rhythm=min(rhythms, default=None),
        team_id=kept.team_id or merged.team_id,
        review_day=min(days, default=None),
        archived=kept.archived and merged.archived,
        origin=kept.origin or merged.origin,
    )


def _joined(one: str, other: str, between: str) -> str:
    """Both, unless one says what the other does."""
    if not other or other.casefold() in [part.casefold() for part in one.split(between)]:
        return one
    return f"{one}{between}{other}" if one else other
