"""Another store of ours is imported like any file: a copy of this one adds what it alone has, and nothing else."""

import shutil
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from scorecard.domain.marks import Scored
from scorecard.domain.measures import Direction, Kind, Measure, Place, Terms
from scorecard.domain.reflections import MOVED, TOMORROW
from scorecard.formats.bundle import LossKind
from scorecard.formats.readers import scorecard_store
from scorecard.services.importing import Importing
from scorecard.services.importing_matches import Match
from scorecard.services.services import Services
from scorecard.store import identity
from tests.fake_clock import FixedClock
from tests.importing_files import never, new_store, nothing_told

TODAY = date(2026, 11, 20)
YESTERDAY = TODAY - timedelta(days=1)
CALLS = Measure(
    "m1",
    "Calls",
    (
        Terms(date(2026, 3, 2), Kind.COUNT, Direction.AT_LEAST, Decimal(3)),
        Terms(date(2026, 10, 5), Kind.COUNT, Direction.AT_LEAST, Decimal(5), reason="more of them"),
    ),
    why="they help",
    to_whom="clients",
    plan="in the morning",
)
RUN = Measure("m2", "Run", (Terms(date(2026, 3, 2), Kind.YES_NO),), position=1)


@pytest.fixture
def store(tmp_path: Path, clock: FixedClock) -> Path:
    """It has seen a day."""
    path = new_store(tmp_path / "ours", clock, CALLS, RUN)
    with closing(Services(path, clock)) as services:
        services.scoring.score("m1", YESTERDAY, Decimal(4))
        services.scoring.note("m1", YESTERDAY, "two, both good")
        services.reflecting.write(YESTERDAY, MOVED, "A good call.")
    return path


@pytest.fixture
def copy(store: Path) -> Path:
    """As a synchronising program leaves it."""
    path = store.with_name("scorecard (conflicted copy).db")
    with closing(sqlite3.connect(store)) as connection:
        connection.execute("pragma wal_checkpoint(truncate)")
    shutil.copy(store, path)
    return path


@pytest.fixture
def elsewhere(tmp_path: Path, clock: FixedClock) -> Importing:
    """A store that knows nothing yet."""
    return Importing(new_store(tmp_path / "elsewhere", clock), clock)


def test_the_reader_knows_the_stores_of_this_version() -> None:
    assert scorecard_store.APPLICATION_ID == identity.APPLICATION_ID
    assert scorecard_store.NEWEST_VERSION == identity.SCHEMA_VERSION


def test_a_store_goes_into_an_empty_one_whole(elsewhere: Importing, copy: Path) -> None:
    before = copy.read_bytes()
    prepared = elsewhere.read_and_plan(copy, nothing_told, never)

    calls, run = prepared.plan.measures_to_add
    assert (calls.name, calls.why, calls.to_whom, calls.plan) == ("Calls", "they help", "clients", "in the morning")
    assert {known.target for known in calls.terms} == {Decimal(5)}
    assert (run.name, run.terms[-1].kind) == ("Run", Kind.YES_NO)
    (entry,) = prepared.plan.entries_to_add
    assert (entry.day, entry.mark, entry.note) == (YESTERDAY, Scored(Decimal(4)), "two, both good")
    (answer,) = prepared.plan.texts.to_add
    assert (answer.day, answer.question) == (YESTERDAY, "Scorecard")
    assert answer.text.endswith("\nA good call.")
    elsewhere.apply(prepared, nothing_told, never)
    assert elsewhere.read_and_plan(copy, nothing_told, never).plan.is_empty
    assert copy.read_bytes() == before
    assert [path.name for path in copy.parent.glob("*conflicted*")] == [copy.name]


def test_a_copy_of_this_store_adds_nothing(store: Path, copy: Path, clock: FixedClock) -> None:
    plan = Importing(store, clock).read_and_plan(copy, nothing_told, never).plan

    assert plan.is_empty
    assert {row.match for row in plan.rows} == {Match.ORIGIN}
    assert (sum(row.same for row in plan.rows), plan.texts.same) == (1, 1)


def test_a_copy_adds_what_was_done_in_it_alone(store: Path, copy: Path, clock: FixedClock) -> None:
    with closing(Services(copy, clock)) as theirs:
        theirs.scoring.score("m2", YESTERDAY, Decimal(1))
        theirs.scoring.score("m1", YESTERDAY, Decimal(9))
        theirs.reflecting.write(YESTERDAY, TOMORROW, "Call again")
    importing = Importing(store, clock)
    prepared = importing.read_and_plan(copy, nothing_told, never)

    assert prepared.plan.measures_to_add == ()
    assert [(entry.measure_id, entry.mark) for entry in prepared.plan.entries_to_add] == [("m2", Scored(Decimal(1)))]
    assert sum(row.kept for row in prepared.plan.rows) == 1
    (answer,) = prepared.plan.texts.to_add
    assert answer.text.endswith("\nCall again")
    assert "A good call." not in answer.text
    importing.apply(prepared, nothing_told, never)
    assert importing.read_and_plan(copy, nothing_told, never).plan.is_empty


def test_what_an_import_does_not_bring_is_counted(elsewhere: Importing, copy: Path, clock: FixedClock) -> None:
    with closing(Services(copy, clock)) as theirs:
        theirs.reflecting.feel(YESTERDAY, theirs.reflecting.page(YESTERDAY).grades[0])

    (loss,) = elsewhere.read_and_plan(copy, nothing_told, never).plan.losses
    assert (loss.kind, loss.count) == (LossKind.BEYOND, 1)


def test_a_measure_that_is_retired_there_is_retired_here(elsewhere: Importing, copy: Path, clock: FixedClock) -> None:
    with closing(Services(copy, clock)) as theirs:
        theirs.cards.place("m2", Place.RETIRED)

    plan = elsewhere.read_and_plan(copy, nothing_told, never).plan
    assert {row.name: row.place for row in plan.rows} == {"Calls": Place.CARD, "Run": Place.RETIRED}


def test_two_measures_of_a_copy_are_never_one_of_ours(store: Path, copy: Path, clock: FixedClock) -> None:
    """The copy imported from elsewhere what joined one of ours here."""
    for path, own in ((store, "m1"), (copy, "m2")):
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("update measure set origin = 'loop:9f3' where id = ?", (own,))
            connection.commit()
    importing = Importing(store, clock)
    prepared = importing.read_and_plan(copy, nothing_told, never)

    assert [(row.name, row.becomes, row.match) for row in prepared.plan.rows] == [
        ("Calls", "Calls", Match.NONE),
        ("Run", "Calls", Match.ORIGIN),
    ]
    importing.apply(prepared, nothing_told, never)
