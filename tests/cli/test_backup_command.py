"""`scorecard backup` and `scorecard check`."""

import io
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest

from scorecard.cli.main import run
from scorecard.services.backups import Backups
from scorecard.services.cards import Draft
from scorecard.services.services import Services
from scorecard.store.migrating import create_store
from tests.fake_clock import FixedClock
from tests.services.opened import COUNT
from tests.store.raw import hand

Command = Callable[..., tuple[object, list[str], list[str]]]


@pytest.fixture
def scorecard(clock: FixedClock) -> Command:
    def typed(*arguments: str | Path) -> tuple[object, list[str], list[str]]:
        out, err = io.StringIO(), io.StringIO()
        status = run([str(argument) for argument in arguments], os.environ, out, err, None, clock)
        return status, out.getvalue().splitlines(), err.getvalue().splitlines()

    return typed


@pytest.fixture
def store(home: Path, clock: FixedClock) -> Path:
    path = home / "data" / "scorecard.db"
    create_store(path, clock.now())
    with closing(Services(path, clock)) as services:
        services.scoring.score(services.cards.add(Draft("Calls", COUNT)), services.scoring.today(), Decimal(3))
    return path


def test_a_backup_is_made_in_the_folder_of_the_backups(scorecard: Command, store: Path, clock: FixedClock) -> None:
    status, out, err = scorecard("backup")

    (backup,) = Backups(store, clock).listed()
    assert (status, err) == (0, [])
    assert out[0] == f"Backup made and checked: {backup.path}"
    assert out[1].startswith("  1 day, 1 value, ")


def test_a_backup_is_made_as_another_file(scorecard: Command, store: Path, tmp_path: Path, clock: FixedClock) -> None:
    file = tmp_path / "stick.db"

    status, out, _ = scorecard("backup", "--to", file)

    assert (status, out[0]) == (0, f"Backup made and checked: {file}")
    assert Backups(store, clock).listed() == ()


def test_a_file_that_is_there_is_not_replaced(scorecard: Command, store: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine.txt"
    file.write_text("mine")

    status, out, err = scorecard("backup", "--to", file)

    assert (status, out) == (1, [])
    assert err == [f"{file} is there already, and is left as it is. Choose another name."]
    assert file.read_text() == "mine"


@pytest.mark.parametrize("command", ["backup", "check"])
def test_without_a_store_there_is_nothing_to_do(scorecard: Command, home: Path, command: str) -> None:
    status, out, err = scorecard(command)

    assert (status, out) == (1, [])
    assert err == [f"There is no store yet: {home / 'data' / 'scorecard.db'}"]
    assert not (home / "data").exists()


def test_a_good_store_and_its_backups_are_told(scorecard: Command, store: Path, clock: FixedClock) -> None:
    scorecard("backup")
    before = sorted(os.listdir(store.parent))

    status, out, err = scorecard("check")

    assert (status, err) == (0, [])
    assert out[:3] == [
        f"The store is whole: {store}",
        "  1 day, 1 value",
        f"Backups in {store.parent / 'backups'}: 1",
    ]
    assert out[3].startswith("  2026-11-20  Good  Made by you  1 day, 1 value")
    assert sorted(os.listdir(store.parent)) == before


def test_a_damaged_backup_is_told(scorecard: Command, store: Path, clock: FixedClock) -> None:
    scorecard("backup")
    (backup,) = Backups(store, clock).listed()
    os.truncate(backup.path, 5000)

    status, out, _ = scorecard("check")

    assert status == 0
    assert out[3].startswith("  2026-11-20  Damaged  Made by you")


def test_days_that_something_else_changed_are_told(scorecard: Command, store: Path) -> None:
    with hand(store) as stranger:
        stranger.execute("UPDATE entry SET amount = 9000")

    status, _, err = scorecard("check")

    assert status == 1
    assert err == ["1 day not as Scorecard wrote them: something else changed the file."]


def test_a_damaged_store_is_one_line(scorecard: Command, store: Path) -> None:
    os.truncate(store, store.stat().st_size // 2)

    for command in ("check", "backup"):
        status, out, err = scorecard(command)
        assert (status, out, len(err)) == (1, [], 1)
        assert str(store) in err[0]


def test_the_commands_need_no_qt(store: Path) -> None:
    program = (
        "import os, sys\nfrom scorecard.cli.main import run\n"
        "status = run(sys.argv[1:], os.environ, sys.stderr, sys.stderr)\n"
        'print(status, *sorted({name.partition(".")[0] for name in sys.modules} & {"PySide6", "matplotlib", "numpy"}))'
    )
    for command in ("backup", "check"):
        ended = subprocess.run([sys.executable, "-c", program, command], capture_output=True, text=True, timeout=60)
        assert ended.stdout.strip() == "0", ended.stderr
