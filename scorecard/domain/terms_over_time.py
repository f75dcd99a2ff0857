"""Measures whose terms or place change from a day on: the days before keep what they had."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from scorecard.domain.days import ONE_DAY
from scorecard.domain.errors import ImpossibleTermsError
from scorecard.domain.measures import Measure, Place, Terms

# What belongs together: a target means nothing without its kind.
ASKED = ("kind", "direction", "target", "upper", "scale", "unit")
WEIGHED = ("weight",)
RHYTHM = ("due", "weekly")
PLACED = ("place",)
PARTS = (ASKED, WEIGHED, RHYTHM)

Part = tuple[str, ...]


def shown_terms(measure: Measure, today: date) -> Terms:
    """The terms of today; the first ones when none hold yet."""
    return measure.terms_on(today) or measure.terms[0]


def differing(one: Terms, other: Terms, parts: Sequence[Part] = PARTS) -> list[Part]:
    """The parts in which the terms differ."""
    return [part for part in parts if _part(one, part) != _part(other, part)]


def same_terms(one: Terms | None, other: Terms | None) -> bool:
    """Whether they ask the same at the same place, whatever their first days and reasons."""
    if one is None or other is None:
        return one is other
    return not differing(one, other, (*PARTS, PLACED))


def amended(measure: Measure, wanted: Terms, today: date) -> Measure:
    """The measure with `wanted` in place of the terms of today, from `wanted.first_day` on.

    Only what differs from the terms of today changes. It changes in all terms up to today, and goes on after that
    until the day for which something else was already chosen. Places stay. The reason is that of the first day.
    """
    parts = differing(shown_terms(measure, today), wanted)
    starts_earlier = wanted.first_day < measure.terms[0].first_day
    if not parts and not starts_earlier:
        return measure
    known = measure.terms_on(wanted.first_day)
    goes_on = known is not None and (known.first_day == wanted.first_day or known.place is Place.RETIRED)
    reason = wanted.reason or (known.reason if known is not None and goes_on else "")
    return _carried(measure, wanted, parts, max(wanted.first_day, today), reason)


def placed(measure: Measure, place: Place, day: date, reason: str = "") -> Measure:
    """The measure at `place` from `day` on, whatever terms were chosen for later."""
    known = measure.terms_on(day) or measure.terms[0]
    before = measure.terms_on(day - ONE_DAY)
    also_amended = known.first_day == day and before is not None and bool(differing(before, known))
    wanted = replace(known, first_day=day, place=place)
    return _carried(measure, wanted, [PLACED], date.max, reason or (known.reason if also_amended else ""))


def planned(measure: Measure, day: date) -> tuple[Terms, ...]:
    """The terms that were chosen for after `day`."""
    return tuple(terms for terms in measure.terms if terms.first_day > day)


def _carried(measure: Measure, wanted: Terms, parts: list[Part], until: date, reason: str) -> Measure:
    """`wanted` in `parts`, from its first day on; after `until` only where the measure asked on as it did before."""
    first_day = wanted.first_day
    firsts = sorted({terms.first_day for terms in measure.terms} | {first_day})
    found, going_on = [terms for terms in measure.terms if terms.first_day < first_day], list(parts)
    for day in (day for day in firsts if day >= first_day):
        known = measure.terms_on(day) or measure.terms[0]
        if day > until:
            before = measure.terms_on(day - ONE_DAY) or known
            going_on = [part for part in going_on if _part(known, part) == _part(before, part)]
        meant = replace(_changed(known, wanted, going_on), first_day=day)
        if day == first_day:
            meant = replace(meant, reason=reason)
        if not found or not same_terms(found[-1], meant):
            found.append(meant)
    return replace(measure, terms=tuple(found))


def _changed(known: Terms, wanted: Terms, parts: Sequence[Part]) -> Terms:
    """Where the parts of both can't be had together, all of what is wanted is taken but its place."""
    names = [name for part in parts for name in part]
    try:
        return replace(known, **_named(wanted, names))
    except ImpossibleTermsError:
        return replace(known, **_named(wanted, [name for part in PARTS for name in part]))


def _named(terms: Terms, names: Sequence[str]) -> dict[str, Any]:
    return {name: getattr(terms, name) for name in names}


def _part(terms: Terms, part: Part) -> tuple[Any, ...]:
    return tuple(getattr(terms, name) for name in part)
