"""`scorecard import` of another store of ours: what it is, what it adds, what joins by name, what is another here."""

import io
import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from scorecard.cli.main import run
from scorecard.services.backups import Backups
from tests.fake_clock import FixedClock
from tests.importing_files import count_of, scored_store

Command = Callable[..., tuple[object, str, str]]


@pytest.fixture
def scorecard(clock: FixedClock) -> Command:
    def typed(*arguments: str | Path) -> tuple[object, str, str]:
        out, err = io.StringIO(), io.StringIO()
        status = run([str(argument) for argument in arguments], os.environ, out, err, None, clock)
        return status, out.getvalue(), err.getvalue()

    return typed


@pytest.fixture
def store(home: Path, clock: FixedClock) -> Path:
    return scored_store(home / "data" / "scorecard.db", clock, "m1", 4)


@pytest.fixture
def laptop(tmp_path: Path, clock: FixedClock) -> Path:
    return scored_store(tmp_path / "laptop" / "scorecard.db", FixedClock(clock.now() - timedelta(hours=1)), "x1", 9)


def test_it_says_what_it_is_what_it_brings_and_what_is_another_here(
    scorecard: Command, store: Path, laptop: Path
) -> None:
    status, out, err = scorecard("import", laptop, "--yes")

    assert (status, err) == (0, "")
    assert out.splitlines() == [
        "Another Scorecard store",
        "New: entries 1. Different here, and left as they are here: entries 1.",
        "Different here, for example:",
        "· Calls, 2026-11-19: 4 here, 9 in the file",
        "They join yours of the same name (--apart keeps them apart):",
        "  Measures: Calls",
        "Imported. One undo takes it back.",
    ]
    assert (count_of(store, "entry"), count_of(store, "measure")) == (3, 1)
    assert scorecard("import", laptop, "--yes")[1].splitlines()[1].startswith("Nothing in it is new.")


def test_apart_nothing_joins_by_its_name(scorecard: Command, store: Path, laptop: Path) -> None:
    assert scorecard("import", laptop, "--yes", "--apart")[0] == 0
    assert (count_of(store, "entry"), count_of(store, "measure")) == (4, 2)


def test_the_store_itself_is_no_file_to_import(scorecard: Command, store: Path) -> None:
    status, out, err = scorecard("import", store, "--yes")
    assert (status, out) == (1, "")
    assert err.startswith("This is the store that Scorecard has open")


def test_a_backup_makes_a_store_where_there_is_none(
    scorecard: Command, home: Path, laptop: Path, tmp_path: Path, clock: FixedClock
) -> None:
    backup = Backups(laptop, clock).make_at(tmp_path / "copy.db")
    status, out, _ = scorecard("import", backup.path, "--yes")
    assert status == 0
    assert out.startswith("A backup of another Scorecard store, 2026-11-20\n")
    assert count_of(home / "data" / "scorecard.db", "entry") == 2
