"""Ranges of days away in words, and as the lines of a list. Pure."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QLocale

from scorecard.domain.away import AwayRange
from scorecard.services.aways import AwayReach
from scorecard.ui import say
from scorecard.ui.card_dialogs.list_line import LineKind, ListLine
from scorecard.ui.text import tr


def say_range(first_day: date, last_day: date) -> str:
    """ "Mon 16 Nov – Thu 19 Nov 2026"; a single day as one."""
    last = _with_year(last_day)
    if first_day == last_day:
        return last
    same_year = first_day.year == last_day.year
    first = say.say_short_day(first_day) if same_year else _with_year(first_day)
    return tr("{first} – {last}").format(first=first, last=last)


def _with_year(day: date) -> str:
    return QLocale().toString(say.qdate(day), tr("ddd d MMM yyyy", "date format, see QLocale::toString"))


def say_reach(reach: AwayReach) -> str:
    """What the days of the form come to."""
    if not reach.days:
        return tr("The last day is before the first.")
    days = tr("%n day(s)", "", reach.days)
    words = tr("{days}, {working}").format(days=days, working=tr("%n working day(s)", "", reach.working))
    if not reach.scored:
        return words
    scored = tr("%n of them scored: the values stay, and count for nothing.", "", reach.scored)
    return tr("{days}. {scored}").format(days=words, scored=scored)


def away_lines(ranges: Sequence[AwayRange], today: date) -> tuple[ListLine, ...]:
    """Those to come first, the latest at the top; then those that are over."""
    if not ranges:
        return (ListLine(LineKind.REMARK, tr("None yet."), indented=False),)
    newest_first = sorted(ranges, key=lambda away: away.first_day, reverse=True)
    to_come = [away for away in newest_first if away.last_day >= today]
    over = [away for away in newest_first if away.last_day < today]
    return (*_section(tr("Now and to come"), to_come), *_section(tr("Over"), over))


def _section(title: str, ranges: Sequence[AwayRange]) -> tuple[ListLine, ...]:
    if not ranges:
        return ()
    return (ListLine(LineKind.SECTION, title), *(_line(away) for away in ranges))


def _line(away: AwayRange) -> ListLine:
    days = tr("%n day(s)", "", (away.last_day - away.first_day).days + 1)
    right = f"{days} · {away.reason}" if away.reason else days
    return ListLine(LineKind.ROW, say_range(away.first_day, away.last_day), right, away.id, indented=False)
