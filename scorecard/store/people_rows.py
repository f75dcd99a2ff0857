"""What is known of people as rows, and back. Knows no SQLAlchemy."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, TypeVar

from scorecard.domain.between import (
    Agreed,
    Concern,
    ConcernKind,
    FactorPlan,
    Help,
    Intent,
    Owed,
    OwedOutcome,
)
from scorecard.domain.profiles import PersonKind, Profile, Script
from scorecard.domain.relations import Relation, RelationLevel
from scorecard.domain.touches import Direction, Touch, Way
from scorecard.store.rows import Row, damage_if_unreadable

PROFILE_COLUMNS = (
    "person_id", "kind", "role", "organisation", "email", "phone", "rhythm", "ask_next",
    "important", "should_happen", "unfolds", "bad_outcome", "notes", "team_id", "review_day", "archived", "origin",
)  # fmt: skip
RELATION_COLUMNS = ("id", "person_id", "day", "level", "evidence")
CONCERN_COLUMNS = ("id", "person_id", "kind", "words", "position")
HELP_COLUMNS = ("id", "person_id", "asked_on", "answer", "done_on", "outcome")
INTENT_COLUMNS = ("id", "person_id", "day", "words", "said_on")
TOUCH_COLUMNS = ("id", "person_id", "day", "way", "direction", "present", "note")
OWED_COLUMNS = ("id", "person_id", "words", "made_on", "due_day", "settled_on", "outcome", "note")
PLAN_COLUMNS = ("person_id", "checkin", "factor", "words", "changed_on")
AGREED_COLUMNS = ("person_id", "measure_id", "agreed_on")

Value = TypeVar("Value")


def _many(to_one: Callable[[Row], Value]) -> Callable[[Iterable[Row]], tuple[Value, ...]]:
    @damage_if_unreadable
    def read(rows: Iterable[Row]) -> tuple[Value, ...]:
        return tuple(to_one(row) for row in rows)

    return read


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text is not None else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _truth(number: int | None) -> bool | None:
    return None if number is None else bool(number)


def _to_profile(row: Row) -> Profile:
    person, kind, role, organisation, email, phone, rhythm, ask, *script, notes, team, review, archived, origin = row
    return Profile(
        person, PersonKind(kind), role, organisation, email, phone, rhythm, ask, Script(*script), notes, team,
        _day(review), bool(archived), origin,
    )  # fmt: skip


def _to_relation(row: Row) -> Relation:
    relation_id, person, day, level, evidence = row
    return Relation(relation_id, person, date.fromisoformat(day), RelationLevel(level), evidence)


def _to_concern(row: Row) -> Concern:
    concern_id, person, kind, words, position = row
    return Concern(concern_id, person, ConcernKind(kind), words, position)


def _to_help(row: Row) -> Help:
    help_id, person, asked_on, answer, done_on, outcome = row
    return Help(help_id, person, date.fromisoformat(asked_on), answer, _day(done_on), outcome)


def _to_intent(row: Row) -> Intent:
    intent_id, person, day, words, said_on = row
    return Intent(intent_id, person, date.fromisoformat(day), words, _day(said_on))


def _to_touch(row: Row) -> Touch:
    touch_id, person, day, way, direction, present, note = row
    return Touch(touch_id, person, date.fromisoformat(day), Way(way), Direction(direction), _truth(present), note)


def _to_owed(row: Row) -> Owed:
    owed_id, person, words, made_on, due_day, settled_on, outcome, note = row
    end = OwedOutcome(outcome) if outcome is not None else None
    return Owed(owed_id, person, words, date.fromisoformat(made_on), _day(due_day), _day(settled_on), end, note)


def _to_plan(row: Row) -> FactorPlan:
    person, checkin, factor, words, changed_on = row
    return FactorPlan(person, checkin, factor, words, date.fromisoformat(changed_on))


def _to_agreed(row: Row) -> Agreed:
    person, measure, agreed_on = row
    return Agreed(person, measure, date.fromisoformat(agreed_on))


to_profiles = _many(_to_profile)
to_relations = _many(_to_relation)
to_concerns = _many(_to_concern)
to_helps = _many(_to_help)
to_intents = _many(_to_intent)
to_touches = _many(_to_touch)
to_owed = _many(_to_owed)
to_plans = _many(_to_plan)
to_agreed = _many(_to_agreed)


def profile_row(profile: Profile) -> dict[str, Any]:
    script = {field.value: text for field, text in profile.script.parts}
    plain = ("person_id", "role", "organisation", "email", "phone", "rhythm", "ask_next", "notes", "team_id", "origin")
    return {
        **{name: getattr(profile, name) for name in plain},
        **script,
        "kind": profile.kind.value,
        "review_day": _iso(profile.review_day),
        "archived": int(profile.archived),
    }


def relation_row(relation: Relation) -> dict[str, Any]:
    return {
        "id": relation.id, "person_id": relation.person_id, "day": relation.day.isoformat(),
        "level": relation.level.value, "evidence": relation.evidence,
    }  # fmt: skip


def concern_row(concern: Concern) -> dict[str, Any]:
    return {
        "id": concern.id, "person_id": concern.person_id, "kind": concern.kind.value, "words": concern.words,
        "position": concern.position,
    }  # fmt: skip


def help_row(asked: Help) -> dict[str, Any]:
    return {
        "id": asked.id, "person_id": asked.person_id, "asked_on": asked.asked_on.isoformat(), "answer": asked.answer,
        "done_on": _iso(asked.done_on), "outcome": asked.outcome,
    }  # fmt: skip


def intent_row(intent: Intent) -> dict[str, Any]:
    return {
        "id": intent.id, "person_id": intent.person_id, "day": intent.day.isoformat(), "words": intent.words,
        "said_on": _iso(intent.said_on),
    }  # fmt: skip


def touch_row(touch: Touch) -> dict[str, Any]:
    return {
        "id": touch.id, "person_id": touch.person_id, "day": touch.day.isoformat(), "way": touch.way.value,
        "direction": touch.direction.value, "present": None if touch.present is None else int(touch.present),
        "note": touch.note,
    }  # fmt: skip


def owed_row(owed: Owed) -> dict[str, Any]:
    return {
        "id": owed.id, "person_id": owed.person_id, "words": owed.words, "made_on": owed.made_on.isoformat(),
        "due_day": _iso(owed.due_day), "settled_on": _iso(owed.settled_on),
        "outcome": owed.outcome.value if owed.outcome is not None else None, "note": owed.note,
    }  # fmt: skip


def plan_row(plan: FactorPlan) -> dict[str, Any]:
    return {
        "person_id": plan.person_id, "checkin": plan.checkin, "factor": plan.factor, "words": plan.words,
        "changed_on": plan.changed_on.isoformat(),
    }  # fmt: skip


def agreed_row(agreed: Agreed) -> dict[str, Any]:
    return {
        "person_id": agreed.person_id, "measure_id": agreed.measure_id, "agreed_on": agreed.agreed_on.isoformat(),
    }  # fmt: skip
