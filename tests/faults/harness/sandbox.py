"""Where an experiment happens: stores to begin with, and a home of its own for a process."""

import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from tests.fake_clock import FixedClock
from tests.faults.harness.deeds import TODAY
from tests.faults.old_stores import PAST, old_store
from tests.sample.year import make_sample

ROOT = Path(__file__).resolve().parents[3]
PYTHON = (sys.executable, "-W", "ignore", "-m")
STORE = "scorecard.db"
IMPORTED_DAYS = 500


@dataclass(frozen=True, slots=True)
class Sandbox:
    """A folder that holds all a process may touch; its store need not be there yet."""

    folder: Path

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def store(self) -> Path:
        return self.data / STORE

    @property
    def backups(self) -> Path:
        return self.data / "backups"

    @property
    def environment(self) -> Mapping[str, str]:
        """With which a process has its home here, and writes nothing elsewhere."""
        home = str(self.folder / "home")
        names = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "SCORECARD_"))}
        fixed = {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "Europe/Berlin"}
        return {**kept, **fixed, **dict.fromkeys(names, home), "SCORECARD_DATA": str(self.data)}

    def copy(self, folder: Path) -> "Sandbox":
        """Another one with the same files; what was at `folder` goes."""
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.folder, folder)
        return Sandbox(folder)


def command(*arguments: str) -> Sequence[str]:
    """`scorecard` with these arguments."""
    return [*PYTHON, "scorecard", *arguments]


def with_sample(folder: Path) -> Sandbox:
    """A store with a week and a half of everything."""
    sandbox = _empty(folder)
    shutil.copy(_sample(), sandbox.store)
    return sandbox


def with_old_store(folder: Path) -> Sandbox:
    """A store of the last schema before this one."""
    sandbox = _empty(folder)
    old_store(sandbox.store, PAST[-1])
    return sandbox


def _empty(folder: Path) -> Sandbox:
    sandbox = Sandbox(folder)
    sandbox.data.mkdir(parents=True, mode=0o700)
    (folder / "home").mkdir(mode=0o700)
    return sandbox


@cache
def _sample() -> Path:
    import atexit

    folder = Path(mkdtemp(prefix="scorecard-harness-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    make_sample(folder / STORE, FixedClock(), TODAY, years=0.03)
    return folder / STORE


def table_to_import(folder: Path, days: int = IMPORTED_DAYS) -> Path:
    """Six measures over so many days, as another program would export them."""
    lines = ["Date," + ",".join(f"Measure {number}" for number in range(6))]
    for back in range(days, 0, -1):
        values = ",".join(str((back + number) % 9 + 1) for number in range(6))
        lines.append(f"{TODAY - timedelta(days=back)},{values}")
    file = folder / "table.csv"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file
