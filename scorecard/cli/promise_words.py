"""When a promise is due and what level it is on, as the command line says it."""

from typing import assert_never

from scorecard.cli.english import tr
from scorecard.domain.due import Due, Span
from scorecard.domain.promises import Level
from scorecard.words import promises as words


def say_due(due: Due) -> str:
    """ "2026-11-27", "2026-W48", "2026-12"."""
    match due.span:
        case Span.DAY:
            return due.first_day.isoformat()
        case Span.WEEK:
            year, week, _ = due.first_day.isocalendar()
            return f"{year}-W{week:02}"
        case Span.MONTH:
            return due.first_day.isoformat()[:7]
        case _ as never:
            assert_never(never)


def say_level(level: Level) -> str:
    return words.say_level(level, tr)
