"""The page of one person: everything that is known of them, put in order. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from scorecard.domain.between import Agreed, Concern, ConcernKind, FactorPlan, Help, Intent, Owed
from scorecard.domain.measures import Terms
from scorecard.domain.people import Person
from scorecard.domain.profiles import Profile
from scorecard.domain.promises import Level
from scorecard.domain.records import Record, record_of
from scorecard.domain.relations import LevelStep, RelationLevel, steps_of
from scorecard.domain.snapshot import Card
from scorecard.domain.touches import Touch
from scorecard.services.checkin_page import Series
from scorecard.services.people.list_page import PersonRow
from scorecard.services.reckoning import Reckoned
from scorecard.store.people import PersonRows


@dataclass(frozen=True, slots=True)
class Between:
    """What was promised to them: open by due day, settled the latest first, and the record at each level."""

    open: tuple[Reckoned, ...]
    settled: tuple[Reckoned, ...]
    records: Mapping[Level, Record]


@dataclass(frozen=True, slots=True)
class AgreedMeasure:
    """`terms` are those of today; None for a measure that has not begun."""

    measure_id: str
    name: str
    terms: Terms | None
    agreed_on: date


@dataclass(frozen=True, slots=True)
class ServedMeasure:
    """A measure that is done for them."""

    measure_id: str
    name: str
    terms: Terms | None


@dataclass(frozen=True, slots=True)
class PersonPage:
    """`steps`, `helps`, `intents` and `touches` are the newest first; of `owed` the open ones come first, by due day.

    `team` is the one they are in, `members` are those in them, if they are a team.
    """

    today: date
    row: PersonRow
    profile: Profile
    team: Person | None
    members: tuple[PersonRow, ...]
    steps: tuple[LevelStep, ...]
    responsibilities: tuple[Concern, ...]
    concerns: tuple[Concern, ...]
    helps: tuple[Help, ...]
    intents: tuple[Intent, ...]
    promises: Between
    owed: tuple[Owed, ...]
    touches: tuple[Touch, ...]
    checkins: tuple[Series, ...]
    agreed: tuple[AgreedMeasure, ...]
    served: tuple[ServedMeasure, ...]
    plans: tuple[FactorPlan, ...]

    @property
    def person(self) -> Person:
        return self.row.person

    @property
    def level(self) -> RelationLevel | None:
        return self.row.level

    def plan_of(self, checkin: str, factor: str) -> FactorPlan | None:
        return next((plan for plan in self.plans if (plan.checkin, plan.factor) == (checkin, factor)), None)


@dataclass(frozen=True, slots=True, eq=False)
class KnownOf:
    """All that a page is made of. `items` are the promises to them, `served` the ids of measures done for them."""

    today: date
    row: PersonRow
    profile: Profile
    team: Person | None
    members: tuple[PersonRow, ...]
    rows: PersonRows
    items: Sequence[Reckoned]
    checkins: tuple[Series, ...]
    served: Sequence[str]
    card: Card


def person_page(known: KnownOf) -> PersonPage:
    rows = known.rows
    return PersonPage(
        today=known.today,
        row=known.row,
        profile=known.profile,
        team=known.team,
        members=known.members,
        steps=steps_of(rows.relations)[::-1],
        responsibilities=tuple(one for one in rows.concerns if one.kind is ConcernKind.RESPONSIBILITY),
        concerns=tuple(one for one in rows.concerns if one.kind is ConcernKind.CONCERN),
        helps=rows.helps[::-1],
        intents=rows.intents[::-1],
        promises=between(known.items),
        owed=owed_in_order(rows.owed),
        touches=rows.touches[::-1],
        checkins=known.checkins,
        agreed=agreed_measures(rows.agreed, known.card, known.today),
        served=_served(known.served, known.card, known.today),
        plans=rows.plans,
    )


def between(items: Iterable[Reckoned]) -> Between:
    found = list(items)
    settled = [item for item in found if not item.standing.open]
    settled.sort(key=lambda item: (item.standing.settled_on or date.min, item.promise.id), reverse=True)
    counts = [item.count for item in found if item.count is not None]
    records = {level: record_of(count for count in counts if count.level is level) for level in Level}
    return Between(open_in_order(found), tuple(settled), records)


def open_in_order(items: Iterable[Reckoned]) -> tuple[Reckoned, ...]:
    """The open ones by due day, those without one last."""
    found = (item for item in items if item.standing.open)
    return tuple(sorted(found, key=lambda item: (item.last_day or date.max, item.promise.id)))


def owed_in_order(owed: Iterable[Owed]) -> tuple[Owed, ...]:
    known = list(owed)
    still = sorted((one for one in known if one.open), key=lambda one: (one.due_day or date.max, one.id))
    over = sorted((one for one in known if not one.open), key=lambda one: (one.settled_on or date.min, one.id))
    return (*still, *reversed(over))


def agreed_measures(agreed: Iterable[Agreed], card: Card, today: date) -> tuple[AgreedMeasure, ...]:
    """In the order of the card."""
    days = {one.measure_id: one.agreed_on for one in agreed}
    return tuple(
        AgreedMeasure(measure.id, measure.name, measure.terms_on(today), days[measure.id])
        for measure in card.measures
        if measure.id in days
    )


def _served(ids: Sequence[str], card: Card, today: date) -> tuple[ServedMeasure, ...]:
    found = (measure for measure in card.measures if measure.id in ids)
    return tuple(ServedMeasure(measure.id, measure.name, measure.terms_on(today)) for measure in found)
