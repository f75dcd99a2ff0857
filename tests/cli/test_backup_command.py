"""`scorecard backup`, `scorecard check` and `scorecard restore`, and the backup of the day without a window."""

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
from scorecard.domain.backups import Reason
from scorecard.domain.marks import Scored
from scorecard.services.backups import Backups
from scorecard.services.cards import Draft
from scorecard.services.services import Services
from scorecard.store.migrating import create_store
from tests.fake_clock import FixedClock
from tests.services.opened import COUNT
from tests.store.raw import content, hand

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

    assert (status, out) == (5, [])
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
        assert (status, out, len(err)) == (5, [], 1)
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


# Restoring


def value(store: Path, clock: FixedClock) -> Decimal:
    with closing(Services(store, clock)) as services:
        (measure,) = services.scoring.card().measures
        today = services.scoring.today()
        mark = services.scoring.snapshot(today, today).entries[today, measure.id].mark
    assert isinstance(mark, Scored)
    return mark.value


@pytest.fixture
def changed(scorecard: Command, store: Path, clock: FixedClock) -> None:
    """A backup with a 3 in it; by now it is a 7, and something was promised."""
    scorecard("backup")
    clock.advance(minutes=5)
    scorecard("tally", "Calls", "=7")
    scorecard("promise", "Call Bo !effort")


def test_what_would_change_is_printed_before_it_is_asked(scorecard: Command, changed: None, store: Path) -> None:
    status, out, err = scorecard("restore", "1")

    assert (status, len(err)) == (2, 1), "nobody is there to ask"
    assert "1 value on 1 day, 1 promise" in out[1]
    assert "What you can undo goes back too: 2 steps came after it." in out[2]
    assert out[3:] == [
        "Days: 1",
        "  2026-11-20  Calls: 7 → 3",
        "Promises: 1",
        "  2026-11-20  Promise: Call Bo: open, best effort → not there",
    ]


def test_of_very_many_only_the_newest_are_printed(scorecard: Command, store: Path) -> None:
    scorecard("backup")
    for day in range(1, 15):
        scorecard("tally", "Calls", "=2", "--day", f"2026-11-{day:02}")

    _, out, _ = scorecard("restore", "1")

    assert len([line for line in out if line.startswith("  2026-11-")]) == 10
    assert out[-1] == "  … and 4 more"


def test_a_restore_is_taken_back(scorecard: Command, changed: None, store: Path, clock: FixedClock) -> None:
    before = content(store, record=True)
    _, out, _ = scorecard("restore", "1", "--yes")
    assert out[-1] == "“scorecard restore --undo” takes it back, until something is entered."
    assert value(store, clock) == 3
    assert scorecard("restore", "--undo")[0] == 2, "nobody is there to ask"

    status, out, err = scorecard("restore", "--undo", "--yes")

    assert (status, err) == (0, [])
    assert content(store, record=True) == before
    assert out[-1] == "Restored. What was there before is in the list of backups."


def test_once_something_was_entered_there_is_nothing_to_take_back(
    scorecard: Command, changed: None, store: Path, clock: FixedClock
) -> None:
    scorecard("restore", "1", "--yes")
    scorecard("tally", "Calls", "+1")

    status, out, err = scorecard("restore", "--undo", "--yes")

    assert (status, out, len(err)) == (4, [], 1)
    assert value(store, clock) == 4


def test_taking_back_needs_no_name(scorecard: Command, changed: None) -> None:
    status, out, err = scorecard("restore", "1", "--undo", "--yes")

    assert (status, out, len(err)) == (2, [], 1)


# By itself


def test_who_works_without_a_window_has_a_backup_each_day(scorecard: Command, store: Path, clock: FixedClock) -> None:
    scorecard("tally", "Calls", "+1")
    scorecard("tally", "Calls", "+1")
    scorecard("today")
    clock.advance(days=1)
    scorecard("today")
    assert [backup.day.day for backup in Backups(store, clock).listed()] == [20]

    scorecard("tally", "Calls", "+1")

    assert [(backup.reason, backup.day.day) for backup in Backups(store, clock).listed()] == [
        (Reason.DAY, 21),
        (Reason.DAY, 20),
    ]


@pytest.mark.skipif(os.name != "posix", reason="a lock file is another thing there")
def test_a_window_that_is_open_makes_it_instead(scorecard: Command, store: Path, clock: FixedClock) -> None:
    store.with_name("scorecard.lock").write_text(f"{os.getpid()}\nscorecard\n{os.uname().nodename}\n")
    scorecard("tally", "Calls", "+1")

    assert Backups(store, clock).listed() == ()


def test_where_it_can_t_be_made_the_value_is_entered_all_the_same(
    scorecard: Command, store: Path, clock: FixedClock
) -> None:
    (store.parent / "backups").write_text("mine")

    status, _, err = scorecard("tally", "Calls", "+1")

    assert (status, len(err)) == (0, 1)
    assert "What you enter is saved as always" in err[0]
    assert value(store, clock) == 4
