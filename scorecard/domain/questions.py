"""Which question a day asks: a fixed rule from the date, without repeats.

The questions come in cycles, each of them once a cycle, in an order made from the cycle's number. The first half of a
cycle shuffles one half of the questions and the second half the other, so that at least half of them lie between a
question and its return. What was really asked, when a question was swapped or others were added since, is not asked
again soon.
"""

import hashlib
from collections.abc import Iterator, Sequence, Set
from datetime import date
from functools import lru_cache

from scorecard.domain.reflections import Question

LONGEST_MEMORY = 14  # days
_NEAR = 7


def days_remembered(count: int) -> int:
    """How many days back what was asked still keeps one of so many questions from being asked."""
    return min(LONGEST_MEMORY, count // 2)


def question_of(day: date, questions: Sequence[Question], asked: Set[str] = frozenset()) -> Question | None:
    """The question of `day`. `asked`: the words of those asked on the days before, as far as they are remembered."""
    in_use = _in_use(questions)
    if not in_use:
        return None
    usual = _usual(day.toordinal(), tuple(in_use))
    if in_use[usual].words not in asked:
        return in_use[usual]
    return _following(day, in_use, usual, asked) or in_use[usual]


def another_question(
    day: date, questions: Sequence[Question], instead_of: str, asked: Set[str] = frozenset()
) -> Question | None:
    """The next one for `day` instead of the one with these words; None when there is no other.

    Neither one of the days around nor one that was asked is taken, as long as there are others.
    """
    in_use = _in_use(questions)
    now = next((key for key, question in in_use.items() if question.words == instead_of), None)
    if now is None:
        return question_of(day, questions, asked)
    return _following(day, in_use, now, asked)


def _following(day: date, in_use: dict[str, Question], now: str, asked: Set[str]) -> Question | None:
    """The best that comes after `now` in the order of the cycle."""
    ids = tuple(in_use)
    near = set(_usual_around(day, ids))
    others = [in_use[key] for key in _order_from(day, ids, now)]
    fresh = [question for question in others if question.words not in asked]
    far = [question for question in fresh if question.id not in near]
    return next(iter(far or fresh or others), None)


def _in_use(questions: Sequence[Question]) -> dict[str, Question]:
    return {question.id: question for question in sorted(questions, key=lambda q: q.id) if not question.retired}


def _usual(number: int, ids: tuple[str, ...]) -> str:
    """The question of the day with that number, by the date alone."""
    cycle, place = divmod(number, len(ids))
    return _order(cycle, ids)[place]


def _usual_around(day: date, ids: tuple[str, ...]) -> Iterator[str]:
    reach = min(_NEAR, (len(ids) - 1) // 4)
    number = day.toordinal()
    return (_usual(near, ids) for near in range(number - reach, number + reach + 1))


def _order_from(day: date, ids: tuple[str, ...], now: str) -> tuple[str, ...]:
    """The cycle of the day, from after `now` once around to before it."""
    order = _order(day.toordinal() // len(ids), ids)
    at = order.index(now)
    return order[at + 1 :] + order[:at]


@lru_cache(maxsize=64)
def _order(cycle: int, ids: tuple[str, ...]) -> tuple[str, ...]:
    halved = sorted(ids, key=lambda key: _lot("half", key))
    half = len(ids) // 2
    first, second = (sorted(part, key=lambda key: _lot(str(cycle), key)) for part in (halved[:half], halved[half:]))
    return (*first, *second)


def _lot(*drawn_for: str) -> bytes:
    return hashlib.blake2s("/".join(drawn_for).encode(), digest_size=8).digest()
