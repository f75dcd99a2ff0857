"""People in the weekly review: who was touched, who waits too long, whose level changed, which plans there are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from scorecard.domain.between import FactorPlan
from scorecard.domain.people import People
from scorecard.domain.profiles import Profile
from scorecard.domain.relations import Relation, RelationLevel, steps_of
from scorecard.domain.touches import Contact
from scorecard.domain.weeks import Week
from scorecard.services.checkin_definitions import Definitions
from scorecard.store import people as stored
from scorecard.store import people_book
from scorecard.store.store import Store


@dataclass(frozen=True, slots=True)
class OverduePerson:
    """`days` since the last touch, with the rhythm that was chosen, as of the end of the week or today."""

    person_id: str
    name: str
    days: int
    rhythm: int


@dataclass(frozen=True, slots=True)
class LevelMove:
    """`was` is None for the first level; `up` is None then, too."""

    person_id: str
    name: str
    was: RelationLevel | None
    level: RelationLevel
    up: bool | None
    day: date
    evidence: str


@dataclass(frozen=True, slots=True)
class PlanToReview:
    """One line on how to improve a factor; `factor` is its name, or its id where the definition is gone."""

    person_id: str
    name: str
    checkin: str
    factor: str
    words: str
    changed_on: date


@dataclass(frozen=True, slots=True)
class ReviewToCome:
    """A quality review with somebody in the week to come."""

    person_id: str
    name: str
    day: date


@dataclass(frozen=True, slots=True)
class PeopleWeek:
    """`touched` are ids; the others are by name, level moves and reviews by day."""

    touched: frozenset[str] = frozenset()
    overdue: tuple[OverduePerson, ...] = ()
    moves: tuple[LevelMove, ...] = ()
    plans: tuple[PlanToReview, ...] = ()
    reviews: tuple[ReviewToCome, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class KnownOfWeek:
    """`last` is the last touch of each by the end of the week, or by today."""

    week: Week
    today: date
    people: People
    profiles: Mapping[str, Profile]
    touched: frozenset[str]
    last: Mapping[str, date]
    relations: tuple[Relation, ...]
    plans: tuple[FactorPlan, ...]


def read_people_week(store: Store, people: People, definitions: Definitions, week: Week, today: date) -> PeopleWeek:
    """Raises StoreError."""
    last_day = min(week.sunday, today)
    with store.reading() as connection:
        known = KnownOfWeek(
            week,
            today,
            people,
            people_book.profiles(connection),
            frozenset(touch.person_id for touch in stored.read_touches_between(connection, week.monday, last_day)),
            people_book.last_touches_by(connection, last_day),
            stored.read_all_relations(connection),
            stored.read_all_plans(connection),
        )
    return people_week(known, definitions)


def people_week(known: KnownOfWeek, definitions: Definitions) -> PeopleWeek:
    return PeopleWeek(known.touched, _overdue(known), _moves(known), _plans(known, definitions), _reviews(known))


def _overdue(known: KnownOfWeek) -> tuple[OverduePerson, ...]:
    """The longest past their rhythm first."""
    as_of = min(known.week.sunday, known.today)
    found = []
    for person in known.people.present:
        profile = known.profiles.get(person.id)
        if profile is None or profile.archived:
            continue
        contact = Contact(as_of, known.last.get(person.id), profile.rhythm)
        if contact.overdue and contact.days is not None and contact.rhythm is not None:
            found.append(OverduePerson(person.id, person.name, contact.days, contact.rhythm))
    return tuple(sorted(found, key=lambda one: (-one.days / one.rhythm, one.name.casefold())))


def _moves(known: KnownOfWeek) -> tuple[LevelMove, ...]:
    of_person: dict[str, list[Relation]] = {}
    for relation in known.relations:
        of_person.setdefault(relation.person_id, []).append(relation)
    steps = [step for relations in of_person.values() for step in steps_of(relations)]
    moves = [
        LevelMove(person.id, person.name, step.was, step.relation.level, step.up, step.relation.day,
                  step.relation.evidence)
        for step in steps
        if known.week.monday <= step.relation.day <= known.week.sunday
        and (person := known.people.get(step.relation.person_id)) is not None
    ]  # fmt: skip
    return tuple(sorted(moves, key=lambda move: (move.day, move.name.casefold())))


def _plans(known: KnownOfWeek, definitions: Definitions) -> tuple[PlanToReview, ...]:
    """Those that were there in the week, of people who are not archived."""
    found = []
    for plan in known.plans:
        person, profile = known.people.get(plan.person_id), known.profiles.get(plan.person_id)
        archived = profile is not None and profile.archived
        if person is not None and not archived and plan.changed_on <= known.week.sunday:
            checkin, factor = _names(plan, definitions)
            found.append(PlanToReview(person.id, person.name, checkin, factor, plan.words, plan.changed_on))
    return tuple(sorted(found, key=lambda one: (one.name.casefold(), one.checkin)))


def _reviews(known: KnownOfWeek) -> tuple[ReviewToCome, ...]:
    """Those of the week after, of people who are not archived."""
    days, found = frozenset(known.week.next.days), []
    for person in known.people.present:
        profile = known.profiles.get(person.id)
        day = profile.review_day if profile is not None and not profile.archived else None
        if day is not None and day in days:
            found.append(ReviewToCome(person.id, person.name, day))
    return tuple(sorted(found, key=lambda one: (one.day, one.name.casefold())))


def _names(plan: FactorPlan, definitions: Definitions) -> tuple[str, str]:
    definition = definitions.get(plan.checkin)
    factors: Iterable[tuple[str, str]] = ((one.id, one.name) for one in definition.factors) if definition else ()
    return (definition.name if definition else plan.checkin), dict(factors).get(plan.factor, plan.factor)
