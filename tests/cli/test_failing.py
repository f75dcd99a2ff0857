"""What goes wrong is one line on stderr, and a status that tells a script what it may do about it."""

import errno
import io
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from scorecard.cli.main import run
from scorecard.store import opening
from tests.cli.conftest import Type
from tests.fake_clock import FixedClock

READING = (("today",), ("week",), ("complete",), ("export", "--format", "csv", "--to", "days.csv"))
WRITING = (("tally", "thanks"), ("promise", "Call Ana"), ("backup",))


def _empty(store: Path) -> None:
    os.truncate(store, 0)


def _foreign(store: Path) -> None:
    store.write_bytes(b"my own notes")


def _newer(store: Path) -> None:
    with closing(sqlite3.connect(store)) as connection:
        connection.execute("PRAGMA user_version = 99")


def _damaged(store: Path) -> None:
    """All but the first page."""
    with open(store, "r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (store.stat().st_size - 4096))


@pytest.mark.parametrize("harm", [_empty, _foreign, _newer, _damaged, Path.unlink])
def test_a_store_that_can_t_be_used_is_left_alone(harm: Callable[[Path], None], scorecard: Type, store: Path) -> None:
    harm(store)
    before = store.read_bytes() if store.exists() else b""

    for command in (*READING, *WRITING):
        outcome = scorecard(*command)

        assert (outcome.status, outcome.out, len(outcome.err)) == (5, [], 1)
        assert (store.read_bytes() if store.exists() else b"") == before


def test_a_store_that_is_being_written_to_may_be_tried_again(
    scorecard: Type, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_plain = opening.open_plain

    def open_impatiently(path: Path, writes: bool = True) -> sqlite3.Connection:
        connection = open_plain(path, writes)
        connection.execute("PRAGMA busy_timeout = 0")
        return connection

    monkeypatch.setattr(opening, "open_plain", open_impatiently)
    with closing(sqlite3.connect(store, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        for command in (*READING[:3], *WRITING[:2]):
            outcome = scorecard(*command)

            assert (outcome.status, outcome.out, len(outcome.err)) == (6, [], 1)
            assert ("not saved" in outcome.err[0]) == (command in WRITING)


class Gone(io.StringIO):
    """Whoever read it has gone, or its disk is full."""

    def __init__(self, error: int) -> None:
        super().__init__()
        self._error = error

    def flush(self) -> None:
        raise OSError(self._error, os.strerror(self._error))


@pytest.mark.parametrize("error", [errno.EPIPE, errno.ENOSPC])
@pytest.mark.parametrize("command", [["today"], ["today", "--json"], ["tally", "thanks"]])
def test_what_nobody_reads_is_no_failure_of_what_was_done(
    error: int, command: list[str], scorecard: Type, store: Path, clock: FixedClock
) -> None:
    err = io.StringIO()

    assert run(command, os.environ, Gone(error), err, None, clock) == 141
    assert err.getvalue() == ""
    counted = "  Thanks given: 1 (at least 1)" if command[0] == "tally" else "  Thanks given: – (at least 1)"
    assert counted in scorecard("today").out


class NoText(io.StringIO):
    def readline(self, size: int | None = -1, /) -> str:
        raise UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte")


def test_what_is_no_text_is_no_promise(store: Path, clock: FixedClock) -> None:
    out, err = io.StringIO(), io.StringIO()

    assert run(["promise", "-"], os.environ, out, err, NoText(), clock) == 2
    assert (out.getvalue(), err.getvalue()) == ("", "What was read from standard input is no text.\n")


def test_signs_a_terminal_has_no_code_for_become_question_marks(store: Path, clock: FixedClock) -> None:
    out = io.TextIOWrapper(io.BytesIO(), encoding="ascii", errors="strict")

    assert run(["tally", "deep", "skip", "--note", "Größe"], os.environ, out, io.StringIO(), None, clock) == 0
    out.seek(0)
    assert out.read() == "Deep work: skipped (at least 1:30), 2026-11-20\n"
    err = io.TextIOWrapper(io.BytesIO(), encoding="ascii", errors="strict")
    assert run(["tally", "thank"], os.environ, out, err, None, clock) == 3
    err.seek(0)
    assert err.read() == "?thank? may be: Thank-yous heard; Thanks given. Type more of it.\n"
