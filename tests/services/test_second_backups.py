"""Every backup is copied to a second folder too, where there is one and it is there."""

import shutil
from pathlib import Path

import pytest

from scorecard.domain.backups import BackupError, BackupFault, Reason
from scorecard.services.backups import Backups, SecondFolder
from scorecard.services.services import Services
from scorecard.store.backups_second import keep_copy, last_copy, place_in
from tests.fake_clock import FixedClock
from tests.store.raw import content

Told = list[BackupError | None]


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


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

    assert len(list(place(services, stick).glob("*.db"))) == len(backups.listed()) == 3
