"""Reading and writing check-ins."""

from sqlalchemy import Connection, bindparam, select

from scorecard.domain.checkins import Checkin
from scorecard.store import checkin_rows as rows
from scorecard.store.record import Work
from scorecard.store.schema import checkin_table

_CHECKINS = select(*(checkin_table.c[name] for name in rows.CHECKIN_COLUMNS)).order_by(
    checkin_table.c.day, checkin_table.c.id
)
_ONE = _CHECKINS.where(checkin_table.c.id == bindparam("checkin_id"))


def read_checkins(connection: Connection) -> tuple[Checkin, ...]:
    """All of them, by day, and those of one day as they were written down."""
    return rows.to_checkins(connection.execute(_CHECKINS).all())


def read_checkin(connection: Connection, checkin_id: str) -> Checkin | None:
    found = rows.to_checkins(connection.execute(_ONE, {"checkin_id": checkin_id}).all())
    return found[0] if found else None


def write_checkin(work: Work, checkin: Checkin) -> None:
    work.put(checkin_table, rows.checkin_row(checkin))


def remove_checkin(work: Work, checkin_id: str) -> None:
    work.remove(checkin_table, checkin_id)
