"""Whole processes: how long until the window is painted, the store open, the charts there; and what that weighs."""

import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from scorecard.domain.clock import SystemClock
from scorecard.domain.days import score_date
from scorecard.domain.measures import EVERY_DAY
from tests.benchmarks.table import Line
from tests.journeys.running import ROOT, Running, forget_runs
from tests.sample.year import make_sample

PYTHON = sys.executable
BARE = [PYTHON, str(Path(__file__).with_name("bare_window.py"))]
PROGRAM = [PYTHON, "-m", "scorecard"]
YEARS = (1, 10, 50)
AGG = (
    "import time; began = time.perf_counter(); import matplotlib.figure, matplotlib.backends.backend_agg; "
    "print(1000 * (time.perf_counter() - began))"
)
Environment = Mapping[str, str]


def make_stores(folder: Path) -> dict[int, Path]:
    """The data folders of stores with so many years in them, up to today."""
    clock = SystemClock()
    for years in YEARS:
        store = folder / f"{years} years" / "scorecard.db"
        # Due on every day: a benchmark of a Sunday is to draw what one of a Monday draws.
        make_sample(store, clock, score_date(clock.now()), years=years, due=EVERY_DAY)
    return {years: folder / f"{years} years" for years in YEARS}


def until_told(command: Sequence[str], environment: Environment, *milestones: str) -> list[float]:
    """Milliseconds from the start of the process to each milestone; it is killed after the last one."""
    forget_runs(environment)  # the last one was killed as well
    began = time.perf_counter()
    with Running(command, environment) as program:
        reached = []
        for milestone in milestones:
            program.wait_for(milestone)
            reached.append(1000 * (time.perf_counter() - began))
        program.process.kill()
    return reached


def measure_starts(environment: Environment, stores: Mapping[int, Path], rounds: int) -> list[Line]:
    def of(years: int) -> Environment:
        return {**environment, "SCORECARD_DATA": str(stores[years])}

    bare: list[float] = []
    painted: dict[int, list[float]] = {years: [] for years in YEARS}
    for years in YEARS:
        until_told(PROGRAM, of(years), "charts")  # what the first start ever makes is there from now on
    for _ in range(rounds):
        bare += until_told(BARE, environment, "painted")
        for years in YEARS:
            painted[years] += until_told(PROGRAM, of(years), "painted")
    loaded = [until_told(PROGRAM, of(10), "painted", "usable", "store", "charts") for _ in range(max(3, rounds // 3))]
    return [
        Line("start to today's scorecard, 1 year", "bare window", painted[1], bare, 1.25),
        Line("start with 10 years", "1 year", painted[10], painted[1], 1.1),
        Line("start with 50 years", "1 year", painted[50], painted[1], 1.1),
        Line("menus and shortcuts there, 10 years", "bare window", [times[1] for times in loaded], bare),
        Line("store open, 10 years", "bare window", [times[2] for times in loaded], bare),
        Line("charts loaded, 10 years", "bare window", [times[3] for times in loaded], bare),
    ]


def measure_loading(environment: Environment, stores: Mapping[int, Path], rounds: int) -> list[Line]:
    """With a probe inside the process: the longest stall, the first chart on request, and the memory at the end."""
    environment = {**environment, "SCORECARD_DATA": str(stores[10])}
    probe = [PYTHON, "-m", "tests.benchmarks.loading_probe"]
    quiet, asked, agg, bare = [], [], [], []
    for _ in range(rounds):
        quiet.append(_probed([*probe, "wait"], environment))
        asked.append(_probed([*probe, "ask"], environment))
        agg.append(float(_said([PYTHON, "-c", AGG], environment)))
        bare.append(_probed([*probe, "bare"], environment))
    stalls = [found["stall"] for found in quiet]
    charts = [found["chart"] for found in asked]
    ours, theirs = ([found["memory"] for found in probes] for probes in (quiet, bare))
    return [
        Line("longest stall of the event loop while loading", "–", stalls, goal=50, absolute=True),
        Line("Progress opened at once, until its chart is seen", "import of Agg", charts, agg, 1.2),
        Line("memory (PSS), chart seen", "bare window", ours, theirs, 110, "MiB", absolute=True),
    ]


def _probed(command: Sequence[str], environment: Environment) -> dict[str, float]:
    words = _said(command, environment).split()
    return {name: float(value) for name, value in zip(words[::2], words[1::2], strict=True)}


def _said(command: Sequence[str], environment: Environment) -> str:
    done = subprocess.run(command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, timeout=120, check=True)
    return done.stdout.decode()


def compile_everything() -> None:
    """So that no process measured has to."""
    places = [str(ROOT / "scorecard"), str(ROOT / "tests"), *(path for path in sys.path if "site-packages" in path)]
    subprocess.run([PYTHON, "-m", "compileall", "-q", "-j", "0", *places], stdout=subprocess.DEVNULL, check=False)


def has_x_server() -> bool:
    return bool(shutil.which("Xvfb"))
