"""The tables of goals, and of what belongs to them."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Named, Table, Text, TypedColumns

from scorecard.domain.texts import NAME_LENGTH
from scorecard.store.columns import amount, at_most, day_shape, key, metadata, name, one_of, text, truth


class GoalColumns(TypedColumns):
    """`first_day` begins the quarter or the year the target is for; `position` orders goals of one period."""

    id = key()
    name = Column(Text, nullable=False)
    perspective = text()
    key_result = text()
    why = text()
    counted = Column(Text, nullable=False)
    target: Named[int | None] = Column(Integer)
    unit = text()
    span = Column(Text, nullable=False)
    first_day = Column(Text, nullable=False)
    position = Column(Integer, nullable=False)
    closed = Column(Integer, nullable=False, server_default="0")


goal_table = Table(
    "goal", metadata, GoalColumns,
    name("name"), at_most("perspective", NAME_LENGTH), at_most("key_result", 1000), at_most("why", 1000),
    one_of("counted", "total", "time", "days_met", "score"), amount("target"), CheckConstraint("target > 0"),
    at_most("unit", NAME_LENGTH), one_of("span", "quarter", "year"), day_shape("first_day"), truth("closed"),
    sqlite_strict=True,
)  # fmt: skip


class GoalPartColumns(TypedColumns):
    """A measure, or a group with whatever is in it, works towards a goal; it may work towards several."""

    goal_id: Named[str] = Column(Text, ForeignKey("goal.id"), primary_key=True, nullable=False)
    part = key()
    part_id = key()


goal_part_table = Table(
    "goal_part", metadata, GoalPartColumns, one_of("part", "measure", "group"),
    sqlite_strict=True, sqlite_with_rowid=False,
)  # fmt: skip
Index("ix_goal_part_part_id", goal_part_table.c.part_id)
