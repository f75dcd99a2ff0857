"""Stores for a test to begin with: made by the program once a process, and copied from then on."""

import atexit
import shutil
import tempfile
from datetime import date, datetime
from functools import cache
from pathlib import Path

from scorecard.store import migrating
from scorecard.store.files import make_private_folder
from tests.fake_clock import FixedClock
from tests.sample.year import make_sample


def fresh_store(path: Path, now: datetime) -> None:
    """As `create_store`, but all of one moment have the same id."""
    make_private_folder(path.parent)
    shutil.copy(_made(now), path)


def fresh_sample(path: Path, today: date, years: float) -> None:
    """As `make_sample` by the clock of the tests, but all of one length have the same id."""
    make_private_folder(path.parent)
    shutil.copy(_sampled(today, years), path)


@cache
def _made(now: datetime) -> Path:
    path = _place()
    migrating.create_store(path, now)
    return path


@cache
def _sampled(today: date, years: float) -> Path:
    path = _place()
    make_sample(path, FixedClock(), today, years)
    return path


def _place() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="scorecard-fresh-store-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder / "made" / "scorecard.db"
