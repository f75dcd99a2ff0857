"""Reflections: what is asked at the end of a day, what was answered, and what became of "tomorrow I will"."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

MOVED, ADJUST, TOMORROW = "moved", "adjust", "tomorrow"  # the prompts that come with the program
QUESTION = "question"  # the place of the question of the day
WEEK_QUESTION, WEEK_FOCUS = "week-question", "week-focus"  # of a weekly review, on the Monday of its week
OF_WEEKS = frozenset({WEEK_QUESTION, WEEK_FOCUS})
MOST_MEASURES = 2  # that an adjustment may be tied to


@dataclass(frozen=True, slots=True)
class Prompt:
    """Asked every day while it is not retired. `words` are those of today: an old answer keeps its own."""

    id: str
    words: str
    position: int = 0
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """One that may be the question of a day; `own`: the user added it."""

    id: str
    words: str
    theme: str
    own: bool = False
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """`question` is the prompt as it was asked. No text: asked with other words than usual, and not answered yet."""

    day: date
    prompt_id: str
    question: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Adjustment:
    """What somebody wrote on `day` to do from the next day on; `asked_on` is None until they said what became of it."""

    day: date
    words: str
    asked_on: date | None = None
    tried: bool | None = None
    helped: bool | None = None
    measures: tuple[str, ...] = ()


# Neither a heading, the end of an address, an entity, nor a sign that Markdown was told to leave alone.
_TAG = re.compile(r"(?<!(?:[^\W_]|[/#&\\]))#([^\s#]+)")


def tags_in(text: str) -> tuple[str, ...]:
    """The #tags of a text without their sign, case-folded, each once, in their order. One without a letter is none."""
    found = (_tag(match) for match in _TAG.findall(text))
    return tuple(dict.fromkeys(tag for tag in found if any(sign.isalpha() for sign in tag)))


def _tag(following: str) -> str:
    tag = "".join(takewhile(_belongs, following)).rstrip("-_")
    return unicodedata.normalize("NFC", tag.casefold())


def _belongs(sign: str) -> bool:
    """Letters with their marks, digits, "-" and "_"."""
    return sign.isalnum() or sign in "-_" or unicodedata.category(sign)[0] == "M"


def counted(tags: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """Each tag with how often it comes, the most frequent first."""
    counts: dict[str, int] = {}
    for tag in tags:
        counts[tag] = counts.get(tag, 0) + 1
    return tuple(sorted(counts.items(), key=lambda found: (-found[1], found[0])))
