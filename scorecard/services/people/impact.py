"""What measures that serve somebody add up to. It needs numpy, so it is imported when it is first asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from scorecard.domain.measures import Terms
from scorecard.domain.people import People, Person
from scorecard.domain.periods import Period
from scorecard.services.progress.history import History
from scorecard.services.progress.tallies import impact_totals
from scorecard.services.progress.total import Total

_THOUSANDTH = Decimal("0.001")


@dataclass(frozen=True, slots=True)
class ServedSum:
    """`total` from `since`, the day of the first value, on; `in_period` is that of the period; `n` values in all."""

    measure_id: str
    name: str
    terms: Terms
    total: Decimal
    in_period: Decimal
    since: date
    n: int


@dataclass(frozen=True, slots=True)
class PersonImpact:
    person: Person
    sums: tuple[ServedSum, ...]


def impacts(history: History, period: Period, served: Mapping[str, str], people: People) -> tuple[PersonImpact, ...]:
    """By name; `served` says whom each measure serves, by their ids. Those without any value are left out."""
    sums: dict[str, list[ServedSum]] = {}
    who: dict[str, Person] = {}
    for total in impact_totals(history, period):
        person = people.get(served.get(total.measure.id)) if total.measure.id in served else None
        if person is not None:
            who[person.id] = person
            sums.setdefault(person.id, []).append(_sum(total))
    ordered = sorted(who.values(), key=lambda person: (person.name.casefold(), person.id))
    return tuple(PersonImpact(person, tuple(sums[person.id])) for person in ordered)


def _sum(total: Total) -> ServedSum:
    return ServedSum(
        total.measure.id, total.measure.name, total.terms, _exact(total.total), _exact(total.in_period), total.since,
        total.n,
    )  # fmt: skip


def _exact(number: float) -> Decimal:
    """As values are kept, to a thousandth."""
    return Decimal(number).quantize(_THOUSANDTH)
