"""Each measure over a period: its values, what it asked at the time, the mean that runs along, and what changed.

Plain values, so that they can be imported before numpy is; `measure_pages.py` works them out.
"""

from dataclasses import dataclass
from datetime import date

from scorecard.domain.away import AwayRange
from scorecard.domain.measures import Kind, Measure, Terms
from scorecard.domain.periods import Period
from scorecard.services.progress.changed import Change, Comparison, Verdict
from scorecard.services.progress.course import Grain


@dataclass(frozen=True, slots=True)
class Mark:
    """What was counted from `first` to `last`: a day's value, a week's total, or the mean of `n` of them.

    `low` and `high` are the least and the most of them, `remembered` how many are from memory. `slot` numbers the
    weeks, months, … of the stretch: neighbours have neighbouring numbers. `open`: the week is not over yet.
    """

    slot: int
    first: date
    last: date
    value: float
    low: float
    high: float
    n: int = 1
    remembered: int = 0
    open: bool = False

    @property
    def hollow(self) -> bool:
        return self.open or 2 * self.remembered > self.n


Line = tuple[Mark | None, ...]


def comparable(one: Terms, other: Terms) -> bool:
    """Whether values under these terms can stand on one scale: the unit may have been renamed."""
    return _family(one) == _family(other)


def _family(terms: Terms) -> tuple[Kind, int | None, bool]:
    kind = Kind.NUMBER if terms.kind is Kind.COUNT else terms.kind
    return kind, terms.scale, terms.weekly


@dataclass(frozen=True, slots=True)
class Asked:
    """What a measure of the card asked, from `first` to `last`."""

    first: date
    last: date
    terms: Terms


@dataclass(frozen=True, slots=True)
class TermsChange:
    """Other terms from `day` on. `comparable`: values before it stand on the same scale, and so are shown too."""

    day: date
    before: Terms
    now: Terms

    @property
    def comparable(self) -> bool:
        return comparable(self.before, self.now)


@dataclass(frozen=True, slots=True)
class MeasureSeries:
    """`terms` are those at the end. `gathered`: the marks are means, and `line` joins them; otherwise they are values,
    and `line` is the mean of the last seven days (`weekly`: of the last four weeks), None where it is interrupted.
    """

    measure: Measure
    terms: Terms
    on_card: bool
    gathered: bool
    marks: tuple[Mark, ...]
    line: Line
    asked: tuple[Asked, ...]
    changes: tuple[TermsChange, ...]
    change: Change
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class MeasuresPage:
    """The days drawn go from `first` to `last`, for a week the eight weeks up to it. `away` are stretches of them, made
    of `ranges`.
    """

    period: Period
    today: date
    first: date
    last: date
    grain: Grain
    away: tuple[tuple[date, date], ...]
    comparison: Comparison
    series: tuple[MeasureSeries, ...]
    ranges: tuple[AwayRange, ...] = ()

    @property
    def is_blank(self) -> bool:
        return all(not series.marks for series in self.series)
