"""Days away in words: what was done with them, and why a range can't be."""

from collections.abc import Callable, Mapping
from datetime import date

from scorecard.domain.activities import Verb
from scorecard.domain.away import AwayOverlapError, AwayRange, BackwardRangeError

Tr = Callable[..., str]
Say = Callable[[str], str]
SayDay = Callable[[date], str]


def say_away_deed(verb: str, subject: Mapping[str, str], tr: Tr, say_day: Say) -> str | None:
    """None for what has nothing to do with days away."""
    match verb:
        case Verb.ADD_AWAY:
            words = tr("away, {days}")
        case Verb.CHANGE_AWAY:
            words = tr("change of days away, {days}")
        case Verb.REMOVE_AWAY:
            words = tr("not away, {days}")
        case _:
            return None
    first, last = subject.get("day", ""), subject.get("last_day", "")
    days = say_day(first) if first else ""
    if last and last != first:
        days = tr("{first} – {last}").format(first=days, last=say_day(last))
    return words.format(days=days)


def say_away_fault(error: AwayOverlapError | BackwardRangeError, tr: Tr, say_day: SayDay) -> str:
    match error:
        case BackwardRangeError():
            return tr("The last day is before the first. Nothing was changed.")
        case AwayOverlapError(known=known):
            words = tr("You are away already {days}. Change that, or choose other days.")
            if known.reason:
                words = tr("You are away already {days} ({reason}). Change that, or choose other days.")
            return words.format(days=_say_days(known, tr, say_day), reason=known.reason)


def _say_days(away: AwayRange, tr: Tr, say_day: SayDay) -> str:
    if away.first_day == away.last_day:
        return tr("on {day}").format(day=say_day(away.first_day))
    return tr("from {first} to {last}").format(first=say_day(away.first_day), last=say_day(away.last_day))
