"""A restore brings back exactly the rows, keeps what was there, and is done or not done."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from scorecard.domain.backups import Backup, BackupError, BackupFault, Difference, Reason, Soundness
from scorecard.domain.incidents import StoreError
from scorecard.domain.promises import Level
from scorecard.services.cards import Draft
from scorecard.services.promises import PromiseDraft
from scorecard.services.services import Services
from scorecard.store import backups_making, backups_restoring, migrating
from scorecard.store.backups import checked, folder_of, listed
from scorecard.store.backups_comparing import compare
from scorecard.store.backups_making import make
from scorecard.store.backups_restoring import restore
from scorecard.store.identity import APPLICATION_ID, SCHEMA_VERSION
from tests.fake_clock import FRIDAY_EVENING as NOW
from tests.fake_clock import FixedClock
from tests.services.opened import COUNT
from tests.store import bad_files
from tests.store.raw import content, hand, identity, mode, schema

TODAY = date(2026, 11, 20)
PAST = Path(__file__).parent / "past"

Edit = Callable[[Services], object]


@pytest.fixture
def edit(path: Path, clock: FixedClock) -> Callable[[Edit], None]:
    """Opens the store, does something, and closes it again."""

    def do(what: Edit) -> None:
        with closing(Services(path, clock)) as services:
            what(services)

    return do


@pytest.fixture
def made(path: Path, edit: Callable[[Edit], None]) -> Backup:
    edit(lambda s: s.scoring.score(s.cards.add(Draft("Calls", COUNT)), TODAY, Decimal(3)))
    return make(path, Reason.DAY, NOW)


def score(ago: int, value: int) -> Edit:
    def do(services: Services) -> None:
        (calls,) = services.scoring.card().measures
        services.scoring.score(calls.id, TODAY - timedelta(days=ago), Decimal(value))

    return do


def beside(path: Path) -> set[str]:
    return {name for name in os.listdir(path.parent) if name != "backups"}


def test_a_restore_brings_back_exactly_the_rows(path: Path, made: Backup, edit: Callable[[Edit], None]) -> None:
    before, shape = content(path, record=True), schema(path)
    edit(score(0, 9))
    edit(score(1, 4))

    restore(made, path, NOW)

    assert (content(path, record=True), schema(path)) == (before, shape)
    assert identity(path)[0] == APPLICATION_ID
    assert mode(path) == "0o600" or os.name != "posix"
    assert beside(path) <= {"scorecard.db", "scorecard.db-journal"}


def test_what_was_there_is_in_the_list_and_can_be_restored(
    path: Path, made: Backup, edit: Callable[[Edit], None]
) -> None:
    edit(score(0, 9))
    before = content(path, record=True)

    restored = restore(made, path, NOW)

    assert restored.set_aside is not None
    newest = checked(listed(path)[0])
    assert (newest.reason, newest.soundness) == (Reason.RESTORE, Soundness.GOOD)
    restore(newest, path, NOW)
    assert content(path, record=True) == before


def test_the_restored_store_is_written_to_as_ever(path: Path, made: Backup, edit: Callable[[Edit], None]) -> None:
    restore(made, path, NOW)

    edit(score(0, 5))
    edit(lambda services: services.undoing.undo())

    assert make(path, Reason.DAY, NOW).soundness is Soundness.GOOD


def test_a_store_that_is_gone_is_restored(path: Path, made: Backup) -> None:
    before = content(path)
    path.unlink()

    assert restore(made, path, NOW).set_aside is None

    assert content(path) == before


@pytest.mark.parametrize("spoil", [bad_files.truncated, bad_files.zeros, bad_files.text, bad_files.empty])
def test_a_damaged_store_is_kept_as_it_was_with_its_journal(
    path: Path, made: Backup, spoil: Callable[[Path], None]
) -> None:
    before = content(path)
    spoil(path)
    hurt = path.read_bytes()
    journal = path.with_name(path.name + "-journal")
    journal.write_bytes(b"of another time")

    restored = restore(made, path, NOW)

    assert content(path) == before
    assert not journal.exists()
    assert restored.set_aside is not None
    kept = restored.set_aside.path
    assert kept.read_bytes() == hurt
    assert kept.with_name(kept.name + "-journal").read_bytes() == b"of another time"
    assert [backup.reason for backup in listed(path)] == [Reason.SET_ASIDE, Reason.DAY]
    assert not checked(listed(path)[0]).can_be_restored
    assert not [name for name in os.listdir(folder_of(path)) if name.endswith(".part")]


def test_a_journal_whose_store_was_not_set_aside_any_more_keeps_its_number(path: Path, made: Backup) -> None:
    """The program was killed between the two."""
    path.write_bytes(b"no store")
    (folder_of(path) / "scorecard-00002-2026-11-20-set-aside.db-journal").write_bytes(b"of then")

    restored = restore(made, path, NOW)

    assert restored.set_aside is not None
    assert restored.set_aside.number == 3


def test_a_journal_that_a_lost_store_left_is_not_rolled_back_into_the_restored_one(path: Path, made: Backup) -> None:
    before = content(path)
    with hand(path) as writer:
        writer.execute("PRAGMA cache_size = 1")
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE measure SET name = 'Reports'")
        writer.execute("UPDATE entry SET amount = 7000")
        writer.execute("CREATE TABLE more AS SELECT * FROM change, change AS more, change AS most, activity")
        journal = path.with_name(path.name + "-journal")
        hot = journal.read_bytes()
        writer.execute("ROLLBACK")
    assert len(hot) > 4096
    path.unlink()
    journal.write_bytes(hot)

    restore(made, path, NOW)

    assert content(path) == before
    kept = [name for name in os.listdir(folder_of(path)) if name.endswith("-journal")]
    assert [(folder_of(path) / name).read_bytes() for name in kept] == [hot]


def test_a_damaged_backup_is_not_restored(path: Path, made: Backup, edit: Callable[[Edit], None]) -> None:
    edit(score(0, 9))
    before = content(path, record=True)
    bad_files.truncated(made.path)

    with pytest.raises(BackupError) as caught:
        restore(made, path, NOW)

    assert (caught.value.fault, caught.value.path) == (BackupFault.DAMAGED, made.path)
    assert content(path, record=True) == before
    assert beside(path) <= {"scorecard.db", "scorecard.db-journal"}


STEPS = [
    (backups_restoring, "copy"),
    (backups_restoring, "unseal"),
    (backups_restoring, "sync_file"),
    (backups_restoring, "make"),
    (backups_making, "move_without_replacing"),
    (backups_restoring, "_nobody_writing"),
]


@pytest.mark.parametrize(("place", "step"), STEPS)
def test_a_disk_that_fails_before_the_rename_leaves_the_store(
    path: Path, made: Backup, edit: Callable[[Edit], None], place: object, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(score(0, 9))
    before = content(path, record=True)

    def fail(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(place, step, fail)
    with pytest.raises(BackupError) as caught:
        restore(made, path, NOW)

    assert caught.value.fault is BackupFault.FULL
    assert content(path, record=True) == before
    assert beside(path) <= {"scorecard.db", "scorecard.db-journal"}
    monkeypatch.undo()
    assert checked(made).soundness is Soundness.GOOD


def test_a_restore_that_took_place_is_told_so_whatever_the_disk_says_afterwards(
    path: Path, made: Backup, edit: Callable[[Edit], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = content(path, record=True)
    edit(score(0, 9))

    def fail(_folder: Path) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(backups_restoring, "sync_folder", fail)
    restored = restore(made, path, NOW)

    assert restored.set_aside is not None
    assert content(path, record=True) == before


def test_so_is_one_that_can_t_be_read_just_now(
    path: Path, made: Backup, edit: Callable[[Edit], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = content(path, record=True)
    edit(score(0, 9))
    digest = backups_restoring.content_digest

    def fail(file: Path) -> str:
        if file == path:
            raise sqlite3.OperationalError("disk I/O error")
        return digest(file)

    monkeypatch.setattr(backups_restoring, "content_digest", fail)
    restore(made, path, NOW)

    assert content(path, record=True) == before


def test_while_another_program_writes_nothing_is_restored(
    path: Path, made: Backup, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backups_restoring, "_PATIENCE", 50)
    with hand(path) as stranger:
        stranger.execute("BEGIN EXCLUSIVE")
        with pytest.raises(BackupError) as caught:
            restore(made, path, NOW)
        stranger.execute("ROLLBACK")

    assert caught.value.fault is BackupFault.BUSY


def test_who_writes_between_setting_aside_and_replacing_is_refused(
    path: Path, made: Backup, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was acknowledged then would be in neither of the two."""
    make_it, refused = backups_restoring.make, []

    def make_and_write(*arguments: Any) -> Backup:
        backup = make_it(*arguments)
        with hand(path) as stranger:
            stranger.execute("PRAGMA busy_timeout = 0")
            try:
                stranger.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                refused.append(error.sqlite_errorname)
        return backup

    monkeypatch.setattr(backups_restoring, "make", make_and_write)
    restore(made, path, NOW)

    assert refused == ["SQLITE_BUSY"]


def test_a_store_that_another_process_restores_meanwhile_is_left_to_it(
    path: Path, made: Backup, edit: Callable[[Edit], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(score(0, 9))
    before = content(path, record=True)
    files = iter([(1, 1), (1, 2)])
    monkeypatch.setattr(backups_restoring, "_file_at", lambda _store: next(files))

    with pytest.raises(BackupError) as caught:
        restore(made, path, NOW)

    assert caught.value.fault is BackupFault.BUSY
    assert content(path, record=True) == before


def test_what_another_process_prepares_is_left_alone_until_it_is_nobody_s(path: Path, made: Backup) -> None:
    theirs, nobody_s = (path.with_name(f"scorecard.db.{process}.part") for process in (1, 2))
    theirs.write_bytes(b"half a store")
    nobody_s.write_bytes(b"half a store")
    os.utime(nobody_s, (0, 0))

    restore(made, path, NOW)

    assert theirs.read_bytes() == b"half a store"
    assert not nobody_s.exists()


@pytest.mark.skipif(os.name != "posix", reason="links are for anybody only there")
def test_a_link_to_the_store_stays_one_and_the_file_it_leads_to_is_replaced(
    path: Path, home: Path, made: Backup, edit: Callable[[Edit], None]
) -> None:
    before = content(path, record=True)
    edit(score(0, 9))
    real = home / "elsewhere" / "kept.db"
    real.parent.mkdir()
    path.rename(real)
    path.symlink_to(real)
    journal = real.with_name("kept.db-journal")
    journal.write_bytes(b"of another time")

    restored = restore(made, path, NOW)

    assert path.is_symlink()
    assert content(real, record=True) == before
    assert not journal.exists()
    assert restored.set_aside is not None


def test_who_stops_it_leaves_the_store(path: Path, made: Backup, edit: Callable[[Edit], None]) -> None:
    edit(score(0, 9))
    before = content(path, record=True)

    def stop() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        restore(made, path, NOW, stop)

    assert content(path, record=True) == before
    assert beside(path) <= {"scorecard.db", "scorecard.db-journal"}


def test_an_older_program_s_backup_is_brought_to_today_s_schema(home: Path, clock: FixedClock) -> None:
    path = home / "data" / "scorecard.db"
    path.parent.mkdir(mode=0o700)
    shutil.copy(PAST / "schema-1.db", path)
    old = make(path, Reason.MIGRATION, NOW)
    migrating.migrate(path)
    now = content(path)

    restore(old, path, NOW)

    assert content(path) == now
    assert identity(path)[1] == SCHEMA_VERSION
    with closing(Services(path, clock)) as services:
        assert len(services.scoring.card().measures) == 4


def test_a_backup_that_can_t_be_migrated_leaves_the_store(
    path: Path, made: Backup, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = content(path, record=True)
    with monkeypatch.context() as patch:
        patch.setattr(backups_restoring, "SCHEMA_VERSION", 99)
        patch.setattr(migrating, "_run", lambda *_: (_ for _ in ()).throw(sqlite3.OperationalError("no")))
        with pytest.raises((StoreError, BackupError)):
            restore(made, path, NOW)

    assert content(path, record=True) == before
    assert beside(path) <= {"scorecard.db", "scorecard.db-journal"}


# What it would change


def test_a_backup_of_just_now_differs_in_nothing(path: Path, made: Backup) -> None:
    assert compare(path, made.path).is_none


def test_values_entered_since_are_counted_with_their_days(
    path: Path, made: Backup, edit: Callable[[Edit], None]
) -> None:
    for ago in range(1, 5):
        edit(score(ago, ago))
    edit(score(0, 9))

    assert compare(path, made.path) == Difference(days=5, values=5, back=1, steps=5)


def test_promises_answers_and_the_rest_are_counted(path: Path, made: Backup, edit: Callable[[Edit], None]) -> None:
    edit(lambda s: s.promises.make(PromiseDraft("Send the offer", Level.COMMITMENT)))
    edit(lambda s: s.reflecting.write(TODAY, s.reflecting.page(TODAY).places[0].prompt_id, "Cassandra agreed"))
    edit(lambda s: s.cards.add(Draft("Reports", COUNT)))

    found = compare(path, made.path)

    assert (found.values, found.promises, found.answers, found.back) == (0, 1, 1, 0)
    assert found.others > 0


def test_what_is_no_database_can_t_be_compared(path: Path, made: Backup) -> None:
    bad_files.text(made.path)

    with pytest.raises(BackupError):
        compare(path, made.path)
