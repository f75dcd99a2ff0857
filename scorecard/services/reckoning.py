"""A promise with everything that follows from its steps."""

from dataclasses import dataclass
from datetime import date

from scorecard.domain.people import People
from scorecard.domain.promises import Promise, Standing, standing
from scorecard.domain.records import Count, count_of


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A promise, where it stands, and what it counts for (None: nothing)."""

    promise: Promise
    standing: Standing
    count: Count | None
    person: str = ""

    @property
    def last_day(self) -> date | None:
        """The last day on which it is kept in time, as it is due now."""
        return self.standing.due.last_day if self.standing.due else None


def reckon(promise: Promise, people: People, today: date) -> Reckoned:
    state = standing(promise, today)
    return Reckoned(promise, state, count_of(promise, state), people.name(promise.person_id))
