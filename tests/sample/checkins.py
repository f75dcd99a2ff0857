"""Check-ins that a test made up: series of results with parts, formulas and whom they are about."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

from scorecard.domain.checkins import (
    THOUSANDTHS,
    Cadence,
    Checkin,
    Definition,
    Factor,
    Subject,
    in_thousandths,
    result_of,
)
from scorecard.domain.people import People, Person
from scorecard.domain.records import Record
from scorecard.services.checkin_page import CheckinPage, Series, SeriesKey

NAMES = ("Reliability", "Credibility", "Intimacy", "Character", "Self-orientation")


def definition(name: str = "Trust", names: Sequence[str] = NAMES) -> Definition:
    factors = [Factor(part.lower(), part, "one", "ten", part is names[-1]) for part in names]
    return Definition(name.lower(), name, Cadence.MONTHLY, tuple(Subject), tuple(factors))


def series_of(
    results: Mapping[date, Sequence[int]],
    *,
    of: Definition | None = None,
    person: str = "",
    kept: Record = Record(0, 0),  # noqa: B008
) -> Series:
    """One value for each factor of the definition on each day."""
    known = of or definition()
    key = SeriesKey(known.id, Subject.PERSON if person else Subject.ME, person.lower() or None)
    checkins = []
    for n, (day, values) in enumerate(sorted(results.items())):
        parts = known.parts(dict(zip((factor.id for factor in known.ordered), values, strict=True)))
        result = Fraction(in_thousandths(result_of(parts)), THOUSANDTHS)
        checkins.append(
            Checkin(f"{known.id}-{key.person_id}-{n}", known.id, day, key.subject, key.person_id, parts,
                    known.formula, result)
        )  # fmt: skip
    return Series(key, known.name, known, person, tuple(checkins), kept)


def page_of(today: date, *series: Series) -> CheckinPage:
    people = People(tuple(Person(one.person.lower(), one.person) for one in series if one.person))
    definitions = {one.key.definition_id: one.definition for one in series if one.definition is not None}
    return CheckinPage(today, tuple(definitions.values()), (), people, series, None)
