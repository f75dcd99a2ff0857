"""The tables of reflections: prompts, answers, how a day felt, adjustments, and check-ins."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Named, Table, Text, TypedColumns

from scorecard.domain.texts import NOTE_LENGTH, WORDS_LENGTH
from scorecard.store.columns import at_most, day_shape, key, metadata, name, one_of, text, truth
from scorecard.store.search_schema import Searched


class PromptColumns(TypedColumns):
    """The user's own prompts; while there are none, those that come with the program hold."""

    id = key()
    words = Column(Text, nullable=False)
    position = Column(Integer, nullable=False)
    retired = Column(Integer, nullable=False, server_default="0")


prompt_table = Table(
    "prompt", metadata, PromptColumns,
    CheckConstraint(f"length(words) BETWEEN 1 AND {WORDS_LENGTH}"), truth("retired"), sqlite_strict=True,
)  # fmt: skip


class QuestionColumns(TypedColumns):
    """Questions of the day that the user added, or retired from those that come with the program (by their id)."""

    id = key()
    words = text()
    theme = text()
    retired = Column(Integer, nullable=False, server_default="0")


question_table = Table(
    "question", metadata, QuestionColumns,
    at_most("words", WORDS_LENGTH), at_most("theme", 200), truth("retired"), sqlite_strict=True,
)  # fmt: skip


class ReflectionColumns(TypedColumns):
    """`question` is the prompt as it was asked: editing a prompt leaves old answers under their own."""

    day = key()
    prompt_id = key()
    question = Column(Text, nullable=False)
    answer = text()


reflection_table = Table(
    "reflection", metadata, ReflectionColumns,
    day_shape("day"), at_most("question", WORDS_LENGTH), at_most("answer", NOTE_LENGTH),
    info={"day": "day", "search": Searched(("answer",), "day")}, sqlite_strict=True, sqlite_with_rowid=False,
)  # fmt: skip


class FeltColumns(TypedColumns):
    """The grade a day felt like, by its name."""

    day = key()
    grade = Column(Text, nullable=False)


felt_table = Table(
    "felt", metadata, FeltColumns, day_shape("day"), name("grade"),
    info={"day": "day"}, sqlite_strict=True, sqlite_with_rowid=False,
)  # fmt: skip


class AdjustmentColumns(TypedColumns):
    """What became of "tomorrow I will", by the day on which it was written; its words are that day's answer."""

    day = key()
    asked_on = Column(Text, nullable=False)
    tried = Column(Integer, nullable=False)
    helped: Named[int | None] = Column(Integer)
    first_measure: Named[str | None] = Column(Text, ForeignKey("measure.id"))
    second_measure: Named[str | None] = Column(Text, ForeignKey("measure.id"))


adjustment_table = Table(
    "adjustment", metadata, AdjustmentColumns,
    day_shape("day"), day_shape("asked_on"), truth("tried"), truth("helped"),
    info={"day": "day"}, sqlite_strict=True, sqlite_with_rowid=False,
)  # fmt: skip


class CheckinColumns(TypedColumns):
    """`factors` and `formula` are those of the day: a definition changed later changes no result.

    `factors` is a JSON list of [name, value]; `result` is in thousandths.
    """

    id = key()
    definition = Column(Text, nullable=False)
    day = Column(Text, nullable=False)
    subject = Column(Text, nullable=False)
    person_id: Named[str | None] = Column(Text, ForeignKey("person.id"))
    factors = Column(Text, nullable=False)
    formula = Column(Text, nullable=False)
    result = Column(Integer, nullable=False)
    evidence = text()


checkin_table = Table(
    "checkin", metadata, CheckinColumns,
    name("definition"), day_shape("day"), one_of("subject", "me", "person", "team"),
    at_most("factors", 10_000), at_most("formula", 1000), at_most("evidence", NOTE_LENGTH),
    info={"day": "day", "search": Searched(("evidence",), "day")}, sqlite_strict=True,
)  # fmt: skip
Index("ix_checkin_day", checkin_table.c.day)
