"""What the Reflection tab shows of one day, as plain values made from what the store knows of it."""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import MINYEAR, date, timedelta
from itertools import islice
from typing import Literal

from scorecard.domain.days import ONE_DAY
from scorecard.domain.grades import FAILED, GradeScale
from scorecard.domain.questions import LONGEST_MEMORY
from scorecard.domain.reflections import OF_WEEKS, QUESTION, Adjustment, Answer, Prompt, Question
from scorecard.services.pages import DayPage

GREETS_FOR = timedelta(days=7)
ASKED_FOR = timedelta(days=14)
MOST_ASKED = 3
MOST_MEMORIES = 4
_WEEK = timedelta(days=7)
_YEARS = 50

HowLong = Literal["week", "month", "years"]


@dataclass(frozen=True, slots=True)
class WritingPlace:
    """Where one prompt is answered; `words` as asked on that day. Only the question of the day has a theme."""

    prompt_id: str
    words: str
    text: str
    theme: str = ""


@dataclass(frozen=True, slots=True)
class Memory:
    """What was written on an earlier day that comes to mind on this one; `years` is 0 for a week or a month ago."""

    day: date
    text: str
    how_long: HowLong
    years: int


@dataclass(frozen=True, slots=True)
class ReflectionPage:
    """`grades` are those that the day may be felt as, the best first. `can_swap`: there is another question to take."""

    day: date
    today: date
    places: tuple[WritingPlace, ...]
    felt: str | None
    grades: tuple[str, ...]
    page: DayPage
    greeting: Adjustment | None
    asking: tuple[Adjustment, ...]
    memories: tuple[Memory, ...]
    can_swap: bool = False


def days_to_read(day: date) -> tuple[date, ...]:
    """The days whose answers the page of `day` needs."""
    return tuple({*recent_days(day), *(earlier for earlier, _, _ in _days_that_come_to_mind(day))})


def recent_days(day: date) -> tuple[date, ...]:
    """`day` and those before it whose questions are not asked again on it."""
    return tuple(day - n * ONE_DAY for n in range(min(LONGEST_MEMORY, (day - date.min).days) + 1))


def grades_of(scale: GradeScale) -> tuple[str, ...]:
    return (*(name for name, _ in scale.bounds), FAILED)


def asked_before(day: date, answers: Sequence[Answer], remembered: int) -> frozenset[str]:
    """The words of the questions that so many days before `day` were asked with, as far as that is stored."""
    return frozenset(
        answer.question
        for answer in answers
        if answer.prompt_id == QUESTION and 0 < (day - answer.day).days <= remembered
    )


def writing_places(
    prompts: Sequence[Prompt], answers: Sequence[Answer], question: Question | None
) -> tuple[WritingPlace, ...]:
    """The prompts in force, then others where they were answered, then the question. `answers` are those of the day."""
    known = {answer.prompt_id: answer for answer in answers if answer.prompt_id not in OF_WEEKS}
    asked = known.pop(QUESTION, None)
    in_force = [prompt for prompt in prompts if not prompt.retired]
    places = [_place(prompt.id, prompt.words, known.pop(prompt.id, None)) for prompt in in_force]
    places += [_place(answer.prompt_id, answer.question, answer) for answer in _in_order(known.values(), prompts)]
    if question is not None:
        places.append(_place(QUESTION, question.words, asked, question.theme))
    return tuple(places)


def _place(prompt_id: str, words: str, answer: Answer | None, theme: str = "") -> WritingPlace:
    if answer is None:
        return WritingPlace(prompt_id, words, "", theme)
    return WritingPlace(prompt_id, answer.question, answer.text, theme)


def greeting(day: date, adjustments: Sequence[Adjustment]) -> Adjustment | None:
    """What was to be done, as it was last written in the days before. `adjustments` the latest first."""
    return next((found for found in adjustments if ONE_DAY <= day - found.day <= GREETS_FOR), None)


def asking(day: date, adjustments: Sequence[Adjustment]) -> tuple[Adjustment, ...]:
    """Those to ask about: nobody has said yet what became of them."""
    before = [found for found in adjustments if ONE_DAY <= day - found.day <= ASKED_FOR]
    return tuple(found for found in before if found.tried is None)[:MOST_ASKED]


def memories(day: date, answers: Sequence[Answer], prompts: Sequence[Prompt]) -> tuple[Memory, ...]:
    """Of each day that comes to mind and has answers, the first in the order of the prompts."""
    of_day: dict[date, list[Answer]] = {}
    for answer in answers:
        if answer.text and answer.prompt_id not in OF_WEEKS:
            of_day.setdefault(answer.day, []).append(answer)
    found = (
        Memory(earlier, _in_order(of_day[earlier], prompts)[0].text, how_long, years)
        for earlier, how_long, years in _days_that_come_to_mind(day)
        if earlier in of_day
    )
    return tuple(islice(found, MOST_MEMORIES))


def _in_order(answers: Iterable[Answer], prompts: Sequence[Prompt]) -> list[Answer]:
    order = {prompt.id: place for place, prompt in enumerate(prompts)}
    return sorted(answers, key=lambda answer: (order.get(answer.prompt_id, len(order)), answer.prompt_id))


def _days_that_come_to_mind(day: date) -> Iterator[tuple[date, HowLong, int]]:
    """A week ago, a month ago, and the same date of earlier years, or the last of its month if there is none."""
    if day - date.min >= _WEEK:
        yield day - _WEEK, "week", 0
    if (day.year, day.month) > (MINYEAR, 1):
        year, month = divmod(12 * day.year + day.month - 2, 12)
        yield _in_month(year, month + 1, day.day), "month", 0
    for years in range(1, min(_YEARS, day.year - MINYEAR) + 1):
        yield _in_month(day.year - years, day.month, day.day), "years", years


def _in_month(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, monthrange(year, month)[1]))
