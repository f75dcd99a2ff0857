"""What is asked and answered about goals, as plain values."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from scorecard.domain.goal_progress import GoalProgress
from scorecard.domain.goals import Counted, Goal, Part, Span, period_of
from scorecard.domain.periods import Period

SPANS = (Span.QUARTER, Span.YEAR)


@dataclass(frozen=True, slots=True)
class GoalDraft:
    """What an editor says of a goal. `first_day` may be any day of its quarter or year."""

    name: str
    counted: Counted
    span: Span
    first_day: date
    target: Decimal | None = None
    unit: str = ""
    perspective: str = ""
    key_result: str = ""
    why: str = ""
    parts: frozenset[Part] = frozenset()


@dataclass(frozen=True, slots=True)
class GoalsPage:
    """The goals of a quarter and of the year it lies in, in their order. `any`: there are goals, maybe of other times.

    `earlier` are the open goals of the quarter before, which may be wanted again.
    """

    quarter: Period
    year: Period
    today: date
    goals: tuple[GoalProgress, ...] = ()
    any: bool = False
    earlier: tuple[Goal, ...] = ()

    @property
    def open(self) -> tuple[GoalProgress, ...]:
        return tuple(progress for progress in self.goals if not progress.goal.closed)

    def of(self, period: Period) -> tuple[GoalProgress, ...]:
        return tuple(progress for progress in self.goals if progress.goal.period == period)

    def get(self, goal_id: str | None) -> GoalProgress | None:
        return next((progress for progress in self.goals if progress.goal.id == goal_id), None)


def no_goals(day: date) -> GoalsPage:
    """The page of somebody who has none."""
    quarter, year = (period_of(span, day) for span in SPANS)
    return GoalsPage(quarter, year, day)
