"""Finding: one search over answers, notes, promises, people and check-ins, the latest first."""

import logging
from collections.abc import Callable, Collection, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, assert_never

from scorecard.domain.incidents import StoreError
from scorecard.domain.people import People
from scorecard.domain.search import Excerpt, Query, excerpt, marked, parse_query
from scorecard.domain.snapshot import Card
from scorecard.services.checkins import Checkins
from scorecard.services.promises import Promises
from scorecard.services.scoring import Scoring
from scorecard.store import searching as stored
from scorecard.store.searching import FoundRow
from scorecard.store.store import Store

log = logging.getLogger(__name__)

MOST_HITS = 50
NOTHING = Excerpt("")


class HitKind(StrEnum):
    """In the order in which they are offered."""

    REFLECTION = "reflection"
    NOTE = "note"
    PROMISE = "promise"
    PERSON = "person"
    CHECKIN = "checkin"


@dataclass(frozen=True, slots=True)
class AnswerPlace:
    day: date
    prompt_id: str


@dataclass(frozen=True, slots=True)
class NotePlace:
    day: date
    measure_id: str


@dataclass(frozen=True, slots=True)
class PromisePlace:
    promise_id: str


@dataclass(frozen=True, slots=True)
class PersonPlace:
    """Who they are now, if they were merged. `part` is the table in which it stands ("touch"), and `row_id` the row
    there; both are empty for a name and a profile.
    """

    person_id: str
    part: str = ""
    row_id: str = ""


@dataclass(frozen=True, slots=True)
class CheckinPlace:
    day: date
    checkin_id: str


HitPlace = AnswerPlace | NotePlace | PromisePlace | PersonPlace | CheckinPlace


@dataclass(frozen=True, slots=True)
class Hit:
    """`title` says what the text belongs to, `excerpt` what it says; empty where the title says everything.

    `day` is None for people, and for what is known of them beside what has a day.
    """

    kind: HitKind
    place: HitPlace
    day: date | None
    title: Excerpt
    excerpt: Excerpt = NOTHING


@dataclass(frozen=True, slots=True)
class Found:
    """`more`: there are older hits than these."""

    hits: tuple[Hit, ...] = ()
    more: bool = False


@dataclass(frozen=True, slots=True)
class Names:
    """What the titles are made of, by id."""

    measures: Mapping[str, str]
    promised: Mapping[str, str]
    people: People
    checkins: Mapping[str, str]


class Searching:
    """Raises StoreError. No text that is looked for is kept anywhere."""

    def __init__(self, store: Store, scoring: Scoring, promises: Promises, checkins: Checkins) -> None:
        self._store = store
        self._scoring = scoring
        self._promises = promises
        self._checkins = checkins
        self._is_in_step = False

    def prepare(self) -> None:
        """Before the first key: everything that is read once, and a look whether the index agrees with the store."""
        if self._is_in_step:
            return
        self._is_in_step = True
        try:
            self._store.keep_search_in_step()
        except StoreError:
            # What can be found is found all the same: a store may be there to be read only.
            log.warning("the search index could not be made anew")
        self._promises.book()
        self.find("é")

    def is_whole(self) -> bool:
        """Whether everything can be found as it stands. Reads everything."""
        return self._store.search_is_whole()

    def find(self, text: str, kinds: Collection[HitKind] | None = None, limit: int = MOST_HITS) -> Found:
        """What `text` asks for: words or their beginnings, "phrases", #tags. All of them have to be there."""
        query = parse_query(text)
        tables = [table for table, kind in _KINDS.items() if kinds is not None and kind in kinds]
        if not query or (kinds is not None and not tables):
            return Found()
        with self._store.reading() as connection:
            rows = stored.find(connection, query, tables, limit + 1)
            promised = _promised(connection, rows)
        return Found(self._hits(rows[:limit], query, promised), len(rows) > limit)

    def find_texts(self, query: Query, wanted: Callable[[str], bool], limit: int = MOST_HITS) -> Found:
        """Of the rows that `query` finds those with a text that is `wanted`; it may find a hundred times as many."""
        look_at, rows, everything = 4 * limit, list[FoundRow](), False
        with self._store.reading() as connection:
            while len(rows) <= limit and not everything:
                found = stored.find(connection, query, (), look_at)
                rows = [row for row in found if any(wanted(text) for text in row.texts)]
                everything = len(found) < look_at
                look_at *= 8
            promised = _promised(connection, rows[:limit])
        return Found(self._hits(rows[:limit], query, promised), len(rows) > limit)

    def _hits(self, rows: Sequence[FoundRow], query: Query, promised: Mapping[str, str]) -> tuple[Hit, ...]:
        names = self._names({row.table for row in rows}, promised)
        hits: dict[HitPlace, Hit] = {}
        for row in rows:
            hit = _hit(row, query, names)
            known = hits.get(hit.place)  # a promise and its steps are one place, and a person and their profile
            says_more = isinstance(hit.place, PersonPlace) and hit.excerpt.marks
            if known is None or (says_more and not known.excerpt.marks):
                hits[hit.place] = hit
        return tuple(hits.values())

    def _names(self, tables: Set[str], promised: Mapping[str, str]) -> Names:
        """Read only for what was found."""
        card = self._scoring.card() if "entry" in tables else Card()
        people = self._promises.book().people if tables & OF_PEOPLE else People()
        definitions = self._checkins.definitions().usable if "checkin" in tables else ()
        return Names(
            {measure.id: measure.name for measure in card.measures},
            promised,
            people,
            {definition.id: definition.name for definition in definitions},
        )


_KINDS = {
    "reflection": HitKind.REFLECTION,
    "entry": HitKind.NOTE,
    "promise": HitKind.PROMISE,
    "promise_step": HitKind.PROMISE,
    "person": HitKind.PERSON,
    "checkin": HitKind.CHECKIN,
}
OF_PEOPLE = frozenset({
    "person", "profile", "relation", "concern", "help", "intent", "touch", "owed", "factor_plan",
})  # fmt: skip
_KINDS |= dict.fromkeys(sorted(OF_PEOPLE), HitKind.PERSON)


def _promised(connection: Any, rows: Sequence[FoundRow]) -> Mapping[str, str]:
    """What was promised, by id, of those of which a step was found."""
    return stored.words_of_promises(connection, [row.key[0] for row in rows if row.table == "promise_step"])


def _hit(found: FoundRow, query: Query, names: Names) -> Hit:
    kind, row = _KINDS[found.table], found.row
    match kind:
        case HitKind.REFLECTION:
            return _dated(found, query, AnswerPlace(_day_of(row), row["prompt_id"]), row["question"])
        case HitKind.NOTE:
            title = names.measures.get(row["measure_id"], "")
            return _dated(found, query, NotePlace(_day_of(row), row["measure_id"]), title)
        case HitKind.PROMISE:
            return _promise_hit(found, query, names.promised)
        case HitKind.PERSON if found.table == "person":
            return _person_hit(found, query, names.people)
        case HitKind.PERSON:
            return _hit_of_person(found, query, names.people)
        case HitKind.CHECKIN:
            title = names.checkins.get(row["definition"], row["definition"])
            return _dated(found, query, CheckinPlace(_day_of(row), row["id"]), title)
        case _ as never:
            assert_never(never)


def _dated(found: FoundRow, query: Query, place: HitPlace, title: str) -> Hit:
    return Hit(_KINDS[found.table], place, found.day, Excerpt(title), _excerpt(found.texts, query))


def _promise_hit(found: FoundRow, query: Query, promised: Mapping[str, str]) -> Hit:
    """What else it says is shown only where it says what was looked for."""
    place = PromisePlace(found.key[0])
    if found.table == "promise_step":
        title = marked(promised.get(place.promise_id, ""), query)
        return Hit(HitKind.PROMISE, place, found.day, title, _excerpt(found.texts, query))
    said = _excerpt(found.texts[1:], query)
    return Hit(HitKind.PROMISE, place, found.day, marked(found.row["words"], query), said if said.marks else NOTHING)


def _person_hit(found: FoundRow, query: Query, people: People) -> Hit:
    """A name that somebody merged had finds whom they were merged into."""
    now = people.get(found.key[0])
    name = marked(found.row["name"], query)
    if now is None or now.id == found.key[0]:
        return Hit(HitKind.PERSON, PersonPlace(found.key[0]), None, name)
    return Hit(HitKind.PERSON, PersonPlace(now.id), None, marked(now.name, query), name)


def _hit_of_person(found: FoundRow, query: Query, people: People) -> Hit:
    """Something that is known of somebody, or was between us."""
    person_id = found.row["person_id"]
    now = people.get(person_id)
    part, row_id = ("", "") if found.table == "profile" else (found.table, "/".join(found.key))
    if found.table == "factor_plan":
        row_id = "/".join(found.key[1:])
    place = PersonPlace(now.id if now else person_id, part, row_id)
    return Hit(HitKind.PERSON, place, found.day, marked(people.name(person_id), query), _excerpt(found.texts, query))


def _excerpt(texts: Sequence[str], query: Query) -> Excerpt:
    """Of the first of them that says something of what was looked for."""
    pieces = [excerpt(text, query) for text in texts]
    return next((piece for piece in pieces if piece.marks), pieces[0] if pieces else NOTHING)


def _day_of(row: Mapping[str, Any]) -> date:
    return date.fromisoformat(row["day"])
