"""The whole program keeps backups: by itself, through a kill, and when its store can't be used any more."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from scorecard.domain.backups import Backup, Reason
from scorecard.services.backups import Backups
from tests.fake_clock import FixedClock
from tests.journeys.running import Driven, forget_runs, until
from tests.store.raw import hand

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the driver speaks through POSIX pipes")

PAST = Path(__file__).parents[1] / "store" / "past"
TOMORROW = "2026-11-21T18:00:00+01:00"
THE_DAY_AFTER = "2026-11-22T18:00:00+01:00"

Start = Callable[..., Driven]


def listed(store: Path) -> list[Backup]:
    """The oldest first."""
    backups = Backups(store, FixedClock())
    return [backups.checked(backup) for backup in reversed(backups.listed())]


def score(program: Driven, value: str) -> None:
    program.ask("enter", measure="m1", keys=["Backspace", value])


def test_each_day_has_one_and_what_came_after_it_is_in_the_next(start: Start, store: Path) -> None:
    """On the second day nothing is entered; on the third the program is closed at once after the change."""
    with start() as program:
        program.wait_for("store")
        assert listed(store) == []
        score(program, "5")
        until(lambda: listed(store))
        score(program, "6")
        program.ask("close")
        assert program.end() == 0
    assert [backup.day.day for backup in listed(store)] == [20]

    with start() as program:
        program.wait_for("store")
        program.ask("clock", moment=TOMORROW)
        until(lambda: [backup.day.day for backup in listed(store)] == [20, 21])
        program.ask("clock", moment=THE_DAY_AFTER)
        score(program, "7")
        program.ask("close")
        assert program.end() == 0

    assert [(b.reason, b.day.day, b.can_be_restored) for b in listed(store)] == [
        (Reason.DAY, 20, True),
        (Reason.DAY, 21, True),
        (Reason.DAY, 22, True),
    ]


def test_killed_while_it_is_made_there_is_a_whole_one_or_none(start: Start, store: Path) -> None:
    for _ in range(2):
        forget_runs()  # else a safe start would be offered
        with start() as program:
            program.wait_for("store")
            score(program, "5")
            program.process.kill()
            program.end()

    with start() as program:
        program.wait_for("store")
        score(program, "6")
        program.ask("close")
        assert program.end() == 0
    assert listed(store)
    assert all(backup.can_be_restored for backup in listed(store))


def test_a_store_of_an_earlier_program_is_backed_up_before_it_is_changed(start: Start, home: Path) -> None:
    store = home / "data" / "scorecard.db"
    store.parent.mkdir(mode=0o700)
    shutil.copy(PAST / "schema-1.db", store)

    with start() as program:
        program.wait_for("store")
        program.ask("close")
        assert program.end() == 0

    (backup,) = listed(store)
    assert (backup.reason, backup.schema, backup.can_be_restored) == (Reason.MIGRATION, 1, True)


def record_gone(path: Path) -> None:
    """A page that the first picture does not read."""
    with hand(path) as stranger:
        (page,) = stranger.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'change'").fetchone()
    content = path.read_bytes()
    path.write_bytes(content[: 4096 * (page - 1)] + b"\xa5" * 4096 + content[4096 * page :])


def test_a_damaged_store_is_restored_in_the_window_and_the_program_goes_on_loading(start: Start, store: Path) -> None:
    Backups(store, FixedClock()).make()
    record_gone(store)

    with start() as program:
        until(lambda: "is damaged" in program.ask("read")["notice"])
        program.ask("click", words="Backups…")
        until(lambda: "Good" in str(program.ask("dialog")["tables"]))
        program.ask("click", words="Restore…")
        program.ask("click", words="Restore")
        until(lambda: "The store is as it was" in str(program.ask("dialog")["words"]))
        program.ask("click", words="Done")
        program.wait_for("charts")
        score(program, "7")
        assert program.ask("read")["stored"]["m1"][0] == "7"
        program.ask("close")
        assert program.end() == 0

    assert [backup.reason for backup in listed(store)] == [Reason.REQUEST, Reason.SET_ASIDE]
