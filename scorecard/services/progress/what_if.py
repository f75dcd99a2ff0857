"""What a period would have scored under another card. Nothing is stored, and the history stays what it is."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

import numpy as np

from scorecard.domain.errors import ImpossibleTermsError
from scorecard.domain.grades import FAILED, GradeScale
from scorecard.domain.measures import Measure, Place, Terms
from scorecard.domain.periods import Period
from scorecard.services.progress.course import Course
from scorecard.services.progress.courses import course_of
from scorecard.services.progress.grid import Counts, Numbers
from scorecard.services.progress.history import History
from scorecard.services.progress.running import scores_between
from scorecard.services.progress.scores import rounded_half_up


@dataclass(frozen=True, slots=True)
class Instead:
    """What a measure would ask; None where it would ask what it did. `upper` is meant only with a `target`."""

    weight: int | None = None
    target: Decimal | None = None
    upper: Decimal | None = None
    due: frozenset[int] | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class GradeDays:
    """How many days of the period have a grade."""

    grade: str
    counted: int
    would_be: int


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The period as it was counted and as it would be. `grades` is empty where grades are hidden."""

    counted: Course
    would_be: Course
    grades: tuple[GradeDays, ...]

    @property
    def differs(self) -> bool:
        """Whether any day would have another score."""
        return (self.counted.days, self.counted.bands) != (self.would_be.days, self.would_be.bands)


def what_if(history: History, period: Period, changes: Mapping[str, Instead]) -> WhatIf:
    """`changes` are by id of measure, and hold for the whole period."""
    changed = changed_history(history, period, changes)
    return WhatIf(course_of(history, period), course_of(changed, period), _grades(history, changed, period))


def changed_history(history: History, period: Period, changes: Mapping[str, Instead]) -> History:
    """The days of `period` under the changed card; those before and after it are as they were."""
    if all(instead == Instead() for instead in changes.values()):
        return history
    card = history.grid.card
    measures = tuple(
        _changed(measure, changes[measure.id], period) if measure.id in changes else measure
        for measure in card.measures
    )
    return History(replace(history.grid, card=replace(card, measures=measures)), history.today)


def _changed(measure: Measure, instead: Instead, period: Period) -> Measure:
    """Terms from the first day of the period on, with those that came during it, and the old ones after it."""
    latest = measure.terms_on(period.last) or measure.terms[0]
    firsts = {terms.first_day for terms in measure.terms}
    if firsts and min(firsts) < period.first:
        firsts.add(period.first)
    if period.last < date.max:
        firsts.add(date.fromordinal(period.last.toordinal() + 1))
    found = []
    for first in sorted(firsts):
        terms = measure.terms_on(first)
        if terms is not None:
            meant = _under(terms, instead, latest) if first in period else terms
            found.append(replace(meant, first_day=first))
    return replace(measure, terms=tuple(found))


def _under(terms: Terms, instead: Instead, latest: Terms) -> Terms:
    """A target is meant for what the measure asks last: earlier terms of another kind keep theirs."""
    target, upper = terms.target, terms.upper
    if instead.target is not None and _alike(terms, latest):
        target, upper = instead.target, instead.upper
    try:
        return replace(
            terms,
            weight=terms.weight if instead.weight is None else instead.weight,
            target=target,
            upper=upper,
            due=terms.due if instead.due is None else instead.due,
            place=terms.place if instead.place is None else instead.place,
        )
    except ImpossibleTermsError:
        return terms


def _alike(one: Terms, other: Terms) -> bool:
    return (one.kind, one.direction, one.scale, one.weekly) == (other.kind, other.direction, other.scale, other.weekly)


def _grades(history: History, changed: History, period: Period) -> tuple[GradeDays, ...]:
    """The days under the grades of their own time, the best first."""
    last = min(period.last, history.today)
    shown = history.grid.settings.scale_on(last)
    if not shown.shown or last < period.first:
        return ()
    counted, would_be = (_count(of, period.first, last) for of in (history, changed))
    names = dict.fromkeys([*_names(shown), *counted, *would_be])
    return tuple(GradeDays(name, counted.get(name, 0), would_be.get(name, 0)) for name in names)


def _names(scale: GradeScale) -> list[str]:
    return [*(name for name, _ in scale.bounds), FAILED]


def _count(history: History, first: date, last: date) -> dict[str, int]:
    settings = history.grid.settings
    starts = [scale.first_day for scale in settings.scales if first < scale.first_day <= last]
    edges = [first, *starts, date.fromordinal(min(last.toordinal() + 1, date.max.toordinal()))]
    counts: dict[str, int] = {}
    for start, end in pairwise(edges):
        scale = settings.scale_on(start)
        scores = scores_between(history, start, date.fromordinal(end.toordinal() - 1))
        for name, number in zip(_names(scale), _in_order(scores, scale).tolist(), strict=True):
            counts[name] = counts.get(name, 0) + number
    return {name: number for name, number in counts.items() if number}


def _in_order(scores: Numbers, scale: GradeScale) -> Counts:
    """How many scores have each of the grades, from the best to the last."""
    limits = np.array([limit for _, limit in reversed(scale.bounds)], np.int64)
    steps = np.searchsorted(limits, rounded_half_up(scores[~np.isnan(scores)]), side="right")
    return np.bincount(steps, minlength=len(limits) + 1)[::-1]
