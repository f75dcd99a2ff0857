"""The tables of people: what is known of a person or a team, and what was between us.

The row in `person` holds the name alone, and whom it was merged into; whatever is told of somebody stands here.
"""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Named, Table, Text, TypedColumns

from scorecard.domain.texts import NAME_LENGTH, NOTE_LENGTH, WORDS_LENGTH
from scorecard.store.columns import at_most, day_shape, key, metadata, one_of, text, truth
from scorecard.store.search_schema import Searched


def _of_person() -> Named[str]:
    return Column(Text, ForeignKey("person.id"), nullable=False)


class ProfileColumns(TypedColumns):
    """`rhythm` is the number of days after which one would like to have been in touch again."""

    person_id: Named[str] = Column(Text, ForeignKey("person.id"), primary_key=True, nullable=False)
    kind = Column(Text, nullable=False)
    role = text()
    organisation = text()
    email = text()
    phone = text()
    rhythm: Named[int | None] = Column(Integer)
    ask_next = text()
    important = text()
    should_happen = text()
    unfolds = text()
    bad_outcome = text()
    notes = text()
    team_id: Named[str | None] = Column(Text, ForeignKey("person.id"))
    review_day: Named[str | None] = Column(Text)
    archived = Column(Integer, nullable=False, server_default="0")
    origin: Named[str | None] = Column(Text, unique=True)


_SCRIPT = ("important", "should_happen", "unfolds", "bad_outcome")

profile_table = Table(
    "profile", metadata, ProfileColumns,
    one_of("kind", "person", "team"), at_most("role", NAME_LENGTH), at_most("organisation", NAME_LENGTH),
    at_most("email", 1000), at_most("phone", 1000), CheckConstraint("rhythm BETWEEN 1 AND 3650"),
    at_most("ask_next", WORDS_LENGTH), *(at_most(part, 2000) for part in _SCRIPT), at_most("notes", NOTE_LENGTH),
    day_shape("review_day"), truth("archived"), at_most("origin", 1000),
    info={"search": Searched(("role", "organisation", "ask_next", *_SCRIPT, "notes"))}, sqlite_strict=True,
)  # fmt: skip


class PersonGroupColumns(TypedColumns):
    """What somebody is to the user: client, colleague …, or a word of their own."""

    person_id: Named[str] = Column(Text, ForeignKey("person.id"), primary_key=True, nullable=False)
    word = key()


person_group_table = Table(
    "person_group", metadata, PersonGroupColumns, CheckConstraint(f"length(word) BETWEEN 1 AND {NAME_LENGTH}"),
    sqlite_strict=True, sqlite_with_rowid=False,
)  # fmt: skip


class RelationColumns(TypedColumns):
    """A step up or down to a relationship level, with one sentence of evidence."""

    id = key()
    person_id = _of_person()
    day = Column(Text, nullable=False)
    level = Column(Text, nullable=False)
    evidence = text()


relation_table = Table(
    "relation", metadata, RelationColumns,
    day_shape("day"), one_of("level", "vendor", "problem_solver", "consultant", "partner", "trusted_partner"),
    at_most("evidence", WORDS_LENGTH), info={"search": Searched(("evidence",), "day")}, sqlite_strict=True,
)  # fmt: skip
Index("ix_relation_person_id", relation_table.c.person_id)


class ConcernColumns(TypedColumns):
    """What somebody cares about, as a short line."""

    id = key()
    person_id = _of_person()
    kind = Column(Text, nullable=False)
    words = Column(Text, nullable=False)
    position = Column(Integer, nullable=False)


concern_table = Table(
    "concern", metadata, ConcernColumns,
    one_of("kind", "responsibility", "concern"), CheckConstraint(f"length(words) BETWEEN 1 AND {WORDS_LENGTH}"),
    info={"search": Searched(("words",))}, sqlite_strict=True,
)  # fmt: skip
Index("ix_concern_person_id", concern_table.c.person_id)


class HelpColumns(TypedColumns):
    """“How can I help?”, asked on a day: what they said, and the day it was done."""

    id = key()
    person_id = _of_person()
    asked_on = Column(Text, nullable=False)
    answer = text()
    done_on: Named[str | None] = Column(Text)
    outcome = text()


help_table = Table(
    "help", metadata, HelpColumns,
    day_shape("asked_on"), day_shape("done_on"), at_most("answer", 2000), at_most("outcome", 2000),
    info={"search": Searched(("answer", "outcome"), "asked_on")}, sqlite_strict=True,
)  # fmt: skip
Index("ix_help_person_id", help_table.c.person_id)


class IntentColumns(TypedColumns):
    """Why the user wants something from somebody, and the day on which they said so."""

    id = key()
    person_id = _of_person()
    day = Column(Text, nullable=False)
    words = Column(Text, nullable=False)
    said_on: Named[str | None] = Column(Text)


intent_table = Table(
    "intent", metadata, IntentColumns,
    day_shape("day"), day_shape("said_on"), CheckConstraint("length(words) BETWEEN 1 AND 2000"),
    info={"search": Searched(("words",), "day")}, sqlite_strict=True,
)  # fmt: skip
Index("ix_intent_person_id", intent_table.c.person_id)


class TouchColumns(TypedColumns):
    """Attention given or received. `present` is whether the user was really there; NULL is unknown, never no."""

    id = key()
    person_id = _of_person()
    day = Column(Text, nullable=False)
    way = Column(Text, nullable=False)
    direction = Column(Text, nullable=False)
    present: Named[int | None] = Column(Integer)
    note = text()


touch_table = Table(
    "touch", metadata, TouchColumns,
    day_shape("day"), one_of("way", "served", "met", "talked", "wrote", "helped"),
    one_of("direction", "given", "received"), truth("present"), at_most("note", 2000),
    info={"search": Searched(("note",), "day")}, sqlite_strict=True,
)  # fmt: skip
Index("ix_touch_person_id_day", touch_table.c.person_id, touch_table.c.day)
Index("ix_touch_day", touch_table.c.day)


class OwedColumns(TypedColumns):
    """What somebody promised to the user. Its end is one of theirs: kept, late, broken, or let off."""

    id = key()
    person_id = _of_person()
    words = Column(Text, nullable=False)
    made_on = Column(Text, nullable=False)
    due_day: Named[str | None] = Column(Text)
    settled_on: Named[str | None] = Column(Text)
    outcome: Named[str | None] = Column(Text)
    note = text()


owed_table = Table(
    "owed", metadata, OwedColumns,
    CheckConstraint(f"length(words) BETWEEN 1 AND {WORDS_LENGTH}"),
    day_shape("made_on"), day_shape("due_day"), day_shape("settled_on"),
    one_of("outcome", "kept", "late", "broken", "released"),
    CheckConstraint("(settled_on IS NULL) = (outcome IS NULL)"), at_most("note", 2000),
    info={"search": Searched(("words", "note"), "made_on")}, sqlite_strict=True,
)  # fmt: skip
Index("ix_owed_person_id", owed_table.c.person_id)


class FactorPlanColumns(TypedColumns):
    """One line on how to improve a factor of a check-in about somebody, mostly a team."""

    person_id: Named[str] = Column(Text, ForeignKey("person.id"), primary_key=True, nullable=False)
    checkin = key()
    factor = key()
    words = Column(Text, nullable=False)
    changed_on = Column(Text, nullable=False)


factor_plan_table = Table(
    "factor_plan", metadata, FactorPlanColumns,
    CheckConstraint(f"length(words) BETWEEN 1 AND {WORDS_LENGTH}"), day_shape("changed_on"),
    info={"search": Searched(("words",), "changed_on")}, sqlite_strict=True, sqlite_with_rowid=False,
)  # fmt: skip


class AgreedColumns(TypedColumns):
    """A measure that was agreed with a client or a team."""

    person_id: Named[str] = Column(Text, ForeignKey("person.id"), primary_key=True, nullable=False)
    measure_id: Named[str] = Column(Text, ForeignKey("measure.id"), primary_key=True, nullable=False)
    agreed_on = Column(Text, nullable=False)


agreed_table = Table(
    "agreed", metadata, AgreedColumns, day_shape("agreed_on"), sqlite_strict=True, sqlite_with_rowid=False
)


class ServedColumns(TypedColumns):
    """To whom a measure is done, where that is somebody in the list; `measure.to_whom` keeps it in words."""

    measure_id: Named[str] = Column(Text, ForeignKey("measure.id"), primary_key=True, nullable=False)
    person_id = _of_person()


served_table = Table("served", metadata, ServedColumns, sqlite_strict=True, sqlite_with_rowid=False)
Index("ix_served_person_id", served_table.c.person_id)
