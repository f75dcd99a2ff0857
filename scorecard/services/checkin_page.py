"""What is shown of check-ins: one series for each definition and whom it is about. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from scorecard.domain.checkins import BrokenDefinitionError, Checkin, Definition, Subject, in_tenths, next_day
from scorecard.domain.people import People
from scorecard.domain.records import Count, Record, record_of
from scorecard.services.checkin_definitions import Definitions

MEASURED_DAYS = 90
MEASURED_FACTOR = "reliability"  # the id of the factor beside which the record of promises stands


@dataclass(frozen=True, slots=True)
class SeriesKey:
    definition_id: str
    subject: Subject
    person_id: str | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """All results of one definition about one subject, the earliest first. `definition` is None if there is none now.

    `kept` is the record of commitments that stands beside the reliability one gives oneself. `due_since` is None while
    nothing is due; one that never began is not.
    """

    key: SeriesKey
    name: str
    definition: Definition | None
    person: str
    results: tuple[Checkin, ...]
    kept: Record
    due_since: date | None = None

    @property
    def latest(self) -> Checkin | None:
        return self.results[-1] if self.results else None

    @property
    def before(self) -> Checkin | None:
        return self.results[-2] if len(self.results) > 1 else None

    @property
    def change(self) -> Fraction | None:
        """Of the latest result since the one before."""
        return change_since(self.before, self.latest)

    def measures(self, factor_name: str) -> bool:
        """Whether the record of promises belongs to the factor of that name."""
        factor = self.definition.factor_named(factor_name) if self.definition else None
        return factor is not None and factor.id == MEASURED_FACTOR


@dataclass(frozen=True, slots=True)
class CheckinPage:
    """`series` holds one for every definition that was never used, too. `due` is the one quiet hint: of several
    that are due, the one that was done last.
    """

    today: date
    definitions: tuple[Definition, ...]
    problems: tuple[BrokenDefinitionError, ...]
    people: People
    series: tuple[Series, ...]
    due: Series | None

    def get(self, key: SeriesKey | None) -> Series | None:
        return next((series for series in self.series if series.key == key), None)

    @property
    def first(self) -> Series | None:
        """What is shown unless something else is chosen: what was done last, before all the first of all."""
        return max(self.series, key=_last_day, default=None)


def change_since(before: Checkin | None, after: Checkin | None) -> Fraction | None:
    """In tenths, as the two are shown, so that what is read adds up; None without one before."""
    if before is None or after is None:
        return None
    return Fraction(in_tenths(after.result) - in_tenths(before.result), 10)


def checkin_page(
    definitions: Definitions, checkins: Iterable[Checkin], people: People, commitments: Sequence[Count], today: date
) -> CheckinPage:
    """`checkins` by day; `commitments` is what all of them count for."""
    results: dict[SeriesKey, list[Checkin]] = {}
    for checkin in checkins:
        results.setdefault(key_of(checkin, people), []).append(checkin)
    keys = _in_order(definitions, results, people)
    series = tuple(_series(key, results.get(key, []), definitions, people, commitments, today) for key in keys)
    due = max((one for one in series if one.due_since is not None), key=_last_day, default=None)
    return CheckinPage(today, definitions.usable, definitions.problems, people, series, due)


def key_of(checkin: Checkin, people: People) -> SeriesKey:
    """Persons that were merged are one."""
    person = people.get(checkin.person_id)
    return SeriesKey(checkin.definition_id, checkin.subject, person.id if person else None)


def kept_commitments(commitments: Iterable[Count], people: People, key: SeriesKey, today: date) -> Record:
    """How the commitments that counted in the last 90 days were kept: all of them, or those made to that person."""
    first = today - timedelta(days=MEASURED_DAYS - 1)
    counts = []
    for count in commitments:
        to_whom = people.get(count.promise.person_id)
        theirs = key.subject is Subject.ME or (to_whom is not None and to_whom.id == key.person_id)
        if theirs and first <= count.day <= today:
            counts.append(count)
    return record_of(counts)


def _in_order(
    definitions: Definitions, results: Mapping[SeriesKey, Sequence[Checkin]], people: People
) -> list[SeriesKey]:
    """By definition as they come, those that are gone last; within one by subject and name."""
    places = {definition.id: place for place, definition in enumerate(definitions.usable)}
    begun = {key.definition_id for key in results}
    fresh = (
        SeriesKey(definition.id, definition.subjects[0])
        for definition in definitions.usable
        if definition.id not in begun
    )

    def order(key: SeriesKey) -> tuple[int, str, int, str]:
        place = places.get(key.definition_id, len(places))
        return place, key.definition_id, list(Subject).index(key.subject), people.name(key.person_id).casefold()

    return sorted([*results, *fresh], key=order)


def _series(
    key: SeriesKey,
    results: Sequence[Checkin],
    definitions: Definitions,
    people: People,
    commitments: Sequence[Count],
    today: date,
) -> Series:
    definition = definitions.get(key.definition_id)
    due = next_day(definition.cadence, results[-1].day) if definition and results else None
    return Series(
        key,
        definition.name if definition else key.definition_id,
        definition,
        people.name(key.person_id),
        tuple(results),
        kept_commitments(commitments, people, key, today),
        due if due is not None and due <= today else None,
    )


def _last_day(series: Series) -> date:
    return series.results[-1].day if series.results else date.min
