"""What somebody answers for and cares about: short lines in an order, with a starting map by role."""

from collections.abc import Callable
from dataclasses import replace

from scorecard.domain.activities import Deed, Verb
from scorecard.domain.between import Concern, ConcernKind
from scorecard.domain.profiles import ImpossiblePersonError, PersonFault
from scorecard.domain.texts import WORDS_LENGTH
from scorecard.services.people.definitions import PeopleDefinitions
from scorecard.services.people.keeping import Keeping, worded
from scorecard.store import people as stored


class Concerns:
    """Raises ImpossiblePersonError, TextTooLongError and StoreError; nothing is changed then."""

    def __init__(self, keeping: Keeping, definitions: Callable[[], PeopleDefinitions]) -> None:
        self._keeping = keeping
        self._definitions = definitions

    def add(self, person_id: str, kind: ConcernKind, words: str) -> str:
        """At the end of those of its kind."""
        person, line = self._keeping.person(person_id), worded(words, WORDS_LENGTH)
        with self._keeping.store.change(self._keeping.deed(Verb.ADD_CONCERN, person.id, {"words": line})) as work:
            place = _next_place(stored.read_concerns(work.connection, person.id))
            fresh = Concern(self._keeping.fresh_id(), person.id, kind, line, place)
            stored.write_concern(work, fresh)
        return fresh.id

    def edit(self, concern_id: str, words: str) -> None:
        known, line = self._known(concern_id), worded(words, WORDS_LENGTH)
        deed = self._keeping.deed(Verb.EDIT_CONCERN, known.person_id, {"words": line})
        with self._keeping.store.change(deed) as work:
            stored.write_concern(work, replace(known, words=line))

    def move(self, concern_id: str, place: int) -> None:
        """To a place among those of its kind, the first being 0."""
        known = self._known(concern_id)
        deed = self._keeping.deed(Verb.MOVE_CONCERN, known.person_id, {"words": known.words})
        with self._keeping.store.change(deed) as work:
            alike = [one for one in stored.read_concerns(work.connection, known.person_id) if one.kind is known.kind]
            positions = [one.position for one in alike]
            alike = [one for one in alike if one.id != concern_id]
            alike.insert(max(0, min(place, len(alike))), known)
            for position, one in zip(_apart(positions), alike, strict=True):
                if one.position != position:
                    stored.write_concern(work, replace(one, position=position))

    def remove(self, concern_id: str) -> None:
        """One that is gone already stays gone."""
        with self._keeping.store.reading() as connection:
            known = stored.read_concern(connection, concern_id)
        if known is not None:
            deed = self._keeping.deed(Verb.REMOVE_CONCERN, known.person_id, {"words": known.words})
            with self._keeping.store.change(deed) as work:
                stored.remove_concern(work, concern_id)

    def take_map(self, person_id: str, role: str) -> int:
        """Adds the lines of a starting map, but for those that stand there; how many were added."""
        person, found = self._keeping.person(person_id), self._definitions().map_of(role)
        if found is None:
            raise ImpossiblePersonError(PersonFault.GONE)
        lines = [(ConcernKind.RESPONSIBILITY, words) for words in found.responsibilities]
        lines += [(ConcernKind.CONCERN, words) for words in found.concerns]
        added = 0
        with self._keeping.store.change(Deed(Verb.TAKE_CONCERNS, {"person": person.name, "role": found.name})) as work:
            known = stored.read_concerns(work.connection, person.id)
            there, place = {(one.kind, one.words.casefold()) for one in known}, _next_place(known)
            for kind, words in lines:
                if (kind, words.casefold()) not in there:
                    fresh = Concern(self._keeping.fresh_id(), person.id, kind, words, place + added)
                    stored.write_concern(work, fresh)
                    added += 1
        return added

    def _known(self, concern_id: str) -> Concern:
        with self._keeping.store.reading() as connection:
            known = stored.read_concern(connection, concern_id)
        if known is None:
            raise ImpossiblePersonError(PersonFault.GONE)
        return known


def _next_place(known: tuple[Concern, ...]) -> int:
    return max((one.position for one in known), default=-1) + 1


def _apart(positions: list[int]) -> list[int]:
    """As many positions, each greater than the one before: two persons merged may have brought the same."""
    found: list[int] = []
    for position in positions:
        found.append(max(position, found[-1] + 1) if found else position)
    return found
