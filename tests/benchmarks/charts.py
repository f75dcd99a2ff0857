"""Progress in the real window: opened, another stretch, scrolled, resized, pointed at; on stores of many years."""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from scorecard.domain.periods import Length
from tests.benchmarks.starts import AGG, Environment
from tests.benchmarks.table import Line
from tests.journeys.running import ROOT

BLINK = 50.0  # milliseconds: the longest that the window may stand still
HOVER = {1.0: 3.0, 2.0: 8.0}  # milliseconds, by device pixels in a logical one
RATIO = 1.5  # of many years to one
PROBES = "tests.benchmarks"

Found = Mapping[str, Sequence[float]]


def measure_charts(environment: Environment, stores: Mapping[int, Path], rounds: int) -> list[Line]:
    """`stores` are the folders of stores by their years."""
    lines = _not_loaded({**environment, "SCORECARD_DATA": str(stores[min(stores)])}, max(3, rounds // 3))
    for ratio in HOVER:
        found = {years: _probed(environment, folder, ratio, rounds) for years, folder in stores.items()}
        for years in found:
            lines += _of(years, ratio, found[years], found[min(found)])
    return [line for line in lines if line.measured]


def _not_loaded(environment: Environment, rounds: int) -> list[Line]:
    opened, agg = [], []
    for _ in range(rounds):
        agg.append(float(_said([sys.executable, "-c", AGG], environment)))
        words = _said([sys.executable, "-m", f"{PROBES}.loading_probe", "ask"], environment).split()
        opened.append(float(words[1]))
    return [Line("Progress opened, nothing loaded, first chart", "import of Agg", opened, agg, 1.2)]


def _of(years: int, ratio: float, found: Found, one: Found) -> list[Line]:
    name = f"{years} year{'s' * (years > 1)}, ratio {ratio:g}"
    same = found is one
    floor = "–" if same else "1 year"

    def line(words: str, key: str) -> Line:
        return Line(words, floor, found.get(key, ()), () if same else one.get(key, ()), None if same else RATIO)

    lines = [line(f"{name}: Progress opened, first chart", "open first"), line("  all in view", "open all")]
    for length in Length:
        lines.append(line(f"  to {length.value}: first chart", f"{length.value} first"))
        lines.append(line("    all in view", f"{length.value} all"))
    lines += [
        line("  scrolled by half a page, all in view", "scroll all"),
        line("  resized, all in view", "resize all"),
    ]
    stalls = [figure for key, figures in found.items() if key.endswith(" stall") for figure in figures]
    twice = [figure for key, figures in found.items() if key.endswith(" twice") for figure in figures]
    lines.append(Line("  longest stall in each of these", "–", stalls, goal=BLINK, absolute=True))
    lines.append(Line("  charts drawn twice in one of these", "–", twice, goal=0, unit="", absolute=True))
    pointed = [figure for key, figures in found.items() if key.startswith("hover ") for figure in figures]
    lines.append(Line("  hover, of all charts", "–", pointed, goal=HOVER[ratio], absolute=True))
    return lines


def _probed(environment: Environment, store: Path, ratio: float, rounds: int) -> Found:
    surroundings = {**environment, "SCORECARD_DATA": str(store), "QT_SCALE_FACTOR": f"{ratio:g}"}
    found: Found = json.loads(_said([sys.executable, "-m", f"{PROBES}.charts_probe", str(rounds)], surroundings))
    return found


def _said(command: Sequence[str], environment: Environment) -> str:
    done = subprocess.run(command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, timeout=300, check=True)
    return done.stdout.decode()
