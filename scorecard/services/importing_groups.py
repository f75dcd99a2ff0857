"""The groups that imported measures stand in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from scorecard.domain.measures import Group
from scorecard.formats.fitting import folded


@dataclass(slots=True)
class NewGroups:
    """The groups of the card, and those that are made once a new measure stands in them."""

    known: Sequence[Group]
    new_id: Callable[[], str]
    new: list[Group] = field(default_factory=list)

    def id_of(self, name: str) -> str | None:
        if not name:
            return None
        found = next((group for group in (*self.known, *self.new) if folded(group.name) == folded(name)), None)
        if found is None:
            position = max((group.position for group in (*self.known, *self.new)), default=-1) + 1
            found = Group(self.new_id(), name, position)
            self.new.append(found)
        return found.id
