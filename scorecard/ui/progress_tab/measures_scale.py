"""A measure's panel as the chart wants it: its values as parts of the panel's width and height."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from scorecard.charts.measures_picture import Bound, Dot, Panel, Point, Spot, Tone
from scorecard.domain.measures import Direction, Kind, Terms
from scorecard.services.progress.changed import Verdict
from scorecard.services.progress.measure_series import Asked, Mark, MeasureSeries, MeasuresPage, comparable

TONES = {Verdict.BETTER: Tone.BETTER, Verdict.WORSE: Tone.WORSE, Verdict.NEITHER: Tone.PLAIN}
_FROM_ZERO = (Kind.YES_NO, Kind.COUNT, Kind.DURATION, Kind.PROMISES)

_NOTHING = (None, None)

Stop = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Scale:
    """`first` is the first day of the panel's `days`; its foot is `low`, its upper edge `high`."""

    first: date
    days: int
    low: float
    high: float

    def across(self, day: date, part: float = 0.5) -> float:
        """The middle of a day, or another part of it."""
        return min(max(((day - self.first).days + part) / self.days, 0.0), 1.0)

    def middle(self, mark: Mark) -> float:
        start, end = self.across(mark.first, 0.0), self.across(mark.last, 1.0)
        return (start + end) / 2

    def upward(self, value: float) -> float:
        return (value - self.low) / (self.high - self.low)


def scale_of(series: MeasureSeries, page: MeasuresPage) -> Scale:
    """Wide enough for all values and for what was asked. What is counted begins at zero, a rating at its lowest."""
    heights = [height for mark in series.marks for height in (mark.low, mark.high)]
    heights += [height for mark in series.line if mark is not None for height in (mark.low, mark.high)]
    heights += [height for asked in _comparable(series) for height in asked_heights(asked.terms) if height is not None]
    heights += _ends(series.terms)
    low, high = (min(heights), max(heights)) if heights else (0.0, 1.0)
    if low == high:
        low, high = low - 1, high + 1
    return Scale(page.first, (page.last - page.first).days + 1, low, high)


def _ends(terms: Terms) -> list[float]:
    if terms.scale is not None:
        return [1.0, float(terms.scale)]
    if terms.kind is Kind.YES_NO:
        return [0.0, 1.0]
    return [0.0] if terms.kind in _FROM_ZERO else []


def _comparable(series: MeasureSeries) -> list[Asked]:
    return [asked for asked in series.asked if comparable(asked.terms, series.terms)]


def asked_heights(terms: Terms) -> tuple[float | None, float | None]:
    """What is at least asked, and at most; of yes or no neither, since all of it is asked."""
    target, upper = (float(bound) if isinstance(bound, Decimal) else None for bound in (terms.target, terms.upper))
    match terms.direction:
        case Direction.AT_LEAST:
            return target, None
        case Direction.AT_MOST:
            return None, target
        case Direction.BETWEEN:
            return target, upper
        case Direction.TALLY:
            return None, None


def panel_of(series: MeasureSeries, page: MeasuresPage, words: str) -> Panel:
    scale = scale_of(series, page)
    pieces = _pieces(series.line)
    # A mean without neighbours makes no line: it is a dot.
    alone = [piece[0] for piece in pieces if len(piece) == 1] if series.gathered else ()
    banded = series.gathered and series.terms.kind is not Kind.YES_NO
    lines = [piece for piece in pieces if len(piece) > 1]
    return Panel(
        name=series.measure.name,
        words=words,
        tone=TONES[series.verdict],
        dots=tuple(_dot(mark, scale) for mark in (alone if series.gathered else series.marks)),
        lines=tuple(tuple(_point(mark, scale) for mark in piece) for piece in lines),
        bands=tuple(tuple(_stop(mark, scale) for mark in piece) for piece in lines) if banded else (),
        bounds=tuple(_bound(asked, scale) for asked in _comparable(series) if asked_heights(asked.terms) != _NOTHING),
        spots=(),
    )


def spots_of(series: MeasureSeries, page: MeasuresPage) -> list[Spot]:
    """Of each mark, then of each sign that the terms changed."""
    scale = scale_of(series, page)
    marks = [Spot(*_point(mark, scale)) for mark in series.marks]
    return marks + [Spot(scale.across(change.day)) for change in series.changes]


def _dot(mark: Mark, scale: Scale) -> Dot:
    return Dot(*_point(mark, scale), mark.hollow)


def _point(mark: Mark, scale: Scale) -> Point:
    return scale.middle(mark), scale.upward(mark.value)


def _stop(mark: Mark, scale: Scale) -> Stop:
    return scale.middle(mark), scale.upward(mark.low), scale.upward(mark.high)


def _bound(asked: Asked, scale: Scale) -> Bound:
    low, high = (None if height is None else scale.upward(height) for height in asked_heights(asked.terms))
    return Bound((scale.across(asked.first, 0.0), scale.across(asked.last, 1.0)), low, high)


def _pieces(line: Iterable[Mark | None]) -> list[list[Mark]]:
    pieces: list[list[Mark]] = [[]]
    for mark in line:
        if mark is None:
            pieces.append([])
        else:
            pieces[-1].append(mark)
    return [piece for piece in pieces if piece]
