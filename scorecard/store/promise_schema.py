"""The tables of promises, their steps, and the persons they are made to."""

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

from scorecard.domain.texts import NAME_LENGTH, NOTE_LENGTH, WORDS_LENGTH
from scorecard.store.columns import at_most, day_shape, key, metadata, name, one_of, text, truth
from scorecard.store.search_schema import Searched


class PersonColumns(TypedColumns):
    id = key()
    name = Column(Text, nullable=False)
    merged_into: Named[str | None] = Column(Text, ForeignKey("person.id"))


person_table = Table(
    "person", metadata, PersonColumns, name("name"), info={"search": Searched(("name",))}, sqlite_strict=True
)


class PromiseColumns(TypedColumns):
    """`is_open` and `due_by` follow from the steps: they let a day find its promises without reading all of them."""

    id = key()
    words = Column(Text, nullable=False)
    person_id: Named[str | None] = Column(Text, ForeignKey("person.id"))
    level = Column(Text, nullable=False)
    made_on = Column(Text, nullable=False)
    due_span: Named[str | None] = Column(Text)
    due_day: Named[str | None] = Column(Text)
    done_when = text()
    why = text()
    notes = text()
    is_open = Column(Integer, nullable=False)
    due_by: Named[str | None] = Column(Text)


_LEVELS = ("commitment", "best_effort", "good_intention")
_SPANS = ("day", "week", "month")

promise_table = Table(
    "promise", metadata, PromiseColumns,
    CheckConstraint(f"length(words) BETWEEN 1 AND {WORDS_LENGTH}"),
    one_of("level", *_LEVELS), one_of("due_span", *_SPANS),
    day_shape("made_on"), day_shape("due_day"), day_shape("due_by"),
    CheckConstraint("(due_span IS NULL) = (due_day IS NULL)"),
    at_most("done_when", 1000), at_most("why", 1000), at_most("notes", NOTE_LENGTH), truth("is_open"),
    info={"day": "due_by", "search": Searched(("words", "done_when", "why", "notes"), "made_on")}, sqlite_strict=True,
)  # fmt: skip
Index("ix_promise_due_by", promise_table.c.due_by)
Index("ix_promise_is_open", promise_table.c.is_open, sqlite_where=promise_table.c.is_open == literal_column("1"))


class StepColumns(TypedColumns):
    promise_id: Named[str] = Column(Text, ForeignKey("promise.id"), primary_key=True, nullable=False)
    position = Column(Integer, primary_key=True)
    day = Column(Text, nullable=False)
    kind = Column(Text, nullable=False)
    due_span: Named[str | None] = Column(Text)
    due_day: Named[str | None] = Column(Text)
    told = text()
    level: Named[str | None] = Column(Text)
    effort: Named[int | None] = Column(Integer)
    strove: Named[int | None] = Column(Integer)
    note = text()


step_table = Table(
    "promise_step", metadata, StepColumns,
    day_shape("day"), day_shape("due_day"),
    one_of("kind", "kept", "late", "broken", "released", "moved", "relevelled", "reopened"),
    one_of("due_span", *_SPANS), CheckConstraint("(due_span IS NULL) = (due_day IS NULL)"),
    one_of("level", *_LEVELS), CheckConstraint("(kind = 'relevelled') = (level IS NOT NULL)"),
    CheckConstraint("effort BETWEEN 0 AND 10"), truth("strove"),
    at_most("told", NAME_LENGTH), at_most("note", NOTE_LENGTH),
    info={"day": "day", "search": Searched(("note", "told"), "day")}, sqlite_strict=True, sqlite_with_rowid=False,
)  # fmt: skip
Index("ix_promise_step_day", step_table.c.day)
