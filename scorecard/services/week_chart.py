"""The days of one week and of the week before, as the first chart of Progress shows them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from scorecard.domain.away import is_away, reasons_between
from scorecard.domain.grades import rounded
from scorecard.domain.scores import Score, explain_day, explain_week
from scorecard.domain.snapshot import Snapshot
from scorecard.domain.weeks import Week


@dataclass(frozen=True, slots=True)
class DayBar:
    """One day. `points` is what is known so far, 0 to 100; None is a gap, never zero.

    `thin`: under half of the due weight is known, so the points are no score. `known` and `due` count measures.
    """

    day: date
    points: Fraction | None
    thin: bool
    from_memory: bool
    away: bool
    known: int
    due: int
    finished: bool
    future: bool
    away_reason: str = ""

    @property
    def hollow(self) -> bool:
        return self.points is not None and (self.thin or self.from_memory)

    @property
    def shown(self) -> int | None:
        """The points as they are written: whole, halves up."""
        return None if self.points is None else rounded(self.points)

    @property
    def score(self) -> Fraction | None:
        """The points when they are a score, which those of a thin day are not."""
        return None if self.thin else self.points


@dataclass(frozen=True, slots=True)
class WeekBars:
    """`mean` is that of the week's `mean_n` day scores, `last_mean` and `last_n` are the week before's.

    `score` is the week score with its coverage, which weighs measures and so is not the mean of the days.
    """

    week: Week
    days: tuple[DayBar, ...]
    mean: Fraction | None
    mean_n: int
    last_mean: Fraction | None
    last_n: int
    score: Score

    @property
    def best(self) -> tuple[DayBar, ...]:
        """The scored days that share the highest score as it is shown; none when no day differs from another."""
        scores = [rounded(bar.score) for bar in self.days if bar.score is not None]
        if len(set(scores)) < 2:
            return ()
        return tuple(bar for bar in self.days if bar.score is not None and rounded(bar.score) == max(scores))

    @property
    def difference(self) -> int | None:
        """Points above last week, between the two means as they are shown; None when one of them is missing."""
        if self.mean is None or self.last_mean is None:
            return None
        return rounded(self.mean) - rounded(self.last_mean)

    @property
    def is_blank(self) -> bool:
        """Whether there is no bar to draw."""
        return all(bar.points is None for bar in self.days)


def week_bars(snapshot: Snapshot, week: Week, today: date) -> WeekBars:
    """The bars of `week`; raises ValueError unless the snapshot holds all of it and of the week before."""
    if snapshot.first_day > week.previous.monday or snapshot.last_day < week.sunday:
        raise ValueError("the snapshot holds too few days for a week and the one before")
    remembered = frozenset(day for (day, _), entry in snapshot.entries.items() if entry.from_memory)
    days = tuple(_day_bar(snapshot, day, today, remembered) for day in week.days)
    before = tuple(_day_bar(snapshot, day, today, remembered) for day in week.previous.days)
    mean, mean_n = _mean(days)
    last_mean, last_n = _mean(before)
    score = explain_week(snapshot.card.measures, snapshot.entries, week, today, snapshot.away).score
    return WeekBars(week, days, mean, mean_n, last_mean, last_n, score)


def _day_bar(snapshot: Snapshot, day: date, today: date, remembered: frozenset[date]) -> DayBar:
    score = explain_day(snapshot.card.measures, snapshot.entries, day, snapshot.away).score
    return DayBar(
        day=day,
        points=score.so_far,
        thin=score.thin,
        from_memory=day in remembered,
        away=is_away(day, snapshot.away),
        known=score.known,
        due=score.due,
        finished=day in snapshot.finished,
        future=day > today,
        away_reason=", ".join(reasons_between(snapshot.away, day, day)),
    )


def _mean(days: Sequence[DayBar]) -> tuple[Fraction | None, int]:
    scores = [bar.score for bar in days if bar.score is not None]
    return (sum(scores, Fraction(0)) / len(scores) if scores else None), len(scores)
