"""The stretches of days that Progress looks at: a week, a month, a quarter, a year, or all that was ever scored."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import assert_never

from scorecard.domain.days import ONE_DAY
from scorecard.domain.weeks import Week

MONTHS_OF = {"month": 1, "quarter": 3, "year": 12}


class Length(StrEnum):
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Period:
    """From `first` to `last`, both included. Weeks are those of ISO 8601, the others those of the calendar."""

    length: Length
    first: date
    last: date

    @classmethod
    def of(cls, length: Length, day: date, earliest: date | None = None) -> "Period":
        """The period that `day` lies in. All goes from `earliest`, the first day that holds anything, to `day`."""
        match length:
            case Length.WEEK:
                week = Week.of(day)
                return cls(length, week.monday, week.sunday)
            case Length.MONTH | Length.QUARTER | Length.YEAR:
                return _of_months(length, day)
            case Length.ALL:
                return cls(length, min(earliest or day, day), day)
            case _ as never:
                assert_never(never)

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def previous(self) -> "Period":
        """The one before; of all there is none other than itself. The calendar's first stays itself too."""
        if self.length is Length.ALL or self.first == date.min:
            return self
        return Period.of(self.length, self.first - ONE_DAY)

    @property
    def next(self) -> "Period":
        if self.length is Length.ALL or self.last == date.max:
            return self
        return Period.of(self.length, self.last + ONE_DAY)

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


def _of_months(length: Length, day: date) -> Period:
    months = MONTHS_OF[length.value]
    first = date(day.year, (day.month - 1) // months * months + 1, 1)
    last_month = first.month + months - 1
    last = date(first.year, last_month, monthrange(first.year, last_month)[1])
    return Period(length, first, last)


def earlier(day: date, days: int) -> date:
    """`days` before, but never before the calendar begins."""
    return day - timedelta(days=min(days, (day - date.min).days))
