"""A promise in one line: whom it names, when it is due, on which level, and the words that remain.

The line is read on Friday 20 November 2026 unless another day is said.
"""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.domain.due import Due, Span
from scorecard.domain.people import People, Person
from scorecard.domain.promises import Level
from scorecard.services.quick_line.reader import LineReader, LineReading, Part
from scorecard.services.quick_line.words import Vocabulary
from tests.fake_clock import FRIDAY_EVENING

FRIDAY = FRIDAY_EVENING.date()
CASSANDRA = Person("1", "Cassandra Kelly")
BOB_STONE = Person("2", "Bob Stone")
BOB_HILL = Person("3", "Bob Hill")
MARK = Person("4", "Mark Twain")
APRIL = Person("5", "April Jones")
BEFORE = Person("6", "Kassandra", merged_into="1")
PEOPLE = People((CASSANDRA, BOB_STONE, BOB_HILL, MARK, APRIL, BEFORE))
ENGLISH = LineReader(("en_GB",))
AMERICAN = LineReader(("en_US",))
GERMAN = LineReader(("de_DE", "en"))


def on(*days: str) -> tuple[Due, ...]:
    return tuple(Due.on(date.fromisoformat(day)) for day in days)


def week(monday: str) -> tuple[Due, ...]:
    return (Due(Span.WEEK, date.fromisoformat(monday)),)


def month(*firsts: str) -> tuple[Due, ...]:
    return tuple(Due(Span.MONTH, date.fromisoformat(first)) for first in firsts)


def read(line: str, reader: LineReader = ENGLISH, today: date = FRIDAY, *declined: Part) -> LineReading:
    return reader.read(line, today, PEOPLE, frozenset(declined))


def understood(line: str, reading: LineReading) -> dict[Part, str]:
    return {part.part: line[part.start : part.end] for part in reading.parts}


def test_a_line_is_understood_whole() -> None:
    line = "Send the estimates to Cassandra by Tuesday !commitment"
    reading = read(line)

    assert reading.words == "Send the estimates"
    assert reading.level is Level.COMMITMENT
    assert reading.dues == on("2026-11-24")
    assert [addressee.person for addressee in reading.addressees] == [CASSANDRA]
    assert understood(line, reading) == {
        Part.PERSON: "to Cassandra", Part.DUE: "by Tuesday", Part.LEVEL: "!commitment",
    }  # fmt: skip


ENGLISH_DATES = [
    ("today", on("2026-11-20")),
    ("tonight", on("2026-11-20")),
    ("tomorrow", on("2026-11-21")),
    ("by tomorrow", on("2026-11-21")),
    ("the day after tomorrow", on("2026-11-22")),
    ("by Monday", on("2026-11-23")),
    ("by monday", on("2026-11-23")),
    ("on Mon", on("2026-11-23")),
    ("until Wed", on("2026-11-25")),
    ("due Thursday", on("2026-11-26")),
    ("due on Thursday", on("2026-11-26")),
    ("Thursday", on("2026-11-26")),
    ("for Thursday", on("2026-11-26")),
    ("this Friday", on("2026-11-20")),
    ("coming Friday", on("2026-11-27")),
    ("next Monday", on("2026-11-23")),
    ("next Friday", on("2026-11-27")),
    ("Friday week", on("2026-11-27")),
    ("a week from Monday", on("2026-11-30")),
    ("two weeks from Monday", on("2026-12-07")),
    ("Monday next week", on("2026-11-23")),
    ("next week on Thursday", on("2026-11-26")),
    ("next week by Thursday", on("2026-11-26")),
    ("this week", week("2026-11-16")),
    ("next week", week("2026-11-23")),
    ("by next week", week("2026-11-23")),
    ("week 48", week("2026-11-23")),
    ("in week 48", week("2026-11-23")),
    ("by W48", week("2026-11-23")),
    ("by w47", week("2026-11-16")),
    ("by week 46", week("2027-11-15")),
    ("by week 53", week("2026-12-28")),
    ("by week 3 2028", week("2028-01-17")),
    ("2026-W48", week("2026-11-23")),
    ("this month", month("2026-11-01")),
    ("next month", month("2026-12-01")),
    ("in March", month("2027-03-01")),
    ("by march", month("2027-03-01")),
    ("by Mar", month("2027-03-01")),
    ("in May", month("2027-05-01")),
    ("due in December", month("2026-12-01")),
    ("by March 2028", month("2028-03-01")),
    ("by next November", month("2027-11-01")),
    ("by this November", month("2026-11-01")),
    ("end of March", on("2027-03-31")),
    ("by the end of March", on("2027-03-31")),
    ("by the end of February 2028", on("2028-02-29")),
    ("by the end of the month", on("2026-11-30")),
    ("by end of month", on("2026-11-30")),
    ("by EOM", on("2026-11-30")),
    ("by the end of next month", on("2026-12-31")),
    ("by the end of the year", on("2026-12-31")),
    ("by the end of next year", on("2027-12-31")),
    ("by end of day", on("2026-11-20")),
    ("21 Nov", on("2026-11-21")),
    ("Nov 21", on("2026-11-21")),
    ("by Nov. 21", on("2026-11-21")),
    ("21st of November", on("2026-11-21")),
    ("the 21st of November", on("2026-11-21")),
    ("Saturday, November 21st 2026", on("2026-11-21")),
    ("Fri 27 Nov", on("2026-11-27")),
    ("by 20 Nov", on("2026-11-20")),
    ("by 19 Nov", on("2027-11-19")),
    ("by 3 January", on("2027-01-03")),
    ("29 Feb", on("2028-02-29")),
    ("21 Nov 2027", on("2027-11-21")),
    ("by the 21st", on("2026-11-21")),
    ("by the 3rd", on("2026-12-03")),
    ("in 3 days", on("2026-11-23")),
    ("in three days", on("2026-11-23")),
    ("3 days from now", on("2026-11-23")),
    ("within 3 days", on("2026-11-23")),
    ("within a week", on("2026-11-27")),
    ("in 2 weeks", on("2026-12-04")),
    ("in a month", on("2026-12-20")),
    ("2026-12-01", on("2026-12-01")),
    ("by 2026-12-01", on("2026-12-01")),
    ("by 21/11", on("2026-11-21")),
    ("by 11/21", on("2026-11-21")),
    ("by 21.11.", on("2026-11-21")),
    ("21/11/2026", on("2026-11-21")),
    ("by 21-11-2026", on("2026-11-21")),
]


@pytest.mark.parametrize(("phrase", "dues"), ENGLISH_DATES)
def test_a_date_in_english(phrase: str, dues: tuple[Due, ...]) -> None:
    reading = read(f"Send the offer {phrase}")

    assert reading.dues == dues
    assert reading.words == "Send the offer"


GERMAN_DATES = [
    ("heute", on("2026-11-20")),
    ("heute Abend", on("2026-11-20")),
    ("morgen", on("2026-11-21")),
    ("bis morgen", on("2026-11-21")),
    ("übermorgen", on("2026-11-22")),
    ("bis Montag", on("2026-11-23")),
    ("bis Mo", on("2026-11-23")),
    ("am Montag", on("2026-11-23")),
    ("spätestens am Montag", on("2026-11-23")),
    ("nächsten Montag", on("2026-11-23")),
    ("bis nächsten Montag", on("2026-11-23")),
    ("kommenden Freitag", on("2026-11-27")),
    ("Freitag in einer Woche", on("2026-11-27")),
    ("Dienstag in einer Woche", on("2026-12-01")),
    ("Dienstag in 2 Wochen", on("2026-12-08", "2026-12-01")),
    ("bis Ende des Jahres", on("2026-12-31")),
    ("bis nächste Woche Freitag", on("2026-11-27")),
    ("nächste Woche", week("2026-11-23")),
    ("diese Woche", week("2026-11-16")),
    ("bis KW 48", week("2026-11-23")),
    ("in KW48", week("2026-11-23")),
    ("nächsten Monat", month("2026-12-01")),
    ("im März", month("2027-03-01")),
    ("Ende März", on("2027-03-31")),
    ("bis Ende März", on("2027-03-31")),
    ("bis Ende des Monats", on("2026-11-30")),
    ("bis Ende nächsten Monats", on("2026-12-31")),
    ("in 3 Tagen", on("2026-11-23")),
    ("in drei Wochen", on("2026-12-11")),
    ("innerhalb von 3 Tagen", on("2026-11-23")),
    ("21. November", on("2026-11-21")),
    ("bis zum 21. November", on("2026-11-21")),
    ("bis 21.11.", on("2026-11-21")),
    ("am 21.", on("2026-11-21")),
    ("bis 3.4.", on("2027-04-03")),
    ("21.11.2026", on("2026-11-21")),
    ("by Monday", on("2026-11-23")),
    ("next week", week("2026-11-23")),
]


@pytest.mark.parametrize(("phrase", "dues"), GERMAN_DATES)
def test_a_date_in_german_and_in_english_beside_it(phrase: str, dues: tuple[Due, ...]) -> None:
    reading = read(f"Angebot schicken {phrase}", GERMAN)

    assert reading.dues == dues
    assert reading.words == "Angebot schicken"


@pytest.mark.parametrize(
    ("phrase", "dues"),
    [
        ("by Friday", on("2026-11-20", "2026-11-27")),
        ("by Monday 27 November", on("2026-11-27", "2026-11-23")),
        ("by 3/4", on("2027-04-03", "2027-03-04")),
        ("by 3/4/2027", on("2027-04-03", "2027-03-04")),
        ("by the end of the week", on("2026-11-20", "2026-11-22")),
        ("by the end of next week", on("2026-11-27", "2026-11-29")),
        ("in November", month("2026-11-01", "2027-11-01")),
        ("before Tuesday", on("2026-11-23", "2026-11-24")),
        ("next Sunday", on("2026-11-22", "2026-11-29")),
    ],
)
def test_what_can_mean_two_days_is_read_as_both(phrase: str, dues: tuple[Due, ...]) -> None:
    assert read(f"Send it {phrase}").dues == dues


def test_an_american_means_the_month_first() -> None:
    assert read("Send it by 3/4", AMERICAN).dues == on("2027-03-04", "2027-04-03")


@pytest.mark.parametrize(
    ("today", "phrase", "dues"),
    [
        ("2026-11-18", "by Friday", on("2026-11-20")),
        ("2026-11-18", "next Friday", on("2026-11-20", "2026-11-27")),
        ("2026-11-18", "coming Friday", on("2026-11-20")),
        ("2026-11-21", "next Friday", on("2026-11-27")),
        ("2026-11-21", "by the end of the week", on("2026-11-22")),
        ("2026-11-18", "Friday week", on("2026-11-27")),
        ("2026-12-31", "tomorrow", on("2027-01-01")),
        ("2026-12-31", "next week", week("2027-01-04")),
        ("2026-12-31", "this week", week("2026-12-28")),
        ("2026-12-31", "next month", month("2027-01-01")),
        ("2026-12-31", "by the end of the year", on("2026-12-31")),
        ("2026-12-31", "in January", month("2027-01-01")),
        ("2027-01-01", "in week 53", week("2026-12-28")),
        ("2027-01-01", "in week 1", week("2027-01-04")),
        ("2026-01-31", "next month", month("2026-02-01")),
        ("2026-01-31", "in a month", on("2026-02-28")),
        ("2028-02-28", "tomorrow", on("2028-02-29")),
        ("2028-02-29", "by 29 Feb", on("2028-02-29")),
        ("2028-03-01", "by 29 Feb", on("2032-02-29")),
        ("2028-02-10", "by the end of February", on("2028-02-29", "2029-02-28")),
        ("2026-11-30", "by the 31st", on("2026-12-31")),
    ],
)
def test_a_date_depends_on_the_day(today: str, phrase: str, dues: tuple[Due, ...]) -> None:
    assert read(f"Send it {phrase}", today=date.fromisoformat(today)).dues == dues


@pytest.mark.parametrize(
    "line",
    [
        "Answer 3 of 12 questions",
        "Call at 15:00",
        "Call on 12",
        "Plan 2027",
        "Do 3/4 of the work",
        "Ship version 3.4",
        "Ship version 3.4.27",
        "Send it by 2026-13-01",
        "Send it by 2026-02-30",
        "Send it by 31 November",
        "Send it by 21 Nov 2025",
        "Send it by 21 Nov 2999",
        "Find what was lost yesterday",
        "Report of 2 days ago",
        "Spend 3 days on it",
        "Answer in 3 hours",
        "Prepare the Friday meeting",
        "Prepare Friday meeting slides",
        "Prepare tomorrow's meeting",
        "Prepare the March report",
        "Move the meeting to Friday",
        "Move it from 21 Nov to 28 Nov",
        "Hold the workshop 21 - 23 Nov",
        "Review every Friday",
        "I may go",
        "Rest on sun loungers",
        "March on",
        "A second look",
        "Work on the 1st floor",
        "Send it by week 54",
        "Count in a few days",
        "Call three days from Friday",
    ],
)
def test_what_is_no_date_stays_text(line: str) -> None:
    reading = read(line)

    assert reading.dues == ()
    assert reading.words == line


def test_it_may_be_prepared_beforehand() -> None:
    reader = LineReader(("de",))
    reader.prepare()

    assert read("bis morgen", reader).dues == on("2026-11-21")


@pytest.mark.parametrize(
    "line", ["Die Präsentation mit Sam so fertig machen", "Do it so that it works", "Vor 3 Tagen versprochen"]
)
def test_small_german_words_are_no_dates(line: str) -> None:
    assert read(line, GERMAN).words == line


@pytest.mark.parametrize(
    ("line", "words", "dues"),
    [
        ("Read the 21 Nov minutes by Tuesday", "Read the 21 Nov minutes", on("2026-11-24")),
        ("Report for March by Tuesday", "Report for March", on("2026-11-24")),
        ("By Tuesday send Monday's figures tomorrow", "send Monday's figures tomorrow", on("2026-11-24")),
        ("Hand in by Tuesday", "Hand in", on("2026-11-24")),
        ("Log on tomorrow", "Log on", on("2026-11-21")),
        ("Send it by Tuesday 15:00", "Send it 15:00", on("2026-11-24")),
        ("Send it, by Tuesday, with love", "Send it, with love", on("2026-11-24")),
        ("Send it (by Tuesday)", "Send it", on("2026-11-24")),
        ("Send it by Tuesday.", "Send it.", on("2026-11-24")),
        ("Send it - tomorrow", "Send it", on("2026-11-21")),
        ("tomorrow: send it", "send it", on("2026-11-21")),
    ],
)
def test_one_date_counts_and_the_rest_is_text(line: str, words: str, dues: tuple[Due, ...]) -> None:
    reading = read(line)

    assert (reading.words, reading.dues) == (words, dues)


@pytest.mark.parametrize(
    ("line", "words", "names"),
    [
        ("Write to Cassandra", "Write", ["Cassandra Kelly"]),
        ("Write to cassandra kelly tomorrow", "Write", ["Cassandra Kelly"]),
        ("Write to Kassandra", "Write", ["Cassandra Kelly"]),
        ("Write to Bob", "Write", ["Bob Hill", "Bob Stone"]),
        ("Write to bob stone", "Write", ["Bob Stone"]),
        ("Write to Bob Miller", "Write", ["Bob Miller", "Bob Hill", "Bob Stone"]),
        ("Write to Eva Maria van der Berg by Tuesday", "Write", ["Eva Maria van der Berg"]),
        ("Write to Dr. Eva Berg", "Write", ["Dr. Eva Berg"]),
        ("Write to Eva Friday", "Write", ["Eva"]),
        ("Write to Eva, then rest", "Write, then rest", ["Eva"]),
        ("To Cassandra: the offer", "the offer", ["Cassandra Kelly"]),
        ("Report to Eva the news to Cassandra", "Report to Eva the news", ["Cassandra Kelly"]),
        ("Promise to mark the papers", "Promise to mark the papers", []),
        ("Give it to mark by Tuesday", "Give it", ["Mark Twain"]),
        ("Write to April", "Write", ["April Jones"]),
        ("Postpone to August", "Postpone to August", []),
        ("Write to somebody", "Write to somebody", []),
        ("Write to me", "Write", []),
        ("Write to myself", "Write", []),
        ("Write @cassandra today", "Write", ["Cassandra Kelly"]),
        ("Write to @Zed and to Eva", "Write and to Eva", ["Zed"]),
        ("Write @Bob Stone", "Write", ["Bob Stone"]),
        ("Write to a@b.org", "Write to a@b.org", []),
        ("Reply to Anna's letter", "Reply to Anna's letter", []),
        ("Go to", "Go to", []),
    ],
)
def test_a_line_names_somebody(line: str, words: str, names: list[str]) -> None:
    reading = read(line)

    assert (reading.words, [addressee.name for addressee in reading.addressees]) == (words, names)


def test_a_name_that_is_not_written_down_yet_is_nobody_known() -> None:
    assert read("Write to Eva").addressees[0].person is None


def test_whom_in_german() -> None:
    reading = read("Angebot an Cassandra bis Montag", GERMAN)

    assert (reading.words, reading.addressees[0].person) == ("Angebot", CASSANDRA)
    assert read("Brief an mich", GERMAN).words == "Brief"


@pytest.mark.parametrize(
    ("mark", "level"),
    [
        ("!commitment", Level.COMMITMENT),
        ("!c", Level.COMMITMENT),
        ("!EFF", Level.BEST_EFFORT),
        ("!best-effort", Level.BEST_EFFORT),
        ("!intention,", Level.GOOD_INTENTION),
        ("!g", Level.GOOD_INTENTION),
    ],
)
def test_a_mark_says_the_level(mark: str, level: Level) -> None:
    reading = read(f"Send {mark} it")

    assert reading.level is level
    assert reading.words.replace(",", "") == "Send it"


@pytest.mark.parametrize("mark", ["!", "!!", "!x", "!commitments", "!1", "c!", "no!c", "! c"])
def test_what_is_no_mark_stays_text(mark: str) -> None:
    reading = read(f"Send {mark} it")

    assert (reading.words, reading.level) == (f"Send {mark} it", None)


def test_a_mark_in_the_user_s_language() -> None:
    assert read("Senden !zus", GERMAN).level is Level.COMMITMENT
    assert read("Senden !v", GERMAN).level is None  # Verpflichtung, Vorsatz
    french = LineReader(("fr",), Vocabulary(to=("à",), by=("avant", "d'ici"), effort=("effort", "mieux")))
    reading = french.read("Envoyer à Cassandra avant vendredi !mieux", date(2026, 11, 18), PEOPLE)
    assert (reading.words, reading.level, reading.dues) == ("Envoyer", Level.BEST_EFFORT, on("2026-11-20"))


@pytest.mark.parametrize("part", Part)
def test_a_part_can_be_declined(part: Part) -> None:
    line = "Send it to Cassandra by Tuesday !c"
    reading = read(line, ENGLISH, FRIDAY, part)

    kept = understood(line, read(line))[part]
    assert kept in reading.words
    assert part not in understood(line, reading)
    assert len(reading.parts) == 2


def test_a_person_declined_is_no_hindrance_to_the_date() -> None:
    assert read("Postpone to April", ENGLISH, FRIDAY, Part.PERSON).words == "Postpone to April"


@pytest.mark.parametrize(
    ("phrase", "dues"),
    [
        *ENGLISH_DATES,
        ("Friday", on("2026-11-20", "2026-11-27")),
        ("sun", on("2026-11-22")),
        ("may", month("2027-05-01")),
        ("March", month("2027-03-01")),
        ("3/4", on("2027-04-03", "2027-03-04")),
        ("21.11.", on("2026-11-21")),
        ("21st", on("2026-11-21")),
    ],
)
def test_a_whole_phrase_is_a_date(phrase: str, dues: tuple[Due, ...]) -> None:
    assert ENGLISH.read_due(phrase, FRIDAY) == dues


@pytest.mark.parametrize("phrase", ["", "  ", "3", "12", "2027", "15:00", "soon", "tomorrow maybe", "2026-13-01", "!"])
def test_what_is_not_wholly_a_date_is_none(phrase: str) -> None:
    assert ENGLISH.read_due(phrase, FRIDAY) == ()


def test_a_date_is_looked_for_at_the_end_of_a_long_line() -> None:
    assert read("x " * 5000 + "by Tuesday").dues == on("2026-11-24")
    assert read("by Tuesday " + "x " * 200).dues == ()


def test_the_first_and_the_last_days_of_the_calendar_are_no_harm() -> None:
    assert read("Send it tomorrow", today=date.max).dues == ()
    assert read("Send it tomorrow", today=date.min).dues == (Due.on(date.min + timedelta(days=1)),)


ANYTHING = st.text(st.characters(exclude_categories=[]), max_size=60)
PIECES = st.sampled_from(
    """
    to by until before in on for the of end next this week w48 day days 3 31 21st a @ @bob ! !c !e Cassandra Bob Eva
    friday Mon may Nov 29 Feb 2026 2026-12-01 9999-12-31 3/4 21.11. tomorrow , . ( ) - – an bis am Ende März kw 53
    within from now 0000 999 weeks months years EOM mark to: @@ !! (by Friday) Mo so die
    """.split()  # noqa: SIM905
)
LINES = ANYTHING | st.lists(PIECES | ANYTHING, max_size=14).map(" ".join)
DAYS = st.dates()


@given(LINES, DAYS, st.sampled_from([ENGLISH, GERMAN]), st.frozensets(st.sampled_from(Part)))
def test_nothing_is_lost_and_nothing_is_added(
    line: str, today: date, reader: LineReader, declined: frozenset[Part]
) -> None:
    reading = reader.read(line, today, PEOPLE, declined)

    inside = {place for part in reading.parts for place in range(part.start, part.end)}
    left = "".join(character for place, character in enumerate(line) if place not in inside)
    assert _bare(reading.words) == _bare(left)
    assert all(0 <= part.start < part.end <= len(line) for part in reading.parts)
    assert sum(part.end - part.start for part in reading.parts) == len(inside)
    assert not declined & {part.part for part in reading.parts}


@given(LINES, DAYS)
def test_a_reading_says_only_what_a_part_of_the_line_says(line: str, today: date) -> None:
    reading = ENGLISH.read(line, today, PEOPLE)
    parts = {part.part for part in reading.parts}

    assert bool(reading.dues) == (Part.DUE in parts)
    assert (reading.level is not None) == (Part.LEVEL in parts)
    assert not reading.addressees or Part.PERSON in parts
    assert len(set(reading.dues)) == len(reading.dues)
    assert not [due for due in reading.dues if due.is_over(today)]


@given(LINES, DAYS)
def test_a_phrase_is_read_or_is_none(phrase: str, today: date) -> None:
    assert not [due for due in ENGLISH.read_due(phrase, today) if due.is_over(today)]


def _bare(text: str) -> str:
    """Without spaces, and without what may go where a part was taken out."""
    return "".join(character for character in text if not character.isspace() and character not in ",;:-")
