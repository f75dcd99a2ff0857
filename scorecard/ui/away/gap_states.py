"""What the bar and the page of missing days show, as plain values. The widgets only paint these."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto

from PySide6.QtCore import QLocale

from scorecard.domain.days import ONE_DAY
from scorecard.domain.gaps import Constancy, Gap
from scorecard.services.gaps import MissingDay
from scorecard.ui import say
from scorecard.ui.text import tr

_A_WEEK = timedelta(days=7)


class Answer(Enum):
    """What a missing day came to."""

    SCORED = auto()
    AWAY = auto()
    LEFT = auto()


@dataclass(frozen=True, slots=True)
class GapLine:
    """A missing day on the page; `score` is what its first button says."""

    day: date
    name: str
    score: str
    answer: Answer | None
    spoken: str


def gap_lines(days: Sequence[MissingDay], left: AbstractSet[date]) -> tuple[GapLine, ...]:
    return tuple(_line(day, _answer(day, left)) for day in days)


def waiting_days(gap: Gap, left: AbstractSet[date], today: date) -> tuple[date, ...]:
    """Those the bar speaks of. Yesterday alone is no gap: it can simply be finished today."""
    days = tuple(day for day in gap.days if day not in left)
    return days if any(day < today - ONE_DAY for day in days) else ()


def say_gap(gap: Gap, waiting: Sequence[date], today: date) -> str:
    since = _say_since(gap.since, today)
    if gap.more and len(waiting) > 1:
        return tr("More than {days} days are missing since {day}.").format(days=len(waiting), day=since)
    return tr("%n day(s) missing since {day}.", "", len(waiting)).format(day=since)


def say_page(gap: Gap) -> str:
    """What stands above the days."""
    words = tr("Nothing was entered on these days. A blank is never counted as zero: leaving it costs nothing.")
    if not gap.more:
        return words
    return tr("{explanation} These are the last {days}.").format(explanation=words, days=len(gap.days))


def say_constancy(constancy: Constancy | None) -> str:
    if constancy is None:
        return ""
    return tr("{scored} of the last {days} working days").format(scored=constancy.scored, days=constancy.days)


def _say_since(day: date, today: date) -> str:
    if today - day <= _A_WEEK:
        return QLocale().dayName(day.isoweekday(), QLocale.FormatType.LongFormat)
    return say.say_short_day(day) if day.year == today.year else say.say_day_with_year(day)


def _answer(day: MissingDay, left: AbstractSet[date]) -> Answer | None:
    if day.scored:
        return Answer.SCORED
    if day.away:
        return Answer.AWAY
    return Answer.LEFT if day.day in left else None


def _line(day: MissingDay, answer: Answer | None) -> GapLine:
    name = say.say_day(day.day)
    score = tr("Score from memory") if day.past else tr("Score it")
    return GapLine(day.day, name, score, answer, f"{name}, {_say_answer(answer)}")


def _say_answer(answer: Answer | None) -> str:
    match answer:
        case Answer.SCORED:
            return tr("entered")
        case Answer.AWAY:
            return tr("away")
        case Answer.LEFT:
            return tr("left blank")
        case None:
            return tr("nothing entered")
