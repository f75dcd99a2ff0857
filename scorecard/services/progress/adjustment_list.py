"""Whether what was adjusted shows in the measures it is tied to: 14 days before against 14 days after.

The days are those of `services/adjusting.py`; a property test holds the two equal. Here they come out of the one
history, so that ten years of adjustments cost no query each.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np

from scorecard.domain.measures import Measure
from scorecard.domain.periods import Period, earlier
from scorecard.domain.reflections import Adjustment
from scorecard.services.adjusting import ENOUGH, REACH
from scorecard.services.progress.changed import Change
from scorecard.services.progress.claims import change_of
from scorecard.services.progress.grid import Numbers
from scorecard.services.progress.history import History


@dataclass(frozen=True, slots=True)
class Effect:
    """The completions of one measure after an adjustment against those before. `open`: days of it are still to come."""

    measure: Measure
    change: Change
    open: bool


def adjusted_in(adjustments: Iterable[Adjustment], period: Period) -> tuple[Adjustment, ...]:
    """Those written in `period`, the latest first."""
    return tuple(sorted((one for one in adjustments if one.day in period), key=lambda one: one.day, reverse=True))


def effects_of(adjustment: Adjustment, history: History) -> tuple[Effect, ...]:
    """For each measure it is tied to. Each takes a moment, for chance has to be tried."""
    measures = history.grid.card.measures
    columns = {measure.id: column for column, measure in enumerate(measures)}
    found = (columns[measure] for measure in adjustment.measures if measure in columns)
    return tuple(_effect(history, column, adjustment.day) for column in found)


def _effect(history: History, column: int, day: date) -> Effect:
    first, last = earlier(day, REACH.days - 1), min(day, date.max - REACH) + REACH
    before = _completions(history, column, first, day)
    after = _completions(history, column, day, last)[_completions(history, column, day, day).size :]
    return Effect(history.grid.measure(column), change_of(after, before, least=ENOUGH), open=history.today < last)


def _completions(history: History, column: int, first: date, last: date) -> Numbers:
    found = history.worth.completions[history.grid.rows(first, last), column]
    return np.asarray(found[~np.isnan(found)])
