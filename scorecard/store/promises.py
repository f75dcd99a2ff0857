"""Reading and writing promises, their steps and the persons they are made to."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, bindparam, select, text

from scorecard.domain.people import People, Person
from scorecard.domain.promises import Promise, Step
from scorecard.store import promise_rows as rows
from scorecard.store.record import Work
from scorecard.store.schema import person_table, promise_table, step_table

_PEOPLE = select(*(person_table.c[name] for name in rows.PERSON_COLUMNS))
_PROMISES = select(*(promise_table.c[name] for name in rows.PROMISE_COLUMNS))
_STEPS = select(*(step_table.c[name] for name in rows.STEP_COLUMNS)).order_by(
    step_table.c.promise_id, step_table.c.position
)
_OF_DAYS = _PROMISES.where(text(rows.OF_DAYS)).order_by(promise_table.c.id)
_THEIR_STEPS = _STEPS.where(
    step_table.c.promise_id.in_(select(promise_table.c.id).where(text(rows.OF_DAYS)).scalar_subquery())
)
_AMONG = _PROMISES.where(promise_table.c.id.in_(bindparam("ids", expanding=True))).order_by(promise_table.c.id)
_THEIR_STEPS_AMONG = _STEPS.where(step_table.c.promise_id.in_(bindparam("ids", expanding=True)))
_TO_PERSON = select(promise_table.c.id).where(promise_table.c.person_id == bindparam("person_id"))
_BATCH = 500


def read_people(connection: Connection) -> People:
    return rows.to_people(connection.execute(_PEOPLE).all())


def read_promises(connection: Connection) -> tuple[Promise, ...]:
    """All of them, in the order in which they were written down."""
    found = connection.execute(_PROMISES.order_by(promise_table.c.id)).all()
    return rows.to_promises(found, connection.execute(_STEPS).all())


def read_promise(connection: Connection, promise_id: str) -> Promise | None:
    found = read_promises_among(connection, [promise_id])
    return found[0] if found else None


def read_promises_among(connection: Connection, ids: Sequence[str]) -> tuple[Promise, ...]:
    """Those of them that are there."""
    found: list[Promise] = []
    for start in range(0, len(ids), _BATCH):
        here = {"ids": ids[start : start + _BATCH]}
        some = connection.execute(_AMONG, here).all()
        found += rows.to_promises(some, connection.execute(_THEIR_STEPS_AMONG, here).all())
    return tuple(found)


def read_promises_of_days(connection: Connection, first_day: date, last_day: date) -> tuple[Promise, ...]:
    """Those that may stand on a day of the stretch: overdue since before it, due in it, or moved away from it."""
    stretch = rows.days_asked(first_day, last_day)
    found = connection.execute(_OF_DAYS, stretch).all()
    return rows.to_promises(found, connection.execute(_THEIR_STEPS, stretch).all() if found else ())


def write_person(work: Work, person: Person) -> None:
    work.put(person_table, rows.person_row(person))


def write_promise(work: Work, promise: Promise) -> None:
    """The promise without its steps, but with what follows from them."""
    work.put(promise_table, rows.promise_row(promise))


def write_step(work: Work, promise: Promise, step: Step) -> None:
    """The step, and what it makes of the promise; `promise` is as it stands after the step."""
    write_promise(work, promise)
    work.put(step_table, rows.step_row(promise.id, step))


def give_promises(work: Work, from_id: str, to_id: str) -> None:
    """What was promised to the one person is promised to the other."""
    theirs = work.connection.execute(_TO_PERSON, {"person_id": from_id}).scalars()
    work.update_many(promise_table, [{"id": promise_id, "person_id": to_id} for promise_id in theirs])


def remove_promise(work: Work, promise_id: str) -> None:
    """A promise without steps."""
    work.remove(promise_table, promise_id)
