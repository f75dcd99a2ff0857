"""Days away: adding, changing and removing ranges of them, and single days of the scorecard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from scorecard.domain.activities import Deed, Verb
from scorecard.domain.away import AwayRange, is_away, with_range, without_day
from scorecard.domain.clock import Clock
from scorecard.domain.gaps import is_working, stretches
from scorecard.domain.ids import new_id
from scorecard.domain.texts import NAME_LENGTH, whole_line
from scorecard.services.scoring import Scoring
from scorecard.store import reading
from scorecard.store.aways import remove_away, write_away
from scorecard.store.gaps import read_day_marks
from scorecard.store.record import Work
from scorecard.store.store import Store

_COUNTED = 3660  # days of a range that are looked at one by one

Ranges = tuple[AwayRange, ...]


@dataclass(frozen=True, slots=True)
class AwayReach:
    """What a range would take out: its days, how many of them are working days, and how many are scored."""

    days: int
    working: int
    scored: int


class Aways:
    """Nothing is changed by what raises an error: AwayOverlapError, BackwardRangeError, TextTooLongError, StoreError.

    Each change reads the ranges anew inside its transaction.
    """

    def __init__(self, store: Store, clock: Clock, scoring: Scoring) -> None:
        self._store = store
        self._clock = clock
        self._scoring = scoring

    def ranges(self) -> Ranges:
        """By their first day."""
        return self._scoring.away()

    def today(self) -> date:
        return self._scoring.today()

    def add(self, first_day: date, last_day: date, reason: str = "") -> AwayRange:
        """The range that has these days now: it may have become one with its neighbours."""
        return self._write(Verb.ADD_AWAY, AwayRange(self._new_id(), first_day, last_day, _words(reason)))

    def change(self, away_id: str, first_day: date, last_day: date, reason: str) -> AwayRange:
        return self._write(Verb.CHANGE_AWAY, AwayRange(away_id, first_day, last_day, _words(reason)))

    def remove(self, away_id: str) -> None:
        known = next((away for away in self.ranges() if away.id == away_id), None)
        if known is not None:
            with self._store.change(_deed(Verb.REMOVE_AWAY, known.first_day, known.last_day)) as work:
                remove_away(work, away_id)

    def be_away(self, days: Sequence[date]) -> None:
        """On these days, in their order, for no reason yet; those that are away already stay what they are."""
        frame = self._scoring.card(), self.ranges()
        spans = stretches([day for day in days if not is_away(day, frame[1])], *frame)
        if not spans:
            return
        with self._store.change(_deed(Verb.ADD_AWAY, spans[0][0], spans[-1][1])) as work:
            before = after = reading.read_away(work.connection)
            for first_day, last_day in spans:
                after = with_range(after, AwayRange(self._new_id(), first_day, last_day))
            _write_difference(work, before, after)

    def be_here(self, day: date) -> None:
        """On this day after all: what is left of its range stays."""
        with self._store.change(_deed(Verb.REMOVE_AWAY, day, day)) as work:
            before = reading.read_away(work.connection)
            _write_difference(work, before, without_day(before, day, self._new_id))

    def reach(self, first_day: date, last_day: date) -> AwayReach:
        """What would be away; of a very long range only the first ten years are looked at."""
        days = max(0, (last_day - first_day).days + 1)
        card = self._scoring.card()
        looked_at = [date.fromordinal(first_day.toordinal() + n) for n in range(min(days, _COUNTED))]
        with self._store.reading() as connection:
            marks = read_day_marks(connection, first_day, max(first_day, last_day))
        working = sum(is_working(card, day) for day in looked_at)
        return AwayReach(days, working, sum(known.scored for known in marks.values()) if days else 0)

    def _write(self, verb: Verb, wanted: AwayRange) -> AwayRange:
        with self._store.change(_deed(verb, wanted.first_day, wanted.last_day)) as work:
            before = reading.read_away(work.connection)
            after = with_range(before, wanted)
            _write_difference(work, before, after)
        return next(away for away in after if away.covers(wanted.first_day))

    def _new_id(self) -> str:
        return new_id(self._clock.now())


def _write_difference(work: Work, before: Ranges, after: Ranges) -> None:
    kept = {away.id for away in after}
    for away in before:
        if away.id not in kept:
            remove_away(work, away.id)
    for away in after:
        write_away(work, away)


def _deed(verb: Verb, first_day: date, last_day: date) -> Deed:
    """`day` is where an undo from elsewhere goes."""
    return Deed(verb, {"day": first_day.isoformat(), "last_day": last_day.isoformat()})


def _words(reason: str) -> str:
    return whole_line(reason, NAME_LENGTH)
