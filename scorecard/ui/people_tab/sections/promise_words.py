"""Promises between two as short lines, and how a typed one is read. Nothing here asks a widget."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from scorecard.domain.between import Owed
from scorecard.domain.people import People
from scorecard.domain.promises import Level
from scorecard.domain.records import Record
from scorecard.services.reckoning import Reckoned
from scorecard.ui.commitments_tab.card_words import card_words
from scorecard.ui.people_tab.short_line import ShortLine
from scorecard.ui.say import sentence_case
from scorecard.ui.say_promises import say_due, say_level, say_plain_day
from scorecard.ui.say_record import say_levels, say_rate
from scorecard.ui.text import tr
from scorecard.words.people import say_owed_outcome

if TYPE_CHECKING:
    # They bring the store with them, which the first picture does not wait for.
    from scorecard.services.promises import PromiseDraft
    from scorecard.services.services import Services


def mine_line(item: Reckoned, today: date) -> ShortLine:
    """ "Commitment · Overdue by 2 days · Moved once …" below what was promised."""
    words = card_words(item, today)
    when = words.when
    if item.standing.open and item.standing.due is not None and not item.standing.overdue:
        when = tr("due {day}").format(day=_inside(when, item, today))
    below = " · ".join(filter(None, (say_level(item.standing.level), when, words.more)))
    return ShortLine(item.promise.id, item.promise.words, below=below)


def _inside(when: str, item: Reckoned, today: date) -> str:
    """Today and tomorrow are written small inside a sentence."""
    near = item.last_day is not None and (item.last_day - today).days in (0, 1)
    return when[:1].lower() + when[1:] if near else when


def owed_line(owed: Owed, today: date) -> ShortLine:
    """What they promised, and below it when it is due or what became of it; nobody is scolded."""
    parts = [tr("promised {day}").format(day=say_plain_day(owed.made_on, today))]
    due = say_plain_day(owed.due_day, today) if owed.due_day is not None else ""
    if owed.outcome is not None:
        outcome = sentence_case(say_owed_outcome(owed.outcome, tr))
        settled = say_plain_day(owed.settled_on, today) if owed.settled_on is not None else ""
        parts.insert(0, " ".join(filter(None, (outcome, settled))))
    elif owed.is_overdue(today):
        parts.insert(0, tr("was due {day}").format(day=due))
    elif due:
        parts.insert(0, tr("due {day}").format(day=due))
    return ShortLine(owed.id, owed.words, below=" · ".join(filter(None, (*parts, owed.note))))


def say_records(records: Mapping[Level, Record]) -> str:
    """A line for each level that counts something: "Commitments: 93%, 14 of 15"; under five: too few to say."""
    return "\n".join(
        tr("{promises}: {record}", "which promises, and how they were kept").format(
            promises=say_levels(level), record=say_rate(record)
        )
        for level, record in records.items()
        if record.n
    )


def read_promise(services: Services, line: str, name: str, person_id: str) -> PromiseDraft:
    """The line is read for its date and its level only: to whom is known."""
    from scorecard.services.promises import PromiseDraft
    from scorecard.services.quick_line.reader import Part
    from scorecard.ui.commitments_tab.quick_state import QuickState

    today, people = services.promises.today(), services.promises.book().people
    read = QuickState(reading=services.lines.read(line, today, people, frozenset({Part.PERSON})))
    return PromiseDraft(read.words, read.level, read.due, to_whom=name, person_id=person_id)


def say_draft(draft: PromiseDraft, today: date) -> str:
    """ "Send the estimates · Best effort · Fri 27 Nov"."""
    return " · ".join((draft.words, say_level(draft.level), say_due(draft.due, today)))


def read_owed(services: Services, line: str) -> tuple[str, date | None]:
    """What they promised, and the last day of the date that the line names; a line of nothing but a date is words."""
    from scorecard.services.quick_line.reader import Part

    today = services.promises.today()
    read = services.lines.read(line, today, People(), frozenset({Part.PERSON, Part.LEVEL}))
    if not read.words:
        return line, None
    return read.words, read.dues[0].last_day if read.dues else None


def say_owed_reading(words: str, due: date | None, today: date) -> str:
    when = tr("due {day}").format(day=say_plain_day(due, today)) if due is not None else tr("no date")
    return f"{words} · {when}"
