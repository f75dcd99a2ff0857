"""What the Reflection tab shows, as plain values made from a day's page. The widgets only paint these."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from scorecard.domain.grades import rounded
from scorecard.domain.reflections import QUESTION, Adjustment
from scorecard.services.reflection_pages import Memory, ReflectionPage, WritingPlace
from scorecard.ui import say
from scorecard.ui.reflection_tab.markdown import plain_words
from scorecard.ui.scorecard_tab.states import HeaderState, header_state
from scorecard.ui.text import tr

EXCERPT = 180
_SIGNS = "+−-–*"


@dataclass(frozen=True, slots=True)
class PlaceState:
    """`swap`: whether another question can be taken; None where there is no such choice."""

    prompt_id: str
    heading: str
    text: str
    theme: str
    swap: bool | None
    locked: bool


@dataclass(frozen=True, slots=True)
class MemoryState:
    day: date
    when: str
    excerpt: str


def reflection_header(page: ReflectionPage) -> HeaderState:
    """The day, and "87 · B+ · a few minutes, then go home"."""
    score, scale = page.page.score, page.page.scale
    title = header_state(page.page).title
    if page.day > page.today:
        return HeaderState(title, tr("This day has not begun yet"))
    parts = [str(rounded(score.value)) if score.value is not None else tr("not scored yet") if score.due else ""]
    if score.value is not None and scale.shown:
        parts.append(scale.grade(score.value))
    if page.page.away is not None:
        parts = [tr("away")]
    if page.page.finished_at is not None:
        parts.append(tr("finished"))
    elif page.day == page.today:
        parts.append(tr("a few minutes, then go home"))
    return HeaderState(title, say.sentence_case(" · ".join(part for part in parts if part)))


def place_state(place: WritingPlace, page: ReflectionPage) -> PlaceState:
    is_question = place.prompt_id == QUESTION
    heading = place.words
    if is_question and page.day == page.today:
        heading = tr("Today's question: {question}").format(question=place.words)
    elif is_question:
        heading = tr("The question of the day: {question}").format(question=place.words)
    future = page.day > page.today
    swap = page.can_swap and not future and not place.text.strip() if is_question else None
    return PlaceState(place.prompt_id, heading, place.text, place.theme, swap, future)


def say_written_before(adjustment: Adjustment, day: date) -> str:
    """Who wrote it is the reader; `day` is the one that is looked at."""
    if adjustment.day == day - timedelta(days=1):
        return tr("Yesterday you wrote: “{words}”").format(words=adjustment.words)
    return tr("On {day} you wrote: “{words}”").format(day=say.say_day(adjustment.day), words=adjustment.words)


def felt_choices(grades: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """(letter, the grade it stands for): "B" for B+, B and B−. Grades of the user's own stand as they are."""
    families: dict[str, list[str]] = {}
    for grade in grades:
        families.setdefault(grade.rstrip(_SIGNS) or grade, []).append(grade)
    return tuple((name, name if name in found else found[len(found) // 2]) for name, found in families.items())


def felt_choice_of(felt: str | None, choices: Sequence[tuple[str, str]]) -> str | None:
    """The grade of the choice that a day's felt grade belongs to."""
    if felt is None:
        return None
    return next((grade for name, grade in choices if felt == grade or felt.rstrip(_SIGNS) == name), None)


def memory_state(memory: Memory, today: date) -> MemoryState:
    day = say.say_short_day(memory.day)
    if memory.day.year != today.year:
        day = f"{day} {memory.day.year}"
    words = plain_words(memory.text[: 4 * EXCERPT])
    excerpt = words if len(words) <= EXCERPT else words[:EXCERPT].rsplit(" ", 1)[0].rstrip() + "…"
    return MemoryState(memory.day, f"{_how_long_ago(memory)} · {day}", excerpt)


def _how_long_ago(memory: Memory) -> str:
    match memory.how_long:
        case "week":
            return tr("A week ago")
        case "month":
            return tr("A month ago")
        case "years":
            return tr("%n year(s) ago", "", memory.years)
