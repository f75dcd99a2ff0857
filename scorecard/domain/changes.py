"""What a committed transaction touched: all that those who show something need to know of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

PEOPLE_TOPICS = frozenset({
    "person", "profile", "person_group", "relation", "concern", "help", "intent", "touch", "owed", "factor_plan",
    "agreed", "served",
})  # fmt: skip


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

    def touches_people(self) -> bool:
        """Who they are and what is between us; what was promised to them is asked with `touches_promises`."""
        return bool(self.topics & PEOPLE_TOPICS)

    def touches_reflections(self) -> bool:
        return bool(self.topics & {"reflection", "felt", "adjustment", "prompt", "question"})

    def touches_entries(self) -> bool:
        return bool(self.topics & {"entry", "day"})

    def touches_card(self) -> bool:
        return bool(self.topics & {"measure", "terms", "measure_group", "setting", "away"})

    def touches_goals(self) -> bool:
        return bool(self.topics & {"goal", "goal_part"})
