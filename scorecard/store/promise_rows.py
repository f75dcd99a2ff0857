"""Promises, their steps and persons as rows, and back. Knows no SQLAlchemy: the first picture needs it too."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, assert_never

from scorecard.domain.due import Due, Span
from scorecard.domain.people import People, Person
from scorecard.domain.promises import (
    MOST_EFFORT,
    Event,
    Level,
    Moved,
    Outcome,
    Promise,
    Relevelled,
    Reopened,
    Settled,
    Step,
    standing,
)
from scorecard.store.rows import Row, damage_if_unreadable

PERSON_COLUMNS = ("id", "name", "merged_into")
PROMISE_COLUMNS = (
    "id", "words", "level", "made_on", "due_span", "due_day", "person_id", "done_when", "why", "notes",
)  # fmt: skip
STEP_COLUMNS = (
    "promise_id", "position", "day", "kind", "due_span", "due_day", "told", "level", "effort", "strove", "note",
)  # fmt: skip

# Those that may stand on a day from :first on: open ones due until :later, those due or stepping in between, and those
# moved since, perhaps away from it. :later is A_WEEK after the last day, for the promises of a month.
A_WEEK = timedelta(days=6)
OF_DAYS = (
    "(is_open = 1 AND due_by <= :later) OR due_by BETWEEN :first AND :later OR id IN"
    " (SELECT promise_id FROM promise_step WHERE day >= :first AND (day <= :later OR kind = 'moved'))"
)


def days_asked(first_day: date, last_day: date) -> dict[str, str]:
    """What OF_DAYS asks for."""
    later = last_day + min(A_WEEK, date.max - last_day)
    return {"first": first_day.isoformat(), "later": later.isoformat()}


@damage_if_unreadable
def to_people(rows: Iterable[Row]) -> People:
    return People(tuple(Person(*row) for row in rows))


@damage_if_unreadable
def to_promises(promises: Iterable[Row], steps: Iterable[Row]) -> tuple[Promise, ...]:
    """`steps` ordered by promise and position; those of other promises are left out."""
    of_promise: dict[str, list[Step]] = {}
    for row in steps:
        of_promise.setdefault(row[0], []).append(_to_step(row))
    return tuple(_to_promise(row, tuple(of_promise.get(row[0], ()))) for row in promises)


def _to_promise(row: Row, steps: tuple[Step, ...]) -> Promise:
    promise_id, words, level, made_on, span, due_day, person_id, done_when, why, notes = row
    made = date.fromisoformat(made_on)
    return Promise(
        promise_id, words, Level(level), made, _to_due(span, due_day), person_id, done_when, why, notes, steps
    )  # fmt: skip


@lru_cache(maxsize=10_000)
def _to_due(span: str | None, due_day: str | None) -> Due | None:
    if span is None and due_day is None:
        return None
    return Due(Span(span or ""), date.fromisoformat(due_day or ""))


def _to_step(row: Row) -> Step:
    _, position, day, kind, span, due_day, told, level, effort, strove, note = row
    event: Event
    if kind == "moved":
        event = Moved(_to_due(span, due_day), told)
    elif kind == "relevelled":
        event = Relevelled(Level(level))
    elif kind == "reopened":
        event = Reopened()
    else:
        event = _to_settled(Outcome(kind), effort, strove)
    return Step(date.fromisoformat(day), position, event, note)


def _to_settled(outcome: Outcome, effort: int | None, strove: int | None) -> Settled:
    if outcome is Outcome.OPEN or not (effort is None or 0 <= effort <= MOST_EFFORT):
        raise ValueError("no way to settle a promise")
    return Settled(outcome, effort, None if strove is None else bool(strove))


def person_row(person: Person) -> dict[str, Any]:
    return {name: getattr(person, name) for name in PERSON_COLUMNS}


def promise_row(promise: Promise) -> dict[str, Any]:
    """The row, with what follows from the steps: whether it is open, and the last day it has now."""
    state = standing(promise, date.max)
    return {
        "id": promise.id,
        "words": promise.words,
        "person_id": promise.person_id,
        "level": promise.level.value,
        "made_on": promise.made_on.isoformat(),
        **_due_columns(promise.due),
        "done_when": promise.done_when,
        "why": promise.why,
        "notes": promise.notes,
        "is_open": int(state.open),
        "due_by": state.due.last_day.isoformat() if state.due else None,
    }


def _due_columns(due: Due | None) -> dict[str, Any]:
    return {"due_span": due.span.value if due else None, "due_day": due.first_day.isoformat() if due else None}


def step_row(promise_id: str, step: Step) -> dict[str, Any]:
    blank = {"told": "", "level": None, "effort": None, "strove": None}
    known = {"promise_id": promise_id, "position": step.position, "day": step.day.isoformat(), "note": step.note}
    return blank | _due_columns(None) | known | _event_columns(step.event)


def _event_columns(event: Event) -> dict[str, Any]:
    match event:
        case Settled(outcome, effort, strove):
            return {"kind": outcome.value, "effort": effort, "strove": None if strove is None else int(strove)}
        case Moved(due, told):
            return {"kind": "moved", "told": told, **_due_columns(due)}
        case Relevelled(level):
            return {"kind": "relevelled", "level": level.value}
        case Reopened():
            return {"kind": "reopened"}
        case _ as never:
            assert_never(never)
