"""Goals in the store, and their entries counted by the store itself."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from scorecard.domain.activities import Deed
from scorecard.domain.goal_counting import Seen
from scorecard.domain.goals import Counted, Goal, Part, PartKind, Span
from scorecard.domain.incidents import StoreError
from scorecard.domain.marks import Entry, Mark, Scored, Skipped
from scorecard.domain.measures import WORKING_DAYS, Kind, Place, Terms
from scorecard.services.cards import Draft
from scorecard.services.goal_pages import GoalDraft
from scorecard.services.services import Services
from scorecard.store import entries
from scorecard.store.goal_rows import ENTRIES_COUNTED
from scorecard.store.goals import read_goals, read_seen, remove_goal, write_goal
from scorecard.store.store import Store
from tests.domain.goal_model import seen_of
from tests.domain.strategies import Calendar
from tests.store.raw import hand

FIRST = date(2026, 10, 1)
TODAY = date(2026, 11, 20)
GOAL = Goal(
    "g", "Thank-yous", Counted.TIME, Span.YEAR, date(2026, 1, 1), Decimal("0.5"), "", "Customer", "as it stands",
    "because", 2, True, frozenset({Part(PartKind.MEASURE, "m"), Part(PartKind.GROUP, "m")}),
)  # fmt: skip


def written(store: Store, *goals: Goal) -> tuple[Goal, ...]:
    with store.change(Deed("test")) as work:
        for goal in goals:
            write_goal(work, goal)
    with store.reading() as connection:
        return read_goals(connection)


def test_a_goal_is_read_as_it_was_written(store: Store) -> None:
    assert written(store, GOAL) == (GOAL,)


def test_a_goal_is_written_with_just_the_parts_it_has(store: Store) -> None:
    other = replace(GOAL, parts=frozenset({Part(PartKind.MEASURE, "n")}), target=None)
    assert written(store, GOAL, other) == (other,)


def test_a_goal_goes_with_its_parts_and_comes_back_with_them(store: Store) -> None:
    written(store, GOAL)
    with store.change(Deed("test")) as work:
        remove_goal(work, "g")
    with store.reading() as connection:
        assert read_goals(connection) == ()
    store.undo()
    with store.reading() as connection:
        assert read_goals(connection) == (GOAL,)


def busy_quarter(services: Services) -> Calendar:
    """Measures of all sorts, with terms that change, days away, skips, and values on days on which nothing is asked."""
    first = date(2026, 1, 1)
    add = services.cards.add
    daily = add(Draft("Daily", Terms(first, Kind.COUNT, target=Decimal(3), due=WORKING_DAYS)))
    weekly = add(Draft("Weekly", Terms(first, Kind.NUMBER, target=Decimal(10), weekly=True)))
    rated = add(Draft("Rated", Terms(first, Kind.RATING, target=Decimal(4), scale=5)))
    add(Draft("Promises", Terms(first, Kind.PROMISES, target=Decimal(100))))
    rated_terms = Terms(date(2026, 10, 20), Kind.COUNT, target=Decimal(2), due=frozenset({0, 2}))
    services.cards.edit(rated, Draft("Rated", rated_terms))
    store = services.cards._store
    with store.change(Deed("test")) as work:
        for n in range(-4, 51):
            day = FIRST + timedelta(days=n)
            for measure_id, value in ((daily, n % 5), (weekly, n % 3), (rated, 1 + n % 4)):
                mark: Mark = Skipped() if (n + value) % 11 == 0 else Scored(Decimal(value))
                if n % 7 != value:
                    entries.write_entry(work, Entry(measure_id, day, mark))
    services.cards.place(daily, Place.BENCH)
    services.aways.add(date(2026, 10, 12), date(2026, 10, 16), "")
    services.aways.add(date(2026, 11, 1), date(2026, 11, 1), "")
    snapshot = services.scoring.snapshot(FIRST - timedelta(days=4), TODAY)
    return Calendar(FIRST, snapshot.card.measures, dict(snapshot.entries), snapshot.away)


def test_the_store_counts_as_one_would_entry_by_entry(services: Services) -> None:
    calendar = busy_quarter(services)
    goal = services.goals.add(GoalDraft("All", Counted.TOTAL, Span.QUARTER, TODAY))
    period = next(one for one in services.goals.all() if one.id == goal).period
    measures = {measure.id: measure for measure in calendar.measures}
    with services.cards._store.reading() as connection:
        found = read_seen(connection, measures, FIRST, TODAY)

    assert _counted(found) == _counted(seen_of(calendar, period, TODAY))
    assert len(found) < len(seen_of(calendar, period, TODAY))


def _counted(seen: tuple[Seen, ...] | list[Seen]) -> Counter[object]:
    """How many of each; a weekly one with its day."""
    counts: Counter[object] = Counter()
    for one in seen:
        counts[one.measure_id, one.terms, one.mark, one.due, one.last if one.terms.weekly else None] += one.times
    return counts


def test_only_the_measures_asked_for_are_counted(services: Services) -> None:
    calendar = busy_quarter(services)
    with services.cards._store.reading() as connection:
        assert read_seen(connection, {}, FIRST, TODAY) == ()
        some = read_seen(connection, {calendar.measures[0].id: calendar.measures[0]}, FIRST, TODAY)
    assert {one.measure_id for one in some} == {calendar.measures[0].id}


def test_a_row_that_no_program_of_ours_wrote_is_damage(services: Services) -> None:
    services.goals.add(GoalDraft("Days", Counted.DAYS_MET, Span.QUARTER, TODAY, Decimal(3)))
    with hand(services.facts().path) as connection:
        connection.execute("UPDATE goal SET target = 3500")

    with pytest.raises(StoreError):
        services.goals.all()


def test_the_counted_entries_come_by_an_index(services: Services) -> None:
    asked = {"measures": "[]", "monday": "", "first": "", "until": ""}
    with services.cards._store.reading() as connection:
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {ENTRIES_COUNTED}", asked).all()
    assert any("ix_entry_measure_id_day" in row.detail for row in plan)
