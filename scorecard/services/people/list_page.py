"""The list of people as it is shown: who is there, found by words and chosen by what matters, in an order."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, assert_never

from scorecard.domain.folding import words_of
from scorecard.domain.people import Person
from scorecard.domain.profiles import PersonKind, in_order
from scorecard.domain.relations import RelationLevel
from scorecard.domain.touches import Contact
from scorecard.services.people.book import NOTHING_PROMISED, Everybody, Facts, earliest


class Archived(StrEnum):
    HIDDEN = "hidden"
    ALSO = "also"
    ONLY = "only"


class ListOrder(StrEnum):
    NAME = "name"
    SILENCE = "silence"  # the longest against one's own rhythm first
    LEVEL = "level"  # the highest first
    NEXT_DUE = "next due"  # the next promise due, of either side


@dataclass(frozen=True, slots=True)
class ListFilter:
    """`words` are beginnings of words in name, role, organisation, groups, team and next question, all of them there.

    `without_level`: those nobody has said a level of yet.
    """

    words: str = ""
    group: str | None = None
    level: RelationLevel | None = None
    without_level: bool = False
    overdue: bool = False
    kind: PersonKind | None = None
    team_id: str | None = None
    archived: Archived = Archived.HIDDEN

    @property
    def narrows(self) -> bool:
        """Whether it leaves out anybody but the archived."""
        return self != ListFilter(archived=self.archived)


EVERYBODY = ListFilter()


@dataclass(frozen=True, slots=True)
class PersonRow:
    """`mine_open` are promises to them, `theirs_open` what they promised; `next_due` the first day one is due.

    `promise_overdue` is of the user's own promises. `team` is the name of the team they are in.
    """

    person: Person
    kind: PersonKind
    role: str
    organisation: str
    groups: tuple[str, ...]
    level: RelationLevel | None
    contact: Contact
    mine_open: int = 0
    theirs_open: int = 0
    next_due: date | None = None
    promise_overdue: bool = False
    ask_next: str = ""
    team: str = ""
    team_id: str | None = None
    review_day: date | None = None
    archived: bool = False

    @property
    def id(self) -> str:
        return self.person.id

    @property
    def name(self) -> str:
        return self.person.name

    @property
    def is_team(self) -> bool:
        return self.kind is PersonKind.TEAM


@dataclass(frozen=True, slots=True)
class ListPage:
    """`people` counts all who are not archived, `overdue` those of them past their rhythm, `archived` the others.

    `groups` are those somebody is in, the usual ones first; `teams` all teams by name.
    """

    today: date
    rows: tuple[PersonRow, ...]
    people: int
    archived: int
    overdue: int
    groups: tuple[str, ...]
    teams: tuple[Person, ...]
    filter: ListFilter
    order: ListOrder

    def get(self, person_id: str) -> PersonRow | None:
        return next((row for row in self.rows if row.id == person_id), None)


@dataclass(frozen=True, slots=True)
class _Kept:
    """A row, and what it was made of."""

    made_of: tuple[Any, ...]
    row: PersonRow


class RowMaker:
    """Makes rows, and keeps those whose person has not changed."""

    def __init__(self) -> None:
        self._kept: dict[str, _Kept] = {}
        self._of: tuple[Everybody, Facts, date] | None = None
        self._words: dict[str, tuple[tuple[str, ...], str]] = {}

    def page(self, everybody: Everybody, facts: Facts, today: date, asked: ListFilter, order: ListOrder) -> ListPage:
        known = self._all(everybody, facts, today)
        wanted = [f" {word.folded}" for word in words_of(asked.words)]
        rows = [row for row in known if _fits(row, asked) and (not wanted or self._says(row, wanted))]
        there = [row for row in known if not row.archived]
        return ListPage(
            today=today,
            rows=tuple(sorted(rows, key=_key_of(order))) if order is not ListOrder.NAME else tuple(rows),
            people=len(there),
            archived=len(known) - len(there),
            overdue=sum(row.contact.overdue for row in there),
            groups=in_order({word for row in there for word in row.groups}),
            teams=tuple(row.person for row in there if row.is_team),
            filter=asked,
            order=order,
        )

    def rows(self, everybody: Everybody, facts: Facts, today: date) -> tuple[PersonRow, ...]:
        """All of them by name, archived ones too."""
        return tuple(self._all(everybody, facts, today))

    def _all(self, everybody: Everybody, facts: Facts, today: date) -> list[PersonRow]:
        of = self._of
        if of is None or of[0] is not everybody or of[1] is not facts or of[2] != today:
            names = {person.id: person.name for person in everybody.present}
            self._kept = {person.id: self._one(person, everybody, facts, today, names) for person in everybody.present}
            self._of = everybody, facts, today
        return [one.row for one in self._kept.values()]

    def _says(self, row: PersonRow, wanted: Iterable[str]) -> bool:
        """Whether each of the words begins one of the row's; those are folded when somebody first looks for any."""
        texts = (row.name, row.role, row.organisation, *row.groups, row.team, row.ask_next)
        known = self._words.get(row.id)
        if known is None or known[0] != texts:
            folded = "".join(f" {word.folded}" for text in texts for word in words_of(text))
            known = self._words[row.id] = (texts, folded)
        return all(word in known[1] for word in wanted)

    def _one(self, person: Person, everybody: Everybody, facts: Facts, today: date, names: dict[str, str]) -> _Kept:
        profile = facts.profiles.get(person.id)
        team = names.get(profile.team_id or "", "") if profile else ""
        made_of = (
            person, profile, facts.groups.get(person.id, ()), facts.levels.get(person.id), facts.touched.get(person.id),
            facts.owed.get(person.id), everybody.promised.get(person.id), team, today,
        )  # fmt: skip
        known = self._kept.get(person.id)
        if known is not None and known.made_of == made_of:
            return known
        return _Kept(made_of, _row(person, everybody, facts, today, team))


def _row(person: Person, everybody: Everybody, facts: Facts, today: date, team: str) -> PersonRow:
    profile = facts.profile(person.id)
    mine = everybody.promised.get(person.id, NOTHING_PROMISED)
    theirs, their_due = facts.owed.get(person.id, (0, None))
    return PersonRow(
        person=person,
        kind=profile.kind,
        role=profile.role,
        organisation=profile.organisation,
        groups=facts.groups.get(person.id, ()),
        level=facts.levels.get(person.id),
        contact=Contact(today, facts.touched.get(person.id), profile.rhythm),
        mine_open=mine.open,
        theirs_open=theirs,
        next_due=earliest(mine.next_due, their_due),
        promise_overdue=mine.overdue,
        ask_next=profile.ask_next,
        team=team,
        team_id=profile.team_id,
        review_day=profile.review_day,
        archived=profile.archived,
    )


def _fits(row: PersonRow, asked: ListFilter) -> bool:
    if asked.archived is not Archived.ALSO and row.archived is not (asked.archived is Archived.ONLY):
        return False
    return (
        (asked.group is None or asked.group in row.groups)
        and (asked.level is None or row.level is asked.level)
        and not (asked.without_level and row.level is not None)
        and not (asked.overdue and not row.contact.overdue)
        and (asked.kind is None or row.kind is asked.kind)
        and (asked.team_id is None or row.team_id == asked.team_id)
    )


def _key_of(order: ListOrder) -> Callable[[PersonRow], Any]:
    """The rows come by name, and sorting leaves alike ones so."""
    match order:
        case ListOrder.NAME:
            return lambda row: (row.name.casefold(), row.id)
        case ListOrder.SILENCE:
            return lambda row: (row.contact.rhythm is None, *row.contact.silence)
        case ListOrder.LEVEL:
            return lambda row: -row.level.step if row.level is not None else 0
        case ListOrder.NEXT_DUE:
            return lambda row: row.next_due or date.max
        case _ as never:
            assert_never(never)
