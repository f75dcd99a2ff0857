"""The calendar file: what a calendar reads out of it is what was put in."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from scorecard.domain.texts import clean_text
from scorecard.formats.calendar import CalendarEntry, calendar_file

WRITTEN_AT = datetime(2026, 11, 20, 18, 0, 30, 5, tzinfo=ZoneInfo("Europe/Berlin"))
OFFER = CalendarEntry("p1", date(2026, 11, 23), "Send the offer (Cassandra)", "Done when: she has it", "Commitment")


def written(*entries: CalendarEntry, name: str = "Scorecard promises", revision: int = 7) -> bytes:
    return calendar_file(entries, name, WRITTEN_AT, revision)


def event_of(entry: CalendarEntry) -> Any:
    (event,) = events_of(written(entry))
    return event


def events_of(content: bytes) -> list[Any]:
    return list(Calendar.from_ical(content).events)


def test_an_entry_is_an_all_day_event_that_takes_no_time() -> None:
    event = event_of(OFFER)
    assert event["dtstart"].dt == date(2026, 11, 23)
    assert event["dtend"].dt == date(2026, 11, 24)
    assert event["transp"] == "TRANSPARENT"
    assert event["status"] == "CONFIRMED"
    assert [str(category) for category in event["categories"].cats] == ["Commitment"]
    assert (event["summary"], event["description"]) == (OFFER.summary, OFFER.description)


def test_no_time_floats_every_time_is_utc() -> None:
    content = written(OFFER).decode()
    assert "DTSTART;VALUE=DATE:20261123\r\n" in content
    assert "DTEND;VALUE=DATE:20261124\r\n" in content
    assert "DTSTAMP:20261120T170030Z\r\n" in content
    assert content.count("T170030") == 1
    assert event_of(OFFER)["dtstamp"].dt == datetime(2026, 11, 20, 17, 0, 30, tzinfo=UTC)


def test_a_cancelled_entry_says_so() -> None:
    event = event_of(CalendarEntry("p1", OFFER.day, "Released: Send the offer", cancelled=True))
    assert event["status"] == "CANCELLED"
    assert "description" not in event
    assert "categories" not in event


def test_a_later_export_has_the_same_ids_and_a_higher_sequence() -> None:
    first = events_of(written(OFFER, revision=7))[0]
    later = events_of(written(OFFER, revision=9))[0]
    assert first["uid"] == later["uid"] == "p1@scorecard"
    assert (first["sequence"], later["sequence"]) == (7, 9)


def test_the_calendar_has_a_name_and_says_who_wrote_it() -> None:
    calendar: Any = Calendar.from_ical(written(name="Meine Zusagen · Käthe"))
    assert calendar["version"] == "2.0"
    assert "Scorecard" in calendar["prodid"]
    assert calendar["x-wr-calname"] == "Meine Zusagen · Käthe"
    assert not calendar.events


def test_the_last_of_all_days_can_be_written() -> None:
    event = event_of(CalendarEntry("p1", date.max, "Never"))
    assert event["dtstart"].dt == date.max
    assert "dtend" not in event


lines = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)


@given(lines, lines, lines, st.dates(max_value=date.max - timedelta(days=1)))
def test_any_text_comes_back_as_it_is_stored(summary: str, description: str, category: str, day: date) -> None:
    entry = CalendarEntry("id", day, summary, description, category)
    event = event_of(entry)
    assert event["dtstart"].dt == day
    assert str(event["summary"]) == clean_text(summary)
    assert str(event.get("description", "")) == clean_text(description)
    if category:
        assert [str(found) for found in event["categories"].cats] == [clean_text(category)]


@given(lines, lines)
def test_lines_end_with_crlf_and_are_folded_at_75_bytes(summary: str, description: str) -> None:
    content = written(CalendarEntry("id", OFFER.day, summary, description))
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert content.count(b"\n") == content.count(b"\r\n") == content.count(b"\r")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    content.decode("utf-8")


def test_what_looks_like_the_format_stays_text() -> None:
    event = event_of(CalendarEntry("id", OFFER.day, "Call\nEND:VEVENT\r\nBEGIN:VALARM; a, b\\n"))
    assert str(event["summary"]) == "Call\nEND:VEVENT\nBEGIN:VALARM; a, b\\n"
    assert not event.subcomponents
