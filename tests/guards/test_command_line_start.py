"""What each command waits for: by the modules that it imports, for no timing decides a test."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.fake_clock import FRIDAY_EVENING, FixedClock
from tests.sample.year import make_sample

AT_THE_END = """
import atexit, sys
atexit.register(lambda: print(*sys.modules, file=sys.stderr))
from scorecard.__main__ import main
sys.argv[1:] = {arguments!r}
sys.exit(main())
"""
NEVER = (
    "PySide6", "matplotlib", "numpy", "alembic", "icalendar", "xlsxwriter", "scorecard.ui", "scorecard.charts",
    "scorecard.services.services", "scorecard.services.goals", "scorecard.services.progress",
    "scorecard.services.people",
)  # fmt: skip
# The parser alone, and nothing that reads.
NOT_FOR_HELP = (
    *NEVER,
    "dataclasses",
    "pathlib",
    "typing",
    "datetime",
    "json",
    "sqlite3",
    "logging",
    "scorecard.domain.starts",
)
NOT_TO_LOOK = (
    *NEVER,
    "sqlalchemy",
    "asyncio",
    "hashlib",
    "logging",
    "scorecard.services.promises",
    "scorecard.words.errors",
)
NOT_TO_WRITE = (*NEVER, "dateparser", "scorecard.formats", "scorecard.services.promises", "scorecard.words.errors")


@pytest.fixture
def store(home: Path) -> Path:
    path = home / "data" / "scorecard.db"
    make_sample(path, FixedClock(), FRIDAY_EVENING.date(), years=0.02)
    return path


def loaded_by(*arguments: str) -> set[str]:
    """Of Python itself, this test and the site, whatever was loaded is loaded in all of them."""
    source = AT_THE_END.format(arguments=list(arguments))
    command = [sys.executable, "-S", "-c", f"import sys; sys.path[:0] = {sys.path!r}\n{source}"]
    done = subprocess.run(command, env=os.environ, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return set(done.stderr.split())


@pytest.mark.parametrize(
    ("arguments", "too_much"),
    [
        (("--version",), (*NOT_FOR_HELP, "argparse", "re")),
        (("--help",), NOT_FOR_HELP),
        (("where",), (*NOT_TO_LOOK, "sqlite3", "decimal")),
        (("complete", "th"), NOT_TO_LOOK),
        (("today", "--json"), NOT_TO_LOOK),
        (("tally", "thank"), NOT_TO_WRITE),
        (("promise", "Call Ana"), tuple(name for name in NEVER if name != "scorecard.services.people")),
    ],
)
def test_a_command_waits_for_nothing_it_does_not_need(
    store: Path, arguments: Sequence[str], too_much: Sequence[str]
) -> None:
    loaded = loaded_by(*arguments)

    assert "scorecard.__main__" in loaded
    assert [name for name in too_much if name in loaded] == []
