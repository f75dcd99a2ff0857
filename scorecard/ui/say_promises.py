"""Promises, their levels, dates and steps in words."""

from datetime import date, timedelta
from typing import assert_never

from PySide6.QtCore import QLocale

from scorecard.domain.due import Due, Span
from scorecard.domain.promises import Event, Level, Moved, Outcome, Relevelled, Reopened, Settled
from scorecard.domain.records import Record, Verdict
from scorecard.domain.weeks import Week
from scorecard.services.reckoning import Reckoned
from scorecard.ui import say
from scorecard.ui.text import tr
from scorecard.words import promises


def say_level(level: Level) -> str:
    match level:
        case Level.COMMITMENT:
            return tr("Commitment")
        case Level.BEST_EFFORT:
            return tr("Best effort")
        case Level.GOOD_INTENTION:
            return tr("Good intention")
        case _ as never:
            assert_never(never)


def say_level_meaning(level: Level) -> str:
    """The words of a lane."""
    match level:
        case Level.COMMITMENT:
            return tr("“I'll get it done, no matter what.” Vital, and in my power.")
        case Level.BEST_EFFORT:
            return tr("“It's important; I will do my best to get to it.”")
        case Level.GOOD_INTENTION:
            return tr("“I strive, but I don't control the outcome.”")
        case _ as never:
            assert_never(never)


def say_person(name: str) -> str:
    return name or tr("Myself")


def say_no_words() -> str:
    """Why a promise without words is refused."""
    return tr("Say what you promise.")


def say_due(due: Due | None, today: date) -> str:
    """ "Today", "Tomorrow", "Mon 23 Nov", "Week 48", "December": a date that may be to come or past."""
    if due is None:
        return tr("No date")
    match due.span:
        case Span.DAY:
            return _say_near_day(due.first_day, today)
        case Span.WEEK:
            return _say_week(Week(due.first_day), today)
        case Span.MONTH:
            name = QLocale().standaloneMonthName(due.first_day.month)
            return name if due.first_day.year == today.year else f"{name} {due.first_day.year}"
        case _ as never:
            assert_never(never)


def say_plain_day(day: date, today: date) -> str:
    """ "Mon 23 Nov", with the year when it is another one."""
    short = say.say_short_day(day)
    return short if day.year == today.year else f"{short} {day.year}"


def _say_near_day(day: date, today: date) -> str:
    if day == today:
        return tr("Today")
    return tr("Tomorrow") if day == today + timedelta(days=1) else say_plain_day(day, today)


def _say_week(week: Week, today: date) -> str:
    if week == Week.of(today):
        return tr("This week")
    if week == Week.of(today).next:
        return tr("Next week")
    words = say.say_week(week)
    return words if week.year == Week.of(today).year else f"{words}, {week.year}"


def say_overdue(days: int) -> str:
    return tr("Overdue by %n day(s)", "", days)


def say_when(item: Reckoned, today: date) -> str:
    """What stands at the end of a card: when it is due, by how much it is overdue, or what became of it."""
    state = item.standing
    if not state.open:
        return say_outcome(state.outcome)
    if state.overdue and item.last_day is not None:
        return say_overdue((today - item.last_day).days)
    return say_due(state.due, today)


def say_outcome(outcome: Outcome) -> str:
    return promises.say_outcome(outcome, tr)


def say_moves(item: Reckoned, today: date) -> str:
    """ "Moved once, before it was due: was Fri 20 Nov"; empty for one that never moved."""
    moves = item.standing.moves
    if not moves:
        return ""
    was = say_due_plainly(moves[-1].was, today)
    in_time = all(move.in_time for move in moves)
    count = tr("Moved once") if len(moves) == 1 else tr("Moved %n times", "", len(moves))
    when = tr("before it was due") if in_time else tr("after it was due")
    return tr("{moved}, {when}: was {date}").format(moved=count, when=when, date=was)


def say_due_plainly(due: Due | None, today: date) -> str:
    """A date that does not move with the day it is read on: never "today" or "next week"."""
    if due is None:
        return tr("no date")
    match due.span:
        case Span.DAY:
            return say_plain_day(due.first_day, today)
        case Span.WEEK:
            week = Week(due.first_day)
            return say.say_week(week) if week.year == today.year else f"{say.say_week(week)}, {week.year}"
        case Span.MONTH:
            return say_due(due, today)
        case _ as never:
            assert_never(never)


def say_event(event: Event, today: date) -> str:
    """What a step did, for the history of a promise."""
    match event:
        case Settled(outcome, effort, strove):
            return _say_settled(outcome, effort, strove)
        case Moved(due, told):
            words = tr("Moved to {date}").format(date=say_due_plainly(due, today))
            return tr("{moved}; told {person}").format(moved=words, person=told) if told else words
        case Relevelled(level):
            return tr("Now: {level}").format(level=say_level(level))
        case Reopened():
            return tr("Reopened")
        case _ as never:
            assert_never(never)


def _say_settled(outcome: Outcome, effort: int | None, strove: bool | None) -> str:
    parts = [say.sentence_case(say_outcome(outcome))]
    if effort is not None:
        parts.append(tr("effort {effort} of 10").format(effort=effort))
    if strove is not None:
        parts.append(tr("strove for it") if strove else tr("did not strive for it"))
    return ", ".join(parts)


def say_verdict(verdict: Verdict) -> str:
    match verdict:
        case Verdict.ON_TIME:
            return tr("on time")
        case Verdict.LATE:
            return tr("late")
        case Verdict.BROKEN:
            return tr("broken")
        case Verdict.OVERDUE:
            return tr("overdue: broken so far")
        case Verdict.MISSED:
            return tr("a date was missed")
        case _ as never:
            assert_never(never)


def say_share(record: Record) -> str:
    """ "93%"; "too few to say" under five."""
    if record.share is None or not record.enough:
        return tr("too few to say")
    return tr("{percent}%").format(percent=round(100 * record.share))


def say_of(record: Record) -> str:
    """ "14 of 15"."""
    return tr("{kept} of {n}").format(kept=record.kept, n=record.n)


def say_interval(record: Record) -> str:
    """What chance leaves open: "chance leaves open 75% to 98%, with 90% confidence"."""
    low, high = record.interval
    return tr("chance leaves open {low}% to {high}%, with 90% confidence").format(
        low=round(100 * low), high=round(100 * high)
    )
