"""A promise in one line to somebody who is known: the line is read for its date and level only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scorecard.domain.people import Person
from scorecard.ui.commitments_tab.quick_state import QuickState
from scorecard.ui.say_promises import say_due, say_level

if TYPE_CHECKING:
    from scorecard.services.services import Services


def promise_in_one_line(services: Services, person: Person, line: str) -> str:
    """Makes the promise; returns how the line was read: “Send the estimates · Best effort · Fri 27 Nov”.

    Raises what `Promises.make` raises.
    """
    from scorecard.services.promises import PromiseDraft
    from scorecard.services.quick_line.reader import Part

    today = services.promises.today()
    people = services.promises.book().people
    read = QuickState(reading=services.lines.read(line, today, people, frozenset({Part.PERSON})))
    services.promises.make(PromiseDraft(read.words, read.level, read.due, to_whom=person.name, person_id=person.id))
    return " · ".join((read.words, say_level(read.level), say_due(read.due, today)))
