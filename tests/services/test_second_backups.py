"""Every backup is copied to a second folder too, where there is one and it is there."""

import errno
import shutil
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from scorecard.domain.backups import BackupError, BackupFault, Reason
from scorecard.domain.errors import StoppedError
from scorecard.services.backups import Backups, SecondFolder
from scorecard.services.backups_checkup import OLD_AFTER_DAYS, check_all, last_good
from scorecard.services.services import Services
from scorecard.store.backups_second import keep_copy, last_copy, listed_copies, place_in
from tests.fake_clock import FixedClock
from tests.store.ordinary_user import as_ordinary_user
from tests.store.raw import content

Told = list[BackupError | None]


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def ordinary_user() -> Iterator[None]:
    with as_ordinary_user():
        yield


@pytest.fixture
def told() -> Told:
    return []


@pytest.fixture
def backups(services: Services, calls: str, stick: Path, told: Told) -> Backups:
    services.backups.second = SecondFolder(stick, services.facts().store_id, told.append)
    return services.backups


def place(services: Services, stick: Path) -> Path:
    return place_in(stick, services.facts().store_id)


def test_a_backup_lies_in_both_folders_whole_and_closed_to_others(
    services: Services, backups: Backups, stick: Path, told: Told
) -> None:
    made = backups.make()

    copied = place(services, stick) / made.path.name
    assert content(copied) == content(made.path)
    assert copied.stat().st_mode & 0o077 == 0
    assert [path.name for path in place(services, stick).iterdir()] == [made.path.name]
    last = last_copy(stick, services.facts().store_id)
    assert last is not None
    assert last.can_be_restored
    assert told == [None]


def test_a_copy_that_is_there_is_not_made_again(services: Services, backups: Backups, stick: Path) -> None:
    made = backups.make()
    copied = place(services, stick) / made.path.name
    before = copied.stat().st_mtime_ns

    keep_copy(made, stick, services.facts().store_id)

    assert copied.stat().st_mtime_ns == before


def test_a_folder_that_is_away_is_told_and_nothing_is_made_in_its_place(
    backups: Backups, stick: Path, told: Told
) -> None:
    stick.rmdir()

    made = backups.make()

    assert made.can_be_restored, "the first folder has it all the same"
    assert not stick.exists()
    (error,) = told
    assert error is not None
    assert (error.fault, error.path) == (BackupFault.GONE, stick)
    with pytest.raises(BackupError):
        last_copy(stick, "0" * 32)


def test_a_copy_that_came_out_otherwise_is_none(
    services: Services, backups: Backups, stick: Path, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lose_the_end(source: Path, target: Path) -> None:
        target.write_bytes(source.read_bytes()[:4096])

    monkeypatch.setattr(shutil, "copyfile", lose_the_end)
    backups.make()

    assert [error.fault for error in told if error is not None] == [BackupFault.INPUT_OUTPUT]
    assert list(place(services, stick).iterdir()) == []


def test_two_stores_share_a_folder_without_meeting(services: Services, backups: Backups, stick: Path) -> None:
    made = backups.make()
    keep_copy(made, stick, "f" * 32)

    assert len({path.parent for path in stick.rglob("*.db")}) == 2


def test_the_second_folder_is_thinned_like_the_first(
    services: Services, backups: Backups, stick: Path, clock: FixedClock
) -> None:
    for _ in range(5):
        backups.make(Reason.DAY)
        clock.advance(minutes=1)

    assert len(list(place(services, stick).glob("*.db"))) == len(backups.listed()) == 3


def test_where_the_first_folder_was_lost_what_is_new_is_newest_in_the_second_too(
    services: Services, backups: Backups, stick: Path, clock: FixedClock
) -> None:
    """The numbers begin anew beside the store: by them alone the new ones would be the oldest, and be thinned."""
    for _ in range(4):
        backups.make(Reason.REQUEST)
        clock.advance(days=1)
    shutil.rmtree(backups.folder)

    made = backups.make(Reason.DAY)

    assert made.number == 1
    last = last_copy(stick, services.facts().store_id)
    assert last is not None
    assert (last.made_at, last.number) == (made.made_at, 5)
    keep_copy(made, stick, services.facts().store_id)
    assert len(listed_copies(stick, services.facts().store_id)) == 5, "it is known to be there"


@pytest.mark.usefixtures("ordinary_user")
def test_a_folder_that_can_t_be_written_to_is_told(backups: Backups, stick: Path, told: Told) -> None:
    stick.chmod(0o500)
    made = backups.make()
    stick.chmod(0o700)

    assert made.can_be_restored
    assert [error.fault for error in told if error is not None] == [BackupFault.NO_ACCESS]
    assert list(stick.iterdir()) == []


def test_a_folder_whose_disk_is_full_is_told(
    services: Services, backups: Backups, stick: Path, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_source: Path, target: Path) -> None:
        target.write_bytes(b"half")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", fail)
    made = backups.make()

    assert made.can_be_restored
    assert [error.fault for error in told if error is not None] == [BackupFault.FULL]
    assert list(place(services, stick).iterdir()) == []


# How they stand


def test_the_last_good_one_is_old_after_a_week_of_use_and_not_of_holidays(
    services: Services, calls: str, clock: FixedClock
) -> None:
    services.backups.make()
    clock.advance(days=30)
    for day in range(OLD_AFTER_DAYS):
        services.scoring.score(calls, services.scoring.today(), Decimal(day))
        clock.advance(days=1)
    last = last_good(services.backups)
    assert last is not None
    assert (last.days_of_use, last.is_old) == (OLD_AFTER_DAYS, False)

    services.scoring.score(calls, services.scoring.today(), Decimal(1))

    last = last_good(services.backups)
    assert last is not None
    assert last.is_old


def test_use_is_counted_from_a_backup_of_another_line_by_its_moment(
    services: Services, calls: str, clock: FixedClock, path: Path
) -> None:
    first = services.backups.make()
    clock.advance(days=1)
    services.scoring.score(calls, services.scoring.today(), Decimal(1))
    services.backups.make()
    services.close()
    backups = Backups(path, clock)
    backups.restore(first)

    last = last_good(backups)
    assert last is not None
    assert (last.backup.number, last.days_of_use) == (2, 0)


def test_all_of_both_folders_are_looked_through(
    services: Services, backups: Backups, stick: Path, clock: FixedClock
) -> None:
    for _ in range(2):
        backups.make()
        clock.advance(minutes=1)
    copied = sorted(place(services, stick).glob("*.db"))[0]
    copied.write_bytes(copied.read_bytes()[:5000])
    progress: list[tuple[int, int]] = []

    found = check_all(backups, backups.second, lambda *step: progress.append(step), lambda: False)

    assert (found.good, [backup.path for backup in found.damaged], found.second_fault) == (3, [copied], None)
    assert progress == [(0, 4), (1, 4), (2, 4), (3, 4)]


def test_a_second_folder_that_is_away_stops_no_looking_through(backups: Backups, stick: Path) -> None:
    backups.make()
    shutil.rmtree(stick)

    found = check_all(backups, backups.second, lambda *_: None, lambda: False)

    assert found.good == 1
    assert found.second_fault is not None
    assert found.second_fault.fault is BackupFault.GONE


def test_looking_through_can_be_stopped(backups: Backups) -> None:
    backups.make()

    with pytest.raises(StoppedError):
        check_all(backups, None, lambda *_: None, lambda: True)
