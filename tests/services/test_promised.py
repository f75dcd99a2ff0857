"""The promises of a day's page."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.domain.due import Due, Span
from scorecard.domain.people import People, Person
from scorecard.domain.promises import Event, Level, Moved, Outcome, Promise, Settled, Step, standing
from scorecard.domain.snapshot import Snapshot
from scorecard.services.promised import kept_among, promised_on
from scorecard.services.promises import PromiseDraft
from scorecard.services.services import Services
from tests.domain.promise_strategies import days, promises
from tests.fake_clock import FixedClock
from tests.services.opened import TODAY, TOMORROW, YESTERDAY

MONDAY, FRIDAY, SUNDAY = date(2026, 11, 16), date(2026, 11, 20), date(2026, 11, 22)
FRIDAY_S, WEEK_S, MONTH_S = Due.on(FRIDAY), Due.within(Span.WEEK, FRIDAY), Due.within(Span.MONTH, FRIDAY)
KEPT, RELEASED = Settled(Outcome.KEPT), Settled(Outcome.RELEASED)


def stands(due: Due | None, *steps: tuple[date, Event], day: date, today: date) -> bool:
    taken = tuple(Step(at, position, event) for position, (at, event) in enumerate(steps))
    made = Promise("p", "Send it", Level.COMMITMENT, date(2026, 11, 1), due, steps=taken)
    return bool(promised_on(Snapshot(day, day, promises=(made,)), day, today))


def shown(due: Due | None, *steps: tuple[date, Event], today: date) -> list[int]:
    """On which days of November it stands, seen from `today`."""
    return [n for n in range(1, 31) if stands(due, *steps, day=date(2026, 11, n), today=today)]


@pytest.mark.parametrize(
    ("due", "today", "on"),
    [
        (FRIDAY_S, MONDAY, [20]),
        (FRIDAY_S, FRIDAY, [20]),
        (FRIDAY_S, SUNDAY, [20, 22]),
        (WEEK_S, MONDAY, [16, 17, 18, 19, 20, 21, 22]),
        (WEEK_S, date(2026, 11, 25), [16, 17, 18, 19, 20, 21, 22, 25]),
        (MONTH_S, MONDAY, [24, 25, 26, 27, 28, 29, 30]),
        (None, MONDAY, []),
    ],
)
def test_an_open_promise_stands_where_it_is_due_and_when_overdue_on_today(
    due: Due | None, today: date, on: list[int]
) -> None:
    assert shown(due, today=today) == on


def test_a_settled_promise_stays_on_the_day_it_was_settled_and_on_the_day_it_was_due() -> None:
    assert shown(FRIDAY_S, (MONDAY, KEPT), today=SUNDAY) == [16, 20]
    assert shown(WEEK_S, (FRIDAY, KEPT), today=SUNDAY) == [20, 22]
    assert shown(FRIDAY_S, (SUNDAY, KEPT), today=SUNDAY) == [20, 22]
    assert shown(None, (FRIDAY, KEPT), today=SUNDAY) == [20]


def test_a_released_one_only_stays_where_it_was_released() -> None:
    assert shown(FRIDAY_S, (MONDAY, RELEASED), today=SUNDAY) == [16]


def test_a_date_moved_in_time_is_left_and_one_moved_too_late_stays() -> None:
    to_sunday = Moved(Due.on(SUNDAY))

    assert shown(FRIDAY_S, (MONDAY, to_sunday), today=SUNDAY) == [22]
    assert shown(FRIDAY_S, (FRIDAY, to_sunday), today=SUNDAY) == [20, 22]


def test_nothing_stands_on_a_day_before_it_was_made() -> None:
    made = Promise("p", "Send it", Level.COMMITMENT, FRIDAY, WEEK_S)
    page = [day for day in (MONDAY, FRIDAY) if promised_on(Snapshot(day, day, promises=(made,)), day, FRIDAY)]

    assert page == [FRIDAY]


def test_they_come_in_the_order_of_their_days() -> None:
    some = tuple(
        Promise(name, name, Level.COMMITMENT, MONDAY, due)
        for name, due in (("c", WEEK_S), ("a", Due.on(YESTERDAY)), ("d", FRIDAY_S), ("b", FRIDAY_S))
    )
    found = promised_on(Snapshot(FRIDAY, FRIDAY, promises=some), FRIDAY, FRIDAY)

    assert [item.promise.id for item in found] == ["a", "b", "d", "c"]


def test_each_says_to_whom_it_was_promised() -> None:
    made = Promise("p", "Send it", Level.COMMITMENT, MONDAY, FRIDAY_S, "c")
    snapshot = Snapshot(FRIDAY, FRIDAY, promises=(made,), people=People((Person("c", "Cassandra"),)))

    assert [item.person for item in promised_on(snapshot, FRIDAY, FRIDAY)] == ["Cassandra"]


def test_late_is_kept_too() -> None:
    late = Promise("p", "Send it", Level.COMMITMENT, MONDAY, FRIDAY_S, steps=(Step(SUNDAY, 0, KEPT),))
    other = replace(late, id="q", steps=())
    items = promised_on(Snapshot(FRIDAY, FRIDAY, promises=(late, other)), FRIDAY, SUNDAY)

    assert (len(items), kept_among(items)) == (2, 1)


@given(st.lists(promises(), max_size=4), st.dates(), days)
def test_any_day_has_a_page(made: list[Promise], day: date, today: date) -> None:
    some = tuple(replace(promise, id=str(n)) for n, promise in enumerate(made))
    found = promised_on(Snapshot(day, day, promises=some), day, today)

    assert len({item.promise.id for item in found}) == len(found)
    for item in found:
        assert item.standing == standing(item.promise, today)


@given(promises(), days)
def test_an_overdue_promise_is_on_today_s_page_and_one_settled_today_stays_there(made: Promise, today: date) -> None:
    state = standing(made, today)
    here = bool(promised_on(Snapshot(today, today, promises=(made,)), today, today))

    if made.made_on <= today and (state.overdue or state.settled_on == today):
        assert here


def test_the_page_of_the_day_shows_what_was_promised_for_it(services: Services, clock: FixedClock) -> None:
    def make(words: str, due: Due | None) -> str:
        return services.promises.make(PromiseDraft(words, Level.COMMITMENT, due, "Cassandra"))

    today_s, week_s, tomorrow_s, never = (
        make("today", Due.on(TODAY)), make("week", WEEK_S), make("tomorrow", Due.on(TOMORROW)), make("never", None),
    )  # fmt: skip

    def page(day: date) -> set[str]:
        return {item.promise.id for item in services.scoring.page(day).promised}

    assert page(TODAY) == {today_s, week_s}
    assert page(TOMORROW) == {tomorrow_s, week_s}
    assert page(YESTERDAY) == set()
    services.promises.settle(never, Outcome.KEPT)
    assert page(TODAY) == {never, today_s, week_s}
    clock.advance(days=1)
    assert page(TOMORROW) == {today_s, tomorrow_s, week_s}
    assert page(TOMORROW + timedelta(days=30)) == set()
