"""Promises: what was said to whom, on which level, and every step since. What became of one is read off its steps.

Steps are ordered by their days; those of one day in the order in which they were entered. A step that finds the
promise in a state it does not fit (settled twice, reopened while open) changes nothing, and stays in the history.
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import assert_never

from scorecard.domain.due import Due

MOST_EFFORT = 10


class Level(StrEnum):
    COMMITMENT = "commitment"
    BEST_EFFORT = "best_effort"
    GOOD_INTENTION = "good_intention"


class Outcome(StrEnum):
    OPEN = "open"
    KEPT = "kept"
    LATE = "late"
    BROKEN = "broken"
    RELEASED = "released"

    @property
    def done(self) -> bool:
        return self in (Outcome.KEPT, Outcome.LATE)


@dataclass(frozen=True, slots=True)
class Settled:
    """`outcome` is not OPEN. `effort` is 0 to 10 and belongs to best efforts, `strove` to good intentions."""

    outcome: Outcome
    effort: int | None = None
    strove: bool | None = None


@dataclass(frozen=True, slots=True)
class Moved:
    """Renegotiated: a new date, or none. `told` names whom; it may be empty."""

    due: Due | None
    told: str = ""


@dataclass(frozen=True, slots=True)
class Relevelled:
    level: Level


@dataclass(frozen=True, slots=True)
class Reopened:
    pass


Event = Settled | Moved | Relevelled | Reopened


@dataclass(frozen=True, slots=True)
class Step:
    """Something that happened to a promise on `day`. `position` counts the steps in the order of their entry."""

    day: date
    position: int
    event: Event
    note: str = ""


@dataclass(frozen=True, slots=True)
class Promise:
    """`level` and `due` are those it was made with. `person_id` is None for a promise to oneself.

    `done_when` says how we will know that it is done.
    """

    id: str
    words: str
    level: Level
    made_on: date
    due: Due | None = None
    person_id: str | None = None
    done_when: str = ""
    why: str = ""
    notes: str = ""
    steps: tuple[Step, ...] = ()

    @property
    def history(self) -> tuple[Step, ...]:
        return tuple(sorted(self.steps, key=lambda step: (step.day, step.position)))

    def with_step(self, step: Step) -> "Promise":
        return replace(self, steps=(*self.steps, step))


@dataclass(frozen=True, slots=True)
class Miss:
    """A date that was not kept, and the level the promise had when it passed."""

    day: date
    level: Level


@dataclass(frozen=True, slots=True)
class Move:
    """`in_time`: it was moved before it was due."""

    day: date
    was: Due | None
    to: Due | None
    in_time: bool
    level: Level


@dataclass(frozen=True, slots=True)
class CameDue:
    """A last day that a promise had. `kept` is None while it is open and the day not over."""

    day: date
    level: Level
    kept: bool | None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a promise stands on a day.

    `missed` is the first date that a step shows as not kept: it stays, whatever follows. `lapsed` is the present date,
    once it has passed with the promise open. `dates` are the last days it had, without those moved in time.
    `firm_until`: a miss or a reopening stands on that day, and nothing can be entered as if it came before.
    """

    level: Level
    due: Due | None
    outcome: Outcome = Outcome.OPEN
    settled_on: date | None = None
    effort: int | None = None
    strove: bool | None = None
    missed: Miss | None = None
    lapsed: Miss | None = None
    moves: tuple[Move, ...] = ()
    dates: tuple[CameDue, ...] = ()
    firm_until: date | None = None

    @property
    def open(self) -> bool:
        return self.outcome is Outcome.OPEN

    @property
    def overdue(self) -> bool:
        return self.open and self.lapsed is not None


def standing(promise: Promise, today: date) -> Standing:
    """What the steps come to; those dated after `today` are still to come."""
    fold = _Fold(promise.level, promise.due)
    for step in promise.history:
        if step.day <= today:
            fold.take(step)
    fold.pass_to(today)
    return fold.standing()


class _Fold:
    """A standing that grows step by step."""

    __slots__ = (
        "_dates", "_due", "_firm_until", "_lapsed", "_level", "_level_when_due", "_missed", "_moves", "_outcome",
        "_settled", "_settled_on",
    )  # fmt: skip

    def __init__(self, level: Level, due: Due | None) -> None:
        self._level = level
        self._due = due
        self._level_when_due = level
        self._outcome = Outcome.OPEN
        self._settled: Settled | None = None
        self._settled_on: date | None = None
        self._missed: Miss | None = None
        self._lapsed: Miss | None = None
        self._moves: tuple[Move, ...] = ()
        self._dates: tuple[CameDue, ...] = ()
        self._firm_until: date | None = None

    def pass_to(self, day: date) -> None:
        """The present date passes when a day after it comes with the promise open."""
        if self._outcome is Outcome.OPEN and self._due is not None and self._lapsed is None and self._due.is_over(day):
            self._lapsed = Miss(self._due.last_day, self._level)

    def take(self, step: Step) -> None:
        self.pass_to(step.day)
        if (self._outcome is Outcome.OPEN) is isinstance(step.event, Reopened):
            return
        match step.event:
            case Settled() as event:
                self._settle(step.day, event)
            case Moved(due):
                self._move(step.day, due)
            case Relevelled(level):
                self._level = level
            case Reopened():
                self._outcome, self._settled, self._settled_on, self._firm_until = Outcome.OPEN, None, None, step.day
            case _ as never:
                assert_never(never)

    def _settle(self, day: date, event: Settled) -> None:
        late = event.outcome is Outcome.KEPT and self._due is not None and self._due.is_over(day)
        self._outcome = Outcome.LATE if late else event.outcome
        self._settled, self._settled_on = event, day
        self._level_when_due = self._lapsed.level if self._lapsed else self._level
        if self._outcome in (Outcome.LATE, Outcome.BROKEN):
            self._miss(day, min(day, self._due.last_day) if self._due else day)
        self._lapsed = None

    def _move(self, day: date, due: Due | None) -> None:
        last_day = self._due.last_day if self._due else None
        in_time = last_day is None or day < last_day
        self._moves += (Move(day, self._due, due, in_time, self._level),)
        if last_day is not None and not in_time:
            miss = self._miss(day, last_day)
            self._dates += (CameDue(last_day, miss.level, kept=False),)
        self._due, self._lapsed = due, None

    def _miss(self, day: date, missed: date) -> Miss:
        """On `day` a step shows that a date was missed; the first that was stays."""
        miss = self._lapsed or Miss(missed, self._level)
        self._missed, self._firm_until = self._missed or miss, day
        return miss

    def standing(self) -> Standing:
        settled = self._settled
        return Standing(
            self._level, self._due, self._outcome, self._settled_on,
            settled.effort if settled else None, settled.strove if settled else None,
            self._missed, self._lapsed, self._moves, self._dates + self._present_date(), self._firm_until,
        )  # fmt: skip

    def _present_date(self) -> tuple[CameDue, ...]:
        if self._due is None or self._outcome is Outcome.RELEASED:
            return ()
        if self._outcome is not Outcome.OPEN:
            return (CameDue(self._due.last_day, self._level_when_due, self._outcome is Outcome.KEPT),)
        if self._lapsed is None:
            return (CameDue(self._due.last_day, self._level, kept=None),)
        return (CameDue(self._due.last_day, self._lapsed.level, kept=False),)


def can_be_removed(promise: Promise, today: date) -> bool:
    """Whether it may be gone as if it had never been: nothing was done with it, and it never came due."""
    return not promise.steps and not (promise.due is not None and today >= promise.due.last_day)
