"""What the card itself may be asked about: measures that are always reached, never, blank on a weekday, or the same.

They are questions, each with the number of days it rests on. Whoever keeps the card knows the answer.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto

import numpy as np

from scorecard.domain.days import ONE_DAY
from scorecard.domain.measures import Measure, Terms
from scorecard.domain.periods import Period
from scorecard.services.progress.grid import Counts, Truths
from scorecard.services.progress.history import History
from scorecard.services.progress.moves_with import Together

LEAST_WEEKS = 4
LEAST_KNOWN = 20
BLANK_WEEKS = 6
LEAST_BLANK = 4  # of the six days of one weekday
LEAST_OTHERS = 6  # days that are asked besides
MOSTLY = 2 / 3  # of the other days are known
_FRESH = 14  # days, in which the last of an unbroken run lies
_WEEK_DAYS = 7
_WEEKEND = 2


class Limit(Enum):
    """What a measure always comes to."""

    ALL = auto()
    NOTHING = auto()


@dataclass(frozen=True, slots=True)
class AlwaysSame:
    """All of the last `n` known days, the first of them on `since`, came to everything or to nothing."""

    measure: Measure
    limit: Limit
    since: date
    last: date
    n: int

    @property
    def weeks(self) -> int:
        """Four working weeks are four, without the weekend at their end."""
        return ((self.last - self.since).days + 1 + _WEEKEND) // _WEEK_DAYS


@dataclass(frozen=True, slots=True)
class BlankWeekdays:
    """Blank on `blank` of the last `n` days of these weekdays, Monday = 0; `known` of the `others` are not."""

    measure: Measure
    weekdays: tuple[int, ...]
    blank: int
    n: int
    known: int
    others: int


@dataclass(frozen=True, slots=True)
class NearlySame:
    """Two measures whose values rise and fall together on `n` days; `rho` is their rank correlation."""

    one: Measure
    other: Measure
    rho: float
    n: int


Question = AlwaysSame | BlankWeekdays | NearlySame


def card_review(history: History, period: Period, together: Together) -> tuple[Question, ...]:
    """Of the measures on the card at the end of `period`, in its order; then the pairs of `together`."""
    last = min(period.last, history.today)
    found: list[Question] = []
    for column, measure in enumerate(history.grid.card.measures):
        terms = measure.terms_on(last)
        if terms is None or not (terms.on_card and terms.daily and terms.scores):
            continue
        asked = (_always_same(history, column, terms, last), _blank_weekdays(history, column, terms, last))
        found += [question for question in asked if question is not None]
    pairs = ((pair, pair.rho_of_all) for pair in together.same)
    return (*found, *(NearlySame(pair.one, pair.other, rho, pair.n) for pair, rho in pairs if rho is not None))


def _always_same(history: History, column: int, terms: Terms, last: date) -> AlwaysSame | None:
    """Only of days on which it asked the same as now: who has just raised a target needs no question."""
    grid = history.grid
    rows = grid.rows(_same_terms_since(history, column, terms, last), last)
    shares = history.worth.completions[rows, column]
    known = np.flatnonzero(~np.isnan(shares))
    if not known.size:
        return None
    limit = {1.0: Limit.ALL, 0.0: Limit.NOTHING}.get(float(shares[known[-1]]))
    if limit is None:
        return None
    others = np.flatnonzero(shares[known] != shares[known[-1]])
    run = known[others[-1] + 1 :] if others.size else known
    since, until = grid.day(rows.start + int(run[0])), grid.day(rows.start + int(run[-1]))
    question = AlwaysSame(history.grid.measure(column), limit, since, until, int(run.size))
    fresh = (last - until).days < _FRESH
    return question if fresh and question.n >= LEAST_KNOWN and question.weeks >= LEAST_WEEKS else None


def _same_terms_since(history: History, column: int, terms: Terms, last: date) -> date:
    since = terms.first_day
    for earlier in reversed(history.grid.measure(column).terms):
        if earlier.first_day > last:
            continue
        if _asks(earlier) != _asks(terms):
            break
        since = earlier.first_day
    return since


def _asks(terms: Terms) -> tuple[object, ...]:
    """What a value is held against; weight, days and place don't matter to that."""
    return terms.kind, terms.direction, terms.target, terms.upper, terms.scale, terms.weekly


def _blank_weekdays(history: History, column: int, terms: Terms, last: date) -> BlankWeekdays | None:
    """In the six weeks up to `last`; today is not over yet, and doesn't count."""
    last = last - ONE_DAY if last == history.today else last
    first = last - timedelta(days=_WEEK_DAYS * BLANK_WEEKS - 1)
    rows = history.grid.rows(first, last)
    asked, shares = history.worth.asked[rows, column], history.worth.completions[rows, column]
    weekdays = history.grid.weekdays()[rows]
    blanks = _by_weekday(asked & np.isnan(shares), weekdays)
    days = _by_weekday(asked, weekdays)
    mostly = [weekday for weekday in sorted(terms.due) if blanks[weekday] >= LEAST_BLANK]
    others = [weekday for weekday in range(_WEEK_DAYS) if weekday not in mostly]
    of_others = sum(days[weekday] for weekday in others)
    known = of_others - sum(blanks[weekday] for weekday in others)
    if not mostly or of_others < LEAST_OTHERS or known <= MOSTLY * of_others:
        return None
    blank, n = (sum(counts[weekday] for weekday in mostly) for counts in (blanks, days))
    return BlankWeekdays(history.grid.measure(column), tuple(mostly), blank, n, known, of_others)


def _by_weekday(truths: Truths, weekdays: Counts) -> list[int]:
    counts: list[int] = np.bincount(weekdays[truths], minlength=_WEEK_DAYS).tolist()
    return counts
