"""Which measure is meant by as much of its name as was typed."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from scorecard.domain.measures import Measure, Place, Terms


class Found(NamedTuple):
    measure: Measure
    terms: Terms


def fitting(measures: Iterable[Measure], name: str, day: date) -> list[Found]:
    """The measures that `name` may mean on `day`: that very name, else those that begin so, else those with a word
    that does. Of several those on the card come before those on the bench."""
    wanted = " ".join(name.split()).casefold()
    there = [
        Found(measure, terms)
        for measure in measures
        if (terms := measure.terms_on(day)) is not None and terms.place is not Place.RETIRED
    ]
    for fits in (_is, _begins, _has_word):
        found = [pair for pair in there if fits(pair.measure.name.casefold(), wanted)]
        if found:
            return [pair for pair in found if pair.terms.on_card] or found
    return []


def on_card(measures: Iterable[Measure], day: date) -> list[Found]:
    return [Found(m, terms) for m in measures if (terms := m.terms_on(day)) is not None and terms.on_card]


def _is(name: str, wanted: str) -> bool:
    return name == wanted


def _begins(name: str, wanted: str) -> bool:
    return bool(wanted) and name.startswith(wanted)


def _has_word(name: str, wanted: str) -> bool:
    return bool(wanted) and any(word.startswith(wanted) for word in name.split())
