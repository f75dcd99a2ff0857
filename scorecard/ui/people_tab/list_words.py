"""What a row of the list says of a person. Pure: a row in, its words out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto
from typing import TYPE_CHECKING

from scorecard.domain.touches import Contact
from scorecard.ui.say_promises import say_plain_day
from scorecard.ui.text import tr
from scorecard.words.people import say_group, say_relation_level

if TYPE_CHECKING:
    # It brings the store with it, which the first picture does not wait for.
    from scorecard.services.people.list_page import PersonRow


class Urgency(Enum):
    QUIET = auto()
    DUE = auto()
    OVERDUE = auto()


@dataclass(frozen=True, slots=True)
class Timed:
    """A text in several lengths, the longest first: as much of it is shown as there is room for."""

    texts: tuple[str, ...] = ()
    urgency: Urgency = Urgency.QUIET


@dataclass(frozen=True, slots=True)
class PersonWords:
    """`aside` stands at the end of the line of the name. What is empty takes no room. `step` is 0 without a level."""

    name: str
    aside: str
    who: str
    step: int
    level: str
    contact: Timed
    promises: Timed
    ask: str
    quiet: bool
    spoken: str


def has_who(row: PersonRow) -> bool:
    return bool(row.is_team or row.role or row.organisation or row.team)


def has_contact(row: PersonRow) -> bool:
    """Whether there is a line of the level and the last contact."""
    contact = _contact_of(row)
    return row.level is not None or contact.last is not None or contact.rhythm is not None


def _contact_of(row: PersonRow) -> Contact:
    """Somebody in the archive is not waited for."""
    return replace(row.contact, rhythm=None) if row.archived else row.contact


def has_promises(row: PersonRow) -> bool:
    return bool(row.mine_open or row.theirs_open)


def person_words(row: PersonRow) -> PersonWords:
    level = say_relation_level(row.level, tr) if row.level is not None else ""
    groups = ", ".join(say_group(word, tr) for word in row.groups)
    archived = tr("archived", "a person") if row.archived else ""
    who = " · ".join(filter(None, (tr("Team") if row.is_team else "", row.role, row.organisation, row.team)))
    last, promises = _contact_of(row), _promises(row)
    ask = tr("Ask: {words}").format(words=row.ask_next) if row.ask_next else ""
    said = (row.name, archived, who, groups, level, _spoken_contact(last), *promises.texts[:1], ask)
    return PersonWords(
        name=row.name,
        aside=" · ".join(filter(None, (archived, groups))),
        who=who,
        step=row.level.step if row.level is not None else 0,
        level=level,
        contact=_contact(last),
        promises=promises,
        ask=ask,
        quiet=row.archived,
        spoken=", ".join(part for part in said if part),
    )


def say_ago(days: int) -> str:
    """How long ago the last contact was, in the fewest words."""
    if days <= 0:
        return tr("today", "the last contact")
    return tr("yesterday", "the last contact") if days == 1 else tr("%n day(s)", "", days)


def _contact(contact: Contact) -> Timed:
    """ "12 days · every 14"; what is overdue says so also where there is little room."""
    days, rhythm = contact.days, contact.rhythm
    if days is None and rhythm is None:
        return Timed()
    ago = tr("not yet in touch") if days is None else say_ago(days)
    every = tr("every {days}", "a number of days").format(days=rhythm) if rhythm is not None else ""
    late, urgency = "", Urgency.QUIET
    if contact.overdue:
        late, urgency = tr("overdue", "contact with a person"), Urgency.OVERDUE
    elif contact.due and days is not None:
        late, urgency = tr("due today", "contact with a person"), Urgency.DUE
    texts = (_joined(ago, every, late), _joined(ago, late), late or ago)
    return Timed(tuple(dict.fromkeys(texts)), urgency)


def _spoken_contact(contact: Contact) -> str:
    if contact.days is None:
        ago = tr("not yet in touch") if contact.rhythm is not None else ""
    elif contact.days <= 1:
        ago = tr("in touch {when}").format(when=say_ago(contact.days))
    else:
        ago = tr("%n day(s) since the last contact", "", contact.days)
    every = tr("wanted every %n day(s)", "", contact.rhythm) if contact.rhythm is not None else ""
    late = tr("overdue", "contact with a person") if contact.overdue else ""
    return ", ".join(part for part in (ago, every, late) if part)


def _promises(row: PersonRow) -> Timed:
    """ "2 to them · 1 to me · due Fri 27 Nov": what is open both ways, and the next day that counts."""
    mine = tr("{count} to them", "promises").format(count=row.mine_open) if row.mine_open else ""
    theirs = tr("{count} to me", "promises").format(count=row.theirs_open) if row.theirs_open else ""
    if not mine and not theirs:
        return Timed()
    when, short, urgency = _next_due(row.next_due, row.contact.today, mine_overdue=row.promise_overdue)
    texts = (_joined(mine, theirs, when), _joined(mine, theirs, short))
    return Timed(tuple(dict.fromkeys(texts)), urgency)


def _next_due(due: date | None, today: date, *, mine_overdue: bool) -> tuple[str, str, Urgency]:
    """In full, in short, and how pressing it is."""
    if due is None:
        return "", "", Urgency.QUIET
    day = say_plain_day(due, today)
    if due < today:
        urgency = Urgency.OVERDUE if mine_overdue else Urgency.DUE
        return tr("overdue since {day}").format(day=day), tr("overdue", "a promise"), urgency
    if due == today:
        words = tr("due today", "a promise")
        return words, words, Urgency.DUE
    return tr("due {day}").format(day=day), "", Urgency.QUIET


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
