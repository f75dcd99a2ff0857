"""Each measure as the small multiples want it: panels, sentences, colours. Imports nothing of matplotlib."""

from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QLocale

from scorecard.charts.measures_picture import MeasureColours, MeasuresPicture, Panel, Spot
from scorecard.domain.away import is_away, reasons_between
from scorecard.domain.periods import Length, Period
from scorecard.services.progress.measure_series import Mark, MeasureSeries, MeasuresPage
from scorecard.ui.progress_tab.measures_scale import panel_of, spots_of
from scorecard.ui.progress_tab.measures_terms import terms_words
from scorecard.ui.progress_tab.measures_wording import change_words, day_name, explanation, mark_words, when_words
from scorecard.ui.progress_tab.wording import DOT, away_words, days_span
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import Tokens

LONGEST_NAME = 40

Target = date | Period | None
Key = tuple[str, date | None, date | None]


@dataclass(frozen=True, slots=True)
class MeasuresReading:
    """The picture, and of each place what it is (`keys`), what is said of it, and what it opens (`targets`)."""

    picture: MeasuresPicture
    keys: tuple[Key, ...]
    sentences: tuple[str, ...]
    targets: tuple[Target, ...]
    summary: str


@dataclass(frozen=True, slots=True)
class _Place:
    spot: Spot
    key: Key
    sentence: str
    target: Target


def read_measures(page: MeasuresPage, locale: QLocale, *, mirrored: bool = False) -> MeasuresReading:
    panels: list[Panel] = []
    keys: list[Key] = []
    sentences: list[str] = []
    targets: list[Target] = []
    said = []
    calendar = _Calendar(page, locale)
    for series in page.series:
        words = change_words(series, page, locale)
        places = _places(series, page, calendar, locale)
        panels.append(replace(panel_of(series, page, words), spots=tuple(place.spot for place in places)))
        keys += [(series.measure.id, None, None), *(place.key for place in places)]
        sentences += [whole_words(series, page, words, locale), *(place.sentence for place in places)]
        targets += [None, *(place.target for place in places)]
        said.append(tr("{name}: {change}", "Deep work: +31% on 8 weeks").format(name=series.measure.name, change=words))
    spans = tuple(_span(stretch, page) for stretch in page.away)
    picture = MeasuresPicture(tuple(panels), spans, mirrored)
    return MeasuresReading(picture, tuple(keys), tuple(sentences), tuple(targets), DOT.join(said))


def whole_words(series: MeasureSeries, page: MeasuresPage, words: str, locale: QLocale) -> str:
    """ "Thank-yous heard · +31% on 8 weeks · 8 weeks against the 8 before: from 4.1 to 5.3 a day, n 38 and 40, …"."""
    parts = [short_name(series), words]
    if series.change.n or series.change.n_before:
        parts.append(explanation(series.terms, series.change, page.comparison, locale))
    return DOT.join(parts)


def short_name(series: MeasureSeries) -> str:
    name = series.measure.name
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1].rstrip() + "…"


class _Calendar:
    """The words of days, weeks and months, which are the same for all measures."""

    def __init__(self, page: MeasuresPage, locale: QLocale) -> None:
        self._page, self._locale = page, locale
        self._known: dict[tuple[date, date, bool], str] = {}

    def words(self, mark: Mark, series: MeasureSeries) -> str:
        key = mark.first, mark.last, series.gathered
        if key not in self._known:
            self._known[key] = when_words(mark, series, self._page, self._locale)
        return self._known[key]


def _places(series: MeasureSeries, page: MeasuresPage, calendar: _Calendar, locale: QLocale) -> list[_Place]:
    """From the first to the last; where both are on one day, the value comes before the sign."""
    name = short_name(series)
    spots = iter(spots_of(series, page))
    found = [
        _Place(
            next(spots),
            (series.measure.id, mark.first, mark.last),
            DOT.join([_mark_sentence(mark, series, page, calendar, locale), name]),
            _target(mark, series, page),
        )
        for mark in series.marks
    ]
    found += [
        _Place(
            next(spots),
            (series.measure.id, change.day, None),
            DOT.join([terms_words(change, page, locale), name]),
            change.day,
        )
        for change in series.changes
    ]
    found += [_away_place(series, stretch, page, locale) for stretch in page.away]
    return sorted(found, key=lambda place: place.spot.x)


def _away_place(series: MeasureSeries, stretch: tuple[date, date], page: MeasuresPage, locale: QLocale) -> _Place:
    """It says the same in every panel; a range without a reason, that one was away."""
    first, last = stretch
    start, end = _span(stretch, page)
    when = day_name(first, page.today, locale) if first == last else days_span(first, last, page.today, locale)
    return _Place(
        Spot((start + end) / 2, span=(start, end)),
        (series.measure.id, first, date.min),  # no mark lasts until then
        DOT.join([when, away_words(reasons_between(page.ranges, first, last)), short_name(series)]),
        first if first == last and first <= page.today else None,
    )


def _mark_sentence(mark: Mark, series: MeasureSeries, page: MeasuresPage, calendar: _Calendar, locale: QLocale) -> str:
    """Of a day away that one was away, too."""
    words = mark_words(mark, series, calendar.words(mark, series), locale)
    if mark.first != mark.last or not is_away(mark.first, page.ranges):
        return words
    return DOT.join([words, away_words(reasons_between(page.ranges, mark.first, mark.last))])


def _target(mark: Mark, series: MeasureSeries, page: MeasuresPage) -> Target:
    if mark.first == mark.last:
        return mark.first
    length = Length(page.grain.value) if series.gathered else Length.WEEK
    return Period.of(length, min(mark.last, page.today))


def _span(stretch: tuple[date, date], page: MeasuresPage) -> tuple[float, float]:
    days = (page.last - page.first).days + 1
    start, end = ((day - page.first).days for day in stretch)
    return start / days, (end + 1) / days


def measure_colours(tokens: Tokens) -> MeasureColours:
    return MeasureColours(
        surface=tokens.surface,
        grid=tokens.border,
        text=tokens.text,
        text_quiet=tokens.text_quiet,
        outline=tokens.outline,
        accent=tokens.accent,
        accent_soft=tokens.accent_soft,
        shade=tokens.sunken,
        better=tokens.good,
        worse=tokens.poor,
    )
