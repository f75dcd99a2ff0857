"""A history whose day scores are what a test says they are."""

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from decimal import Decimal

import numpy as np

from scorecard.domain.away import AwayRange
from scorecard.domain.measures import Kind, Measure, Terms
from scorecard.domain.settings import Settings
from scorecard.domain.snapshot import Card
from scorecard.services.progress.grid import Grid, gone_of
from scorecard.services.progress.history import History

MEASURES = 3
HUNDRED = Decimal(100)


def scored(
    points: Mapping[date, float],
    today: date,
    *,
    away: Collection[tuple[date, date]] = (),
    remembered: Collection[date] = (),
    thin: Collection[date] = (),
    first_day: date | None = None,
    reason: str = "",
) -> History:
    """From `first_day` (the first with points) to `today` or the last with points. Thin days know one measure of
    three."""
    first = first_day or min(points, default=today)
    days = (max([today, *points]) - first).days + 1
    terms = (Terms(first, Kind.COUNT, target=HUNDRED),)
    measures = tuple(Measure(f"m{n}", f"Measure {n}", terms) for n in range(MEASURES))
    values = np.full((days, MEASURES), np.nan)
    from_memory = np.zeros((days, MEASURES), np.bool_)
    for day, number in points.items():
        values[(day - first).days, : 1 if day in thin else MEASURES] = number
    for day in remembered:
        from_memory[(day - first).days, 0] = True
    ranges = tuple(AwayRange(f"a{n}", start, end, reason) for n, (start, end) in enumerate(away))
    grid = Grid(
        first_day=first,
        card=Card(measures),
        away=ranges,
        settings=Settings(),
        values=values,
        skipped=np.zeros((days, MEASURES), np.bool_),
        remembered=from_memory,
        finished=np.zeros(days, np.bool_),
        gone=gone_of(first, days, ranges),
    )
    return History(grid, today)


def days_from(first: date, *points: float | None) -> dict[date, float]:
    """One number for each day from `first` on; None is a gap."""
    return {first + timedelta(days=n): number for n, number in enumerate(points) if number is not None}
