"""Everything about people that is shown, and the deeds, by what they are done to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from scorecard.domain.clock import Clock
from scorecard.domain.people import People, Person
from scorecard.domain.profiles import PersonKind
from scorecard.resources import resource
from scorecard.services.backups import Backups
from scorecard.services.changes import Changes
from scorecard.services.checkin_page import Series
from scorecard.services.checkins import Checkins
from scorecard.services.pages import DayPage
from scorecard.services.people.agreed_view import AgreedView, agreed_view
from scorecard.services.people.agreeing import Agreements
from scorecard.services.people.book import EverybodyKeeper, FactsKeeper
from scorecard.services.people.concerns import Concerns
from scorecard.services.people.contacts import Contacts
from scorecard.services.people.definitions import PeopleDefinitions, read_definitions
from scorecard.services.people.deleting import Deleting
from scorecard.services.people.helping import Helps, Intents
from scorecard.services.people.keeping import Keeping
from scorecard.services.people.list_page import EVERYBODY, ListFilter, ListOrder, ListPage, PersonRow, RowMaker
from scorecard.services.people.meeting import Meeting, meeting_of
from scorecard.services.people.mentions import MOST, Mentions, mentions
from scorecard.services.people.merge_preview import MergePreview, merge_preview
from scorecard.services.people.owing import OwedPromises
from scorecard.services.people.person_page import KnownOf, PersonPage, person_page
from scorecard.services.people.profiles import Profiles
from scorecard.services.people.relations import Relations
from scorecard.services.people.ripple import Ripple, ripples
from scorecard.services.people.touching import Touches
from scorecard.services.progress.progress import Progress
from scorecard.services.promises import Promises
from scorecard.services.reckoning import Reckoned
from scorecard.services.scoring import Scoring
from scorecard.services.searching import Searching
from scorecard.store import people as stored
from scorecard.store import people_book
from scorecard.store.store import Store

if TYPE_CHECKING:
    # They bring numpy with them, which is imported when sums are first asked for.
    from scorecard.domain.periods import Period
    from scorecard.services.people.impact import PersonImpact, ServedSum


@dataclass(frozen=True, slots=True)
class ServeChoice:
    """Somebody who may have been served, with whether they were; `level` and `contact` are in their row."""

    row: PersonRow
    served: bool

    @property
    def person(self) -> Person:
        return self.row.person


@dataclass(frozen=True, slots=True)
class Known:
    """What else knows something of people."""

    scoring: Scoring
    promises: Promises
    checkins: Checkins
    searching: Searching
    progress: Progress


class Persons:
    """Raises StoreError. The deeds stand under what they are done to: `profiles`, `relations`, `touches` …"""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        changes: Changes,
        known: Known,
        backups: Backups,
    ) -> None:
        self._store = store
        self._scoring = known.scoring
        self._promises = promises = known.promises
        self._checkins = known.checkins
        self._searching = known.searching
        self._progress = known.progress
        self._facts = FactsKeeper(store, changes)
        self._everybody = EverybodyKeeper(promises.book)
        self._rows = RowMaker()
        keeping = Keeping(store, clock, promises)
        self.profiles = Profiles(keeping, promises)
        self.relations = Relations(keeping)
        self.concerns = Concerns(keeping, self.definitions)
        self.helps = Helps(keeping)
        self.intents = Intents(keeping)
        self.touches = Touches(keeping)
        self.owed = OwedPromises(keeping)
        self.agreements = Agreements(keeping, known.scoring)
        self.deleting = Deleting(keeping, clock, backups, known.searching)
        self.contacts = Contacts(keeping, clock, backups, self._facts)

    def definitions(self) -> PeopleDefinitions:
        """What comes with the program: levels, maps of concerns, questions. Raises BrokenPeopleFileError."""
        return self._definitions

    @cached_property
    def _definitions(self) -> PeopleDefinitions:
        return read_definitions(resource("people"))

    def list_page(self, asked: ListFilter = EVERYBODY, order: ListOrder = ListOrder.NAME) -> ListPage:
        today = self._promises.today()
        return self._rows.page(self._everybody.on(today), self._facts.facts(), today, asked, order)

    def rows(self) -> tuple[PersonRow, ...]:
        """All of them by name, archived ones too."""
        today = self._promises.today()
        return self._rows.rows(self._everybody.on(today), self._facts.facts(), today)

    def row(self, person_id: str) -> PersonRow | None:
        """Of whoever that is now; None for somebody who was deleted."""
        person = self._people.get(person_id)
        return next((row for row in self.rows() if person is not None and row.id == person.id), None)

    def page(self, person_id: str) -> PersonPage | None:
        """Of whoever that is now; None for somebody who was deleted."""
        person = self._people.get(person_id)
        rows = {row.id: row for row in self.rows()}
        if person is None or person.id not in rows:
            return None
        facts, row = self._facts.facts(), rows[person.id]
        with self._store.reading() as connection:
            known = stored.read_person(connection, person.id)
            served = [measure for measure, whom in stored.read_served(connection).items() if whom == person.id]
        members = tuple(one for one in rows.values() if one.team_id == person.id)
        profile = facts.profile(person.id)
        return person_page(
            KnownOf(
                today=self._promises.today(),
                row=row,
                profile=profile,
                team=self._people.get(profile.team_id),
                members=members,
                rows=known,
                items=self._promised_to(person),
                checkins=self._checkins_of(person),
                served=served,
                card=self._scoring.card(),
            )
        )

    def before_merging(self, kept_id: str, merged_id: str) -> MergePreview | None:
        """What would come together; None when one of them was deleted."""
        kept, merged = self.page(kept_id), self.page(merged_id)
        return merge_preview(kept, merged) if kept is not None and merged is not None else None

    def before_meeting(self, person_id: str) -> Meeting | None:
        page = self.page(person_id)
        return meeting_of(page, self.definitions()) if page is not None else None

    def shared(self, person_id: str) -> AgreedView | None:
        """The agreed measures for the other side to see: no notes, and no name but theirs."""
        page = self.page(person_id)
        return agreed_view(page, (person.name for person in self._people.all)) if page is not None else None

    def mentions(self, person_id: str, limit: int = MOST) -> Mentions:
        """Where they are named with @. It reads what it finds, so it is asked for apart from the page."""
        person = self._people.get(person_id)
        return mentions(self._searching, self._people, person.id, limit) if person is not None else Mentions()

    def impact(self, person_id: str) -> tuple[ServedSum, ...]:
        """What the measures that serve them add up to, since their first value."""
        from scorecard.domain.periods import Length, Period

        person = self._people.get(person_id)
        found = self.impact_by_person(Period.of(Length.WEEK, self._promises.today()))
        return next((one.sums for one in found if person is not None and one.person.id == person.id), ())

    def impact_by_person(self, period: Period) -> tuple[PersonImpact, ...]:
        """By name; the sums of the period, and of all since the first value."""
        from scorecard.services.people.impact import impacts

        with self._store.reading() as connection:
            served = stored.read_served(connection)
        return impacts(self._progress.history(), period, served, self._people) if served else ()

    def of_measure(self, measure_id: str) -> Person | None:
        """Whom the measure serves, where that is somebody in the list."""
        with self._store.reading() as connection:
            return self._people.get(stored.read_served(connection).get(measure_id))

    def served_names(self) -> Mapping[str, str]:
        """Who each measure is done for, where that is somebody in the list: names by the ids of measures."""
        with self._store.reading() as connection:
            served = stored.read_served(connection)
        found = ((measure_id, self._people.name(person_id)) for measure_id, person_id in served.items())
        return {measure_id: name for measure_id, name in found if name}

    def names(self) -> tuple[tuple[str, Person], ...]:
        """Each name that finds somebody, with who that is now, for completing @name; archived ones come last."""
        facts = self._facts.facts()
        known = self._people.known_names()
        ordered = sorted(known, key=lambda one: (facts.profile(one[1].id).archived, one[0].casefold()))
        return tuple(dict.fromkeys(ordered))

    def present_names(self) -> tuple[str, ...]:
        """As they are called now, for completing the name of somebody to whom one promises; archived ones come last."""
        return tuple(dict.fromkeys(person.name for name, person in self.names() if name == person.name))

    def served_on(self, day: date | None = None) -> frozenset[str]:
        """Whom one served that day, by id."""
        with self._store.reading() as connection:
            return people_book.served_on(connection, day or self._promises.today())

    def ripple(self, page: DayPage) -> tuple[Ripple, ...]:
        """Who got something from a day, by what was scored and by whom one ticked as served."""
        served = self.served_on(page.day)
        return ripples(page, self.served_names(), [row.name for row in self.rows() if row.id in served])

    def serve_choices(self, day: date | None = None) -> tuple[ServeChoice, ...]:
        """Those not archived: served ones first, then by how lately one was in touch."""
        served = self.served_on(day)
        choices = [ServeChoice(row, row.id in served) for row in self.rows() if not row.archived]
        return tuple(sorted(choices, key=lambda one: (not one.served, -_ordinal(one.row.contact.last))))

    def reviews_due(self) -> tuple[PersonRow, ...]:
        """Those not archived whose quality review is today or was missed, the earliest first."""
        today = self._promises.today()
        due = [row for row in self.rows() if row.review_day and row.review_day <= today and not row.archived]
        return tuple(sorted(due, key=lambda row: row.review_day or today))

    def teams(self) -> tuple[PersonRow, ...]:
        """Those not archived."""
        return tuple(row for row in self.rows() if row.kind is PersonKind.TEAM and not row.archived)

    @property
    def _people(self) -> People:
        return self._promises.book().people

    def _promised_to(self, person: Person) -> list[Reckoned]:
        book = self._promises.book()
        ids = book.people.ids_of(person.id)
        return [item for item in book.reckoned(self._promises.today()) if item.promise.person_id in ids]

    def _checkins_of(self, person: Person) -> tuple[Series, ...]:
        return tuple(one for one in self._checkins.card().series if one.key.person_id == person.id)


def _ordinal(day: date | None) -> int:
    return day.toordinal() if day is not None else 0
