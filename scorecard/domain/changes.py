"""What a committed transaction touched: all that those who show something need to know of it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Change:
    """What a committed transaction touched: the names of tables, and the days that their rows belong to."""

    topics: frozenset[str]
    days: frozenset[date]

    def touches_card(self) -> bool:
        return bool(self.topics & {"measure", "terms", "measure_group", "setting", "away"})
