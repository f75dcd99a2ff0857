"""Whether an adjustment shows in a measure it is tied to: its days before and after."""

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from scorecard.domain.days import ONE_DAY
from scorecard.domain.reflections import Adjustment
from scorecard.domain.scores import Standing, day_lines
from scorecard.domain.snapshot import Snapshot

REACH = timedelta(days=14)
ENOUGH = 5  # days on each side; with fewer, nothing can be concluded


@dataclass(frozen=True, slots=True)
class Effect:
    """The completions of one measure on the days that counted, the day on which the adjustment was written included."""

    measure_id: str
    before: tuple[Fraction, ...]
    after: tuple[Fraction, ...]

    @property
    def enough(self) -> bool:
        return min(len(self.before), len(self.after)) >= ENOUGH

    @property
    def mean_before(self) -> Fraction | None:
        return _mean(self.before)

    @property
    def mean_after(self) -> Fraction | None:
        return _mean(self.after)


def adjustment_effect(adjustment: Adjustment, snapshot: Snapshot, measure_id: str) -> Effect:
    """`snapshot` holds the days around the adjustment, `REACH` to either side."""
    before = [adjustment.day - n * ONE_DAY for n in reversed(range(REACH.days))]
    after = [adjustment.day + n * ONE_DAY for n in range(1, REACH.days + 1)]
    return Effect(measure_id, _completions(snapshot, measure_id, before), _completions(snapshot, measure_id, after))


def _completions(snapshot: Snapshot, measure_id: str, days: list[date]) -> tuple[Fraction, ...]:
    measure = snapshot.card.measure(measure_id)
    lines = (line for day in days for line in day_lines([measure], snapshot.entries, day, snapshot.away))
    return tuple(line.completion for line in lines if line.standing is Standing.COUNTED and line.completion is not None)


def _mean(completions: tuple[Fraction, ...]) -> Fraction | None:
    return sum(completions, Fraction(0)) / len(completions) if completions else None
