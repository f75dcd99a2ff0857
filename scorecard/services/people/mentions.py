"""Where somebody is named with @: in reflections, notes, promises, and in what is known of others."""

from dataclasses import dataclass

from scorecard.domain.mentions import Names, key_of
from scorecard.domain.people import People
from scorecard.domain.search import Query, Term
from scorecard.services.searching import Hit, PersonPlace, Searching

MOST = 50


@dataclass(frozen=True, slots=True)
class Mentions:
    """The latest first, as a search finds them: each hit has the place it opens. `more`: there are older ones."""

    hits: tuple[Hit, ...] = ()
    more: bool = False


def mentions(searching: Searching, people: People, person_id: str, limit: int = MOST) -> Mentions:
    """By each name that finds them, those of whom they were merged from too."""
    ids = people.ids_of(person_id)
    names = Names((person.name, person.id) for person in people.all)
    keys = dict.fromkeys(key_of(person.name) for person in people.all if person.id in ids)

    def named(text: str) -> bool:
        return "@" in text and any(found.person_id in ids for found in names.in_text(text))

    found = [searching.find_texts(Query((Term(key, goes_on=False),)), named, limit) for key in keys if key]
    hits = {hit.place: hit for one in found for hit in one.hits if not _is_theirs(hit, person_id)}
    ordered = sorted(hits.values(), key=_by_day, reverse=True)
    return Mentions(tuple(ordered[:limit]), len(ordered) > limit or any(one.more for one in found))


def _is_theirs(hit: Hit, person_id: str) -> bool:
    """What stands on their own page names nobody else."""
    return isinstance(hit.place, PersonPlace) and hit.place.person_id == person_id


def _by_day(hit: Hit) -> tuple[bool, int]:
    return (hit.day is None, hit.day.toordinal() if hit.day is not None else 0)
