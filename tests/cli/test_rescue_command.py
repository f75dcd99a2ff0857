"""`scorecard rescue`: the way back on a terminal, from the newest good backup and what can still be read."""

import io
import os
import platform
import sqlite3
from collections.abc import Callable
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from scorecard.cli.main import run
from scorecard.domain.backups import Reason
from scorecard.domain.marks import Mark, Scored
from scorecard.services.backups import Backups
from scorecard.services.cards import Draft
from scorecard.services.rescuing import FOLDER
from scorecard.services.services import Services
from scorecard.store.migrating import create_store
from tests.fake_clock import FixedClock
from tests.services.opened import COUNT
from tests.store.raw import fingerprint

Command = Callable[..., tuple[object, str, list[str]]]


class Keyboard(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def scorecard(clock: FixedClock) -> Command:
    def typed(*arguments: str | Path, answer: str | None = None) -> tuple[object, str, list[str]]:
        out, err = io.StringIO(), io.StringIO()
        keyboard = Keyboard(answer) if answer is not None else None
        status = run([str(argument) for argument in arguments], os.environ, out, err, keyboard, clock)
        return status, out.getvalue(), err.getvalue().splitlines()

    return typed


@pytest.fixture
def store(home: Path, clock: FixedClock) -> Path:
    """With a 3 in its backup, and a 5 since; its record is gone."""
    path = home / "data" / "scorecard.db"
    create_store(path, clock.now())
    with closing(Services(path, clock)) as services:
        calls, today = services.cards.add(Draft("Calls", COUNT)), services.scoring.today()
        services.scoring.score(calls, today, Decimal(3))
        Backups(path, clock).make(Reason.DAY)
        services.scoring.score(calls, today, Decimal(5))
    with closing(sqlite3.connect(path)) as stranger:
        (page,) = stranger.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'change'").fetchone()
    content = path.read_bytes()
    path.write_bytes(content[: 4096 * (page - 1)] + bytes(4096) + content[4096 * page :])
    return path


def mark(path: Path, clock: FixedClock) -> Mark:
    with closing(Services(path, clock)) as services:
        today = services.scoring.today()
        (entry,) = services.scoring.snapshot(today, today).entries.values()
        return entry.mark


def test_a_yes_brings_back_what_is_sure_and_keeps_the_damaged_file(
    scorecard: Command, store: Path, clock: FixedClock
) -> None:
    bad = fingerprint(store)

    status, out, err = scorecard("rescue", answer="y\n")

    assert (status, err) == (0, [])
    assert "is damaged" in out
    assert "Value, changed  5  Calls" in out
    assert "1 of 1 come along" in out
    assert mark(store, clock) == Scored(Decimal(5))
    assert fingerprint(Backups(store, clock).listed()[0].path) == bad
    assert not store.with_name(FOLDER).exists()


@pytest.mark.parametrize(("answer", "status"), [("n\n", 1), ("", 1), (None, 2)])
def test_without_a_yes_nothing_is_changed(scorecard: Command, store: Path, answer: str | None, status: int) -> None:
    before = {file: fingerprint(file) for file in store.parent.rglob("*.db")}

    assert scorecard("rescue", answer=answer)[0] == status

    assert {file: fingerprint(file) for file in store.parent.rglob("*.db")} == before


@pytest.mark.parametrize("command", [("rescue",), ("restore", "1")])
def test_a_window_that_was_opened_before_the_answer_keeps_its_store(
    command: tuple[str, ...], store: Path, clock: FixedClock
) -> None:
    class Looking(Keyboard):
        def readline(self, *_arguments: Any) -> str:
            store.with_name("scorecard.lock").write_text(f"{os.getpid()}\nscorecard\n{platform.node()}\n")
            return "y\n"

    before, err = fingerprint(store), io.StringIO()
    status = run(command, os.environ, io.StringIO(), err, Looking(), clock)

    assert status == 1
    assert "has this store open" in err.getvalue()
    assert fingerprint(store) == before


def test_a_backup_or_a_file_can_be_named_and_what_is_none_of_ours_is_refused(
    scorecard: Command, store: Path, home: Path, clock: FixedClock
) -> None:
    letter = home / "letter.json"
    letter.write_text("{}")
    status, _, err = scorecard("rescue", letter, "--yes")
    assert (status, len(err)) == (4, 1)
    assert "neither another Scorecard store nor an export" in err[0]

    (backup,) = Backups(store, clock).listed()
    assert scorecard("rescue", backup.path.name, "--yes")[0] == 0
    assert mark(store, clock) == Scored(Decimal(5))


def test_a_good_store_and_none_at_all_are_left_alone(scorecard: Command, home: Path, clock: FixedClock) -> None:
    status, _, err = scorecard("rescue")
    assert status != 0
    assert err[0].startswith("There is no store yet")

    path = home / "data" / "scorecard.db"
    create_store(path, clock.now())
    before = fingerprint(path)
    status, out, err = scorecard("rescue", "--yes")
    assert (status, err) == (0, [])
    assert "nothing to rescue" in out
    assert fingerprint(path) == before


def test_other_commands_say_what_leads_back_in_their_one_line(scorecard: Command, store: Path) -> None:
    content = bytearray(store.read_bytes())
    content[4096:] = bytes(len(content) - 4096)
    store.write_bytes(content)
    _, _, err = scorecard("check")
    assert len(err) == 1
    assert "“scorecard rescue” leads back" in err[0]

    status, out, _ = scorecard("restore", "1", "--yes")
    assert status == 0
    assert "nothing can be compared" in out
