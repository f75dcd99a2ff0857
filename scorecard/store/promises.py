"""Reading and writing promises, their steps and the persons they are made to."""

from collections.abc import Iterable
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
_ONE = _PROMISES.where(promise_table.c.id == bindparam("promise_id"))
_TO_PERSON = _PROMISES.where(promise_table.c.person_id == bindparam("person_id"))
_STEPS_TO_PERSON = _STEPS.where(
    step_table.c.promise_id.in_(
        select(promise_table.c.id).where(promise_table.c.person_id == bindparam("person_id")).scalar_subquery()
    )
)
_ITS_STEPS = _STEPS.where(step_table.c.promise_id == bindparam("promise_id"))


def read_people(connection: Connection) -> People:
    return rows.to_people(connection.execute(_PEOPLE).all())


def read_promises(connection: Connection) -> tuple[Promise, ...]:
    """All of them, in the order in which they were written down."""
    found = connection.execute(_PROMISES.order_by(promise_table.c.id)).all()
    return rows.to_promises(found, connection.execute(_STEPS).all())


def read_promise(connection: Connection, promise_id: str) -> Promise | None:
    here = {"promise_id": promise_id}
    found = rows.to_promises(connection.execute(_ONE, here).all(), connection.execute(_ITS_STEPS, here).all())
    return found[0] if found else None


def read_promises_to(connection: Connection, person_id: str) -> tuple[Promise, ...]:
    here = {"person_id": person_id}
    return rows.to_promises(
        connection.execute(_TO_PERSON, here).all(), connection.execute(_STEPS_TO_PERSON, here).all()
    )


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


def add_promises(work: Work, promises: Iterable[Promise]) -> None:
    """Many promises that are known to be new, with their steps."""
    known = tuple(promises)
    work.add_many(promise_table, [rows.promise_row(promise) for promise in known])
    work.add_many(step_table, [rows.step_row(promise.id, step) for promise in known for step in promise.steps])


def remove_promise(work: Work, promise_id: str) -> None:
    """A promise without steps."""
    work.remove(promise_table, promise_id)
