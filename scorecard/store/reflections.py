"""Reading and writing prompts, questions, answers, how a day felt, and adjustments."""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Connection, and_, bindparam, func, select, text

from scorecard.domain.reflections import TOMORROW, Adjustment, Answer, Prompt, Question
from scorecard.store import reflection_rows as rows
from scorecard.store.record import Work
from scorecard.store.schema import adjustment_table, felt_table, prompt_table, question_table, reflection_table

_answer = reflection_table.c
_adjusted = adjustment_table.c

_PROMPTS = select(*(prompt_table.c[name] for name in rows.PROMPT_COLUMNS)).order_by(
    prompt_table.c.position, prompt_table.c.id
)
_QUESTIONS = select(*(question_table.c[name] for name in rows.QUESTION_COLUMNS)).order_by(question_table.c.id)
_ANSWERS = select(*(_answer[name] for name in rows.ANSWER_COLUMNS)).order_by(_answer.day, _answer.prompt_id)
_OF_DAYS = _ANSWERS.where(text("day IN (SELECT value FROM json_each(:days))"))
_TAGGED = select(_answer.answer).where(func.instr(_answer.answer, "#") > 0)
_FELT = select(felt_table.c.grade).where(felt_table.c.day == bindparam("of_day"))
_FELT_BETWEEN = select(felt_table.c.day, felt_table.c.grade).where(
    felt_table.c.day.between(bindparam("first"), bindparam("last"))
)
_ADJUSTMENTS = (
    select(_answer.answer, _answer.day, *(_adjusted[name] for name in rows.ADJUSTMENT_COLUMNS[1:]))
    .select_from(reflection_table.outerjoin(adjustment_table, _adjusted.day == _answer.day))
    .where(and_(_answer.prompt_id == TOMORROW, _answer.answer != ""))
    .order_by(_answer.day.desc())
)
_ADJUSTMENTS_BETWEEN = _ADJUSTMENTS.where(_answer.day.between(bindparam("first"), bindparam("last")))


def read_prompts(connection: Connection) -> tuple[Prompt, ...]:
    """The user's own, retired ones too, in their order."""
    return rows.to_prompts(connection.execute(_PROMPTS).all())


def read_questions(connection: Connection) -> tuple[Question, ...]:
    return rows.to_questions(connection.execute(_QUESTIONS).all())


def read_answers(connection: Connection, days: Iterable[date]) -> tuple[Answer, ...]:
    """Everything answered on these days, day by day."""
    asked = json.dumps([day.isoformat() for day in days])
    return rows.to_answers(connection.execute(_OF_DAYS, {"days": asked}).all())


def read_texts_with_tags(connection: Connection) -> tuple[str, ...]:
    return tuple(connection.execute(_TAGGED).scalars())


def read_felt(connection: Connection, day: date) -> str | None:
    return connection.execute(_FELT, {"of_day": day.isoformat()}).scalar()


def read_felt_between(connection: Connection, first_day: date, last_day: date) -> dict[date, str]:
    found = connection.execute(_FELT_BETWEEN, {"first": first_day.isoformat(), "last": last_day.isoformat()})
    return {date.fromisoformat(day): grade for day, grade in found}


def read_adjustments(connection: Connection) -> tuple[Adjustment, ...]:
    """All of them, the latest first."""
    return rows.to_adjustments(connection.execute(_ADJUSTMENTS).all())


def read_adjustments_between(connection: Connection, first_day: date, last_day: date) -> tuple[Adjustment, ...]:
    stretch = {"first": first_day.isoformat(), "last": last_day.isoformat()}
    return rows.to_adjustments(connection.execute(_ADJUSTMENTS_BETWEEN, stretch).all())


def answer_of(work: Work, day: date, prompt_id: str) -> Answer | None:
    found = work.row(reflection_table, day.isoformat(), prompt_id)
    return rows.to_answers([_in_order(found, rows.ANSWER_COLUMNS)])[0] if found is not None else None


def write_answer(work: Work, answer: Answer) -> None:
    work.put(reflection_table, rows.answer_row(answer))


def add_answers(work: Work, answers: Iterable[Answer]) -> None:
    """Many answers that are known to be new."""
    work.add_many(reflection_table, [rows.answer_row(answer) for answer in answers])


def remove_answer(work: Work, day: date, prompt_id: str) -> None:
    work.remove(reflection_table, day.isoformat(), prompt_id)


def write_felt(work: Work, day: date, grade: str | None) -> None:
    if grade is None:
        work.remove(felt_table, day.isoformat())
    else:
        work.put(felt_table, {"day": day.isoformat(), "grade": grade})


def add_felt(work: Work, felt: dict[date, str]) -> None:
    """The grades of many days that are known to have none."""
    work.add_many(felt_table, [{"day": day.isoformat(), "grade": grade} for day, grade in felt.items()])


def write_adjustment(work: Work, adjustment: Adjustment) -> None:
    work.put(adjustment_table, rows.adjustment_row(adjustment))


def add_adjustments(work: Work, adjustments: Iterable[Adjustment]) -> None:
    """What became of many that nobody was asked about before."""
    work.add_many(adjustment_table, [rows.adjustment_row(adjustment) for adjustment in adjustments])


def write_prompt(work: Work, prompt: Prompt) -> None:
    work.put(prompt_table, rows.prompt_row(prompt))


def write_question(work: Work, question: Question) -> None:
    """One that comes with the program is a row only while it is retired."""
    if question.own or question.retired:
        work.put(question_table, rows.question_row(question))
    else:
        work.remove(question_table, question.id)


def _in_order(found: dict[str, Any], names: Iterable[str]) -> list[Any]:
    return [found[name] for name in names]
