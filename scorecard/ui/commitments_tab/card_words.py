"""What a card says of a promise. Pure: a reckoned promise in, its words out."""

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from scorecard.services.reckoning import Reckoned
from scorecard.ui.say import sentence_case
from scorecard.ui.say_promises import say_level, say_moves, say_outcome, say_person, say_plain_day, say_when
from scorecard.ui.text import tr


class Urgency(Enum):
    QUIET = auto()
    TODAY = auto()
    OVERDUE = auto()


@dataclass(frozen=True, slots=True)
class CardWords:
    """`when` stands at the end of the second line; `more` is a third line, or empty. `spoken` is all of it."""

    title: str
    person: str
    when: str
    urgency: Urgency
    settled: bool
    more: str
    spoken: str


def card_words(item: Reckoned, today: date) -> CardWords:
    person, when, more = say_person(item.person), _when(item, today), _more(item, today)
    due = when if not item.standing.open else tr("due: {when}").format(when=when)
    said = (item.promise.words, say_level(item.standing.level), person, due, more)
    return CardWords(
        item.promise.words,
        person,
        when,
        _urgency(item, today),
        not item.standing.open,
        more,
        ", ".join(part for part in said if part),
    )


def _when(item: Reckoned, today: date) -> str:
    state = item.standing
    if state.open or state.settled_on is None:
        return say_when(item, today)
    outcome = sentence_case(say_outcome(state.outcome))
    return tr("{outcome} · {date}").format(outcome=outcome, date=say_plain_day(state.settled_on, today))


def _urgency(item: Reckoned, today: date) -> Urgency:
    if item.standing.overdue:
        return Urgency.OVERDUE
    return Urgency.TODAY if item.standing.open and item.last_day == today else Urgency.QUIET


def _more(item: Reckoned, today: date) -> str:
    state = item.standing
    parts = []
    if state.effort is not None:
        parts.append(tr("effort {effort} of 10").format(effort=state.effort))
    if state.strove is not None:
        parts.append(tr("strove for it") if state.strove else tr("did not strive for it"))
    return " · ".join([*map(sentence_case, parts), *filter(None, (say_moves(item, today),))])
