"""A week as its review shows it: plain values, of which a shared copy holds nothing private."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from scorecard.domain.goal_progress import GoalProgress
from scorecard.domain.measures import Terms
from scorecard.domain.promises import Level
from scorecard.domain.weeks import Week
from scorecard.services.adjusting import Effect
from scorecard.services.people.week import PeopleWeek
from scorecard.services.progress.changed import Change, Verdict
from scorecard.services.week_chart import DayBar, WeekBars


@dataclass(frozen=True, slots=True)
class DayStory:
    """A day and its own words, as Markdown; `also` are the days with the same score."""

    bar: DayBar
    words: str = ""
    also: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Moved:
    """A measure in the weeks up to the end of this one, beside as many before."""

    name: str
    terms: Terms
    change: Change
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class LevelWeek:
    """The promises of one level that came to something in the week."""

    level: Level
    kept: int
    missed: int


@dataclass(frozen=True, slots=True)
class Tried:
    """An adjustment of the week: `tried` and `helped` are None until somebody says. `effects` by name of measure."""

    day: date
    words: str
    tried: bool | None
    helped: bool | None
    effects: tuple[tuple[str, Effect], ...] = ()


@dataclass(frozen=True, slots=True)
class Impact:
    """What a measure adds up to: in the week, and since its first value. `why` and `to_whom` are its ripple.

    `served` names the person it is done for.
    """

    name: str
    terms: Terms
    week: Decimal
    total: Decimal
    since: date
    why: str = ""
    to_whom: str = ""
    served: str = ""


@dataclass(frozen=True, slots=True)
class NextMeasure:
    """A measure of next week's card, with what it asks then. `new`: it does not stand on this week's."""

    name: str
    terms: Terms
    new: bool = False


@dataclass(frozen=True, slots=True)
class WeekPlace:
    """Where something is written about the week; `words` as it was asked."""

    prompt_id: str
    words: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class WeekReview:
    """`grade` is empty without a score, or with grades hidden. `people` are names, `people_count` how many they are.

    `last_focus` is what the week before decided on for this one. `shared`: what is private is left out. `goals` are
    the open ones of its quarter and year, as far as they had come by the end of the week.
    """

    week: Week
    today: date
    bars: WeekBars
    grade: str
    best: DayStory | None
    worst: DayStory | None
    moved: tuple[Moved, ...]
    levels: tuple[LevelWeek, ...]
    adjustments: tuple[Tried, ...]
    people: tuple[str, ...]
    people_count: int
    impacts: tuple[Impact, ...]
    question: WeekPlace
    focus: WeekPlace
    last_focus: str
    next_card: tuple[NextMeasure, ...]
    shared: bool = False
    goals: tuple[GoalProgress, ...] = ()
    people_week: PeopleWeek = field(default_factory=PeopleWeek)

    @property
    def over(self) -> bool:
        return self.today > self.week.sunday

    @property
    def future(self) -> bool:
        return self.today < self.week.monday
