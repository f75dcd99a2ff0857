"""An empty store for a test: made by the program once a process, and copied from then on."""

import atexit
import shutil
import tempfile
from datetime import datetime
from functools import cache
from pathlib import Path

from scorecard.store import migrating
from scorecard.store.files import make_private_folder


@cache
def _made(now: datetime) -> Path:
    folder = Path(tempfile.mkdtemp(prefix="scorecard-fresh-store-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    migrating.create_store(folder / "made" / "scorecard.db", now)
    return folder / "made" / "scorecard.db"


def fresh_store(path: Path, now: datetime) -> None:
    """As `create_store`, but all of one moment have the same id."""
    make_private_folder(path.parent)
    shutil.copy(_made(now), path)
