"""Gaps: working days on which nothing was entered; and how constant scoring has been, without any streak."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from scorecard.domain.away import AwayRange, is_away
from scorecard.domain.days import ONE_DAY
from scorecard.domain.snapshot import Card

MOST = 14  # days that are listed
REACH = timedelta(days=366)  # nobody remembers further back
LAST = 20  # working days that constancy is about
FEWEST = 5  # of which anything can be said


@dataclass(frozen=True, slots=True)
class DayMarks:
    """What was entered on a day: a value, a skip; and whether it was finished."""

    scored: bool = False
    skipped: bool = False
    finished: bool = False

    @property
    def missing(self) -> bool:
        return not (self.scored or self.skipped or self.finished)


NO_MARKS = DayMarks()
Marks = Mapping[date, DayMarks]


@dataclass(frozen=True, slots=True)
class Gap:
    """The missing days after `since`, the last day that was scored in its time. `more`: earlier ones are not listed."""

    since: date
    days: tuple[date, ...]
    more: bool = False


@dataclass(frozen=True, slots=True)
class Constancy:
    """How many of the last working days were scored: "18 of the last 20"."""

    scored: int
    days: int


def is_working(card: Card, day: date) -> bool:
    """Whether a measure is due that day that scores and is entered by the user."""
    for measure in card.measures:
        terms = measure.terms_on(day)
        if terms is not None and terms.daily and terms.scores and terms.due_on(day) and not terms.kind.computed:
            return True
    return False


def gap_of(card: Card, away: Sequence[AwayRange], marks: Marks, since: date, today: date) -> Gap | None:
    """The last working days between `since` and `today` with nothing on them, the earliest first; None without any."""
    missing: list[date] = []
    for day in _back(today - ONE_DAY, max(since, today - REACH)):
        if marks.get(day, NO_MARKS).missing and is_working(card, day) and not is_away(day, away):
            if len(missing) == MOST:
                return Gap(since, tuple(reversed(missing)), more=True)
            missing.append(day)
    return Gap(since, tuple(reversed(missing))) if missing else None


def constancy_of(card: Card, away: Sequence[AwayRange], marks: Marks, begun: date, today: date) -> Constancy | None:
    """Of the working days since `begun`; None when they are too few to say.

    Days away and days on which everything was skipped are none of them; today is one once it is scored.
    """
    scored, days = 0, 0
    for day in _back(today, max(begun - ONE_DAY, today - REACH)):
        known = marks.get(day, NO_MARKS)
        neutral = (known.skipped and not known.scored) or (day == today and not known.scored)
        if neutral or not is_working(card, day) or is_away(day, away):
            continue
        scored, days = scored + known.scored, days + 1
        if days == LAST:
            break
    return Constancy(scored, days) if days >= FEWEST else None


def stretches(days: Sequence[date], card: Card, away: Sequence[AwayRange]) -> tuple[tuple[date, date], ...]:
    """The days, in their order, as stretches from one to another: what lies between two of a stretch is no working
    day, and not away already.
    """
    found: list[tuple[date, date]] = []
    for day in days:
        if found and not any(
            is_working(card, between) or is_away(between, away) for between in _back(day - ONE_DAY, found[-1][1])
        ):
            found[-1] = (found[-1][0], day)
        else:
            found.append((day, day))
    return tuple(found)


def _back(last: date, before: date) -> Iterator[date]:
    """From `last` back to the day after `before`."""
    day = last
    while day > before:
        yield day
        day -= ONE_DAY
