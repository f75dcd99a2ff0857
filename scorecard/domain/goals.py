"""Goals: what the entries of a quarter or a year are to come to, and the measures and groups that work towards one."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import assert_never

from scorecard.domain.errors import ImpossibleValueError, KnownError
from scorecard.domain.measures import Kind, Measure, Terms, can_be_kept
from scorecard.domain.periods import Length, Period
from scorecard.domain.snapshot import Card
from scorecard.domain.values import read_minutes, read_number

WORDS_LENGTH = 1000  # of a key result, and of a why
UNIT_LENGTH = 20
BEST_SCORE = Decimal(100)
_MINUTES = Decimal(60)

# The perspectives of a formal scorecard, as they are stored; `words` says them in the user's language.
PERSPECTIVES = ("Financial", "Customer", "Process", "Learning")


class Counted(StrEnum):
    """What of the entries counts. Totals add up counts and numbers, times are minutes; a yes is one."""

    TOTAL = "total"
    TIME = "time"
    DAYS_MET = "days_met"
    SCORE = "score"

    @property
    def adds_values(self) -> bool:
        return self in (Counted.TOTAL, Counted.TIME)


class Span(StrEnum):
    QUARTER = "quarter"
    YEAR = "year"


class PartKind(StrEnum):
    MEASURE = "measure"
    GROUP = "group"


@dataclass(frozen=True, slots=True, order=True)
class Part:
    """A measure, or a group with whatever is in it."""

    kind: PartKind
    id: str


class GoalFault(StrEnum):
    TARGET = "target"
    NOT_WHOLE = "not whole"
    ABOVE_BEST = "above the best score"


class ImpossibleGoalError(KnownError):
    def __init__(self, fault: GoalFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Goal:
    """`target` None: it is only shown what the entries come to. Of times it is in minutes.

    `first_day` begins the quarter or year; `parts` are the measures and groups that work towards it.
    Raises ImpossibleGoalError when the target does not fit what is counted.
    """

    id: str
    name: str
    counted: Counted
    span: Span
    first_day: date
    target: Decimal | None = None
    unit: str = ""
    perspective: str = ""
    key_result: str = ""
    why: str = ""
    position: int = 0
    closed: bool = False
    parts: frozenset[Part] = frozenset()

    def __post_init__(self) -> None:
        if fault := _fault(self.counted, self.target):
            raise ImpossibleGoalError(fault)

    @property
    def period(self) -> Period:
        return period_of(self.span, self.first_day)

    def next(self, goal_id: str, position: int) -> "Goal":
        """The same once more, open, for the quarter or year that follows."""
        return replace(self, id=goal_id, first_day=self.period.next.first, position=position, closed=False)


def period_of(span: Span, day: date) -> Period:
    return Period.of(Length(span.value), day)


def _fault(counted: Counted, target: Decimal | None) -> GoalFault | None:
    if target is None:
        return None
    if not can_be_kept(target) or target <= 0:
        return GoalFault.TARGET
    if counted is Counted.DAYS_MET and target != target.to_integral_value():
        return GoalFault.NOT_WHOLE
    return GoalFault.ABOVE_BEST if counted is Counted.SCORE and target > BEST_SCORE else None


def read_target(counted: Counted, typed: str, decimal_point: str = ".") -> Decimal | None:
    """What a typed target means, None where nothing is typed; raises ImpossibleGoalError.

    A plain number is so many hours of time: nobody plans a quarter in minutes.
    """
    if not typed.strip():
        return None
    try:
        target = _minutes(typed, decimal_point) if counted is Counted.TIME else read_number(typed, decimal_point)
    except ImpossibleValueError as error:
        raise ImpossibleGoalError(GoalFault.TARGET) from error
    if fault := _fault(counted, target):
        raise ImpossibleGoalError(fault)
    return target


def _minutes(typed: str, decimal_point: str) -> Decimal:
    try:
        return read_number(typed, decimal_point) * _MINUTES
    except ImpossibleValueError:
        return read_minutes(typed)


def usable(counted: Counted, terms: Terms) -> bool:
    """Whether values under these terms can be counted so: ratings can't be added up, a tally meets no target."""
    match counted:
        case Counted.TOTAL:
            return terms.kind in (Kind.COUNT, Kind.NUMBER, Kind.YES_NO)
        case Counted.TIME:
            return terms.kind is Kind.DURATION
        case Counted.DAYS_MET | Counted.SCORE:
            return terms.scores
        case _ as never:
            assert_never(never)


def members(goal: Goal, card: Card) -> tuple[Measure, ...]:
    """The measures that work towards the goal, in the order of the card; those of a group count once."""
    chosen = {part.id for part in goal.parts if part.kind is PartKind.MEASURE}
    groups = {part.id for part in goal.parts if part.kind is PartKind.GROUP}
    return tuple(measure for measure in card.measures if measure.id in chosen or measure.group_id in groups)


def goals_of(goals: Iterable[Goal], part: Part) -> frozenset[str]:
    """The ids of the goals that a measure or group works towards by itself."""
    return frozenset(goal.id for goal in goals if part in goal.parts)


def with_part(goals: Iterable[Goal], part: Part, chosen: Collection[str], among: Collection[str]) -> tuple[Goal, ...]:
    """The goals that become others when, of those `among`, just the `chosen` have the part."""
    return tuple(
        replace(goal, parts=goal.parts ^ {part})
        for goal in goals
        if goal.id in among and (goal.id in chosen) != (part in goal.parts)
    )


def in_order(goals: Iterable[Goal]) -> tuple[Goal, ...]:
    """By perspective, the formal ones first, then one's own as they come, then without; closed goals last."""
    by_position = sorted(goals, key=lambda goal: (goal.position, goal.id))
    own = list(dict.fromkeys(goal.perspective for goal in by_position if goal.perspective not in (*PERSPECTIVES, "")))
    places = {perspective: place for place, perspective in enumerate((*PERSPECTIVES, *own, ""))}
    return tuple(sorted(by_position, key=lambda goal: (goal.closed, places[goal.perspective])))


def moved(goals: Sequence[Goal], goal_id: str, direction: int) -> tuple[str, ...] | None:
    """The ids in the order they have when one goes up (−1) or down (+1) among those of its perspective and period.

    None when there is none on that side.
    """
    ordered = in_order(goals)
    goal = next(goal for goal in ordered if goal.id == goal_id)
    beside = [other.id for other in ordered if _beside(goal, other)]
    place = beside.index(goal_id) + direction
    if not 0 <= place < len(beside):
        return None
    swap = {goal_id: beside[place], beside[place]: goal_id}
    return tuple(swap.get(other.id, other.id) for other in ordered)


def _beside(goal: Goal, other: Goal) -> bool:
    return (goal.perspective, goal.closed, goal.span, goal.first_day) == (
        other.perspective,
        other.closed,
        other.span,
        other.first_day,
    )
