"""When a promise is due: on a day, within a week, or within a month. No date at all is None."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import assert_never

from scorecard.domain.weeks import Week


class Span(StrEnum):
    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Due:
    """A calendar stretch, by its first day: the day itself, a Monday (ISO 8601), the first of a month.

    Raises ValueError for a first day that begins no such stretch.
    """

    span: Span
    first_day: date

    def __post_init__(self) -> None:
        if self.first_day != _first_day(self.span, self.first_day):
            raise ValueError(f"{self.first_day} is no first day of a {self.span}")

    @classmethod
    def on(cls, day: date) -> "Due":
        return cls(Span.DAY, day)

    @classmethod
    def within(cls, span: Span, day: date) -> "Due":
        """The day, week or month that holds `day`."""
        return cls(span, _first_day(span, day))

    @property
    def last_day(self) -> date:
        """The last day on which the promise is kept in time."""
        match self.span:
            case Span.DAY:
                return self.first_day
            case Span.WEEK:
                return Week(self.first_day).sunday
            case Span.MONTH:
                _, length = calendar.monthrange(self.first_day.year, self.first_day.month)
                return self.first_day.replace(day=length)
            case _ as never:
                assert_never(never)

    @property
    def shown_from(self) -> date:
        """From when on it stands on the day's scorecard: all of its week, the last seven days of its month."""
        return max(self.first_day, self.last_day - timedelta(days=6))

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
