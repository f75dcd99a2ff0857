"""A week's review as a document: headings, lines and quotes that are finished words, and the same as Markdown."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum, auto

from scorecard.domain.measures import Terms
from scorecard.domain.weeks import Week

DOT = " · "


@dataclass(frozen=True, slots=True)
class Formats:
    """How the user's language writes numbers, days and lists."""

    number: Callable[[Decimal | int], str]  # 1,204
    value: Callable[[Terms, Decimal], str]  # 1,204 calls
    mean: Callable[[Terms, float], str]  # 3.4
    percent: Callable[[float], str]  # 79 %
    target: Callable[[Terms], str]  # at least 3
    day: Callable[[date], str]  # Wed 18 November
    weekday: Callable[[date], str]  # Wednesday
    month: Callable[[date], str]  # March 2026
    span: Callable[[Week], str]  # 16–22 November 2026
    names: Callable[[Sequence[str]], str]  # Ana, Neal and Yuki


class Part(Enum):
    """The sections of a review, in their order."""

    LAST_FOCUS = auto()
    DAYS = auto()
    BEST = auto()
    WORST = auto()
    MOVED = auto()
    IMPACT = auto()
    GOALS = auto()
    PROMISES = auto()
    ADJUSTMENTS = auto()
    PEOPLE = auto()
    QUESTION = auto()
    CARD = auto()
    FOCUS = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """`words` of what, its `value`, and quietly more."""

    words: str
    value: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """`own` is what the user wrote, as Markdown; `note` explains, or says that there is nothing."""

    part: Part
    heading: str
    lines: tuple[Line, ...] = ()
    own: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReviewDocument:
    """`score` is the week's in figures, empty without one; `facts` are said beside it."""

    title: str
    week: str
    span: str
    score: str
    facts: tuple[str, ...]
    sections: tuple[Section, ...]

    def get(self, part: Part) -> Section | None:
        return next((section for section in self.sections if section.part is part), None)


def as_markdown(document: ReviewDocument) -> str:
    """What somebody wrote stands as it was written, in quotes."""
    parts = [f"# {plain(document.title)}", plain(document.span)]
    head = DOT.join(part for part in (document.score and f"**{document.score}**", *map(plain, document.facts)) if part)
    parts += [head, *(_section(section) for section in document.sections)]
    return "\n\n".join(parts) + "\n"


def _section(section: Section) -> str:
    lines = "\n".join(_line(line) for line in section.lines)
    own = "\n".join(f"> {line}".rstrip() for line in section.own.split("\n")) if section.own else ""
    note = f"*{plain(section.note)}*" if section.note else ""
    return "\n\n".join(part for part in (f"## {plain(section.heading)}", lines, own, note) if part)


def _line(line: Line) -> str:
    words = f"- {plain(line.words)}"
    value = f": **{plain(line.value)}**" if line.value else ""
    return words + value + (DOT + plain(line.note) if line.note else "")


_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~])")


def plain(text: str) -> str:
    """Names may hold signs that mean something in Markdown."""
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))
