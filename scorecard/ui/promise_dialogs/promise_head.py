"""What a promise is, in the quiet line below its words."""

from datetime import date

from scorecard.services.reckoning import Reckoned
from scorecard.ui.say_promises import say_due_plainly, say_level, say_person
from scorecard.ui.text import tr


def say_head(item: Reckoned, today: date) -> str:
    """ "Commitment to Cassandra, due Fri 20 Nov"."""
    level, due = say_level(item.standing.level), item.standing.due
    to_whom = tr("{level} to {person}") if item.person else tr("{level} to myself")
    made = to_whom.format(level=level, person=say_person(item.person))
    when = tr("due {date}").format(date=say_due_plainly(due, today)) if due else say_due_plainly(due, today)
    return tr("{promise}, {date}").format(promise=made, date=when)
