"""Check-ins as their chart wants them: panels, lines, sentences. Imports nothing of matplotlib."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil, floor

from PySide6.QtCore import QLocale

from scorecard.charts.trust_picture import Piece, Tone, TrustFactor, TrustPicture, TrustSpot
from scorecard.charts.trust_picture import TrustPanel as Panel
from scorecard.domain.checkins import LEAST, MOST, Part
from scorecard.domain.periods import Length
from scorecard.services.checkin_page import SeriesKey, change_since
from scorecard.services.progress.trust import TrustPage, TrustPanel, TrustPoint
from scorecard.ui.progress_tab.trust_wording import (
    change_words,
    measured_words,
    point_words,
    summary_words,
)
from scorecard.ui.progress_tab.wording import DOT, figure, short_date
from scorecard.ui.progress_tab.year_wording import Sentences
from scorecard.ui.reflection_tab.checkin_wording import say_result, say_series
from scorecard.ui.text import tr


@dataclass(frozen=True, slots=True)
class TrustReading:
    """The picture, and of each check-in in it what it is, what is said of it, and the series that it opens."""

    picture: TrustPicture
    keys: tuple[str, ...]
    sentences: Sequence[str]
    series: tuple[SeriesKey, ...]
    summary: str


@dataclass(frozen=True, slots=True)
class _Days:
    """How far along the period a check-in lies; what was before it lies at its beginning."""

    first: date
    count: int

    def across(self, point: TrustPoint) -> float:
        return max((point.checkin.day - self.first).days + 0.5, 0.0) / self.count


def read_trust(page: TrustPage, locale: QLocale, *, mirrored: bool = False) -> TrustReading:
    drawn = [(panel, point) for panel in page.shown for point in panel.drawn]
    start, end = _ends(page, locale)
    return TrustReading(
        picture=TrustPicture(tuple(_panel(panel, page, locale) for panel in page.shown), start, end, mirrored),
        keys=tuple(point.checkin.id for _, point in drawn),
        sentences=Sentences(len(drawn), lambda n: point_words(*drawn[n], page.today, locale)),
        series=tuple(panel.series.key for panel, _ in drawn),
        summary=summary_words(page, locale),
    )


def _ends(page: TrustPage, locale: QLocale) -> tuple[str, str]:
    """What stands below the plots: two days, of decades two years."""
    first, last = page.period.first, page.period.last
    if first.year != last.year and page.period.length is Length.ALL:
        return figure(first.year, locale), figure(last.year, locale)
    return short_date(first, locale), short_date(last, locale)


def _panel(panel: TrustPanel, page: TrustPage, locale: QLocale) -> Panel:
    days = _Days(page.period.first, page.period.days)
    results = [float(point.checkin.result) for point in panel.drawn]
    low, high = floor(min(results)), ceil(max(results))
    if low == high:
        low, high = max(low - 1, 0), high + 1

    def height(point: TrustPoint) -> float:
        return (float(point.checkin.result) - low) / (high - low)

    return Panel(
        name=say_series(panel.series),
        value=say_result(panel.latest.checkin.result),
        change=change_words(panel, page.today, locale),
        tone=_tone(panel),
        low=figure(low, locale),
        high=figure(high, locale),
        spots=tuple(TrustSpot(days.across(point), height(point), hollow=point is panel.known) for point in panel.drawn),
        pieces=tuple(tuple((days.across(point), height(point)) for point in piece) for piece in panel.pieces),
        factors=tuple(_factor(part, panel, page, days) for part in panel.latest.checkin.parts),
    )


def _tone(panel: TrustPanel) -> Tone:
    latest = panel.latest
    change = change_since(latest.before, latest.checkin)
    if not change or latest.anew or not panel.points:
        return Tone.PLAIN
    return Tone.BETTER if change > 0 else Tone.WORSE


def _factor(part: Part, panel: TrustPanel, page: TrustPage, days: _Days) -> TrustFactor:
    """Under the names of the latest result; a line runs as long as the factor was asked."""
    divides = part is panel.latest.checkin.parts[-1]
    measured = measured_words(panel, part.name, page)
    return TrustFactor(
        name=tr("÷ {factor}", "÷ Self-orientation: what divides").format(factor=part.name) if divides else part.name,
        value=DOT.join([str(part.value), measured]) if measured else str(part.value),
        pieces=_pieces(part.name, panel.drawn, days),
        divisor=divides,
    )


def _pieces(name: str, points: Iterable[TrustPoint], days: _Days) -> tuple[Piece, ...]:
    pieces: list[list[tuple[float, float]]] = [[]]
    for point in points:
        value = point.checkin.value_of(name)
        if value is not None:
            pieces[-1].append((days.across(point), (value - LEAST) / (MOST - LEAST)))
        elif pieces[-1]:
            pieces.append([])
    return tuple(tuple(piece) for piece in pieces if piece)
