"""What is said of a stretch of days: its name, and the ways to it."""

from datetime import date
from typing import assert_never

from PySide6.QtCore import QLocale

from scorecard.domain.periods import Length, Period
from scorecard.domain.weeks import Week
from scorecard.ui.progress_tab.wording import day_month_year, figure, week_title
from scorecard.ui.text import tr


def length_words(length: Length) -> str:
    match length:
        case Length.WEEK:
            return tr("Week")
        case Length.MONTH:
            return tr("Month")
        case Length.QUARTER:
            return tr("Quarter")
        case Length.YEAR:
            return tr("Year")
        case Length.ALL:
            return tr("All")
        case _ as never:
            assert_never(never)


def previous_words(length: Length) -> str:
    return {
        Length.WEEK: tr("Previous week"),
        Length.MONTH: tr("Previous month"),
        Length.QUARTER: tr("Previous quarter"),
        Length.YEAR: tr("Previous year"),
    }.get(length, "")


def next_words(length: Length) -> str:
    return {
        Length.WEEK: tr("Next week"),
        Length.MONTH: tr("Next month"),
        Length.QUARTER: tr("Next quarter"),
        Length.YEAR: tr("Next year"),
    }.get(length, "")


def home_words(length: Length) -> str:
    return {
        Length.WEEK: tr("This week"),
        Length.MONTH: tr("This month"),
        Length.QUARTER: tr("This quarter"),
        Length.YEAR: tr("This year"),
    }.get(length, "")


def period_title(period: Period, today: date, locale: QLocale) -> str:
    """ "Week 47 · 16–22 November", "November 2026", "Quarter 4 of 2026", "2026", "3 March 2024 – 20 November 2026"."""
    year = figure(period.first.year, locale)
    match period.length:
        case Length.WEEK:
            return week_title(Week.of(period.first), today, locale)
        case Length.MONTH:
            month = locale.standaloneMonthName(period.first.month, QLocale.FormatType.LongFormat)
            return tr("{month} {year}", "November 2026").format(month=month, year=year)
        case Length.QUARTER:
            number = figure((period.first.month + 2) // 3, locale)
            return tr("Quarter {number} of {year}").format(number=number, year=year)
        case Length.YEAR:
            return year
        case Length.ALL:
            return f"{day_month_year(period.first, locale)} – {day_month_year(period.last, locale)}"
        case _ as never:
            assert_never(never)
