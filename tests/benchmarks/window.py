"""What the window probe found, as lines of the table."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.benchmarks.table import Line
from tests.journeys.running import ROOT

FRAME = 16.7  # milliseconds


def measure_window(environment: Mapping[str, str], store: Path, count: int) -> list[Line]:
    found = _probed({**environment, "SCORECARD_DATA": str(store)}, count)
    doubled = _probed({**environment, "SCORECARD_DATA": str(store), "QT_SCALE_FACTOR": "2"}, max(20, count // 4))
    return [
        Line("key to painted row and ring, commit included", "a frame", found["key"], goal=FRAME, absolute=True),
        Line("one entry saved", "sqlite3, one upsert", found["save"], found["raw"], 2.0),
        Line("previous day painted", "a frame", found["day"], goal=FRAME, absolute=True),
        Line("week chart redrawn", "13 labelled ticks", found["chart"], found["ticks"], 1.5),
        Line("hover, ratio 1", "–", found["hover"], goal=3, absolute=True),
        Line(f"hover, ratio {doubled['ratio'][0]:g}", "–", doubled["hover"], goal=8, absolute=True),
    ]


def _probed(environment: Mapping[str, str], count: int) -> dict[str, list[float]]:
    command = [sys.executable, "-m", "tests.benchmarks.window_probe", str(count)]
    done = subprocess.run(command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, timeout=300, check=True)
    found: dict[str, list[float]] = json.loads(done.stdout)
    return found
