"""Reading what is known of one person or of all, and writing it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Table, bindparam, select

from scorecard.domain.between import Agreed, Concern, FactorPlan, Help, Intent, Owed
from scorecard.domain.profiles import Profile
from scorecard.domain.relations import Relation
from scorecard.domain.touches import Touch
from scorecard.store import people_rows as rows
from scorecard.store.record import Work
from scorecard.store.schema import (
    agreed_table,
    concern_table,
    factor_plan_table,
    help_table,
    intent_table,
    owed_table,
    person_group_table,
    profile_table,
    relation_table,
    served_table,
    touch_table,
)


def _columns(table: Table[Any], names: Sequence[str]) -> Any:
    return select(*(table.c[name] for name in names))


def _of_person(table: Table[Any], names: Sequence[str], *order: str) -> Any:
    """Those of one person, or of one and whom they were merged from."""
    wanted = table.c.person_id.in_(bindparam("ids", expanding=True))
    return _columns(table, names).where(wanted).order_by(*(table.c[name] for name in order))


_PROFILES = _columns(profile_table, rows.PROFILE_COLUMNS)
_PROFILES_AMONG = _PROFILES.where(profile_table.c.person_id.in_(bindparam("ids", expanding=True)))
_RELATIONS = _of_person(relation_table, rows.RELATION_COLUMNS, "day", "id")
_CONCERNS = _of_person(concern_table, rows.CONCERN_COLUMNS, "position", "id")
_HELPS = _of_person(help_table, rows.HELP_COLUMNS, "asked_on", "id")
_INTENTS = _of_person(intent_table, rows.INTENT_COLUMNS, "day", "id")
_TOUCHES = _of_person(touch_table, rows.TOUCH_COLUMNS, "day", "id")
_OWED = _of_person(owed_table, rows.OWED_COLUMNS, "made_on", "id")
_PLANS = _of_person(factor_plan_table, rows.PLAN_COLUMNS, "checkin", "factor")
_AGREED = _of_person(agreed_table, rows.AGREED_COLUMNS, "agreed_on", "measure_id")
_SERVED = select(served_table.c.measure_id, served_table.c.person_id)
_TOUCHES_OF_DAYS = (
    _columns(touch_table, rows.TOUCH_COLUMNS)
    .where(touch_table.c.day.between(bindparam("first"), bindparam("last")))
    .order_by(touch_table.c.day, touch_table.c.id)
)
_RELATIONS_ALL = _columns(relation_table, rows.RELATION_COLUMNS).order_by(relation_table.c.day, relation_table.c.id)
_PLANS_ALL = _columns(factor_plan_table, rows.PLAN_COLUMNS)
_ORIGINS = select(profile_table.c.origin, profile_table.c.person_id).where(profile_table.c.origin.is_not(None))


@dataclass(frozen=True, slots=True)
class PersonRows:
    """All that stands of one person, each the earliest first."""

    relations: tuple[Relation, ...]
    concerns: tuple[Concern, ...]
    helps: tuple[Help, ...]
    intents: tuple[Intent, ...]
    touches: tuple[Touch, ...]
    owed: tuple[Owed, ...]
    plans: tuple[FactorPlan, ...]
    agreed: tuple[Agreed, ...]


def read_person(connection: Connection, person_id: str) -> PersonRows:
    here = {"ids": [person_id]}

    def found(statement: Any) -> Any:
        return connection.execute(statement, here).all()

    return PersonRows(
        rows.to_relations(found(_RELATIONS)),
        rows.to_concerns(found(_CONCERNS)),
        rows.to_helps(found(_HELPS)),
        rows.to_intents(found(_INTENTS)),
        rows.to_touches(found(_TOUCHES)),
        rows.to_owed(found(_OWED)),
        rows.to_plans(found(_PLANS)),
        rows.to_agreed(found(_AGREED)),
    )


def read_profile(connection: Connection, person_id: str) -> Profile | None:
    found = rows.to_profiles(connection.execute(_PROFILES_AMONG, {"ids": [person_id]}).all())
    return found[0] if found else None


def read_concerns(connection: Connection, person_id: str) -> tuple[Concern, ...]:
    return rows.to_concerns(connection.execute(_CONCERNS, {"ids": [person_id]}).all())


def read_relations(connection: Connection, person_id: str) -> tuple[Relation, ...]:
    return rows.to_relations(connection.execute(_RELATIONS, {"ids": [person_id]}).all())


def read_all_relations(connection: Connection) -> tuple[Relation, ...]:
    return rows.to_relations(connection.execute(_RELATIONS_ALL).all())


def read_touches_between(connection: Connection, first: date, last: date) -> tuple[Touch, ...]:
    here = {"first": first.isoformat(), "last": last.isoformat()}
    return rows.to_touches(connection.execute(_TOUCHES_OF_DAYS, here).all())


def read_all_plans(connection: Connection) -> tuple[FactorPlan, ...]:
    return rows.to_plans(connection.execute(_PLANS_ALL).all())


def read_served(connection: Connection) -> dict[str, str]:
    """To whom each measure is done, where that is somebody in the list: by the ids of measures."""
    return {row.measure_id: row.person_id for row in connection.execute(_SERVED)}


def read_origins(connection: Connection) -> dict[str, str]:
    return {origin: person for origin, person in connection.execute(_ORIGINS) if origin is not None}


def _one(connection: Connection, table: Table[Any], names: Sequence[str], row_id: str) -> Any:
    statement = _columns(table, names).where(table.c.id == bindparam("row_id"))
    return connection.execute(statement, {"row_id": row_id}).all()


def read_relation(connection: Connection, row_id: str) -> Relation | None:
    return next(iter(rows.to_relations(_one(connection, relation_table, rows.RELATION_COLUMNS, row_id))), None)


def read_concern(connection: Connection, row_id: str) -> Concern | None:
    return next(iter(rows.to_concerns(_one(connection, concern_table, rows.CONCERN_COLUMNS, row_id))), None)


def read_help(connection: Connection, row_id: str) -> Help | None:
    return next(iter(rows.to_helps(_one(connection, help_table, rows.HELP_COLUMNS, row_id))), None)


def read_intent(connection: Connection, row_id: str) -> Intent | None:
    return next(iter(rows.to_intents(_one(connection, intent_table, rows.INTENT_COLUMNS, row_id))), None)


def read_touch(connection: Connection, row_id: str) -> Touch | None:
    return next(iter(rows.to_touches(_one(connection, touch_table, rows.TOUCH_COLUMNS, row_id))), None)


def read_one_owed(connection: Connection, row_id: str) -> Owed | None:
    return next(iter(rows.to_owed(_one(connection, owed_table, rows.OWED_COLUMNS, row_id))), None)


def write_profile(work: Work, profile: Profile) -> None:
    work.put(profile_table, rows.profile_row(profile))


def add_profiles(work: Work, profiles: Sequence[Profile]) -> None:
    """Of persons who have none yet."""
    work.add_many(profile_table, [rows.profile_row(profile) for profile in profiles])


def read_groups(connection: Connection, person_id: str) -> tuple[str, ...]:
    found = select(person_group_table.c.word).where(person_group_table.c.person_id == bindparam("person_id"))
    return tuple(connection.execute(found, {"person_id": person_id}).scalars())


def write_groups(work: Work, person_id: str, words: Sequence[str]) -> None:
    """These and no others."""
    known = read_groups(work.connection, person_id)
    for word in known:
        if word not in words:
            work.remove(person_group_table, person_id, word)
    for word in words:
        if word not in known:
            work.put(person_group_table, {"person_id": person_id, "word": word})


def write_relation(work: Work, relation: Relation) -> None:
    work.put(relation_table, rows.relation_row(relation))


def write_concern(work: Work, concern: Concern) -> None:
    work.put(concern_table, rows.concern_row(concern))


def write_help(work: Work, asked: Help) -> None:
    work.put(help_table, rows.help_row(asked))


def write_intent(work: Work, intent: Intent) -> None:
    work.put(intent_table, rows.intent_row(intent))


def write_touch(work: Work, touch: Touch) -> None:
    work.put(touch_table, rows.touch_row(touch))


def add_touches(work: Work, touches: Sequence[Touch]) -> None:
    work.add_many(touch_table, [rows.touch_row(touch) for touch in touches])


def write_owed(work: Work, owed: Owed) -> None:
    work.put(owed_table, rows.owed_row(owed))


def write_plan(work: Work, plan: FactorPlan) -> None:
    work.put(factor_plan_table, rows.plan_row(plan))


def write_agreed(work: Work, agreed: Agreed) -> None:
    work.put(agreed_table, rows.agreed_row(agreed))


def write_served(work: Work, measure_id: str, person_id: str | None) -> None:
    """To whom the measure is done from now on; None: to nobody in the list."""
    if person_id is None:
        work.remove(served_table, measure_id)
    else:
        work.put(served_table, {"measure_id": measure_id, "person_id": person_id})


def remove_relation(work: Work, row_id: str) -> None:
    work.remove(relation_table, row_id)


def remove_concern(work: Work, row_id: str) -> None:
    work.remove(concern_table, row_id)


def remove_help(work: Work, row_id: str) -> None:
    work.remove(help_table, row_id)


def remove_intent(work: Work, row_id: str) -> None:
    work.remove(intent_table, row_id)


def remove_touch(work: Work, row_id: str) -> None:
    work.remove(touch_table, row_id)


def remove_owed(work: Work, row_id: str) -> None:
    work.remove(owed_table, row_id)


def remove_plan(work: Work, person_id: str, checkin: str, factor: str) -> None:
    work.remove(factor_plan_table, person_id, checkin, factor)


def remove_agreed(work: Work, person_id: str, measure_id: str) -> None:
    work.remove(agreed_table, person_id, measure_id)


_MEMBERS = select(profile_table.c.person_id).where(profile_table.c.team_id == bindparam("team_id"))


def members_of(connection: Connection, team_id: str) -> tuple[str, ...]:
    return tuple(connection.execute(_MEMBERS, {"team_id": team_id}).scalars())
