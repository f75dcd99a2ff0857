"""What the page before a meeting says, block by block. Pure: values in, words out; what is not known is left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from scorecard.domain.between import Owed
from scorecard.domain.touches import Touch
from scorecard.ui.people_tab.list_words import person_words
from scorecard.ui.say_promises import say_level, say_plain_day, say_when
from scorecard.ui.text import tr
from scorecard.words.people import say_direction, say_person_field, say_relation_level, say_way

if TYPE_CHECKING:
    from scorecard.services.people.meeting import AskNow, Meeting
    from scorecard.services.reckoning import Reckoned


@dataclass(frozen=True, slots=True)
class Block:
    title: str
    lines: tuple[str, ...]


def say_who(meeting: Meeting) -> str:
    """ "Team lead · Acme · Consultant · 12 days · every 14"."""
    row, words = meeting.row, person_words(meeting.row)
    level = say_relation_level(row.level, tr) if row.level is not None else ""
    return " · ".join(filter(None, (words.who, level, *words.contact.texts[:1])))


def say_ask(ask: AskNow) -> str:
    """The question, with what it is about."""
    return f"{ask.words}\n{tr('About: {words}').format(words=ask.about)}" if ask.about else ask.words


def blocks_of(meeting: Meeting) -> tuple[Block, ...]:
    """Those that say something, in the order in which they are read."""
    today = meeting.today
    cares = [concern.words for concern in (*meeting.responsibilities, *meeting.concerns)]
    blocks = (
        Block(tr("Their script"), _script(meeting)),
        Block(tr("What they care about"), tuple(cares)),
        Block(tr("I promised"), tuple(_mine(item, today) for item in meeting.mine)),
        Block(tr("They promised"), tuple(_theirs(owed, today) for owed in meeting.theirs)),
        Block(tr("They said I could help by"), tuple(offered.answer for offered in meeting.helps)),
        Block(tr("My intent, not said yet"), tuple(intent.words for intent in meeting.intents)),
        Block(tr("Last in touch"), tuple(say_touch(touch, today) for touch in meeting.touches)),
    )
    return tuple(block for block in blocks if block.lines)


def say_page(meeting: Meeting) -> str:
    """All of it as plain text, for the clipboard."""
    parts = [f"{meeting.row.name}\n{say_who(meeting)}".strip(), f"{tr('One question')}\n{say_ask(meeting.ask)}"]
    parts += ["\n".join((block.title, *(f"- {line}" for line in block.lines))) for block in blocks_of(meeting)]
    return "\n\n".join(parts) + "\n"


def say_touch(touch: Touch, today: date) -> str:
    """ "Thu 12 Nov · Talked, given · about the rollout"."""
    way = tr("{way}, {direction}", "a touch").format(
        way=say_way(touch.way, tr), direction=say_direction(touch.direction, tr)
    )
    return " · ".join(_said((say_plain_day(touch.day, today), way, touch.note)))


def _script(meeting: Meeting) -> tuple[str, ...]:
    return tuple(f"{say_person_field(field, tr)}: {text}" for field, text in meeting.script.parts if text)


def _mine(item: Reckoned, today: date) -> str:
    return " · ".join(_said((item.promise.words, say_level(item.standing.level), say_when(item, today))))


def _theirs(owed: Owed, today: date) -> str:
    due = tr("due {day}").format(day=say_plain_day(owed.due_day, today)) if owed.due_day is not None else ""
    late = tr("overdue", "a promise of theirs") if owed.is_overdue(today) else ""
    return " · ".join(_said((owed.words, due, late)))


def _said(parts: Iterable[str]) -> list[str]:
    return [part for part in parts if part]
