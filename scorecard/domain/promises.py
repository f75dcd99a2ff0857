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
    state = Standing(promise.level, promise.due)
    for step in promise.history:
        if step.day <= today:
            state = _after(_lapse(state, step.day), step)
    return _with_present_date(_lapse(state, today))


def _lapse(state: Standing, day: date) -> Standing:
    """The present date passes when a day after it comes with the promise open."""
    if state.open and state.lapsed is None and state.due is not None and state.due.is_over(day):
        return replace(state, lapsed=Miss(state.due.last_day, state.level))
    return state


def _after(state: Standing, step: Step) -> Standing:
    match step.event:
        case Settled():
            return _settled(state, step.day, step.event) if state.open else state
        case Moved():
            return _moved(state, step.day, step.event) if state.open else state
        case Relevelled(level):
            return replace(state, level=level) if state.open else state
        case Reopened():
            if state.open:
                return state
            return replace(
                state, outcome=Outcome.OPEN, settled_on=None, effort=None, strove=None, firm_until=step.day
            )  # fmt: skip
        case _ as never:
            assert_never(never)


def _settled(state: Standing, day: date, event: Settled) -> Standing:
    late = event.outcome is Outcome.KEPT and state.due is not None and state.due.is_over(day)
    outcome = Outcome.LATE if late else event.outcome
    settled = replace(
        state, outcome=outcome, settled_on=day, effort=event.effort, strove=event.strove, lapsed=None
    )  # fmt: skip
    if outcome not in (Outcome.LATE, Outcome.BROKEN):
        return settled
    last_day = state.due.last_day if state.due else day
    miss = state.lapsed or Miss(min(day, last_day), state.level)
    return replace(settled, missed=state.missed or miss, firm_until=day)


def _moved(state: Standing, day: date, event: Moved) -> Standing:
    last_day = state.due.last_day if state.due else None
    in_time = last_day is None or day < last_day
    move = Move(day, state.due, event.due, in_time, state.level)
    moved = replace(state, due=event.due, lapsed=None, moves=(*state.moves, move))
    if in_time or last_day is None:
        return moved
    miss = state.lapsed or Miss(last_day, state.level)
    dates = (*state.dates, CameDue(last_day, miss.level, kept=False))
    return replace(moved, missed=state.missed or miss, dates=dates, firm_until=day)  # fmt: skip


def _with_present_date(state: Standing) -> Standing:
    if state.due is None or state.outcome is Outcome.RELEASED:
        return state
    kept = state.outcome is Outcome.KEPT
    known = None if state.open and not state.overdue else kept
    level = state.lapsed.level if state.lapsed else state.level
    return replace(state, dates=(*state.dates, CameDue(state.due.last_day, level, known)))


def can_be_removed(promise: Promise, today: date) -> bool:
    """Whether it may be gone as if it had never been: nothing was done with it, and it never came due."""
    return not promise.steps and not (promise.due is not None and today >= promise.due.last_day)
