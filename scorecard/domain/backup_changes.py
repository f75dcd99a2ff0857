"""What restoring a backup would change, thing by thing: what it is now, and what it would be then."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from scorecard.domain.due import Due
from scorecard.domain.marks import Mark
from scorecard.domain.measures import Terms
from scorecard.domain.promises import Level, Outcome


class Part(StrEnum):
    """In the order in which they are shown."""

    DAYS = "days"
    PROMISES = "promises"
    WRITTEN = "written"
    PEOPLE = "people"
    CARD = "card"


class Topic(StrEnum):
    """What kind of thing it is: a table of the store, seen by its user."""

    ENTRY = "entry"
    DAY = "day"
    AWAY = "away"
    FELT = "felt"
    PROMISE = "promise"
    ANSWER = "answer"
    ADJUSTMENT = "adjustment"
    CHECKIN = "check-in"
    PERSON = "person"
    PROFILE = "profile"
    CIRCLE = "group of people"
    LEVEL = "relationship level"
    CONCERN = "concern"
    HELP = "help"
    INTENT = "intent"
    TOUCH = "touch"
    OWED = "owed"
    FACTOR_PLAN = "plan for a factor"
    AGREED = "agreed measure"
    SERVED = "served"
    MEASURE = "measure"
    TERMS = "terms"
    GROUP = "group"
    GOAL = "goal"
    GOAL_PART = "part of a goal"
    PROMPT = "prompt"
    QUESTION = "question"
    SETTING = "setting"

    @property
    def part(self) -> Part:
        return _PARTS.get(self, Part.CARD)


_PARTS = {
    **dict.fromkeys((Topic.ENTRY, Topic.DAY, Topic.AWAY, Topic.FELT), Part.DAYS),
    Topic.PROMISE: Part.PROMISES,
    **dict.fromkeys((Topic.ANSWER, Topic.ADJUSTMENT, Topic.CHECKIN), Part.WRITTEN),
    **dict.fromkeys(
        (
            Topic.PERSON, Topic.PROFILE, Topic.CIRCLE, Topic.LEVEL, Topic.CONCERN, Topic.HELP, Topic.INTENT,
            Topic.TOUCH, Topic.OWED, Topic.FACTOR_PLAN, Topic.AGREED, Topic.SERVED,
        ),
        Part.PEOPLE,
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class EntryTold:
    """`terms` are those of its day; None where they can't be made out."""

    mark: Mark
    note: str
    terms: Terms | None


@dataclass(frozen=True, slots=True)
class PromiseTold:
    level: Level
    due: Due | None
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class TermsTold:
    terms: Terms


@dataclass(frozen=True, slots=True)
class WordsTold:
    """`words` are the user's; `code` is one of the program's own, whose meaning follows from the topic."""

    words: str = ""
    code: str = ""


Told = EntryTold | PromiseTold | TermsTold | WordsTold


@dataclass(frozen=True, slots=True)
class Otherwise:
    """One thing that is another in the backup. Without `now` or `then` it is not there on that side.

    `of` is whose or what it is: the name of a measure or a person, the words of a promise, the question of an answer.
    """

    topic: Topic
    of: str
    day: date | None
    now: Told | None
    then: Told | None


@dataclass(frozen=True, slots=True)
class Listed:
    """The first things of a part, the newest day first, and how many there are."""

    total: int = 0
    things: tuple[Otherwise, ...] = ()


@dataclass(frozen=True, slots=True)
class Preview:
    """`steps` of the record came after the backup, `steps_back` are in it alone. A part that stays has no list."""

    parts: Mapping[Part, Listed] = field(default_factory=dict)
    steps: int = 0
    steps_back: int = 0

    @property
    def total(self) -> int:
        return sum(listed.total for listed in self.parts.values())
