"""What is said of a measure's values, of what it came to mean, and of what changed."""

from datetime import date
from decimal import Decimal
from typing import assert_never

from PySide6.QtCore import QLocale

from scorecard.domain.measures import Direction, Kind, Terms
from scorecard.domain.periods import Length, Period
from scorecard.domain.weeks import Week
from scorecard.services.progress.changed import Change, Comparison, Verdict
from scorecard.services.progress.course import Grain
from scorecard.services.progress.measure_series import Mark, MeasureSeries, MeasuresPage
from scorecard.ui.progress_tab.period_wording import period_title
from scorecard.ui.progress_tab.wording import DOT, day_words, figure, week_title
from scorecard.ui.say import say_value_with_unit
from scorecard.ui.text import tr

_SHARES = (Kind.YES_NO, Kind.PROMISES)
_PLACES = 3


def number(value: float, locale: QLocale) -> str:
    """As many digits after the point as can be of use: 0.35, 4.1, 1,204."""
    size = abs(value)
    places = 0 if size >= 100 or value == round(value) else 1 if size >= 1 else 2
    return locale.toString(float(value), "f", places).replace("-", "−")


def signed(words: str, value: float) -> str:
    return f"+{words}" if value > 0 else words


def percent(part: float, locale: QLocale, *, sign: bool = False) -> str:
    """Of 0.31 "31%"; under one percent with a digit after the point."""
    value = 100 * part
    places = 1 if 0.05 <= abs(value) < 0.95 else 0
    words = locale.toString(value, "f", places).replace("-", "−")
    return tr("{percent}%").format(percent=signed(words, value) if sign else words)


def value_words(terms: Terms, value: float) -> str:
    """A value as it was entered."""
    return say_value_with_unit(terms, round(Decimal(value), _PLACES))


def mean_words(terms: Terms, mean: float, locale: QLocale) -> str:
    """ "62%", "1:15 h", "4.1"."""
    match terms.kind:
        case Kind.YES_NO:
            return percent(mean, locale)
        case Kind.PROMISES:
            return percent(mean / 100, locale)
        case Kind.DURATION:
            return value_words(terms, round(mean))
        case Kind.COUNT | Kind.NUMBER | Kind.RATING:
            return number(mean, locale)
        case _ as never:
            assert_never(never)


def rate_words(terms: Terms, mean: float, locale: QLocale) -> str:
    """ "5.3 a day", "62% of days", "12 a week"."""
    words = mean_words(terms, mean, locale)
    if terms.kind is Kind.YES_NO:
        return (tr("{share} of weeks") if terms.weekly else tr("{share} of days")).format(share=words)
    if terms.kind in (Kind.PROMISES, Kind.RATING):
        return words
    return (tr("{amount} a week") if terms.weekly else tr("{amount} a day")).format(amount=words)


def change_words(series: MeasureSeries, page: MeasuresPage, locale: QLocale) -> str:
    """ "+31% on 8 weeks", "no clear change", "not enough yet: 9 of 14 days"."""
    change = series.change
    if not change.enough:
        return _missing_words(series, page, locale)
    if not change.clear:
        return tr("no clear change")
    words = _clear_words(series.terms, change, page.comparison, locale)
    if series.terms.direction not in (Direction.AT_MOST, Direction.BETWEEN):
        return words
    # Where less may be more, the sign of a change doesn't say which it is.
    match series.verdict:
        case Verdict.BETTER:
            return tr("{change}, better", "−19% on 8 weeks, better").format(change=words)
        case Verdict.WORSE:
            return tr("{change}, worse", "+19% on 8 weeks, worse").format(change=words)
        case Verdict.NEITHER:
            return words
        case _ as never:
            assert_never(never)


def _missing_words(series: MeasureSeries, page: MeasuresPage, locale: QLocale) -> str:
    change, weekly = series.change, series.terms.weekly
    if change.n == 0 and not series.marks:
        return tr("no values yet") if page.today in page.period else tr("no values")
    lacking_now = change.n < change.least
    known = figure(change.n if lacking_now else change.n_before, locale)
    least = tr("%n week(s)", "", change.least) if weekly else tr("%n day(s)", "", change.least)
    if not lacking_now:
        words = tr("too little before: {known} of {least}", "too little before: 9 of 14 days")
    elif page.today in page.period:
        words = tr("not enough yet: {known} of {least}", "not enough yet: 9 of 14 days")
    else:
        words = tr("not enough: {known} of {least}", "not enough: 9 of 14 days")
    return words.format(known=known, least=least)


def _clear_words(terms: Terms, change: Change, comparison: Comparison, locale: QLocale) -> str:
    assert change.mean is not None
    assert change.mean_before is not None
    assert change.difference is not None
    if terms.kind in _SHARES:
        return _from_to(mean_words(terms, change.mean_before, locale), mean_words(terms, change.mean, locale))
    if change.relative is not None and terms.kind is not Kind.RATING:
        words = percent(change.relative, locale, sign=True)
    else:
        words = signed(rate_words(terms, change.difference, locale), change.difference)
    match comparison.length:
        case Length.WEEK | Length.ALL:
            return tr("{change} on 8 weeks", "+31% on 8 weeks").format(change=words)
        case Length.MONTH:
            return tr("{change} on the month before").format(change=words)
        case Length.QUARTER:
            return tr("{change} on the quarter before").format(change=words)
        case Length.YEAR:
            return tr("{change} on the year before").format(change=words)
        case _ as never:
            assert_never(never)


def _from_to(before: str, now: str) -> str:
    return tr("from {before} to {now}", "from 4.1 to 5.3").format(before=before, now=now)


def comparison_words(comparison: Comparison) -> str:
    match comparison.length:
        case Length.WEEK | Length.ALL:
            return tr("8 weeks against the 8 before")
        case Length.MONTH:
            return tr("the month against the one before")
        case Length.QUARTER:
            return tr("the quarter against the one before")
        case Length.YEAR:
            return tr("the year against the one before")
        case _ as never:
            assert_never(never)


def explanation(terms: Terms, change: Change, comparison: Comparison, locale: QLocale) -> str:
    """ "8 weeks against the 8 before: from 4.1 to 5.3 a day, n 38 and 40, permutation test, seed 1, p 0.012"."""
    parts = []
    if change.mean is not None and change.mean_before is not None:
        parts.append(_from_to(mean_words(terms, change.mean_before, locale), rate_words(terms, change.mean, locale)))
    parts.append(
        tr("n {now} and {before}", "n 38 and 40").format(
            now=figure(change.n, locale), before=figure(change.n_before, locale)
        )
    )
    if change.p is not None:
        parts.append(chance_words(change, locale))
    return tr("{stretches}: {numbers}", "8 weeks against the 8 before: from 4.1 to 5.3 a day").format(
        stretches=comparison_words(comparison), numbers=", ".join(parts)
    )


def chance_words(change: Change, locale: QLocale) -> str:
    """ "permutation test, seed 1, p 0.012"."""
    return ", ".join([tr("permutation test"), drawn_words(change, locale), p_words(change.p or 0.0, locale)])


def drawn_words(change: Change, locale: QLocale) -> str:
    """How the values were dealt out: by chance with a seed, or in all ways there are."""
    if change.exact:
        return tr("all %n way(s)", "", change.rounds)
    return tr("seed {seed}").format(seed=figure(change.seed, locale))


def p_words(p: float, locale: QLocale) -> str:
    if p < 0.001:
        return tr("p below {p}", "p below 0.001").format(p=locale.toString(0.001, "f", 3))
    return tr("p {p}", "p 0.012").format(p=locale.toString(p, "f", 3 if p < 0.1 else 2))


def mark_words(mark: Mark, series: MeasureSeries, when: str, locale: QLocale) -> str:
    """ "Wed 18 November · 4 · from memory", "Week 47 · 16–22 November · 4.1 a day · 2 to 6 · 5 values".

    `when` are the words of its days.
    """
    terms = series.terms
    if not series.gathered:
        parts = [when, value_words(_terms_of(mark, series), mark.value)]
        parts += [tr("from memory")] * bool(mark.remembered) + [tr("so far")] * mark.open
        return DOT.join(parts)
    parts = [when, rate_words(terms, mark.value, locale)]
    if mark.low < mark.high and terms.kind is not Kind.YES_NO:
        low, high = value_words(terms, mark.low), value_words(terms, mark.high)
        parts.append(tr("{low} to {high}", "2 to 6: the least and the most").format(low=low, high=high))
    parts.append(tr("%n value(s)", "", mark.n))
    if mark.remembered:
        parts.append(tr("%n from memory", "", mark.remembered))
    return DOT.join(parts)


def _terms_of(mark: Mark, series: MeasureSeries) -> Terms:
    return series.measure.terms_on(mark.last) or series.terms


def when_words(mark: Mark, series: MeasureSeries, page: MeasuresPage, locale: QLocale) -> str:
    """The day, week, month, quarter or year of a mark."""
    if mark.first == mark.last:
        return day_name(mark.first, page.today, locale)
    if not series.gathered or page.grain is Grain.WEEK:
        return week_title(Week.of(mark.last), page.today, locale)
    return period_title(Period.of(Length(page.grain.value), mark.last), page.today, locale)


def day_name(day: date, today: date, locale: QLocale) -> str:
    """ "Wed 18 November", with the year unless it is the present one."""
    words = day_words(day, locale)
    if day.year == today.year:
        return words
    return tr("{days} {year}", "16–22 November 2025").format(days=words, year=figure(day.year, locale))
