"""Dates for other programs' calendars: an iCalendar file (RFC 5545) of all-day events.

Events, and no to-dos: docs/decisions/0014-calendar-export.md says why.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from scorecard.domain.texts import clean_text

if TYPE_CHECKING:
    from icalendar import Event

PRODUCT = "-//Scorecard//Scorecard//EN"
UID_SUFFIX = "@scorecard"
_NO_LIMIT = 1_000_000_000


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One date. `id` is the same in every export; `cancelled` takes the date out of a calendar that has it."""

    id: str
    day: date
    summary: str
    description: str = ""
    category: str = ""
    cancelled: bool = False


def calendar_file(entries: Iterable[CalendarEntry], name: str, written_at: datetime, revision: int) -> bytes:
    """The file as a whole. A calendar that knows an entry takes this one for newer when `revision` is higher."""
    from icalendar import Calendar, vText

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", vText(clean_text(name)))
    for entry in entries:
        calendar.add_component(_event(entry, written_at.astimezone(UTC).replace(microsecond=0), revision))
    content: bytes = calendar.to_ical()
    return content


def _event(entry: CalendarEntry, written_at: datetime, revision: int) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", entry.id + UID_SUFFIX)
    event.add("dtstamp", written_at)
    event.add("sequence", revision)
    event.add("dtstart", entry.day)
    if entry.day < date.max:  # without an end it is the one day too
        event.add("dtend", entry.day + timedelta(days=1))
    event.add("summary", _clean(entry.summary))
    if entry.description:
        event.add("description", _clean(entry.description))
    if entry.category:
        event.add("categories", [_clean(entry.category)])
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT")  # a date, and no time that is taken
    return event


def _clean(text: str) -> str:
    return clean_text(text, _NO_LIMIT)
