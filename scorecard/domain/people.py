"""The people to whom promises are made."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Person:
    """`merged_into` is the id of the person this one turned out to be; the row stays, and its name still finds them."""

    id: str
    name: str
    merged_into: str | None = None


@dataclass(frozen=True, slots=True)
class People:
    """All persons, merged ones too."""

    all: tuple[Person, ...] = ()
    _by_id: Mapping[str, Person] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_id", {person.id: person for person in self.all})

    def get(self, person_id: str | None) -> Person | None:
        """The person, or whoever they were merged into; None for nobody, which is oneself."""
        person = self._by_id.get(person_id or "")
        seen: set[str] = set()
        while person is not None and person.merged_into is not None and person.id not in seen:
            seen.add(person.id)
            person = self._by_id.get(person.merged_into, person)
        return person

    def name(self, person_id: str | None) -> str:
        """The name; empty for oneself."""
        person = self.get(person_id)
        return person.name if person else ""

    def ids_of(self, person_id: str | None) -> frozenset[str | None]:
        """Every id that finds the same person; None alone for oneself."""
        wanted = self.get(person_id)
        if wanted is None:
            return frozenset({None})
        return frozenset(person.id for person in self.all if self.get(person.id) is wanted)

    @property
    def present(self) -> tuple[Person, ...]:
        """Those not merged into another, by name."""
        known = (person for person in self._by_id.values() if person.merged_into is None)
        return tuple(sorted(known, key=lambda person: (person.name.casefold(), person.id)))

    def named(self, name: str) -> tuple[Person, ...]:
        """Everybody known by that name, an earlier one included, whatever its case; each once."""
        wanted = name.casefold()
        found = {}
        for person in self._by_id.values():
            if person.name.casefold() == wanted and (present := self.get(person.id)) is not None:
                found[present.id] = present
        return tuple(found.values())

    def known_names(self) -> tuple[tuple[str, Person], ...]:
        """Each name that finds somebody, with who that is now."""
        return tuple((person.name, self.get(person.id) or person) for person in self._by_id.values())
