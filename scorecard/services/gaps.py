"""The working days on which nothing was entered, and how constant scoring has been."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from scorecard.domain.away import is_away
from scorecard.domain.days import ONE_DAY
from scorecard.domain.gaps import NO_MARKS, REACH, Constancy, Gap, constancy_of, gap_of
from scorecard.services.scoring import Scoring
from scorecard.store.gaps import first_scored, last_in_time, read_day_marks
from scorecard.store.store import Store


@dataclass(frozen=True, slots=True)
class MissingDay:
    """A day of a gap as it stands now. `past`: far enough to be scored from memory; yesterday is not."""

    day: date
    away: bool
    scored: bool
    past: bool


class Gaps:
    def __init__(self, store: Store, scoring: Scoring) -> None:
        self._store = store
        self._scoring = scoring

    def gap(self, since: date | None = None) -> Gap | None:
        """The missing days since the last day that was scored in its time, or since `since`. None without any.

        Where nothing was ever scored, nothing is missing.
        """
        today = self._scoring.today()
        with self._store.reading() as connection:
            since = since or last_in_time(connection, today)
            if since is None:
                return None
            marks = read_day_marks(connection, max(since, today - REACH), today)
        return gap_of(self._scoring.card(), self._scoring.away(), marks, since, today)

    def constancy(self) -> Constancy | None:
        """How many of the last 20 working days are scored; fewer where there were no more, None under five."""
        today = self._scoring.today()
        with self._store.reading() as connection:
            begun = first_scored(connection)
            if begun is None:
                return None
            marks = read_day_marks(connection, max(begun, today - REACH), today)
        return constancy_of(self._scoring.card(), self._scoring.away(), marks, begun, today)

    def days(self, days: Sequence[date]) -> tuple[MissingDay, ...]:
        """What has become of these days, in their order."""
        if not days:
            return ()
        with self._store.reading() as connection:
            marks = read_day_marks(connection, min(days), max(days))
        away, yesterday = self._scoring.away(), self._scoring.today() - ONE_DAY
        return tuple(
            MissingDay(day, is_away(day, away), not marks.get(day, NO_MARKS).missing, day < yesterday) for day in days
        )
