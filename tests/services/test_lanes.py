"""The Commitments tab: three lanes, each with its own measure."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.domain.due import Due
from scorecard.domain.people import People, Person
from scorecard.domain.promises import Event, Level, Outcome, Promise, Relevelled, Reopened, Settled, Step, standing
from scorecard.domain.records import Distance, Record
from scorecard.domain.weeks import Week
from scorecard.services.lanes import Lane, LanesPage, Shown, lanes_page, own_record
from scorecard.services.promise_book import Book
from scorecard.services.promise_weeks import promise_weeks
from scorecard.services.services import Services
from scorecard.store.promise_rows import promise_row, step_row
from tests.domain.promise_model import record, told
from tests.domain.promise_strategies import days, promises
from tests.fake_clock import FixedClock
from tests.services.busy_week import COMMITMENT, EFFORT, INTENTION, MONDAY, WEEK, live_through

NEXT_MONDAY = MONDAY + timedelta(days=7)
TODAY = date(2026, 11, 20)
KEPT = Settled(Outcome.KEPT)


def book(*made: Promise, people: tuple[Person, ...] = ()) -> Book:
    return Book({promise.id: promise for promise in made}, People(people))


def promise(name: str, due: Due | None = None, *steps: tuple[date, Event], **parts: object) -> Promise:
    taken = tuple(Step(day, position, event) for position, (day, event) in enumerate(steps))
    base = Promise(name, name, Level.COMMITMENT, date(2026, 11, 2), due, steps=taken)
    return replace(base, **parts)  # type: ignore[arg-type]


def cards(page: LanesPage) -> list[str]:
    return [card.promise.id for lane in page.lanes for card in lane.cards]


@pytest.fixture
def week(services: Services, clock: FixedClock) -> dict[str, int]:
    """The number of each promise of the busy week, by its id; the week is over, it is Monday."""
    return {promise_id: n + 1 for n, promise_id in enumerate(live_through(services, clock))}


def test_a_busy_week_is_counted_as_by_hand(services: Services, week: dict[str, int]) -> None:
    page = lanes_page(services.promises.book(), NEXT_MONDAY)
    commitments, efforts, intentions = (lane.record for lane in page.lanes)

    assert len({promise.to_whom for promise in WEEK}) == 8
    assert (page.total, page.found) == (30, 6)
    assert (commitments.recent, commitments.ever, commitments.moved_in_time) == (Record(4, 12), Record(4, 12), 1)
    assert (efforts.recent, efforts.ever, efforts.moved_in_time) == (Record(5, 7), Record(5, 7), 1)
    assert (intentions.recent, intentions.ever, intentions.moved_in_time) == (Record(3, 4), Record(3, 4), 0)
    assert (efforts.effort, efforts.effort_n) == (Fraction(42, 7), 7)
    assert [lane.record.recent.enough for lane in page.lanes] == [True, True, False]
    # Of 30, five do not count: 4 and 13 are open, 10, 18 and 28 were released.
    # In time: 1 2 7 14, 15 19 20, 24 27. Late: 3 5 29, 16 23.
    assert (page.came, page.kept, page.on_time) == (25, 14, 9)


def test_each_of_the_week_counts_once_and_for_what_the_table_says(services: Services, week: dict[str, int]) -> None:
    page = lanes_page(services.promises.book(), NEXT_MONDAY)
    verdicts: dict[str, set[int]] = {}
    for lane in page.lanes:
        for count in lane.record.counts:
            verdicts.setdefault(f"{lane.level} {count.verdict}", set()).add(week[count.promise.id])

    assert verdicts == {
        "commitment on time": {1, 2, 7, 14},
        "commitment late": {3, 5, 29},
        "commitment broken": {9},
        "commitment overdue": {6, 12},
        "commitment missed": {8, 11},
        "best_effort on time": {15, 19, 20},
        "best_effort late": {16, 23},
        "best_effort broken": {17, 22},
        "best_effort overdue": {21},
        "good_intention on time": {24, 27},
        "good_intention broken": {25, 26, 30},
    }


def test_the_lanes_show_what_is_open_by_the_day_it_is_due(services: Services, week: dict[str, int]) -> None:
    page = lanes_page(services.promises.book(), NEXT_MONDAY)

    shown = [[week[card.promise.id] for card in lane.cards] for lane in page.lanes]
    assert shown == [[12, 6, 4, 8, 13], [21], []]
    this_week = lanes_page(services.promises.book(), NEXT_MONDAY, Shown.THIS_WEEK)
    assert [week[promise_id] for promise_id in cards(this_week)] == [12, 6, 4, 8, 21]
    assert lanes_page(services.promises.book(), NEXT_MONDAY, Shown.DONE).found == 24


def test_the_week_s_chart_agrees(services: Services, week: dict[str, int]) -> None:
    everything = services.promises.book().reckoned(NEXT_MONDAY)
    *_, before, shown, after = promise_weeks(everything, Week.of(NEXT_MONDAY))

    assert before.is_blank
    assert after.is_blank
    assert shown.kept == {COMMITMENT: 4, EFFORT: 5, INTENTION: 3}
    assert shown.missed == {COMMITMENT: 8, EFFORT: 2, INTENTION: 1}


def test_the_own_record_while_typing_agrees(services: Services, week: dict[str, int]) -> None:
    known = services.promises.book()
    (cassandra,) = known.people.named("cassandra")
    own = own_record(
        known, NEXT_MONDAY, COMMITMENT, Due.on(NEXT_MONDAY + timedelta(days=2)), cassandra.id, person_known=True
    )

    assert own.of_level == Record(4, 12)
    # Made two days ahead or less: 1 2 14 in time, 3 5 6 9 11 12 29 not.
    assert (own.distance, own.at_distance) == (Distance.TWO_DAYS, Record(3, 10))
    assert own.to_person == Record(2, 2)
    assert own_record(known, NEXT_MONDAY, COMMITMENT, None, None, person_known=False).to_person is None


def test_the_days_of_the_week_show_what_came_due_on_them(services: Services, week: dict[str, int]) -> None:
    page = services.scoring.page(NEXT_MONDAY)
    # Overdue: 6 12 21. Due today: 4.
    assert {week[item.promise.id] for item in page.promised} == {4, 6, 12, 21}
    friday = services.scoring.page(date(2026, 11, 20))
    # Due: 5 12 14 21 24 27. Settled, with no date: 19. (10 and 18 were released, 4 was moved away in time.)
    assert {week[item.promise.id] for item in friday.promised} == {5, 12, 14, 19, 21, 24, 27}


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("", ["a", "b"]), ("estimates", ["a"]), ("ESTIMATES cass", ["a"]), ("cassandra offer", []), ("strasse", ["b"]),
        ("signed", ["b"]), ("zzz", []), ("  ", ["a", "b"]),
    ],
)  # fmt: skip
def test_a_search_finds_every_word_wherever_it_was_said(search: str, found: list[str]) -> None:
    known = book(
        promise("a", words="Send the estimates", person_id="c"),
        promise("b", words="Offer", why="Straße", done_when="It is signed"),
        people=(Person("c", "Cassandra"),),
    )
    page = lanes_page(known, TODAY, search=search)

    assert (cards(page), page.found, page.total) == (found, len(found), 2)


def test_open_ones_stand_by_their_day_without_a_date_last_and_settled_ones_below_the_latest_first() -> None:
    known = book(
        promise("later", Due.on(date(2026, 12, 1))),
        promise("never"),
        promise("first", None, (date(2026, 11, 3), KEPT)),
        promise("last", None, (date(2026, 11, 5), KEPT)),
        promise("overdue", Due.on(date(2026, 11, 9))),
    )

    assert cards(lanes_page(known, TODAY, Shown.ALL)) == ["overdue", "later", "never", "last", "first"]


@pytest.mark.parametrize(("ago", "recent"), [(0, 1), (89, 1), (90, 0)])
def test_the_record_at_the_head_is_that_of_ninety_days(ago: int, recent: int) -> None:
    day = TODAY - timedelta(days=ago)
    known = book(promise("p", Due.on(day), (day, KEPT), made_on=date(2026, 1, 1)))
    record = lanes_page(known, TODAY).lanes[0].record

    assert (record.recent.n, record.ever.n, len(record.counts)) == (recent, 1, recent)


def test_the_counts_of_a_lane_come_the_latest_first() -> None:
    known = book(*(promise(str(n), None, (date(2026, 11, n), KEPT)) for n in (4, 9, 6)))

    assert [count.day.day for count in lanes_page(known, TODAY).lanes[0].record.counts] == [9, 6, 4]


def test_an_empty_book_has_three_empty_lanes() -> None:
    page = lanes_page(Book(), TODAY)

    assert [lane.level for lane in page.lanes] == list(Level)
    assert (cards(page), page.came, page.total) == ([], 0, 0)


def test_a_card_stands_in_the_lane_of_its_present_level_while_its_miss_counts_in_the_old_one() -> None:
    known = book(promise("p", Due.on(date(2026, 11, 9)), (date(2026, 11, 12), Relevelled(INTENTION))))
    commitments, _, intentions = lanes_page(known, TODAY).lanes

    assert ([card.promise.id for card in intentions.cards], commitments.cards) == (["p"], ())
    assert (commitments.record.recent, intentions.record.recent) == (Record(0, 1), Record(0, 0))


def test_a_book_keeps_what_it_reckoned_and_reckons_what_changed() -> None:
    known = book(promise("a"), promise("b"))
    before = known.reckoned(TODAY)
    changed = known.promises["b"].with_step(Step(TODAY, 0, KEPT))
    after = known.renewed({"b": changed}, known.people).reckoned(TODAY)

    assert known.reckoned(TODAY) is before
    assert after[0] is before[0]
    assert after[1].standing.outcome is Outcome.KEPT
    assert before[1].standing.open


def test_a_promise_that_comes_back_stands_in_its_old_place() -> None:
    known = book(promise("a"), promise("b"), promise("c"))
    gone = known.renewed({"b": None}, known.people)
    back = gone.renewed({"b": known.promises["b"]}, known.people)

    assert list(gone.promises) == ["a", "c"]
    assert list(back.promises.items()) == list(known.promises.items())


@given(st.lists(promises(), max_size=5), days, st.sampled_from(Shown))
def test_the_lanes_cards_partition_the_promises(some: list[Promise], today: date, shown: Shown) -> None:
    known = book(*(replace(made, id=str(n)) for n, made in enumerate(some)))
    page = lanes_page(known, today, shown)
    whole = lanes_page(known, today, Shown.ALL)
    opened = lanes_page(known, today, Shown.OPEN)
    done = lanes_page(known, today, Shown.DONE)

    assert Counter(cards(whole)) == Counter(known.promises.keys())
    assert sorted(cards(opened) + cards(done)) == sorted(cards(whole))
    assert set(cards(page)) <= set(cards(whole))
    assert page.found == len(cards(page))
    assert all(_in_its_lane(lane) for lane in page.lanes)
    assert [lane.record for lane in page.lanes] == [lane.record for lane in whole.lanes]


def _in_its_lane(lane: Lane) -> bool:
    return all(card.standing.level is lane.level for card in lane.cards)


@given(st.lists(promises(), max_size=6), days)
def test_a_reliability_shown_is_the_one_recounted_from_the_events(some: list[Promise], today: date) -> None:
    known = book(*(replace(made, id=str(n)) for n, made in enumerate(some)))
    stories = [told(promise_row(made), [step_row(made.id, step) for step in made.steps], today) for made in some]
    page = lanes_page(known, today)

    for lane in page.lanes:
        assert (lane.record.ever.kept, lane.record.ever.n) == record(stories, lane.level)
    assert page.came == sum(story.count is not None for story in stories)


@given(promises(), days)
def test_reopening_and_settling_again_never_counts_twice(made: Promise, today: date) -> None:
    position = len(made.steps)
    again = made
    for event in (Reopened(), KEPT, Reopened(), Settled(Outcome.LATE)):
        again = again.with_step(Step(today, position, event))
        position += 1
    page = lanes_page(book(again), today)

    assert sum(len(lane.record.counts) for lane in page.lanes) <= 1
    assert standing(again, today).outcome is not Outcome.OPEN
