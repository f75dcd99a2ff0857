"""An import is one deed: all of it or nothing, once and never twice, and one undo takes it back."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from scorecard.domain.activities import Verb
from scorecard.domain.incidents import StoreError, StoreFault, UndoConflictError
from scorecard.domain.marks import Scored
from scorecard.domain.measures import Direction, Kind, Measure, Place, Terms
from scorecard.services.importing import Importing, PreparedImport
from scorecard.services.importing_outcomes import ImportCancelledError, LossKind, NotRecognisedError
from scorecard.services.importing_wishes import NEW, Wish
from scorecard.services.services import Services
from scorecard.store import connection
from tests.fake_clock import FixedClock
from tests.importing_files import MONDAY, content_of, count_of, long_table, never, new_store, nothing_told, table_file

TODAY = date(2026, 11, 20)
TALLY = Terms(TODAY, Kind.COUNT, Direction.TALLY)


@pytest.fixture
def store(tmp_path: Path, clock: FixedClock) -> Path:
    return new_store(tmp_path, clock)


@pytest.fixture
def importing(store: Path, clock: FixedClock) -> Importing:
    return Importing(store, clock)


@pytest.fixture
def services(store: Path, clock: FixedClock) -> Iterator[Services]:
    """The services of the window, which has the store open all the while."""
    with closing(Services(store, clock)) as opened:
        yield opened


@pytest.fixture
def calls(tmp_path: Path) -> Path:
    return table_file(tmp_path, {"Calls": [3, 4, ""], "Reports": ["", 2, 5]})


def prepared(importing: Importing, file: Path) -> PreparedImport:
    return importing.read_and_plan(file, nothing_told, never)


def imported(importing: Importing, file: Path) -> PreparedImport:
    plan = prepared(importing, file)
    importing.apply(plan, nothing_told, never)
    return plan


def asked_for_the_time(number: int) -> Callable[[], bool]:
    """Says "cancelled" from the `number`th time on that it is asked."""
    asked = iter(range(1_000_000))
    return lambda: next(asked) >= number - 1


def test_reading_and_planning_changes_nothing(importing: Importing, store: Path, calls: Path) -> None:
    before = store.read_bytes()

    plan = prepared(importing, calls).plan

    assert (len(plan.measures_to_add), len(plan.entries_to_add)) == (2, 4)
    assert store.read_bytes() == before


def test_an_import_is_one_activity(importing: Importing, store: Path, calls: Path, services: Services) -> None:
    plan = prepared(importing, calls)

    receipt = importing.apply(plan, nothing_told, never)

    assert (count_of(store, "activity"), count_of(store, "measure"), count_of(store, "entry")) == (1, 2, 4)
    latest = services.undoing.next_undo()
    assert latest is not None
    assert (latest.verb, latest.subject) == (Verb.IMPORT, {"source": "table"})
    assert (receipt.last_seq, receipt.store_id) == (latest.seq, services.facts().store_id)


def test_what_is_imported_is_what_was_shown(importing: Importing, calls: Path) -> None:
    shown = prepared(importing, calls)

    done = importing.apply(shown, nothing_told, never)

    assert [(e.day, e.mark) for e in done.plan.entries_to_add] == [(e.day, e.mark) for e in shown.plan.entries_to_add]
    assert [m.name for m in done.plan.measures_to_add] == [m.name for m in shown.plan.measures_to_add]


def test_one_undo_takes_all_of_it_away_and_redo_brings_it_back(
    importing: Importing, store: Path, calls: Path, services: Services
) -> None:
    before = content_of(store)
    imported(importing, calls)
    after = content_of(store)

    services.undoing.undo()
    assert content_of(store) == before
    services.undoing.redo()
    assert content_of(store) == after


def test_an_import_can_be_undone_after_a_restart(
    importing: Importing, store: Path, calls: Path, clock: FixedClock
) -> None:
    before = content_of(store)
    imported(importing, calls)

    with closing(Services(store, clock)) as later:
        later.undoing.undo()

    assert content_of(store) == before


def test_an_import_is_not_undone_when_one_of_its_values_has_been_changed_elsewhere(
    importing: Importing, store: Path, calls: Path, services: Services
) -> None:
    imported(importing, calls)
    services.look_for_changes_elsewhere()
    measure = services.scoring.card().measures[0]
    services.scoring.score(measure.id, MONDAY, Decimal(9))
    services.undoing.undo()
    _overwrite(store, MONDAY)
    before = content_of(store)

    with pytest.raises(UndoConflictError):
        services.undoing.undo()

    assert content_of(store) == before


def test_the_second_time_adds_nothing(importing: Importing, store: Path, calls: Path) -> None:
    imported(importing, calls)
    before = content_of(store), count_of(store, "activity")

    again = imported(importing, calls)

    assert again.plan.is_empty
    assert (content_of(store), count_of(store, "activity")) == before


def test_a_plan_carried_out_twice_adds_nothing_the_second_time(importing: Importing, store: Path, calls: Path) -> None:
    plan = prepared(importing, calls)
    importing.apply(plan, nothing_told, never)
    before = content_of(store)

    receipt = importing.apply(plan, nothing_told, never)

    assert receipt.plan.is_empty
    assert content_of(store) == before


def test_a_value_entered_after_the_plan_was_made_stays(
    importing: Importing, store: Path, calls: Path, services: Services
) -> None:
    imported(importing, calls)
    services.undoing.undo()
    services.undoing.redo()
    more = table_file(calls.parent, {"Calls": [3, 4, 7], "Reports": ["", 2, 5]})
    plan = prepared(importing, more)
    services.look_for_changes_elsewhere()
    measure = next(m for m in services.scoring.card().measures if m.name == "Calls")
    services.scoring.score(measure.id, MONDAY + timedelta(days=2), Decimal(8))

    receipt = importing.apply(plan, nothing_told, never)

    assert len(plan.plan.entries_to_add) == 1
    assert receipt.plan.entries_to_add == ()
    entries = services.scoring.snapshot(MONDAY, TODAY).entries
    assert entries[MONDAY + timedelta(days=2), measure.id].mark == Scored(Decimal(8))


@pytest.mark.parametrize("time", [1, 2, 4])
def test_a_cancelled_import_leaves_nothing(importing: Importing, store: Path, tmp_path: Path, time: int) -> None:
    plan = prepared(importing, long_table(tmp_path, 3, 900, TODAY))
    before = content_of(store)

    with pytest.raises(ImportCancelledError):
        importing.apply(plan, nothing_told, asked_for_the_time(time))

    assert content_of(store) == before
    assert count_of(store, "activity") == 0


def test_reading_can_be_cancelled(importing: Importing, tmp_path: Path) -> None:
    file = long_table(tmp_path, 3, 2000, TODAY)

    with pytest.raises(ImportCancelledError):
        importing.read_and_plan(file, nothing_told, lambda: True)


def test_a_full_disk_leaves_nothing_and_is_named(
    importing: Importing, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = prepared(importing, long_table(tmp_path, 9, 400, TODAY))
    before = content_of(store)
    pages = store.stat().st_size // 4096 + 20
    monkeypatch.setattr(connection, "RULES", (*connection.RULES, ("max_page_count", pages, pages)))

    with pytest.raises(StoreError) as caught:
        importing.apply(plan, nothing_told, never)

    assert caught.value.fault is StoreFault.FULL
    monkeypatch.undo()
    assert content_of(store) == before
    assert not importing.apply(plan, nothing_told, never).plan.is_empty


def test_a_bug_on_the_way_leaves_nothing(importing: Importing, store: Path, calls: Path) -> None:
    plan = prepared(importing, calls)
    before = content_of(store)

    def broken(_done: int, _total: int) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        importing.apply(plan, broken, never)

    assert content_of(store) == before


def test_progress_goes_from_portion_to_portion_up_to_all(importing: Importing, tmp_path: Path) -> None:
    plan = prepared(importing, long_table(tmp_path, 3, 900, TODAY))
    told: list[tuple[int, int]] = []

    importing.apply(plan, lambda done, total: told.append((done, total)), never)

    assert told == [(1000, 2700), (2000, 2700), (2700, 2700)]


def test_the_window_hears_of_an_import(importing: Importing, calls: Path, services: Services) -> None:
    assert not services.scoring.card().measures
    imported(importing, calls)

    services.look_for_changes_elsewhere()

    assert {measure.name for measure in services.scoring.card().measures} == {"Calls", "Reports"}
    assert len(services.scoring.page(MONDAY + timedelta(days=1)).rows) == 2


def test_the_days_of_an_import_are_sealed(importing: Importing, calls: Path, services: Services) -> None:
    imported(importing, calls)

    assert all(services.scoring.seal_holds(MONDAY + timedelta(days=n)) for n in range(-1, 4))


def test_three_years_of_nine_measures_go_in_and_out_again(
    importing: Importing, store: Path, tmp_path: Path, services: Services
) -> None:
    before = content_of(store)
    plan = imported(importing, long_table(tmp_path, 9, 1100, TODAY)).plan

    assert (len(plan.entries_to_add), count_of(store, "entry")) == (9_900, 9_900)
    services.undoing.undo()
    assert content_of(store) == before


def test_a_measure_can_be_kept_apart_from_one_of_the_same_name(tmp_path: Path, clock: FixedClock, calls: Path) -> None:
    path = new_store(tmp_path, clock, Measure("own", "calls", (TALLY,)))
    importing = Importing(path, clock)
    joined = prepared(importing, calls)
    (row, _) = joined.plan.rows

    apart = importing.plan_again(joined, {row.origin: Wish(joins=NEW)})

    assert (len(joined.plan.measures_to_add), len(apart.plan.measures_to_add)) == (1, 2)
    assert not importing.apply(apart, nothing_told, never).plan.measures_to_change
    assert count_of(path, "measure") == 3


def test_a_store_still_to_be_made_is_planned_for_as_an_empty_one(
    tmp_path: Path, clock: FixedClock, calls: Path
) -> None:
    absent = tmp_path / "absent" / "scorecard.db"

    plan = prepared(Importing(absent, clock), calls).plan

    assert len(plan.entries_to_add) == 4
    assert not absent.parent.exists()


def test_a_file_nobody_knows_is_refused(importing: Importing, tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Dear Cassandra,", encoding="utf-8")

    with pytest.raises(NotRecognisedError):
        prepared(importing, file)


def test_the_earlier_past_of_an_own_measure_waits_on_the_bench(tmp_path: Path, clock: FixedClock, calls: Path) -> None:
    """It was not on the card then: its values are kept, and no score of that time changes."""
    old = Measure("old", "Thank-yous", (Terms(MONDAY, Kind.YES_NO),))
    own = Measure("own", "Calls", (TALLY,))
    path = new_store(tmp_path, clock, old, own)

    imported(Importing(path, clock), calls)

    with closing(Services(path, clock)) as services:
        terms = services.scoring.card().measure("own").terms
    assert [(known.first_day, known.place) for known in terms] == [(MONDAY, Place.BENCH), (TODAY, Place.CARD)]


def test_a_description_longer_than_the_store_keeps_is_cut_and_told(importing: Importing, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text(f"HabitName,HabitDescription,CalendarDate,Value\nRun,{'far ' * 500},2026-03-02,1\n")
    plan = imported(importing, file).plan

    (measure,) = plan.measures_to_add
    assert len(measure.why) == 1000
    assert [loss.kind for loss in plan.losses] == [LossKind.TEXT_CUT]


def _overwrite(path: Path, day: date) -> None:
    """As a stranger's hand would, past the record."""
    with closing(sqlite3.connect(path)) as hand:
        hand.execute("UPDATE entry SET amount = 1 WHERE day = ?", (day.isoformat(),))
        hand.commit()
