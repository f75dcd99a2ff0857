"""Prompts, answers and adjustments as rows, and back. Knows no SQLAlchemy: the first picture may need it too."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from scorecard.domain.reflections import Adjustment, Answer, Prompt, Question
from scorecard.store.rows import Row, damage_if_unreadable

PROMPT_COLUMNS = ("id", "words", "position", "retired")
QUESTION_COLUMNS = ("id", "words", "theme", "retired")
ANSWER_COLUMNS = ("day", "prompt_id", "question", "answer")
ADJUSTMENT_COLUMNS = ("day", "asked_on", "tried", "helped", "first_measure", "second_measure")


@damage_if_unreadable
def to_prompts(rows: Iterable[Row]) -> tuple[Prompt, ...]:
    return tuple(Prompt(key, words, position, bool(retired)) for key, words, position, retired in rows)


@damage_if_unreadable
def to_questions(rows: Iterable[Row]) -> tuple[Question, ...]:
    """Those of the user. One without words says that the one with its id, which comes with the program, is retired."""
    return tuple(Question(key, words, theme, bool(words), bool(retired)) for key, words, theme, retired in rows)


@damage_if_unreadable
def to_answers(rows: Iterable[Row]) -> tuple[Answer, ...]:
    return tuple(Answer(date.fromisoformat(day), key, question, text) for day, key, question, text in rows)


@damage_if_unreadable
def to_adjustments(rows: Iterable[Row]) -> tuple[Adjustment, ...]:
    """Each row begins with the words; the others are None while nobody said what became of it."""
    return tuple(_to_adjustment(*row) for row in rows)


def _to_adjustment(
    words: str, day: str, asked_on: str | None, tried: int | None, helped: int | None, *measures: str | None
) -> Adjustment:
    return Adjustment(
        date.fromisoformat(day),
        words,
        date.fromisoformat(asked_on) if asked_on is not None else None,
        None if tried is None else bool(tried),
        None if helped is None else bool(helped),
        tuple(measure for measure in measures if measure is not None),
    )


def prompt_row(prompt: Prompt) -> dict[str, Any]:
    return {"id": prompt.id, "words": prompt.words, "position": prompt.position, "retired": int(prompt.retired)}


def question_row(question: Question) -> dict[str, Any]:
    words, theme = (question.words, question.theme) if question.own else ("", "")
    return {"id": question.id, "words": words, "theme": theme, "retired": int(question.retired)}


def answer_row(answer: Answer) -> dict[str, Any]:
    return {
        "day": answer.day.isoformat(),
        "prompt_id": answer.prompt_id,
        "question": answer.question,
        "answer": answer.text,
    }


def adjustment_row(adjustment: Adjustment) -> dict[str, Any]:
    """Of one whose outcome is known."""
    if adjustment.asked_on is None or adjustment.tried is None:
        raise ValueError("nobody said yet what became of it")
    first, second, *_ = (*adjustment.measures, None, None)
    return {
        "day": adjustment.day.isoformat(),
        "asked_on": adjustment.asked_on.isoformat(),
        "tried": int(adjustment.tried),
        "helped": None if adjustment.helped is None else int(adjustment.helped),
        "first_measure": first,
        "second_measure": second,
    }
