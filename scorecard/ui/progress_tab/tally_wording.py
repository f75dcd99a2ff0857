"""What is said of totals: "1,204 thank-yous since March 2024, 96 in this quarter"."""

from dataclasses import replace
from typing import assert_never

from PySide6.QtCore import QLocale

from scorecard.domain.measures import Kind
from scorecard.domain.periods import Length, Period
from scorecard.services.progress.total import Total
from scorecard.ui.progress_tab.measures_wording import number, value_words
from scorecard.ui.progress_tab.wording import DOT, figure
from scorecard.ui.text import tr

_FROM_HOURS = 600  # minutes, from which on a total is said in whole hours


def amount_words(total: Total, amount: float, locale: QLocale) -> str:
    """ "1,204", "1,204 calls", "312 h", "4:30 h"."""
    if total.terms.kind is Kind.DURATION:
        if abs(amount) < _FROM_HOURS:
            return value_words(total.terms, amount)
        return tr("{time} h").format(time=number(round(amount / 60), locale))
    words = number(amount, locale)
    return f"{words} {total.terms.unit}" if total.terms.unit else words


def since_words(total: Total, locale: QLocale) -> str:
    month = locale.monthName(total.since.month, QLocale.FormatType.LongFormat)
    return tr("since {month} {year}", "since March 2024").format(month=month, year=figure(total.since.year, locale))


def period_words(total: Total, period: Period, locale: QLocale) -> str:
    """ "96 in this quarter"; empty for all."""
    amount = amount_words(total, total.in_period, locale)
    match period.length:
        case Length.WEEK:
            return tr("{amount} in this week").format(amount=amount)
        case Length.MONTH:
            return tr("{amount} in this month").format(amount=amount)
        case Length.QUARTER:
            return tr("{amount} in this quarter").format(amount=amount)
        case Length.YEAR:
            return tr("{amount} in this year").format(amount=amount)
        case Length.ALL:
            return ""
        case _ as never:
            assert_never(never)


def below_words(total: Total, period: Period, locale: QLocale) -> str:
    """ "since March 2024, 96 in this quarter"."""
    return ", ".join(words for words in (since_words(total, locale), period_words(total, period, locale)) if words)


def whom(total: Total) -> str:
    """Who is served, and the measure's own words for whom it is worth something."""
    return DOT.join(part for part in (total.served, total.to_whom) if part)


def to_whom_words(total: Total) -> str:
    people = whom(total)
    return tr("For {people}", "for whom a measure is worth something").format(people=people) if people else ""


def total_sentence(total: Total, period: Period, locale: QLocale) -> str:
    """ "Thank-yous heard: 1,204 since March 2024, 96 in this quarter · For customers · 310 values".

    "Roadblocks removed: 31 for Ana's team since March 2024": where it is done for somebody in the list.
    """
    amount, below = amount_words(total, total.total, locale), below_words(total, period, locale)
    whole = (
        tr("{amount} for {person} {since}", "31 for Ana's team since March 2024").format(
            amount=amount, person=total.served, since=below
        )
        if total.served
        else f"{amount} {below}"
    )
    words = to_whom_words(replace(total, served=""))
    said = tr("{name}: {change}", "Deep work: +31% on 8 weeks").format(name=total.measure.name, change=whole)
    parts = [said, words, tr("%n value(s)", "", total.n)]
    return DOT.join(part for part in parts if part)
