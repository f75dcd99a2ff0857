"""Values, targets and days in words and numbers of the user's language."""

from datetime import date, datetime, time
from decimal import Decimal
from fractions import Fraction
from typing import assert_never

from PySide6.QtCore import QDate, QLocale, QTime

from scorecard.domain.grades import rounded
from scorecard.domain.marks import Entry, Scored, Skipped, Unknown
from scorecard.domain.measures import EVERY_DAY, WORKING_DAYS, Direction, Kind, Terms
from scorecard.domain.scores import Score
from scorecard.domain.values import YES
from scorecard.domain.weeks import Week
from scorecard.ui.text import tr
from scorecard.ui.week_start import weekdays_in_order

NOTHING = "–"


def decimal_point(locale: QLocale | None = None) -> str:
    return (locale or QLocale()).decimalPoint()


def say_number(value: Decimal) -> str:
    """The shortest form of a number, with the locale's decimal point and no thousands marks."""
    plain = f"{value.normalize():f}" if value else "0"
    return plain.replace(".", decimal_point()).replace("-", "−")


def say_duration(minutes: Decimal) -> str:
    """1:30 from an hour on, else plain minutes."""
    if minutes < 60 or minutes != minutes.to_integral_value():
        return say_number(minutes)
    hours, rest = divmod(int(minutes), 60)
    return f"{hours}:{rest:02}"


def say_value(kind: Kind, value: Decimal) -> str:
    match kind:
        case Kind.YES_NO:
            return tr("Yes") if value == YES else tr("No")
        case Kind.DURATION:
            return say_duration(value)
        case Kind.COUNT | Kind.NUMBER | Kind.RATING:
            return say_number(value)
        case Kind.PROMISES:
            return tr("{percent}%").format(percent=rounded(Fraction(value)))
        case _ as never:
            assert_never(never)


def say_value_with_unit(terms: Terms, value: Decimal) -> str:
    words = say_value(terms.kind, value)
    if terms.kind is Kind.DURATION:
        return tr("{minutes} min").format(minutes=words) if ":" not in words else tr("{time} h").format(time=words)
    return f"{words} {terms.unit}" if terms.unit and terms.kind is not Kind.YES_NO else words


def say_entry(terms: Terms, entry: Entry) -> str:
    match entry.mark:
        case Scored(value):
            return say_value_with_unit(terms, value)
        case Skipped():
            return tr("skipped")
        case Unknown():
            return tr("not scored yet")
        case _ as never:
            assert_never(never)


def say_kind(kind: Kind) -> str:
    match kind:
        case Kind.YES_NO:
            return tr("Yes or no")
        case Kind.COUNT:
            return tr("Count")
        case Kind.NUMBER:
            return tr("Number")
        case Kind.DURATION:
            return tr("Time")
        case Kind.RATING:
            return tr("Rating")
        case Kind.PROMISES:
            return tr("Kept promises")
        case _ as never:
            assert_never(never)


def say_target(terms: Terms) -> str:
    """What the measure asks: "at least 3", "at most 2 a week", "90 min a day, at least"; empty for yes/no a day."""
    target = say_value_with_unit(terms, terms.target) if terms.target is not None else ""
    match terms.direction:
        case Direction.TALLY:
            words = tr("only counted")
        case Direction.AT_LEAST:
            words = tr("at least {target}").format(target=target) if target else ""
        case Direction.AT_MOST:
            words = tr("at most {target}").format(target=target)
        case Direction.BETWEEN:
            upper = say_value_with_unit(terms, terms.upper or Decimal(0))
            lower = say_value(terms.kind, terms.target or Decimal(0))
            words = tr("between {lower} and {upper}").format(lower=lower, upper=upper)
    return _with_rhythm(words, terms)


def _with_rhythm(words: str, terms: Terms) -> str:
    if not terms.weekly:
        return words
    return tr("{target} a week").format(target=words) if words else tr("once a week")


def say_due(terms: Terms, locale: QLocale | None = None) -> str:
    if terms.weekly:
        return tr("once a week")
    if terms.due == EVERY_DAY:
        return tr("every day")
    if terms.due == WORKING_DAYS:
        return tr("Monday to Friday")
    names = locale or QLocale()
    in_order = [weekday for weekday in weekdays_in_order() if weekday in terms.due]
    days = [names.dayName(weekday + 1, QLocale.FormatType.ShortFormat) for weekday in in_order]
    return ", ".join(days)


def sentence_case(words: str) -> str:
    return words[:1].upper() + words[1:]


def say_points(points: Fraction | None) -> str:
    return NOTHING if points is None else str(rounded(points))


def say_score(score: Score) -> str:
    """ "84 · 7 of 8"; without a score only the coverage."""
    coverage = tr("{known} of {due}").format(known=score.known, due=score.due)
    return coverage if score.value is None else f"{rounded(score.value)} · {coverage}"


def qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def say_day(day: date) -> str:
    """ "Friday, 20 November", with the year when it is not `day`'s neighbour on the page."""
    return _localised(day, tr("dddd, d MMMM", "date format, see QLocale::toString"))


def say_day_with_year(day: date) -> str:
    return _localised(day, tr("dddd, d MMMM yyyy", "date format, see QLocale::toString"))


def say_short_day(day: date) -> str:
    return _localised(day, tr("ddd d MMM", "date format, see QLocale::toString"))


def _localised(day: date, pattern: str) -> str:
    return QLocale().toString(qdate(day), pattern)


def say_weekday(day: date) -> str:
    return QLocale().dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)


def say_away(reason: str) -> str:
    return tr("away: {reason}").format(reason=reason) if reason else tr("away")


def say_week(week: Week) -> str:
    return tr("Week {number}").format(number=week.number)


def say_time(moment: time) -> str:
    return QLocale().toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)


def say_moment(moment: datetime) -> str:
    """A stored moment in the computer's own time."""
    local = moment.astimezone()
    return f"{say_short_day(local.date())} {local.year}, {local:%H:%M}"
