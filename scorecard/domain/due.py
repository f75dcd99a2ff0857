"""When a promise is due: on a day, within a week, or within a month. No date at all is None."""

import calendar
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import assert_never

from scorecard.domain.weeks import Week

_SIX_DAYS = timedelta(days=6)


class Span(StrEnum):
    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Due:
    """A calendar stretch, by its first day: the day itself, a Monday (ISO 8601), the first of a month.

    `last_day` is the last on which the promise is kept in time. Raises ValueError for a first day that begins no such
    stretch.
    """

    span: Span
    first_day: date
    last_day: date = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if self.first_day != _first_day(self.span, self.first_day):
            raise ValueError(f"{self.first_day} is no first day of a {self.span}")
        object.__setattr__(self, "last_day", _last_day(self.span, self.first_day))

    @classmethod
    def on(cls, day: date) -> "Due":
        return cls(Span.DAY, day)

    @classmethod
    def within(cls, span: Span, day: date) -> "Due":
        """The day, week or month that holds `day`."""
        return cls(span, _first_day(span, day))

    @property
    def shown_from(self) -> date:
        """From when on it stands on the day's scorecard: all of its week, the last seven days of its month."""
        return self.first_day if self.span is not Span.MONTH else self.last_day - _SIX_DAYS

    def is_over(self, today: date) -> bool:
        return today > self.last_day


def _first_day(span: Span, day: date) -> date:
    match span:
        case Span.DAY:
            return day
        case Span.WEEK:
            return Week.of(day).monday
        case Span.MONTH:
            return day.replace(day=1)
        case _ as never:
            assert_never(never)


def _last_day(span: Span, first_day: date) -> date:
    match span:
        case Span.DAY:
            return first_day
        case Span.WEEK:
            return first_day + min(_SIX_DAYS, date.max - first_day)
        case Span.MONTH:
            _, length = calendar.monthrange(first_day.year, first_day.month)
            return first_day.replace(day=length)
        case _ as never:
            assert_never(never)
