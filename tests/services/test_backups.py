"""Backups come by themselves: each day, before imports, migrations and large deletions; no change waits for them."""

import shutil
import threading
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from scorecard.domain.activities import Turn
from scorecard.domain.backups import BackupError, BackupFault, Reason
from scorecard.domain.clock import Clock
from scorecard.domain.errors import KnownError, StoppedError
from scorecard.domain.incidents import UndoConflictError
from scorecard.services import backups as backups_module
from scorecard.services import undoing
from scorecard.services.backups import Backups, migrate_safely
from scorecard.services.importing import Importing
from scorecard.services.importing_outcomes import ImportCancelledError
from scorecard.services.services import Services
from scorecard.services.undoing import LONG
from scorecard.store import backups_making, migrating
from scorecard.store.files import sync_file
from scorecard.store.identity import SCHEMA_VERSION
from tests.fake_clock import FixedClock
from tests.importing_files import table_file
from tests.store.raw import content, identity

TODAY = date(2026, 11, 20)
PAST = Path(__file__).parents[1] / "store" / "past"


def untold(_done: int, _total: int) -> None:
    pass


def never() -> bool:
    return False


def reasons(services: Services) -> list[Reason]:
    return [backup.reason for backup in services.backups.listed()]


def score(services: Services, measure: str, value: int) -> None:
    services.scoring.score(measure, services.scoring.today(), Decimal(value))


def settle(services: Services) -> None:
    services.daily_backup.wait()


@pytest.fixture
def told(services: Services, calls: str) -> list[KnownError]:
    """What the backup of the day complained of, from now on."""
    heard: list[KnownError] = []
    services.daily_backup.begin(heard.append)
    return heard


def failing(monkeypatch: pytest.MonkeyPatch, fault: BackupFault) -> None:
    def fail(store: Path, *_arguments: object) -> None:
        raise BackupError(fault, store)

    monkeypatch.setattr(backups_module, "make", fail)


# The backup of the day


def test_the_first_change_of_a_day_makes_one(services: Services, calls: str, told: list[KnownError]) -> None:
    assert reasons(services) == []

    score(services, calls, 3)
    settle(services)

    (backup,) = services.backups.listed()
    assert (backup.reason, backup.day) == (Reason.DAY, TODAY)
    assert backup.contents is not None
    assert backup.contents.values == 1
    assert told == []


def test_later_changes_of_the_day_make_none(services: Services, calls: str, told: list[KnownError]) -> None:
    for value in (1, 2, 3):
        score(services, calls, value)
        settle(services)

    assert reasons(services) == [Reason.DAY]


def test_after_a_restart_on_the_same_day_there_is_none_more(
    services: Services, calls: str, told: list[KnownError], path: Path, clock: FixedClock
) -> None:
    score(services, calls, 1)
    settle(services)

    with closing(Services(path, clock)) as again:
        again.daily_backup.begin(told.append)
        score(again, calls, 2)
        settle(again)
        assert reasons(again) == [Reason.DAY]


def test_the_next_day_has_its_own(services: Services, calls: str, told: list[KnownError], clock: FixedClock) -> None:
    score(services, calls, 1)
    settle(services)
    clock.advance(hours=9)  # three at night: still the same day
    score(services, calls, 2)
    settle(services)
    assert len(services.backups.listed()) == 1

    clock.advance(hours=2)
    score(services, calls, 3)
    settle(services)

    assert [backup.day.day for backup in services.backups.listed()] == [21, 20]


def test_a_clock_that_was_years_ahead_stops_no_backup(
    services: Services, calls: str, told: list[KnownError], clock: FixedClock
) -> None:
    now = clock.now()
    clock.set(now.replace(year=2031))
    score(services, calls, 1)
    settle(services)
    clock.set(now)
    score(services, calls, 2)
    settle(services)

    assert [backup.day.year for backup in services.backups.listed()] == [2026, 2031]


def test_no_change_waits_for_it(
    services: Services, calls: str, told: list[KnownError], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Changes are made while a backup hangs in the middle of its copying."""
    go_on = threading.Event()

    def wait(part: Path) -> None:
        assert go_on.wait(20)
        sync_file(part)

    monkeypatch.setattr(backups_making, "sync_file", wait)
    score(services, calls, 1)
    score(services, calls, 2)
    assert services.daily_backup.running
    go_on.set()
    settle(services)

    assert reasons(services) == [Reason.DAY]


def test_closing_lets_a_short_one_come_to_its_end(
    services: Services, calls: str, told: list[KnownError], path: Path, clock: FixedClock
) -> None:
    score(services, calls, 1)
    services.close()

    assert [backup.day for backup in Backups(path, clock).listed()] == [TODAY]


def test_without_a_program_around_it_nothing_is_made(services: Services, calls: str) -> None:
    score(services, calls, 1)

    assert not services.daily_backup.running
    assert reasons(services) == []


def test_twenty_hours_later_is_time_for_another_on_the_same_day(
    services: Services, calls: str, told: list[KnownError], clock: FixedClock
) -> None:
    """A change at five in the morning, and one after midnight: to the user it is one day."""
    clock.set(clock.now().replace(hour=5))
    score(services, calls, 1)
    settle(services)
    clock.advance(hours=19, minutes=59)
    score(services, calls, 2)
    settle(services)
    assert len(services.backups.listed()) == 1

    clock.advance(minutes=1)
    score(services, calls, 3)
    settle(services)

    assert [backup.day for backup in services.backups.listed()] == [TODAY, TODAY]


def test_what_was_entered_after_the_backup_of_the_day_gets_into_one_without_another_change(
    services: Services, calls: str, told: list[KnownError], clock: FixedClock
) -> None:
    """The program stays open, or the computer wakes: somebody looks at the clock."""
    score(services, calls, 1)
    settle(services)
    score(services, calls, 2)
    services.daily_backup.look()
    settle(services)
    assert len(services.backups.listed()) == 1

    clock.advance(hours=20)
    services.daily_backup.look()
    settle(services)

    first, _ = services.backups.listed()
    assert (first.reason, services.backups.holds_present()) == (Reason.DAY, True)


def test_days_on_which_nothing_is_entered_need_none(
    services: Services, calls: str, told: list[KnownError], clock: FixedClock
) -> None:
    score(services, calls, 1)
    settle(services)

    for _ in range(5):
        clock.advance(days=1)
        services.daily_backup.look()
        settle(services)

    assert len(services.backups.listed()) == 1


def test_the_next_start_puts_what_is_in_no_backup_into_one(
    services: Services, calls: str, told: list[KnownError], path: Path, clock: FixedClock
) -> None:
    for value in (1, 2):
        score(services, calls, value)
        settle(services)
    services.close()
    clock.advance(days=3)

    with closing(Services(path, clock)) as again:
        again.daily_backup.begin(told.append)
        again.daily_backup.look()
        settle(again)
        assert [backup.day.day for backup in again.backups.listed()] == [23, 20]
        again.daily_backup.look()
        assert not again.daily_backup.running, "now it is known that all is in one"


def test_in_a_store_in_which_nothing_was_done_a_look_makes_none(services: Services) -> None:
    services.daily_backup.begin(lambda error: None)
    services.daily_backup.look()
    settle(services)

    assert services.backups.listed() == ()


def test_what_a_restore_brought_is_in_a_backup_already(
    services: Services, calls: str, path: Path, clock: FixedClock
) -> None:
    first = services.backups.make()
    score(services, calls, 1)
    services.close()
    Backups(path, clock).restore(first)
    clock.advance(days=1)

    with closing(Services(path, clock)) as again:
        again.daily_backup.begin(lambda error: None)
        again.daily_backup.look()
        settle(again)
        assert reasons(again) == [Reason.RESTORE, Reason.REQUEST]


# When it fails


def test_a_failure_is_told_once_and_tried_again_after_an_hour(
    services: Services, calls: str, told: list[KnownError], clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        failing(patch, BackupFault.FULL)
        for value in (1, 2):
            score(services, calls, value)
            settle(services)
        clock.advance(hours=1)
        score(services, calls, 3)
        settle(services)
        assert [error.fault for error in told] == [BackupFault.FULL]  # type: ignore[attr-defined]
    clock.advance(hours=1)
    score(services, calls, 4)
    settle(services)

    assert reasons(services) == [Reason.DAY]


def test_the_changes_are_saved_all_the_same(
    services: Services, calls: str, told: list[KnownError], monkeypatch: pytest.MonkeyPatch
) -> None:
    failing(monkeypatch, BackupFault.NO_ACCESS)
    score(services, calls, 7)
    settle(services)

    assert services.scoring.snapshot(TODAY, TODAY).entries[TODAY, calls].mark is not None
    assert len(told) == 1


# The list


def test_the_last_good_one_is_no_set_aside_store(services: Services, calls: str, path: Path, clock: FixedClock) -> None:
    first = services.backups.make()
    services.close()
    backups = Backups(path, clock)
    backups.restore(first)

    found = backups.last_good()

    assert found is not None
    assert found.number == first.number


def test_without_any_there_is_no_last_good_one(services: Services) -> None:
    assert services.backups.last_good() is None


def test_after_a_restore_nothing_is_thinned(services: Services, calls: str, clock: FixedClock, path: Path) -> None:
    for _ in range(12):
        services.backups.make(Reason.IMPORT)
    kept = services.backups.listed()
    services.close()
    backups = Backups(path, clock)
    backups.restore(kept[-1])

    for _ in range(5):
        backups.make(Reason.IMPORT)

    assert {backup.number for backup in kept} <= {backup.number for backup in backups.listed()}


def test_a_backup_can_be_stopped(services: Services, calls: str) -> None:
    with pytest.raises(StoppedError):
        services.backups.make(cancelled=lambda: True)

    assert services.backups.listed() == ()


# Before a large deletion


def test_an_undone_import_is_preceded_by_a_backup_of_all_of_it(
    services: Services, calls: str, path: Path, clock: Clock, tmp_path: Path
) -> None:
    importing = Importing(path, clock)
    file = table_file(tmp_path, {"Reports": range(1, LONG + 50)})
    importing.apply(importing.read_and_plan(file, untold, never), untold, never)
    before = content(path)
    long = services.undoing.long(Turn.UNDO)
    assert long is not None

    long.run(untold, never)

    backup = services.backups.listed()[0]
    there = content(backup.path)
    there.pop("backup_seal")
    assert (backup.reason, there) == (Reason.DELETION, before)


def test_what_another_process_did_meanwhile_is_not_undone_in_its_place(
    services: Services, calls: str, path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the choice and the deed there is a backup, and time for the command line."""
    monkeypatch.setattr(undoing, "LONG", 0)
    long = services.undoing.long(Turn.UNDO)
    assert long is not None
    with closing(Services(path, clock)) as elsewhere:
        elsewhere.scoring.score(calls, TODAY, Decimal(8))
    before = content(path)

    with pytest.raises(UndoConflictError):
        long.run(untold, never)

    assert content(path) == before


def test_without_its_backup_an_import_is_undone_all_the_same(
    services: Services, calls: str, path: Path, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It can be redone."""
    importing = Importing(path, clock)
    file = table_file(tmp_path, {"Reports": range(1, LONG + 50)})
    before = content(path)
    importing.apply(importing.read_and_plan(file, untold, never), untold, never)
    long = services.undoing.long(Turn.UNDO)
    assert long is not None
    failing(monkeypatch, BackupFault.FULL)

    long.run(untold, never)

    assert content(path) == before


# Before an import, before a migration


def test_an_import_is_preceded_by_a_backup(
    services: Services, calls: str, path: Path, clock: Clock, tmp_path: Path
) -> None:
    before = content(path)
    importing = Importing(path, clock)
    prepared = importing.read_and_plan(table_file(tmp_path, {"Reports": [3, 4]}), untold, never)

    importing.apply(prepared, untold, never)

    (backup,) = services.backups.listed()
    there = content(backup.path)
    there.pop("backup_seal")
    assert backup.reason is Reason.IMPORT
    assert there == before


def test_an_import_into_a_store_in_which_nothing_was_done_needs_none(
    services: Services, path: Path, clock: Clock, tmp_path: Path
) -> None:
    importing = Importing(path, clock)
    prepared = importing.read_and_plan(table_file(tmp_path, {"Reports": [3, 4]}), untold, never)

    importing.apply(prepared, untold, never)

    assert services.backups.listed() == ()


def test_without_its_backup_nothing_is_imported(
    services: Services, calls: str, path: Path, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    importing = Importing(path, clock)
    prepared = importing.read_and_plan(table_file(tmp_path, {"Reports": [3, 4]}), untold, never)
    before = content(path, record=True)
    failing(monkeypatch, BackupFault.FULL)

    with pytest.raises(BackupError):
        importing.apply(prepared, untold, never)

    assert content(path, record=True) == before


def test_an_import_that_is_stopped_in_its_backup_is_a_stopped_import(
    services: Services, calls: str, path: Path, clock: Clock, tmp_path: Path
) -> None:
    importing = Importing(path, clock)
    prepared = importing.read_and_plan(table_file(tmp_path, {"Reports": [3, 4]}), untold, never)

    with pytest.raises(ImportCancelledError):
        importing.apply(prepared, untold, lambda: True)


@pytest.fixture
def past(home: Path) -> Path:
    path = home / "old" / "scorecard.db"
    path.parent.mkdir(mode=0o700)
    shutil.copy(PAST / "schema-1.db", path)
    return path


def test_a_migration_is_preceded_by_a_backup_of_the_old_schema(past: Path, clock: Clock) -> None:
    before = content(past)

    migrate_safely(past, clock)

    (backup,) = Backups(past, clock).listed()
    there = content(backup.path)
    there.pop("backup_seal")
    assert backup.reason is Reason.MIGRATION
    assert backup.path.name.endswith(f"before-schema-{SCHEMA_VERSION}.db")
    assert (there, identity(backup.path)[1]) == (before, 1)
    assert identity(past)[1] == SCHEMA_VERSION


def test_a_migration_that_fails_again_and_again_makes_one_backup(
    past: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(migrating, "_run", fail)
    for _ in range(3):
        with pytest.raises(KnownError):
            migrate_safely(past, clock)

    assert len(Backups(past, clock).listed()) == 1
    assert identity(past)[1] == 1


def test_without_its_backup_nothing_is_migrated(past: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    failing(monkeypatch, BackupFault.NO_ACCESS)

    with pytest.raises(BackupError):
        migrate_safely(past, clock)

    assert identity(past)[1] == 1
