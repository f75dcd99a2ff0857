"""Measures that count kept promises: their marks follow from the promises, and are computed whenever days are read."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from scorecard.domain.marks import UNKNOWN, Entry, Mark, Scored, Skipped
from scorecard.domain.measures import PLACES, WHOLE_SHARE, Measure
from scorecard.domain.promises import CameDue, Level, Standing, standing
from scorecard.domain.snapshot import Snapshot


def with_kept_promises(snapshot: Snapshot, today: date) -> Snapshot:
    """The snapshot with the marks of its computed measures, on the days on which a promise came due.

    The value is the percentage of what came due that day and was kept in time (of good intentions: striven for). It is
    unknown while one of them is open and the day not over. What the user skipped stays skipped.
    """
    counting = [measure for measure in snapshot.card.measures if counts_promises(measure)]
    if not counting:
        return snapshot
    standings = [standing(promise, today) for promise in snapshot.promises]
    marks = kept_marks(standings, snapshot.first_day, snapshot.last_day)
    entries = dict(snapshot.entries)
    for measure in counting:
        entries.update(_entries(measure, marks, snapshot.entries))
    return replace(snapshot, entries=entries)


def counts_promises(measure: Measure) -> bool:
    """Whether it ever did."""
    return any(terms.kind.computed for terms in measure.terms)


def kept_marks(standings: Iterable[Standing], first_day: date, last_day: date) -> Mapping[date, Mark]:
    """The mark of each day of the stretch on which one of the promises came due."""
    of_day: dict[date, list[bool | None]] = {}
    for state in standings:
        for came in state.dates:
            if first_day <= came.day <= last_day:
                of_day.setdefault(came.day, []).append(_honoured(state, came))
    return {day: _mark(kept) for day, kept in of_day.items()}


def _honoured(state: Standing, came: CameDue) -> bool | None:
    """A good intention is honoured by striving, whatever came of it."""
    if came.level is Level.GOOD_INTENTION and came is state.dates[-1] and state.strove is not None:
        return state.strove
    return came.kept


def _mark(kept: list[bool | None]) -> Mark:
    if None in kept:
        return UNKNOWN
    return Scored(round(WHOLE_SHARE * Decimal(sum(map(bool, kept))) / len(kept), PLACES).normalize())


def _entries(
    measure: Measure, marks: Mapping[date, Mark], stored: Mapping[tuple[date, str], Entry]
) -> Iterable[tuple[tuple[date, str], Entry]]:
    for day, mark in marks.items():
        terms = measure.terms_on(day)
        entry = stored.get((day, measure.id)) or Entry(measure.id, day)
        if terms is not None and terms.kind.computed and not isinstance(entry.mark, Skipped):
            yield (day, measure.id), replace(entry, mark=mark, computed=True)
