"""What a promise counts as now, and why: every figure of the record can be asked. Pure."""

from datetime import date
from typing import assert_never

from scorecard.domain.promises import Level, Outcome, Standing
from scorecard.domain.records import Count, Verdict, has_kept
from scorecard.services.reckoning import Reckoned
from scorecard.ui.say_promises import say_due_plainly, say_event, say_level, say_plain_day
from scorecard.ui.say_record import say_levels
from scorecard.ui.text import tr

Row = tuple[str, str, str]


def history_rows(item: Reckoned, today: date) -> tuple[Row, ...]:
    """Day, what happened, note: how it was made first, then every step by its day."""
    promise = item.promise
    due = say_due_plainly(promise.due, today)
    made = tr("Promised: {level}, {date}").format(
        level=say_level(promise.level), date=tr("due {date}").format(date=due) if promise.due else due
    )
    steps = ((say_plain_day(step.day, today), say_event(step.event, today), step.note) for step in promise.history)
    return (say_plain_day(promise.made_on, today), made, ""), *steps


def say_counting(item: Reckoned, today: date) -> str:
    """The verdict, among which promises, and which date decides it."""
    count = item.count
    if count is None:
        return _say_uncounted(item.standing, today)
    kept = has_kept(count)
    among = say_levels(count.level)
    if kept is None:
        return _say_unknown(count, among, today)
    words = tr("Counts as kept among the {levels}") if kept else tr("Counts as not kept among the {levels}")
    reason = _say_reason(count, today)
    return tr("{counts}: {reason}.").format(counts=words.format(levels=among), reason=reason)


def _say_uncounted(state: Standing, today: date) -> str:
    if state.outcome is Outcome.RELEASED:
        return tr("Does not count: you were released before a date was missed.")
    if state.due is None:
        return tr("Does not count yet: it is open and has no date.")
    day = say_plain_day(state.due.last_day, today)
    return tr("Does not count yet: it is open and due {day}.").format(day=day)


def _say_unknown(count: Count, among: str, today: date) -> str:
    """A good intention nobody asked about, or a best effort whose end is open."""
    if count.level is Level.GOOD_INTENTION:
        return tr("Does not count among the {levels}: it is not known whether you strove for it.").format(levels=among)
    return tr("Does not count among the {levels} yet: {day} was missed, and it is not settled.").format(
        levels=among, day=say_plain_day(count.day, today)
    )


def _say_reason(count: Count, today: date) -> str:
    if count.level is Level.GOOD_INTENTION:
        return tr("you strove for it") if count.standing.strove else tr("you did not strive for it")
    day = say_plain_day(count.day, today)
    match count.verdict:
        case Verdict.ON_TIME:
            return tr("kept on {day}").format(day=day)
        case Verdict.LATE:
            return tr("done late, {day} was missed").format(day=day)
        case Verdict.BROKEN:
            return tr("broken, {day}").format(day=day)
        case Verdict.OVERDUE:
            return tr("overdue since {day}, broken so far").format(day=day)
        case Verdict.MISSED:
            return tr("{day} was missed").format(day=day)
        case _ as never:
            assert_never(never)
