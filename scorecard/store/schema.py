"""The tables. Amounts are whole thousandths of the unit; days are ISO text; moments are UTC ISO text.

A table whose rows belong to a day names that column in `info["day"]`: announcements and seals follow from it.
"""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    Named,
    Table,
    Text,
    TypedColumns,
    literal_column,
)

from scorecard.domain.texts import NAME_LENGTH, NOTE_LENGTH
from scorecard.store.columns import OWN_INFO, amount, at_most, day_shape, key, name, one_of, text, truth
from scorecard.store.columns import metadata as metadata
from scorecard.store.goal_schema import goal_part_table as goal_part_table
from scorecard.store.goal_schema import goal_table as goal_table
from scorecard.store.people_schema import agreed_table as agreed_table
from scorecard.store.people_schema import concern_table as concern_table
from scorecard.store.people_schema import factor_plan_table as factor_plan_table
from scorecard.store.people_schema import help_table as help_table
from scorecard.store.people_schema import intent_table as intent_table
from scorecard.store.people_schema import owed_table as owed_table
from scorecard.store.people_schema import person_group_table as person_group_table
from scorecard.store.people_schema import profile_table as profile_table
from scorecard.store.people_schema import relation_table as relation_table
from scorecard.store.people_schema import served_table as served_table
from scorecard.store.people_schema import touch_table as touch_table
from scorecard.store.promise_schema import person_table as person_table
from scorecard.store.promise_schema import promise_table as promise_table
from scorecard.store.promise_schema import step_table as step_table
from scorecard.store.reflection_schema import adjustment_table as adjustment_table
from scorecard.store.reflection_schema import checkin_table as checkin_table
from scorecard.store.reflection_schema import felt_table as felt_table
from scorecard.store.reflection_schema import prompt_table as prompt_table
from scorecard.store.reflection_schema import question_table as question_table
from scorecard.store.reflection_schema import reflection_table as reflection_table
from scorecard.store.search_schema import Searched
from scorecard.store.search_schema import search_entry_table as search_entry_table


class StoreColumns(TypedColumns):
    one = Column(Integer, primary_key=True, autoincrement=False)
    store_id = Column(Text, nullable=False)
    created_at = Column(Text, nullable=False)


store_table = Table("store", metadata, StoreColumns, CheckConstraint("one = 1"), info=OWN_INFO, sqlite_strict=True)


class GroupColumns(TypedColumns):
    id = key()
    name = Column(Text, nullable=False)
    position = Column(Integer, nullable=False)


group_table = Table("measure_group", metadata, GroupColumns, name("name"), sqlite_strict=True)


class MeasureColumns(TypedColumns):
    id = key()
    name = Column(Text, nullable=False)
    why = text()
    to_whom = text()
    plan = text()
    group_id: Named[str | None] = Column(Text, ForeignKey("measure_group.id"))
    position = Column(Integer, nullable=False)
    origin: Named[str | None] = Column(Text, unique=True)


measure_table = Table(
    "measure", metadata, MeasureColumns,
    name("name"), at_most("why", 1000), at_most("to_whom", 1000), at_most("plan", 1000),
    sqlite_strict=True,
)  # fmt: skip


class TermsColumns(TypedColumns):
    measure_id = key()
    first_day = key()
    kind = Column(Text, nullable=False)
    direction = Column(Text, nullable=False)
    target: Named[int | None] = Column(Integer)
    upper: Named[int | None] = Column(Integer)
    scale: Named[int | None] = Column(Integer)
    unit = text()
    weight = Column(Integer, nullable=False)
    due = Column(Integer, nullable=False)
    weekly = Column(Integer, nullable=False)
    place = Column(Text, nullable=False)
    reason = text()


terms_table = Table(
    "terms", metadata, TermsColumns,
    day_shape("first_day"),
    one_of("kind", "yes_no", "count", "number", "duration", "rating", "promises"),
    one_of("direction", "at_least", "at_most", "between", "tally"),
    one_of("place", "card", "bench", "retired"),
    amount("target"), amount("upper"),
    CheckConstraint("scale IN (5, 10)"),
    CheckConstraint("weight BETWEEN 1 AND 3"),
    CheckConstraint("due BETWEEN 1 AND 127"),
    truth("weekly"), at_most("unit", NAME_LENGTH), at_most("reason", 1000),
    sqlite_strict=True, sqlite_with_rowid=False,
)  # fmt: skip


class EntryColumns(TypedColumns):
    day = key()
    measure_id = key()
    state = Column(Text, nullable=False)
    amount: Named[int | None] = Column(Integer)
    note = text()
    from_memory = Column(Integer, nullable=False, server_default="0")


entry_table = Table(
    "entry", metadata, EntryColumns,
    day_shape("day"),
    one_of("state", "scored", "skipped", "unknown"),
    CheckConstraint("(state = 'scored') = (amount IS NOT NULL)"),
    amount("amount"), at_most("note", NOTE_LENGTH), truth("from_memory"),
    info={"day": "day", "search": Searched(("note",), "day")}, sqlite_strict=True, sqlite_with_rowid=False,
)  # fmt: skip
Index("ix_entry_measure_id_day", entry_table.c.measure_id, entry_table.c.day)


class DayColumns(TypedColumns):
    day = key()
    finished_at: Named[str | None] = Column(Text)


day_table = Table(
    "day", metadata, DayColumns, day_shape("day"),
    info={"day": "day"}, sqlite_strict=True, sqlite_with_rowid=False,
)  # fmt: skip


class AwayColumns(TypedColumns):
    id = key()
    first_day = Column(Text, nullable=False)
    last_day = Column(Text, nullable=False)
    reason = text()


away_table = Table(
    "away", metadata, AwayColumns,
    day_shape("first_day"), day_shape("last_day"), CheckConstraint("first_day <= last_day"), at_most("reason", 1000),
    sqlite_strict=True,
)  # fmt: skip


class SettingColumns(TypedColumns):
    name = key()
    first_day = key()
    value = Column(Text, nullable=False)


setting_table = Table(
    "setting", metadata, SettingColumns, day_shape("first_day"), sqlite_strict=True, sqlite_with_rowid=False
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
    one_of("turn", "do", "undo", "redo"), CheckConstraint("undone BETWEEN 0 AND 2"),
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
    day = key()
    digest = Column(Text, nullable=False)


seal_table = Table("day_seal", metadata, SealColumns, info=OWN_INFO, sqlite_strict=True, sqlite_with_rowid=False)
