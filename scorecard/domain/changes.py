"""What a committed transaction touched: all that those who show something need to know of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Change:
    """What a committed transaction touched: the names of tables, and the days that their rows belong to.

    `keys` holds the first parts of the primary keys of the rows, by table; a topic missing in it may be all new.
    """

    topics: frozenset[str]
    days: frozenset[date]
    keys: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def touches_promises(self) -> bool:
        return bool(self.topics & {"promise", "promise_step", "person"})

    def touches_reflections(self) -> bool:
        return bool(self.topics & {"reflection", "felt", "adjustment", "prompt", "question"})

    def touches_entries(self) -> bool:
        return bool(self.topics & {"entry", "day"})

    def touches_card(self) -> bool:
        return bool(self.topics & {"measure", "terms", "measure_group", "setting", "away"})
