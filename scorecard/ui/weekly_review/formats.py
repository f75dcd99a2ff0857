"""How a review writes numbers and days in the user's language."""

from datetime import date
from decimal import Decimal

from PySide6.QtCore import QLocale

from scorecard.domain.measures import Kind, Terms
from scorecard.ui import say
from scorecard.ui.progress_tab.measures_wording import mean_words, percent
from scorecard.ui.progress_tab.wording import day_words, week_span, weekday
from scorecard.ui.text import tr
from scorecard.words.weekly_document import Formats

_LONG = 6000  # minutes from which on hours are enough
NO_DAY = date.min  # of no year that is ever the present one: a document says the year


def formats_of(locale: QLocale) -> Formats:
    return Formats(
        number=lambda number: _number(Decimal(number), locale),
        value=lambda terms, value: _value(terms, value, locale),
        mean=lambda terms, mean: mean_words(terms, mean, locale),
        percent=lambda points: percent(points / 100, locale),
        target=lambda terms: say.say_target(terms) or say.say_kind(terms.kind),
        day=lambda day: day_words(day, locale),
        weekday=lambda day: weekday(day, locale),
        month=lambda day: _month(day, locale),
        span=lambda week: week_span(week, NO_DAY, locale),
        names=lambda names: locale.createSeparatedList(list(names)),
    )


def _number(number: Decimal, locale: QLocale) -> str:
    """With the locale's marks between thousands, and as many digits after the point as it has."""
    exponent = number.normalize().as_tuple().exponent
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    return locale.toString(float(number), "f", places).replace("-", "−")


def _value(terms: Terms, value: Decimal, locale: QLocale) -> str:
    if terms.kind is Kind.DURATION and value >= _LONG:
        return tr("{time} h").format(time=_number(Decimal(round(value / 60)), locale))
    if terms.kind is Kind.DURATION:
        return say.say_value_with_unit(terms, value)
    number = _number(value, locale)
    return f"{number} {terms.unit}" if terms.unit else number


def _month(day: date, locale: QLocale) -> str:
    """ "March 2026"."""
    name = locale.standaloneMonthName(day.month)
    return tr("{month} {year}", "March 2026").format(month=name, year=day.year)
