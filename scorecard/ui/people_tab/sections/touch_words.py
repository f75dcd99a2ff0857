"""Touches in words: as lines, and as marks of the drawing. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from scorecard.domain.touches import Direction, Touch
from scorecard.ui.people_tab.list_words import say_ago
from scorecard.ui.people_tab.short_line import ShortLine
from scorecard.ui.say_promises import say_plain_day
from scorecard.ui.text import tr
from scorecard.words.people import say_direction, say_way

DRAWN_DAYS = 183  # half a year
MOST_STACKED = 3  # marks of one day and direction
_SPOKEN = 6  # days of a direction, for a screen reader: the lines below have them all


@dataclass(frozen=True, slots=True)
class TouchMark:
    """`place` counts marks of the same day away from the line. `hollow`: one was not quite present."""

    day: date
    direction: Direction
    hollow: bool
    place: int
    words: str


def touch_line(touch: Touch, today: date) -> ShortLine:
    when, how = _say_when(touch.day, today), say_how(touch)
    present = say_present(touch.present) if touch.present is not None else ""
    if not touch.note:
        return ShortLine(touch.id, how, aside=when, below=present)
    return ShortLine(touch.id, touch.note, aside=f"{when} · {how}", below=present)


def say_how(touch: Touch) -> str:
    """ "Talked, received"; of what was given nothing is said, as it is the usual."""
    way = say_way(touch.way, tr)
    if touch.direction is Direction.GIVEN:
        return way
    return tr("{way}, {direction}", "a touch").format(way=way, direction=say_direction(touch.direction, tr))


def say_present(present: bool | None) -> str:
    if present is None:
        return tr("Not said", "whether one was present")
    return tr("Fully present") if present else tr("Not quite present")


def marks_of(touches: Sequence[Touch], today: date) -> tuple[TouchMark, ...]:
    """Of the last half year, the earliest first."""
    first = today - timedelta(days=DRAWN_DAYS)
    stacks: dict[tuple[date, Direction], list[Touch]] = {}
    for touch in touches:
        if first <= touch.day <= today:
            stacks.setdefault((touch.day, touch.direction), []).append(touch)
    found = []
    for (day, direction), stack in sorted(stacks.items(), key=lambda one: one[0]):
        words = "\n".join(_say_mark(touch, today) for touch in stack[:MOST_STACKED])
        if len(stack) > MOST_STACKED:
            words += "\n" + tr("and %n more", "", len(stack) - MOST_STACKED)
        for place, touch in enumerate(stack[:MOST_STACKED]):
            found.append(TouchMark(day, direction, touch.present is False, place, words))
    return tuple(found)


def say_marks(marks: Sequence[TouchMark], today: date) -> str:
    """For who can't see the drawing: the latest days, in each direction. No number, and nothing weighed."""
    parts = []
    for direction, words in ((Direction.GIVEN, tr("Given: {days}")), (Direction.RECEIVED, tr("Received: {days}"))):
        days = list(dict.fromkeys(mark.day for mark in reversed(marks) if mark.direction is direction))
        if days:
            said = ", ".join(say_plain_day(day, today) for day in days[:_SPOKEN])
            parts.append(words.format(days=said + (" …" if len(days) > _SPOKEN else "")))
    return ". ".join(parts)


def _say_mark(touch: Touch, today: date) -> str:
    present = say_present(touch.present).lower() if touch.present is False else ""
    return " · ".join(filter(None, (say_plain_day(touch.day, today), say_how(touch), present, _short(touch.note))))


def _short(note: str) -> str:
    return note if len(note) <= 60 else note[:59].rstrip() + "…"


def _say_when(day: date, today: date) -> str:
    """ "Thu 12 Nov, 8 days ago"."""
    days = (today - day).days
    ago = say_ago(days) if days <= 1 else tr("%n day(s) ago", "", days)
    return tr("{day}, {ago}").format(day=say_plain_day(day, today), ago=ago)
