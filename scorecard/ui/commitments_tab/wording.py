"""What the Commitments tab says of its figures. Pure: values in, sentences out."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, assert_never

from scorecard.domain.due import Due, Span
from scorecard.domain.promises import Level
from scorecard.ui import say
from scorecard.ui.say_promises import say_due_plainly, say_interval, say_plain_day
from scorecard.ui.say_record import say_rate
from scorecard.ui.text import tr

if TYPE_CHECKING:
    # The services bring SQLAlchemy with them, which the first picture does not wait for.
    from scorecard.services.lanes import LaneRecord, LanesPage


def say_kept(page: LanesPage) -> str:
    """The line under the title."""
    if not page.total:
        return tr("What you promised, to whom, and what became of it")
    if not page.came:
        return tr("Nothing has come due in the last 90 days")
    kept = tr("You kept {kept} of %n promise(s) in the last 90 days", "", page.came).format(kept=page.kept)
    return tr("{kept}, {on_time} of them on time").format(kept=kept, on_time=page.on_time) if page.kept else kept


def say_measured(level: Level) -> str:
    """What the figure at the head of a lane counts."""
    match level:
        case Level.COMMITMENT:
            return tr("Kept on time, of the commitments that came due in the last 90 days")
        case Level.BEST_EFFORT:
            return tr("Done, of the best efforts that were settled in the last 90 days")
        case Level.GOOD_INTENTION:
            return tr("Striven for, of the good intentions that were settled in the last 90 days")
        case _ as never:
            assert_never(never)


def measure_lines(level: Level, record: LaneRecord) -> list[str]:
    """All that is to be known of a lane's figure."""
    lines = [say_measured(level), say_rate(record.recent)]
    if record.recent.n:
        lines.append(say.sentence_case(say_interval(record.recent)))
    if record.effort is not None:
        effort = f"{float(record.effort):.1f}".replace(".", say.decimal_point())
        lines.append(
            tr("Effort {effort} of 10 on average, from %n best effort(s)", "", record.effort_n).format(effort=effort)
        )
    if record.moved_in_time:
        lines.append(tr("%n move(s) before the due day", "", record.moved_in_time))
    lines.append(tr("All time: {share}").format(share=say_rate(record.ever)))
    return lines


def say_measure(level: Level, record: LaneRecord) -> str:
    """The figure for somebody who does not see it."""
    return tr("{measured}: {share}").format(measured=say_measured(level), share=say_rate(record.recent))


def say_due_fully(due: Due, today: date) -> str:
    """ "Fri 27 Nov", "Week 48, until Sun 29 Nov", "December, until Thu 31 Dec": what a line was read as."""
    words = say_due_plainly(due, today)
    if due.span is Span.DAY:
        return words
    return tr("{span}, until {day}").format(span=words, day=say_plain_day(due.last_day, today))
