"""Check-ins over a stretch of days: the results of each definition about each subject, the newest first."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from scorecard.domain.checkins import Checkin
from scorecard.domain.periods import Period
from scorecard.services.checkin_page import CheckinPage, Series

MOST_PANELS = 4  # a text takes a millisecond to draw, and a panel has ten
MOST_POINTS = 120


@dataclass(frozen=True, slots=True)
class TrustPoint:
    """A result as it was made. `before` is the one before it in its series."""

    checkin: Checkin
    before: Checkin | None = None

    @property
    def anew(self) -> bool:
        """Whether it was made by another formula than the one before, so that the two don't compare."""
        return self.before is not None and self.before.formula != self.checkin.formula


@dataclass(frozen=True, slots=True)
class TrustPanel:
    """`points` are those of the period, the earliest first; of very many the last in each of equal stretches. `n` are
    all of them. `known` is the last one before the period.
    """

    series: Series
    points: tuple[TrustPoint, ...]
    n: int
    known: TrustPoint | None

    @property
    def drawn(self) -> tuple[TrustPoint, ...]:
        """The last one before, then those of the period; there is at least one."""
        return self.points if self.known is None else (self.known, *self.points)

    @property
    def latest(self) -> TrustPoint:
        return self.drawn[-1]

    @property
    def gathered(self) -> bool:
        return self.n > len(self.points)

    @property
    def pieces(self) -> tuple[tuple[TrustPoint, ...], ...]:
        """Those that compare: a new piece begins with another formula."""
        pieces: list[list[TrustPoint]] = []
        for point in self.drawn:
            if not pieces or pieces[-1][-1].checkin.formula != point.checkin.formula:
                pieces.append([])
            pieces[-1].append(point)
        return tuple(tuple(piece) for piece in pieces)


@dataclass(frozen=True, slots=True)
class TrustPage:
    """`panels` are the series that have a result in the period, then those that have one before it."""

    period: Period
    today: date
    panels: tuple[TrustPanel, ...]
    begun: bool

    @property
    def n(self) -> int:
        return sum(panel.n for panel in self.panels)

    @property
    def shown(self) -> tuple[TrustPanel, ...]:
        return self.panels[:MOST_PANELS]

    @property
    def more(self) -> int:
        return len(self.panels) - len(self.shown)

    @property
    def present(self) -> bool:
        """Whether what is measured today belongs to it."""
        return self.today in self.period

    def points(self) -> Iterator[tuple[TrustPanel, TrustPoint]]:
        """All in the period, whether they are drawn or not, the latest first of each series."""
        for panel in self.panels:
            results = panel.series.results
            start, end = _within(results, self.period)
            for n in reversed(range(start, end)):
                yield panel, _point(results, n)
            if start == end and panel.known is not None:
                yield panel, panel.known


def trust_of(page: CheckinPage, period: Period) -> TrustPage:
    panels = [panel for series in page.series if (panel := _panel(series, period)) is not None]
    newest = sorted(panels, key=lambda panel: panel.latest.checkin.day, reverse=True)
    begun = any(series.results for series in page.series)
    return TrustPage(period, page.today, tuple(newest), begun)


def _panel(series: Series, period: Period) -> TrustPanel | None:
    start, end = _within(series.results, period)
    if not end:
        return None
    places = _thinned(series.results, start, end, period)
    points = tuple(_point(series.results, n) for n in places)
    return TrustPanel(series, points, end - start, _point(series.results, start - 1) if start else None)


def _within(results: Sequence[Checkin], period: Period) -> tuple[int, int]:
    start = bisect_left(results, period.first, key=lambda result: result.day)
    return start, bisect_right(results, period.last, key=lambda result: result.day)


def _point(results: Sequence[Checkin], n: int) -> TrustPoint:
    return TrustPoint(results[n], results[n - 1] if n else None)


def _thinned(results: Sequence[Checkin], start: int, end: int, period: Period) -> Sequence[int]:
    """The places of those that are drawn."""
    if end - start <= MOST_POINTS:
        return range(start, end)
    last: dict[int, int] = {}
    for n in range(start, end):
        last[(results[n].day - period.first).days * MOST_POINTS // period.days] = n
    return tuple(last.values())
