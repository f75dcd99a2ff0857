"""Everything the store knows about a stretch of days, as it stood at one moment."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from scorecard.domain.away import AwayRange
from scorecard.domain.marks import Entry
from scorecard.domain.measures import Group, Measure
from scorecard.domain.people import People
from scorecard.domain.promises import Promise
from scorecard.domain.settings import Settings


@dataclass(frozen=True, slots=True)
class Card:
    """All measures, in the order of the card (group, then position), whatever their place."""

    measures: tuple[Measure, ...] = ()
    groups: tuple[Group, ...] = ()

    def measure(self, measure_id: str) -> Measure:
        return next(measure for measure in self.measures if measure.id == measure_id)

    def on(self, day: date) -> tuple[Measure, ...]:
        """The measures that stood on the card that day."""
        return tuple(m for m in self.measures if (terms := m.terms_on(day)) is not None and terms.on_card)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """`entries` and `finished` hold the days from `first_day` to `last_day`; `finished` maps a day to when, in UTC.

    `promises` are at least those that stand on one of the days: overdue since before, due, or moved away on it.
    """

    first_day: date
    last_day: date
    card: Card = field(default_factory=Card)
    entries: Mapping[tuple[date, str], Entry] = field(default_factory=dict)
    finished: Mapping[date, datetime] = field(default_factory=dict)
    away: tuple[AwayRange, ...] = ()
    settings: Settings = field(default_factory=Settings)
    promises: tuple[Promise, ...] = ()
    people: People = field(default_factory=People)
