"""Measures that count kept promises: their marks follow from the promises, and are computed whenever days are read."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from scorecard.domain.marks import UNKNOWN, Entry, Mark, Scored, Skipped
from scorecard.domain.measures import PLACES, WHOLE_SHARE, Measure
from scorecard.domain.promises import CameDue, Level, Promise, Standing, standing
from scorecard.domain.snapshot import Snapshot


def with_kept_promises(snapshot: Snapshot, today: date) -> Snapshot:
    """The snapshot with the marks of its computed measures, on the days on which a promise came due.

    The value is the percentage of what came due that day and was kept in time (of good intentions: striven for). It is
    unknown while one of them is open and the day not over. What the user skipped stays skipped.
    """
    counting = [measure for measure in snapshot.card.measures if any(terms.kind.computed for terms in measure.terms)]
    if not counting:
        return snapshot
    marks = _marks(snapshot, today)
    entries = dict(snapshot.entries)
    for measure in counting:
        entries.update(_entries(measure, marks, snapshot.entries))
    return replace(snapshot, entries=entries)


def _marks(snapshot: Snapshot, today: date) -> Mapping[date, Mark]:
    of_day: dict[date, list[bool | None]] = {}
    for day, kept in _dates(snapshot.promises, today):
        if snapshot.first_day <= day <= snapshot.last_day:
            of_day.setdefault(day, []).append(kept)
    return {day: _mark(kept) for day, kept in of_day.items()}


def _dates(promises: Iterable[Promise], today: date) -> Iterable[tuple[date, bool | None]]:
    for promise in promises:
        state = standing(promise, today)
        for came in state.dates:
            yield came.day, _honoured(state, came)


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
