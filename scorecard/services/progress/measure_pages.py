"""Works out the values of each measure over a period, and what changed."""

from datetime import date

from scorecard.domain.measures import Measure, Terms
from scorecard.domain.periods import Length, Period
from scorecard.services.progress.changed import SEED, Change, Comparison, comparison_of, least_of, verdict_of
from scorecard.services.progress.claims import change_of
from scorecard.services.progress.course import Grain
from scorecard.services.progress.grid import Numbers, gone_of
from scorecard.services.progress.history import History
from scorecard.services.progress.measure_marks import (
    gathered_marks,
    joined,
    running_means,
    single_marks,
    stretches,
    track_of,
)
from scorecard.services.progress.measure_series import Asked, MeasureSeries, MeasuresPage, TermsChange

MOST_MARKS = 120


def measures_page(history: History, period: Period) -> MeasuresPage:
    """The measures that were on the card on some day of the period: those still on it first, in its order; of the
    others those with values."""
    comparison = comparison_of(period, history.today)
    first, last = (comparison.first, comparison.last) if period.length is Length.WEEK else (period.first, period.last)
    grain = grain_of(first, last)
    found = [
        _series(history, column, (first, last), grain, comparison)
        for column in range(len(history.grid.card.measures))
        if _on_card_in(history, column, period.first, min(period.last, history.today))
    ]
    shown = sorted((series for series in found if series.on_card or series.marks), key=lambda one: not one.on_card)
    away = stretches(gone_of(first, (last - first).days + 1, history.grid.away), first)
    return MeasuresPage(period, history.today, first, last, grain, away, comparison, tuple(shown), history.grid.away)


def grain_of(first: date, last: date) -> Grain:
    """The finest that does not crowd a small chart."""
    days = (last - first).days + 1
    sizes = {Grain.DAY: 1, Grain.WEEK: 7, Grain.MONTH: 30.4, Grain.QUARTER: 91.3}
    return next((grain for grain, size in sizes.items() if days <= MOST_MARKS * size), Grain.YEAR)


def _on_card_in(history: History, column: int, first: date, last: date) -> bool:
    terms = history.grid.measure(column).terms
    ends = [*(later.first_day for later in terms[1:]), None]
    return any(
        asked.on_card and asked.first_day <= last and (end is None or end > first)
        for asked, end in zip(terms, ends, strict=True)
    )


def _series(
    history: History, column: int, stretch: tuple[date, date], grain: Grain, comparison: Comparison
) -> MeasureSeries:
    first, last = stretch
    measure = history.grid.measure(column)
    terms = measure.terms_on(min(last, history.today)) or measure.terms[0]
    track = track_of(history, column, terms, first, last)
    gathered = grain is not Grain.DAY and not (grain is Grain.WEEK and terms.weekly)
    marks = gathered_marks(track, grain) if gathered else single_marks(track)
    change = measure_change(history, column, terms, comparison)
    return MeasureSeries(
        measure=measure,
        terms=terms,
        on_card=terms.on_card,
        gathered=gathered,
        marks=marks,
        line=joined(marks) if gathered else running_means(history, column, terms, first, last),
        asked=_asked(measure, first, last),
        changes=_changes(measure, first, min(last, history.today)),
        change=change,
        verdict=verdict_of(terms, change),
    )


def _asked(measure: Measure, first: date, last: date) -> tuple[Asked, ...]:
    ends = [*(later.first_day for later in measure.terms[1:]), None]
    found = []
    for terms, end in zip(measure.terms, ends, strict=True):
        begin = max(terms.first_day, first)
        until = last if end is None else min(date.fromordinal(end.toordinal() - 1), last)
        if terms.on_card and begin <= until:
            found.append(Asked(begin, until, terms))
    return tuple(found)


def _changes(measure: Measure, first: date, last: date) -> tuple[TermsChange, ...]:
    pairs = zip(measure.terms, measure.terms[1:], strict=False)
    return tuple(TermsChange(now.first_day, before, now) for before, now in pairs if first <= now.first_day <= last)


def measure_change(history: History, column: int, terms: Terms, comparison: Comparison, seed: int = SEED) -> Change:
    """Of the days on which it was counted as under `terms`; days away and a week that is not over are left out."""

    def values(first: date, last: date) -> Numbers:
        return track_of(history, column, terms, first, last).counted

    now, before = values(comparison.first, comparison.last), values(comparison.before_first, comparison.before_last)
    return change_of(now, before, seed, least_of(terms))
