"""A backup is there as a whole or not at all, says so when it is hurt, and is for its owner only."""

import errno
import os
import random
import select
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from scorecard.domain.backups import Backup, BackupError, BackupFault, Contents, Reason, Soundness
from scorecard.services.cards import Draft
from scorecard.services.services import Services
from scorecard.store import backups as kept
from scorecard.store import backups_making, backups_seal, files
from scorecard.store.backups import checked, folder_of, last_of_same_state, listed
from scorecard.store.backups_making import look_through, make, make_at
from scorecard.store.backups_thinning import thin
from tests.fake_clock import FRIDAY_EVENING as NOW
from tests.fake_clock import FixedClock
from tests.services.opened import COUNT
from tests.store import bad_files
from tests.store.raw import content, hand, identity, mode, schema

TODAY = date(2026, 11, 20)
KILLS = 6


@pytest.fixture
def calls(services: Services) -> str:
    measure = services.cards.add(Draft("Calls", COUNT))
    services.scoring.score(measure, TODAY, Decimal(3))
    return measure


@pytest.fixture
def made(path: Path, calls: str) -> Backup:
    return make(path, Reason.DAY, NOW)


def names(path: Path) -> list[str]:
    folder = folder_of(path)
    return sorted(os.listdir(folder)) if folder.exists() else []


def flip(file: Path, place: int, bit: int = 0) -> None:
    with open(file, "r+b") as stream:
        stream.seek(place)
        byte = stream.read(1)[0]
        stream.seek(place)
        stream.write(bytes([byte ^ 1 << bit]))


# Making


def test_a_backup_holds_every_row_of_the_store(path: Path, made: Backup) -> None:
    there = content(made.path, record=True)
    assert there.pop("backup_seal")
    assert there == content(path, record=True)
    assert identity(made.path) == identity(path)


def test_a_backup_says_what_it_is(made: Backup) -> None:
    assert made.path.name == "scorecard-00001-2026-11-20-first-change.db"
    assert (made.soundness, made.checked, made.made_at) == (Soundness.GOOD, True, NOW.astimezone(UTC))
    assert made.contents == Contents(days=1, values=1)
    assert made.size == made.path.stat().st_size


def test_its_name_tells_the_user_s_day(path: Path, services: Services) -> None:
    """At one at night the day is not over."""
    assert make(path, Reason.DAY, NOW.replace(day=21, hour=1)).day == TODAY
    services.rules.set_day_end(NOW.replace(hour=0).time())
    assert make(path, Reason.DAY, NOW.replace(day=21, hour=1)).day == TODAY + timedelta(days=1)


def test_what_is_listed_is_what_was_made_newest_first(path: Path, made: Backup) -> None:
    second = make(path, Reason.REQUEST, NOW - timedelta(days=700))

    assert [backup.number for backup in listed(path)] == [2, 1]
    assert [checked(backup) for backup in listed(path)] == [second, made]


def test_no_backups_are_an_empty_list(path: Path) -> None:
    assert listed(path) == ()


def test_other_files_in_the_folder_are_no_backups(path: Path, made: Backup) -> None:
    for name in ("notes.txt", "scorecard-00002.part", "scorecard-00003-2026-13-45-first-change.db", "scorecard.db"):
        (folder_of(path) / name).write_text("no backup")

    assert [backup.number for backup in listed(path)] == [1]


def test_a_store_can_be_written_to_while_it_is_copied(
    path: Path, services: Services, calls: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between two portions: the copy begins anew and has it all."""
    monkeypatch.setattr(backups_making, "_PORTION", 4)
    days = iter(range(1, 4))

    def between() -> None:
        for ago in days:
            services.scoring.score(calls, TODAY - timedelta(days=ago), Decimal(ago))
            return

    backup = make(path, Reason.DAY, NOW, between)

    assert backup.contents == Contents(days=4, values=4)


def test_who_stops_it_leaves_nothing(path: Path, calls: str) -> None:
    def stop() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make(path, Reason.DAY, NOW, stop)

    assert names(path) == []


def test_a_backup_that_was_put_in_the_place_of_the_store_by_hand_is_a_store(
    path: Path, made: Backup, clock: FixedClock
) -> None:
    path.unlink()
    shutil.copy(made.path, path)

    services = Services(path, clock)
    assert len(services.scoring.card().measures) == 1
    services.close()
    assert make(path, Reason.DAY, NOW).soundness is Soundness.GOOD


# A bad store


SPOILT = [bad_files.truncated, bad_files.zeros, bad_files.header_gone, bad_files.text, bad_files.other_program_s]


@pytest.mark.parametrize("spoil", SPOILT)
def test_a_store_damaged_today_never_replaces_a_good_backup(
    path: Path, made: Backup, services: Services, spoil: Callable[[Path], None], tmp_path: Path
) -> None:
    services.close()
    sound = shutil.copy(path, tmp_path)
    spoil(path)

    with pytest.raises(BackupError) as caught:
        make(path, Reason.DAY, NOW)

    assert caught.value.fault in (BackupFault.STORE_DAMAGED, BackupFault.STORE_UNREADABLE)
    assert caught.value.path == path
    assert names(path) == [made.path.name]
    assert checked(made).soundness is Soundness.GOOD
    shutil.copy(sound, path)


@pytest.mark.parametrize("lost", ["entry", "ix_change_table_name_row_key"])
def test_a_page_that_was_lost_in_the_store_is_no_backup(path: Path, services: Services, calls: str, lost: str) -> None:
    """Also one that nobody reads for it."""
    sound = path.read_bytes()
    services.close()
    with hand(path) as stranger:
        (page,) = stranger.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (lost,)).fetchone()
    path.write_bytes(sound[: 4096 * (page - 1)] + b"\xa5" * 4096 + sound[4096 * page :])

    with pytest.raises(BackupError) as caught:
        make(path, Reason.DAY, NOW)

    assert caught.value.fault is BackupFault.STORE_DAMAGED
    assert names(path) == []
    with pytest.raises(BackupError):
        look_through(path, NOW)
    path.write_bytes(sound)


def test_days_that_something_else_changed_make_a_doubtful_backup(path: Path, calls: str) -> None:
    """Refusing it would leave whoever goes on working without any."""
    with hand(path) as stranger:
        stranger.execute("UPDATE entry SET amount = 9000")

    backup = make(path, Reason.DAY, NOW)

    assert (backup.soundness, backup.broken_days) == (Soundness.DOUBTFUL, 1)
    assert checked(backup).soundness is Soundness.DOUBTFUL
    assert look_through(path, NOW).broken_days == 1


# A bad backup


def test_any_flipped_bit_is_told_or_changes_nothing_that_is_written(path: Path, made: Backup) -> None:
    chance = random.Random(7)
    sound, told = made.path.read_bytes(), 0
    rows, tables = content(made.path, record=True), schema(made.path)

    for _ in range(250):
        flip(made.path, chance.randrange(len(sound)), chance.randrange(8))
        if checked(made).soundness is not Soundness.GOOD:
            told += 1
        else:
            assert (content(made.path, record=True), schema(made.path)) == (rows, tables)
        made.path.write_bytes(sound)

    assert told > 20


def test_a_flipped_bit_in_what_was_written_is_told(path: Path, services: Services, calls: str) -> None:
    services.scoring.note(calls, TODAY, "Cassandra was glad")
    backup = make(path, Reason.DAY, NOW)
    place = backup.path.read_bytes().index(b"Cassandra was glad")

    flip(backup.path, place)

    assert checked(backup).soundness is Soundness.DAMAGED


@pytest.mark.parametrize("spoil", [*SPOILT, bad_files.empty, bad_files.one_byte, bad_files.one_page])
def test_a_backup_that_is_none_any_more_is_listed_as_damaged(
    path: Path, made: Backup, spoil: Callable[[Path], None]
) -> None:
    spoil(made.path)

    assert [checked(backup).soundness for backup in listed(path)] == [Soundness.DAMAGED]


def test_a_seal_that_was_changed_is_told(made: Backup) -> None:
    with hand(made.path) as stranger:
        stranger.execute("UPDATE backup_seal SET broken_days = 0, contents = '{\"days\": 9}'")

    assert checked(made).soundness is Soundness.DAMAGED


def test_a_row_that_was_added_is_told(made: Backup) -> None:
    with hand(made.path) as stranger:
        stranger.execute("INSERT INTO entry (day, measure_id, state, note) VALUES ('2026-11-19', 'x', 'skipped', '')")

    assert checked(made).soundness is Soundness.DAMAGED


def test_a_newer_program_s_backup_is_left_alone(path: Path, calls: str, monkeypatch: pytest.MonkeyPatch) -> None:
    backup = make(path, Reason.DAY, NOW)
    monkeypatch.setattr(backups_seal, "SCHEMA_VERSION", 1)

    assert checked(backup).soundness is Soundness.TOO_NEW


def test_a_backup_that_is_gone_is_told(made: Backup) -> None:
    made.path.unlink()

    with pytest.raises(BackupError) as caught:
        checked(made)

    assert caught.value.fault is BackupFault.GONE


# A bad disk


def no_space(*_arguments: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("step", ["create_private", "sync_file", "move_without_replacing", "sync_folder"])
def test_a_disk_that_is_full_at_any_step_is_named_and_no_half_backup_stays(
    path: Path, made: Backup, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = kept if step == "create_private" else backups_making
    monkeypatch.setattr(place, step, no_space)

    with pytest.raises(BackupError) as caught:
        make(path, Reason.DAY, NOW)

    assert caught.value.fault is BackupFault.FULL
    monkeypatch.undo()
    assert all(checked(backup).soundness is Soundness.GOOD for backup in listed(path))
    assert [name for name in names(path) if not name.endswith(".db")] == []


def test_sqlite_s_own_full_disk_is_named(path: Path, made: Backup, monkeypatch: pytest.MonkeyPatch) -> None:
    open_fresh = backups_making.open_fresh

    def open_small(part: Path) -> sqlite3.Connection:
        connection = open_fresh(part)
        connection.execute("PRAGMA max_page_count = 20")
        return connection

    monkeypatch.setattr(backups_making, "open_fresh", open_small)

    with pytest.raises(BackupError) as caught:
        make(path, Reason.DAY, NOW)

    assert caught.value.fault is BackupFault.FULL
    assert names(path) == [made.path.name]


@pytest.mark.skipif(sys.platform != "linux", reason="mounts a small disk")
def test_a_really_full_disk(path: Path, calls: str, tmp_path: Path) -> None:
    small = folder_of(path)
    small.mkdir(mode=0o700)
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={path.stat().st_size // 2},mode=700", "tmpfs", small],
        capture_output=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip("nothing can be mounted here")
    try:
        with pytest.raises(BackupError) as caught:
            make(path, Reason.DAY, NOW)
        assert caught.value.fault is BackupFault.FULL
        assert names(path) == []
    finally:
        subprocess.run(["umount", small], check=True)


@pytest.mark.usefixtures("ordinary_user")
def test_a_folder_that_can_t_be_written_to_is_named(path: Path, made: Backup) -> None:
    folder_of(path).chmod(0o500)

    with pytest.raises(BackupError) as caught:
        make(path, Reason.DAY, NOW)

    assert (caught.value.fault, caught.value.path) == (BackupFault.NO_ACCESS, folder_of(path))
    assert [backup.number for backup in listed(path)] == [1]
    folder_of(path).chmod(0o700)


def test_a_file_in_the_place_of_the_folder_is_named(path: Path, calls: str) -> None:
    folder_of(path).write_text("mine")

    with pytest.raises(BackupError) as caught:
        make(path, Reason.DAY, NOW)

    assert caught.value.fault is BackupFault.NO_ACCESS
    assert folder_of(path).read_text() == "mine"


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_backups_are_for_their_owner_only_whatever_the_umask(path: Path, calls: str, tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        backup = make(path, Reason.DAY, NOW)
        elsewhere = make_at(path, tmp_path / "elsewhere.db", NOW)
    finally:
        os.umask(before)

    assert (mode(folder_of(path)), mode(backup.path), mode(elsewhere.path)) == ("0o700", "0o600", "0o600")


def test_a_copy_elsewhere_replaces_nothing(path: Path, calls: str, tmp_path: Path) -> None:
    file = tmp_path / "mine.db"
    file.write_text("mine")

    with pytest.raises(BackupError) as caught:
        make_at(path, file, NOW)

    assert caught.value.fault is BackupFault.EXISTS
    assert file.read_text() == "mine"
    assert [name for name in os.listdir(tmp_path) if name.endswith(".part")] == []


# Killed


MAKING = """
import sys
from datetime import datetime
from pathlib import Path
from scorecard.domain.backups import Reason
from scorecard.store.backups_making import make

while True:
    backup = make(Path(sys.argv[1]), Reason.DAY, datetime.fromisoformat(sys.argv[2]))
    print(backup.path.name, flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is POSIX's")
@pytest.mark.timeout(120)
def test_killed_at_any_moment_it_leaves_no_half_file_that_counts_as_a_backup(path: Path, calls: str) -> None:
    chance, told = random.Random(12), set()

    for _ in range(KILLS):
        command = [sys.executable, "-c", MAKING, str(path), NOW.isoformat()]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as making:
            assert making.stdout is not None
            told.add(making.stdout.readline().strip())
            select.select([], [], [], chance.random() * 0.08)  # so that it falls anywhere
            making.kill()
            told |= {name for line in making.stdout if (name := line.strip()).endswith(".db")}

    found = {backup.path.name: checked(backup).soundness for backup in listed(path)}
    assert told <= set(found)
    assert set(found.values()) == {Soundness.GOOD}
    assert len(found) == len({name.split("-")[1] for name in found})


def test_what_a_killed_process_left_goes_after_an_hour(path: Path, calls: str) -> None:
    folder = folder_of(path)
    folder.mkdir(mode=0o700)
    for name, age in (("scorecard-00007.part", 3700), ("scorecard-00008.part", 60)):
        (folder / name).write_bytes(b"half")
        stamp = (folder / name).stat().st_mtime - age
        os.utime(folder / name, (stamp, stamp))

    backup = make(path, Reason.DAY, NOW)

    assert names(path) == [backup.path.name, "scorecard-00008.part"]


# Thinning


def fill(path: Path, days: int) -> None:
    for ago in range(days, 0, -1):
        make(path, Reason.DAY, NOW - timedelta(days=ago))


def test_the_folder_is_thinned(path: Path, calls: str) -> None:
    """Two weeks, from Friday 6 to Thursday 19 November: of the first week its Sunday stays."""
    fill(path, 14)

    assert thin(path) == 6

    assert [backup.day.day for backup in listed(path)] == [19, 18, 17, 16, 15, 14, 13, 8]
    assert thin(path) == 0


def test_none_goes_for_one_that_turns_out_to_be_damaged(path: Path, calls: str) -> None:
    """Of the first week Saturday stays, when it is found out that Sunday is hurt."""
    fill(path, 14)
    sunday = next(backup for backup in listed(path) if backup.day.day == 8)
    flip(sunday.path, sunday.path.read_bytes().index(b"Calls"))

    thin(path)

    assert [backup.day.day for backup in listed(path)] == [19, 18, 17, 16, 15, 14, 13, 8, 7]


# The same again


def test_a_backup_of_the_same_state_is_found_until_something_is_done(
    path: Path, services: Services, calls: str
) -> None:
    made = make(path, Reason.MIGRATION, NOW)

    assert last_of_same_state(path, Reason.MIGRATION) == made
    assert last_of_same_state(path, Reason.IMPORT) is None
    services.scoring.score(calls, TODAY, Decimal(4))
    assert last_of_same_state(path, Reason.MIGRATION) is None


def test_a_damaged_one_of_the_same_state_does_not_count(path: Path, calls: str) -> None:
    made = make(path, Reason.MIGRATION, NOW)
    flip(made.path, made.path.read_bytes().index(b"Calls"))

    assert last_of_same_state(path, Reason.MIGRATION) is None


def test_a_rename_never_replaces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the file system has no links, either."""
    fresh, there = tmp_path / "fresh", tmp_path / "there"
    fresh.write_text("fresh")
    there.write_text("there")

    def no_links(*_arguments: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    with pytest.raises(FileExistsError):
        files.move_without_replacing(fresh, there)
    assert there.read_text() == "there"
    files.move_without_replacing(fresh, tmp_path / "new")
    assert (tmp_path / "new").read_text() == "fresh"
