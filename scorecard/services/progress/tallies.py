"""What the counts, numbers and times of a card come to: since the first entry, and in a period."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

import numpy as np

from scorecard.domain.measures import Direction, Kind, Terms
from scorecard.domain.periods import Period
from scorecard.services.progress.grid import Numbers
from scorecard.services.progress.history import History
from scorecard.services.progress.total import Total

ADDED_UP = (Kind.COUNT, Kind.NUMBER, Kind.DURATION)
MOST_STOPS = 60  # of a curve
_NUMBERS = {Kind.COUNT, Kind.NUMBER}


Names = Mapping[str, str]  # of the persons whom measures serve, by the ids of the measures
_NOBODY: Names = MappingProxyType({})


def totals_of(history: History, period: Period, served: Names = _NOBODY) -> tuple[Total, ...]:
    """Of the measures that can be added up and have a value by then: those on the card first, in its order.

    Values on days away count: they happened.
    """
    last = min(period.last, history.today)
    columns = range(len(history.grid.card.measures))
    found = [total for column in columns if (total := _total(history, column, period, last)) is not None]
    known = (replace(total, served=served.get(total.measure.id, "")) for total in found)
    return tuple(sorted(known, key=lambda total: not total.on_card))


def impact_totals(history: History, period: Period, served: Names = _NOBODY) -> tuple[Total, ...]:
    """Those of which more is better, or which are only counted: what is kept low or within bounds is no impact."""
    wanted = (Direction.AT_LEAST, Direction.TALLY)
    return tuple(total for total in totals_of(history, period, served) if total.terms.direction in wanted)


def _total(history: History, column: int, period: Period, last: date) -> Total | None:
    grid = history.grid
    measure = grid.measure(column)
    terms = measure.terms_on(last)
    if terms is None or terms.kind not in ADDED_UP:
        return None
    values = _values(history, column, terms, last)
    rows = np.flatnonzero(~np.isnan(values))
    if not rows.size:
        return None
    inside = values[grid.rows(period.first, last)]
    grown = np.cumsum(np.nan_to_num(values[rows[0] :]))
    return Total(
        measure=measure,
        terms=terms,
        on_card=terms.on_card,
        since=grid.day(int(rows[0])),
        total=float(grown[-1]),
        n=rows.size,
        in_period=float(np.nansum(inside)),
        n_in_period=int((~np.isnan(inside)).sum()),
        curve=_curve(grown),
    )


def _values(history: History, column: int, terms: Terms, last: date) -> Numbers:
    """Up to `last`; NaN where it counted something else, a rating say. Days and weekly totals add up alike."""
    grid = history.grid
    values = grid.values[grid.rows(grid.first_day, last), column].copy()
    for asked, rows in grid.in_force(column):
        if asked.kind is not terms.kind and {asked.kind, terms.kind} != _NUMBERS:
            values[rows] = np.nan
    return values


def _curve(grown: Numbers) -> tuple[float, ...]:
    """Not more stops than can be seen, the first and the last day among them."""
    stops = np.linspace(0, len(grown) - 1, min(MOST_STOPS, len(grown)))
    return tuple(grown[np.rint(stops).astype(np.int64)].tolist())
