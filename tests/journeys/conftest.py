"""Journeys run the whole program in a process of its own."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path

import pytest

from tests.fresh_stores import fresh_sample
from tests.journeys.running import Driven, Running
from tests.journeys.screen import Screen

FRIDAY = date(2026, 11, 20)


@pytest.fixture
def processes() -> Iterator[ExitStack]:
    """Whatever a test starts ends with it."""
    with ExitStack() as stack:
        yield stack


@pytest.fixture
def start(processes: ExitStack, home: Path) -> Callable[..., Driven]:
    """Starts the driven program in the test's own home; keyword arguments are wishes to the driver."""
    return lambda **wishes: processes.enter_context(Driven(os.environ, **wishes))


@pytest.fixture
def start_plain(processes: ExitStack, home: Path) -> Callable[..., Running]:
    """Starts `python -m scorecard`, nothing added."""
    return lambda **more: processes.enter_context(Running([sys.executable, "-m", "scorecard"], {**os.environ, **more}))


@pytest.fixture
def store(home: Path) -> Path:
    """A store with seven measures and two weeks of days; today is Friday 20 November 2026, half scored."""
    path = home / "data" / "scorecard.db"
    fresh_sample(path, FRIDAY, years=0.04)
    return path


@pytest.fixture
def screen(processes: ExitStack, home: Path) -> Screen:
    """A screen of the test's own, with a window manager."""
    return Screen(processes, home / ".runtime")
