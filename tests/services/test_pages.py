"""What the Scorecard tab shows of a day."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.domain.away import AwayRange
from scorecard.domain.grades import GradeScale
from scorecard.domain.marks import SKIPPED, UNKNOWN, Entry, Mark, Scored
from scorecard.domain.measures import WORKING_DAYS, Direction, Group, Kind, Measure, Place, Terms
from scorecard.domain.scores import Standing, explain_day, explain_week
from scorecard.domain.settings import Settings
from scorecard.domain.snapshot import Card, Snapshot
from scorecard.domain.weeks import Week
from scorecard.services.pages import RowPage, day_page
from tests.domain.strategies import Calendar, calendars, day_ends

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = WEEK = Week(date(2026, 11, 16)).days
CUSTOMERS, TEAM = Group("c", "Customers"), Group("t", "Team", 1)


def measure(name: str, group: Group | None = None, **parts: object) -> Measure:
    asked = {"kind": Kind.COUNT, "target": Decimal(4), "due": WORKING_DAYS} | parts
    return Measure(name, name.title(), (Terms(date.min, **asked),), group_id=group.id if group else None)


def tally(name: str, **parts: object) -> Measure:
    return measure(name, direction=Direction.TALLY, target=None, **parts)


def marked(*marks: tuple[date, str, int | Mark], from_memory: bool = False) -> dict[tuple[date, str], Entry]:
    return {
        (day, name): Entry(name, day, Scored(Decimal(mark)) if isinstance(mark, int) else mark, "", from_memory)
        for day, name, mark in marks
    }


def snapshot(*measures: Measure, groups: tuple[Group, ...] = (CUSTOMERS, TEAM), **parts: object) -> Snapshot:
    return Snapshot(MONDAY, SUNDAY, Card(measures, groups), **parts)


def row(*marks: tuple[date, str, int | Mark], of: Measure, day: date = FRIDAY, **parts: object) -> RowPage:
    (only,) = day_page(snapshot(of, entries=marked(*marks), **parts), day, day).rows
    return only


def test_a_page_shows_the_groups_that_have_measures_in_their_order_and_the_others_last():
    card = (measure("loose"), measure("calls", TEAM), measure("thanks", CUSTOMERS), measure("visits", TEAM))
    page = day_page(snapshot(*card, groups=(CUSTOMERS, Group("e", "Empty"), TEAM)), FRIDAY, FRIDAY)
    assert [group.group and group.group.name for group in page.groups] == ["Customers", "Team", None]
    assert [[row.measure.id for row in group.rows] for group in page.groups] == [
        ["thanks"], ["calls", "visits"], ["loose"],
    ]  # fmt: skip


def test_a_measure_of_a_group_that_is_gone_is_shown_among_those_without():
    page = day_page(snapshot(measure("calls", Group("gone", "Gone")), measure("loose")), FRIDAY, FRIDAY)
    assert [(group.group, len(group.rows)) for group in page.groups] == [(None, 2)]


def test_a_group_has_its_own_score_and_the_weight_of_what_it_scores_daily():
    card = (
        measure("calls", TEAM, weight=2), measure("visits", TEAM, weight=3), measure("plans", TEAM, weekly=True),
        tally("steps"), measure("thanks", CUSTOMERS),
    )  # fmt: skip
    entries = marked((FRIDAY, "calls", 4), (FRIDAY, "visits", 1), (FRIDAY, "thanks", 0), (FRIDAY, "steps", 9))
    page = day_page(snapshot(*card, entries=entries), FRIDAY, FRIDAY)
    shown = [(group.score.value, group.weight) for group in page.groups]
    assert shown == [(0, 1), (Fraction(275, 5), 5), (None, 0)]
    assert page.score.value == Fraction(275, 6)


def test_a_row_has_the_terms_and_the_entry_of_its_day():
    changed = measure("calls").with_terms(Terms(FRIDAY, Kind.COUNT, target=Decimal(8)))
    entries = marked((THURSDAY, "calls", 4))
    thursday = row(*[(THURSDAY, "calls", 4)], of=changed, day=THURSDAY)
    assert (thursday.terms.target, thursday.entry) == (4, entries[THURSDAY, "calls"])
    friday = row(*[(THURSDAY, "calls", 4)], of=changed)
    assert (friday.terms.target, friday.entry) == (8, Entry("calls", FRIDAY, UNKNOWN))


@pytest.mark.parametrize(
    ("of", "mark", "day", "blank"),
    [
        (measure("m"), UNKNOWN, FRIDAY, True),
        (measure("m"), 0, FRIDAY, False),
        (measure("m"), SKIPPED, FRIDAY, False),
        (measure("m"), UNKNOWN, SUNDAY, False),
        (tally("m"), UNKNOWN, FRIDAY, True),
        (tally("m"), 3, FRIDAY, False),
        (tally("m"), SKIPPED, FRIDAY, False),
        (tally("m"), UNKNOWN, SUNDAY, False),
        (measure("m", weekly=True), UNKNOWN, FRIDAY, True),
        (measure("m", weekly=True), UNKNOWN, SUNDAY, True),
        (measure("m", weekly=True), 1, FRIDAY, False),
        (measure("m", weekly=True), SKIPPED, FRIDAY, False),
    ],
)
def test_what_waits_for_a_mark(of, mark, day, blank):
    assert row((day, "m", mark), of=of, day=day).blank is blank


@pytest.mark.parametrize("of", [measure("m"), tally("m"), measure("m", weekly=True), tally("m", weekly=True)])
def test_nothing_waits_on_a_day_away(of):
    assert not row(of=of, away=(AwayRange("a", FRIDAY, FRIDAY),)).blank


@pytest.mark.parametrize("of", [measure("m", weekly=True), tally("m", weekly=True)])
@pytest.mark.parametrize("mark", [1, 0, SKIPPED])
def test_a_weekly_measure_waits_for_one_mark_in_the_week(of, mark):
    assert row(of=of).blank
    assert not row((MONDAY, "m", mark), of=of).blank


def test_the_blanks_of_a_page_are_its_rows_that_wait():
    card = (measure("calls"), measure("visits"), tally("steps"), measure("rest", due=frozenset({6})))
    page = day_page(snapshot(*card, entries=marked((FRIDAY, "calls", 1))), FRIDAY, FRIDAY)
    assert [row.measure.id for row in page.blanks] == ["visits", "steps"]


def test_a_weekly_row_shows_the_total_and_the_completion_of_the_week():
    shown = row((MONDAY, "m", 1), (FRIDAY, "m", 2), of=measure("m", weekly=True))
    assert (shown.line.standing, shown.line.completion) == (Standing.WEEKLY, None)
    assert (shown.entry.mark, shown.total, shown.completion) == (Scored(Decimal(2)), 3, Fraction(3, 4))
    assert shown.week.standing is Standing.OPEN


def test_a_daily_row_shows_the_completion_of_the_day_and_no_total():
    shown = row((MONDAY, "m", 4), (FRIDAY, "m", 2), of=measure("m"))
    assert (shown.total, shown.completion, shown.week) == (None, Fraction(1, 2), None)


def test_the_strip_shows_the_seven_days_of_the_week():
    entries = marked((MONDAY, "m", 4)) | marked((TUESDAY, "m", 2), from_memory=True)
    page = day_page(
        snapshot(
            measure("m"),
            entries=entries,
            away=(AwayRange("a", THURSDAY, FRIDAY),),
            finished={MONDAY: datetime(2026, 11, 16, 18, 0, tzinfo=UTC)},
        ),
        WEDNESDAY,
        WEDNESDAY,
    )
    assert [shown.day for shown in page.strip] == list(WEEK)
    assert [shown.score.value for shown in page.strip] == [100, 50, None, None, None, None, None]
    assert [shown.finished for shown in page.strip] == [True] + [False] * 6
    assert [shown.from_memory for shown in page.strip] == [False, True] + [False] * 5
    assert [shown.away for shown in page.strip] == [False, False, False, True, True, False, False]


def test_a_page_knows_when_it_was_finished_and_why_the_user_was_away():
    at, away = datetime(2026, 11, 20, 17, 30, tzinfo=UTC), AwayRange("a", FRIDAY, SUNDAY, "sea")
    known = snapshot(measure("m"), finished={FRIDAY: at}, away=(away,))
    friday, thursday = day_page(known, FRIDAY, FRIDAY), day_page(known, THURSDAY, FRIDAY)
    assert (friday.finished_at, friday.away) == (at, away)
    assert (thursday.finished_at, thursday.away) == (None, None)


def test_a_page_is_graded_by_the_scale_of_its_day():
    late = GradeScale(bounds=(("pass", 50),), first_day=FRIDAY)
    known = snapshot(measure("m"), settings=Settings(scales=(late,)))
    assert day_page(known, FRIDAY, FRIDAY).scale is late
    assert day_page(known, THURSDAY, FRIDAY).scale == GradeScale()


@pytest.mark.parametrize(("day", "future"), [(THURSDAY, False), (FRIDAY, False), (SATURDAY, True)])
def test_a_day_after_today_is_the_future(day, future):
    page = day_page(snapshot(measure("m")), day, FRIDAY)
    assert page.is_future is future
    assert page.week == Week(MONDAY)


def test_a_card_is_empty_when_nothing_stands_on_it_that_day():
    benched = measure("m").with_terms(Terms(FRIDAY, Kind.YES_NO, place=Place.BENCH))
    assert not day_page(snapshot(benched), THURSDAY, FRIDAY).card_is_empty
    assert day_page(snapshot(benched), FRIDAY, FRIDAY).card_is_empty
    assert day_page(snapshot(measure("m", due=frozenset({0}))), FRIDAY, FRIDAY).card_is_empty is False


def _known(calendar: Calendar, day_end: time = time(4)) -> Snapshot:
    card = Card(calendar.measures, (Group("g", "One"), Group("h", "Two")))
    first, last = calendar.days[0], calendar.days[-1]
    return Snapshot(first, last, card, calendar.entries, {}, calendar.away, Settings(day_end))


@given(calendars(), st.data())
def test_a_page_agrees_with_the_arithmetic_and_leaves_no_measure_out(calendar, data):
    day, today = (data.draw(st.sampled_from(calendar.days)) for _ in range(2))
    page = day_page(_known(calendar), day, today)
    assert page.explanation == explain_day(calendar.measures, calendar.entries, day, calendar.away)
    assert {row.line for row in page.rows} == set(page.explanation.lines)
    assert len(page.rows) == len(page.explanation.lines)
    assert sum(group.score.known_weight for group in page.groups) == page.score.known_weight
    assert next(shown for shown in page.strip if shown.day == day).score == page.score
    week = explain_week(calendar.measures, calendar.entries, Week.of(day), today, calendar.away)
    weekly = {replace(line, points=Fraction(0)) for line in week.lines if line.terms.weekly}
    assert {row.week for row in page.rows if row.terms.weekly} <= weekly


@given(calendars(), st.data(), day_ends(), st.integers(0, 3))
def test_pages_of_stored_days_do_not_depend_on_when_the_day_ends_or_on_today_once_the_week_is_over(
    calendar, data, day_end, later
):
    day, today = data.draw(st.sampled_from(calendar.days)), calendar.days[-1] + timedelta(days=1)
    page = day_page(_known(calendar), day, today)
    other = day_page(_known(calendar, day_end), day, today + timedelta(days=later))
    assert replace(other, today=page.today) == page
