"""After a restore nothing is thinned until the program is started anew: by nobody, and in no folder."""

import os
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from scorecard.domain.backups import Reason
from scorecard.services.backups import Backups, SecondFolder
from scorecard.services.services import Services
from scorecard.store.backups_thinning import WAITS
from tests.fake_clock import FixedClock
from tests.store.raw import mode

MANY = 6
Make = Callable[[Backups], None]


@pytest.fixture
def make(clock: FixedClock) -> Make:
    def some(backups: Backups) -> None:
        for _ in range(MANY):
            backups.make(Reason.DAY)
            clock.advance(minutes=1)

    return some


@pytest.fixture
def restored(services: Services, calls: str, path: Path, clock: FixedClock) -> Backups:
    first = services.backups.make()
    services.scoring.score(calls, services.scoring.today(), Decimal(3))
    services.close()
    backups = Backups(path, clock)
    backups.restore(first)
    return backups


def count(backups: Backups) -> int:
    return sum(backup.reason is Reason.DAY for backup in backups.listed())


def waits(path: Path) -> Path:
    return path.parent / "backups" / WAITS


def test_without_a_restore_three_of_a_day_stay(services: Services, calls: str, make: Make) -> None:
    make(services.backups)

    assert count(services.backups) == 3


def test_after_it_all_stay(restored: Backups, make: Make) -> None:
    make(restored)

    assert count(restored) == MANY


def test_who_else_makes_one_thins_nothing_either(restored: Backups, make: Make, path: Path, clock: FixedClock) -> None:
    """An import, or the command line."""
    make(Backups(path, clock))

    assert count(restored) == MANY


def test_nor_is_the_second_folder_thinned(restored: Backups, make: Make, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    restored.second = SecondFolder(stick, "f" * 32, lambda error: None)
    make(restored)

    assert len(restored.second.listed()) == MANY


def test_what_this_run_put_off_stays_so(restored: Backups, make: Make) -> None:
    """A restore before there is a window is of the same run."""
    restored.thin_again()
    make(restored)

    assert count(restored) == MANY


def test_the_next_start_thins_again(restored: Backups, make: Make, path: Path) -> None:
    waits(path).write_text(str(os.getpid() + 1))
    restored.thin_again()
    make(restored)

    assert count(restored) == 3
    assert not waits(path).exists()


def test_taking_a_restore_back_puts_it_off_too(restored: Backups, make: Make, path: Path) -> None:
    waits(path).unlink()
    restored.take_back()
    make(restored)

    assert count(restored) == MANY


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_the_file_that_says_so_is_for_its_owner_only(restored: Backups, path: Path) -> None:
    assert mode(waits(path)) == "0o600"
