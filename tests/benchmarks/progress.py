"""The history that the charts are made of: read, scored, and renewed when one value changes."""

import json
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.benchmarks.table import Line
from tests.journeys.running import ROOT

BLINK = 50.0  # milliseconds: the longest that the window may stand still
COPIES = 4  # of each of the seven measures of the sample, besides itself
COPIED = {
    "measure": "id || '-{n}', name || ' {n}', why, to_whom, plan, group_id, position, NULL",
    "terms": "measure_id || '-{n}', first_day, kind, direction, target, upper, scale, unit, weight, due, weekly,"
    " 'bench', reason",
    "entry": "day, measure_id || '-{n}', state, amount, note, from_memory",
}


def measure_progress(environment: Mapping[str, str], stores: Mapping[int, Path], rounds: int) -> list[Line]:
    """`stores` are the folders of stores by their years."""
    years = max(stores)
    many = _with_more_measures(stores[years])
    named = {f"{count} year{'s' if count > 1 else ''}": stores[count] for count in stores}
    named[f"{years} years of {7 * (COPIES + 1)} measures"] = many
    return [line for name, folder in named.items() for line in _of(name, _probed(environment, folder, rounds))]


def _of(name: str, found: Mapping[str, Sequence[float]]) -> list[Line]:
    # Of one year, the card and what SQLAlchemy does once are most of it.
    goal = None if name == "1 year" else 1.5
    return [
        Line(f"{name}: history read", "sqlite3, the same rows", found["read"], found["raw"], goal),
        Line("  the scores of all days", "a blink", found["scores"], goal=BLINK, absolute=True),
        Line("  one value changed, history and scores anew", "a blink", found["renewed"], goal=BLINK, absolute=True),
        Line("  terms changed, history and scores anew", "a blink", found["terms"], goal=BLINK, absolute=True),
    ]


def _with_more_measures(folder: Path) -> Path:
    """A copy of the store with several measures for each of its own, written past the record: that is quicker."""
    copy = folder.with_name(f"{folder.name}, many measures")
    shutil.copytree(folder, copy)
    connection = sqlite3.connect(copy / "scorecard.db")
    for number in range(COPIES):
        for table, columns in COPIED.items():
            own = f"{'id' if table == 'measure' else 'measure_id'} NOT LIKE '%-%'"
            connection.execute(f"INSERT INTO {table} SELECT {columns.format(n=number)} FROM {table} WHERE {own}")
    connection.commit()
    connection.close()
    return copy


def _probed(environment: Mapping[str, str], folder: Path, rounds: int) -> dict[str, list[float]]:
    command = [sys.executable, "-m", "tests.benchmarks.progress_probe", str(folder / "scorecard.db"), str(rounds)]
    done = subprocess.run(command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, timeout=300, check=True)
    found: dict[str, list[float]] = json.loads(done.stdout)
    return found
