"""The tables. Amounts are whole thousandths of the unit; days are ISO text; moments are UTC ISO text.

A table whose rows belong to a day names that column in `info["day"]`: announcements and seals follow from it.
"""

from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Named,
    Table,
    Text,
    TypedColumns,
    literal_column,
)

from scorecard.domain.measures import LARGEST
from scorecard.domain.texts import NAME_LENGTH, NOTE_LENGTH

metadata = MetaData(naming_convention={"ix": "ix_%(column_0_N_label)s", "fk": "fk_%(table_name)s_%(column_0_N_name)s"})

THOUSANDTHS = 1000
LARGEST_AMOUNT = int(LARGEST) * THOUSANDTHS

# Rows that say what the record did rather than what the user has: never recorded, never undone.
OWN_INFO = {"recorded": False}


def _day_shape(column: str) -> CheckConstraint:
    return CheckConstraint(f"{column} GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'")


def _at_most(column: str, length: int) -> CheckConstraint:
    return CheckConstraint(f"length({column}) <= {length}")


def _name(column: str) -> CheckConstraint:
    return CheckConstraint(f"length({column}) BETWEEN 1 AND {NAME_LENGTH}")


def _one_of(column: str, *words: str) -> CheckConstraint:
    listed = ", ".join(f"'{word}'" for word in words)
    return CheckConstraint(f"{column} IN ({listed})")


def _truth(column: str) -> CheckConstraint:
    return CheckConstraint(f"{column} IN (0, 1)")


def _amount(column: str) -> CheckConstraint:
    return CheckConstraint(f"{column} BETWEEN {-LARGEST_AMOUNT} AND {LARGEST_AMOUNT}")


def _key(**options: Any) -> Column[str]:
    return Column(Text, primary_key=True, nullable=False, **options)


def _text(default: str = "") -> Column[str]:
    return Column(Text, nullable=False, server_default=default)


class StoreColumns(TypedColumns):
    one = Column(Integer, primary_key=True, autoincrement=False)
    store_id = Column(Text, nullable=False)
    created_at = Column(Text, nullable=False)


store_table = Table("store", metadata, StoreColumns, CheckConstraint("one = 1"), info=OWN_INFO, sqlite_strict=True)


class GroupColumns(TypedColumns):
    id = _key()
    name = Column(Text, nullable=False)
    position = Column(Integer, nullable=False)


group_table = Table("measure_group", metadata, GroupColumns, _name("name"), sqlite_strict=True)


class MeasureColumns(TypedColumns):
    id = _key()
    name = Column(Text, nullable=False)
    why = _text()
    to_whom = _text()
    plan = _text()
    group_id: Named[str | None] = Column(Text, ForeignKey("measure_group.id"))
    position = Column(Integer, nullable=False)
    origin: Named[str | None] = Column(Text, unique=True)


measure_table = Table(
    "measure", metadata, MeasureColumns,
    _name("name"), _at_most("why", 1000), _at_most("to_whom", 1000), _at_most("plan", 1000),
    sqlite_strict=True,
)  # fmt: skip


class TermsColumns(TypedColumns):
    measure_id = _key()
    first_day = _key()
    kind = Column(Text, nullable=False)
    direction = Column(Text, nullable=False)
    target: Named[int | None] = Column(Integer)
    upper: Named[int | None] = Column(Integer)
    scale: Named[int | None] = Column(Integer)
    unit = _text()
    weight = Column(Integer, nullable=False)
    due = Column(Integer, nullable=False)
    weekly = Column(Integer, nullable=False)
    place = Column(Text, nullable=False)
    reason = _text()


terms_table = Table(
    "terms", metadata, TermsColumns,
    _day_shape("first_day"),
    _one_of("kind", "yes_no", "count", "number", "duration", "rating"),
    _one_of("direction", "at_least", "at_most", "between", "tally"),
    _one_of("place", "card", "bench", "retired"),
    _amount("target"), _amount("upper"),
    CheckConstraint("scale IN (5, 10)"),
    CheckConstraint("weight BETWEEN 1 AND 3"),
    CheckConstraint("due BETWEEN 1 AND 127"),
    _truth("weekly"), _at_most("unit", NAME_LENGTH), _at_most("reason", 1000),
    sqlite_strict=True, sqlite_with_rowid=False,
)  # fmt: skip


class EntryColumns(TypedColumns):
    day = _key()
    measure_id = _key()
    state = Column(Text, nullable=False)
    amount: Named[int | None] = Column(Integer)
    note = _text()
    from_memory = Column(Integer, nullable=False, server_default="0")


entry_table = Table(
    "entry", metadata, EntryColumns,
    _day_shape("day"),
    _one_of("state", "scored", "skipped", "unknown"),
    CheckConstraint("(state = 'scored') = (amount IS NOT NULL)"),
    _amount("amount"), _at_most("note", NOTE_LENGTH), _truth("from_memory"),
    info={"day": "day"}, sqlite_strict=True, sqlite_with_rowid=False,
)  # fmt: skip
Index("ix_entry_measure_id_day", entry_table.c.measure_id, entry_table.c.day)


class DayColumns(TypedColumns):
    day = _key()
    finished_at: Named[str | None] = Column(Text)


day_table = Table(
    "day", metadata, DayColumns, _day_shape("day"),
    info={"day": "day"}, sqlite_strict=True, sqlite_with_rowid=False,
)  # fmt: skip


class AwayColumns(TypedColumns):
    id = _key()
    first_day = Column(Text, nullable=False)
    last_day = Column(Text, nullable=False)
    reason = _text()


away_table = Table(
    "away", metadata, AwayColumns,
    _day_shape("first_day"), _day_shape("last_day"), CheckConstraint("first_day <= last_day"), _at_most("reason", 1000),
    sqlite_strict=True,
)  # fmt: skip


class SettingColumns(TypedColumns):
    name = _key()
    first_day = _key()
    value = Column(Text, nullable=False)


setting_table = Table(
    "setting", metadata, SettingColumns, _day_shape("first_day"), sqlite_strict=True, sqlite_with_rowid=False
)


class ActivityColumns(TypedColumns):
    seq = Column(Integer, primary_key=True, autoincrement=False)
    id = Column(Text, nullable=False)
    at = Column(Text, nullable=False)
    verb = Column(Text, nullable=False)
    subject = Column(Text, nullable=False)
    turn = Column(Text, nullable=False)
    fold: Named[str | None] = Column(Text)
    chain = Column(Integer, nullable=False)
    undone = Column(Integer, nullable=False, server_default="0")


activity_table = Table(
    "activity", metadata, ActivityColumns,
    _one_of("turn", "do", "undo", "redo"), CheckConstraint("undone BETWEEN 0 AND 2"),
    info=OWN_INFO, sqlite_strict=True,
)  # fmt: skip
# Few indexes on purpose: every page more is written twice at each commit, and the end of the record needs none.
Index("ix_activity_undone", activity_table.c.chain, sqlite_where=activity_table.c.undone == literal_column("1"))


class ChangeColumns(TypedColumns):
    activity = Column(Integer, ForeignKey("activity.seq"), primary_key=True)
    position = Column(Integer, primary_key=True)
    table_name = Column(Text, nullable=False)
    row_key = Column(Text, nullable=False)
    before: Named[str | None] = Column(Text)
    after: Named[str | None] = Column(Text)


change_table = Table("change", metadata, ChangeColumns, info=OWN_INFO, sqlite_strict=True, sqlite_with_rowid=False)
Index("ix_change_table_name_row_key", change_table.c.table_name, change_table.c.row_key)


class SealColumns(TypedColumns):
    day = _key()
    digest = Column(Text, nullable=False)


seal_table = Table("day_seal", metadata, SealColumns, info=OWN_INFO, sqlite_strict=True, sqlite_with_rowid=False)
