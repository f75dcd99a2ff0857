"""What a step would mean for the record, in one sentence before it is done. Pure.

The step is tried on a copy of the promise, so that the sentence says exactly what will be counted.
"""

from datetime import date
from typing import assert_never

from scorecard.domain.due import Due
from scorecard.domain.people import People
from scorecard.domain.promises import Event, Level, Moved, Outcome, Settled, Step
from scorecard.domain.records import Count, Verdict
from scorecard.services.reckoning import Reckoned, reckon
from scorecard.ui.say_promises import say_plain_day
from scorecard.ui.say_record import say_levels
from scorecard.ui.text import tr


def usual_day(item: Reckoned, outcome: Outcome, today: date) -> date:
    """The day on which it is settled unless another is given: one kept that is overdue was kept on its last day."""
    state = item.standing
    if outcome is not Outcome.KEPT or state.due is None or not state.due.is_over(today):
        return today
    return max(state.due.last_day, item.promise.made_on, state.firm_until or date.min)


def say_settling(item: Reckoned, event: Settled, day: date, today: date) -> str:
    after = _after(item, event, day, today)
    count = after.count
    if event.outcome is Outcome.RELEASED:
        return _say_release(count, today)
    if count is None:
        return ""
    words = _say_count(count, after, today)
    if count.level is not after.standing.level:
        was = tr("It counts among the {levels}, where it was on that day.").format(levels=say_levels(count.level))
        words = f"{words} {was}"
    return words


def say_moving(item: Reckoned, due: Due | None, day: date, today: date) -> str:
    """`day` is when the other was told."""
    was = item.standing.due
    if was is None:
        return tr("It had no date: nothing is missed.")
    moves = _after(item, Moved(due), day, today).standing.moves
    if moves and moves[-1].in_time:
        return tr("Before it was due: an honest move.")
    if was.last_day == today:
        return tr("It was due today: the old date counts as missed.")
    return tr("It was due {day}: the old date counts as missed.").format(day=say_plain_day(was.last_day, today))


def _after(item: Reckoned, event: Event, day: date, today: date) -> Reckoned:
    position = max((step.position for step in item.promise.steps), default=-1) + 1
    tried = item.promise.with_step(Step(day, position, event))
    return reckon(tried, People(), max([today, day, *(step.day for step in item.promise.steps)]))


def _say_release(count: Count | None, today: date) -> str:
    if count is None:
        return tr("It leaves the record: they let you off.")
    missed = say_plain_day(count.day, today)
    return tr("They let you off, but {day} was missed before: that stays in the record.").format(day=missed)


def _say_count(count: Count, after: Reckoned, today: date) -> str:
    match count.level:
        case Level.COMMITMENT:
            return _say_commitment(count, after, today)
        case Level.BEST_EFFORT:
            return _say_best_effort(count, after, today)
        case Level.GOOD_INTENTION:
            return _say_good_intention(after.standing.strove)
        case _ as never:
            assert_never(never)


def _say_commitment(count: Count, after: Reckoned, today: date) -> str:
    if count.verdict is Verdict.ON_TIME:
        return _say_on_time(count, after, today)
    words = tr("Counts as late") if count.verdict is Verdict.LATE else tr("Counts as broken")
    return _with_date(words, count, after, today)


def _say_best_effort(count: Count, after: Reckoned, today: date) -> str:
    if count.verdict is Verdict.BROKEN:
        return tr("Counts as not done.")
    if count.verdict is Verdict.ON_TIME:
        return tr("Counts as done.")
    return _with_date(tr("Counts as done, but late"), count, after, today)


def _say_good_intention(strove: bool | None) -> str:
    if strove is None:
        return tr("Without an answer it counts neither way.")
    if strove:
        return tr("Counts as striven for, whatever came of it.")
    return tr("Counts as not striven for.")


def _say_on_time(count: Count, after: Reckoned, today: date) -> str:
    if after.standing.due is None:
        return tr("Counts as kept.")
    if count.day == today:
        return tr("Counts as kept on time.")
    return tr("Counts as kept on time, on {day}.").format(day=say_plain_day(count.day, today))


def _with_date(words: str, count: Count, after: Reckoned, today: date) -> str:
    """Adds the date that was not kept: the present one, or an earlier one."""
    due = after.standing.due
    if due is not None and due.last_day == count.day:
        was = tr("it was due today") if count.day == today else tr("it was due {day}")
    elif any(came.day == count.day for came in after.standing.dates):
        was = tr("it was first due {day}")
    else:
        return f"{words}."
    return f"{words}: {was.format(day=say_plain_day(count.day, today))}."
