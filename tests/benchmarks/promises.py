"""Promises: the Commitments tab with a thousand of them and with ten years of them, the book, and the start."""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from scorecard.domain.clock import SystemClock
from scorecard.domain.days import score_date
from scorecard.domain.measures import EVERY_DAY
from tests.benchmarks.starts import PROGRAM, Environment, until_told
from tests.benchmarks.table import Line
from tests.benchmarks.window import FRAME
from tests.journeys.running import ROOT
from tests.sample.promises import make_promises, make_thousand, open_promises, years_of_promises
from tests.sample.year import make_sample

BLINK = 50.0  # milliseconds: the longest that the window may stand still
TEN_YEARS = 10_000


def measure_promises(
    environment: Environment, with_promises: Path, folder: Path, rounds: int, count: int
) -> list[Line]:
    """`with_promises` is a store of one year that has promises; the others are made in `folder`."""
    thousand, years, without = _make_stores(folder)
    few = max(3, rounds // 3)
    of_thousand = [_probed(environment, thousand, count if n == 0 else 0) for n in range(few)]
    of_years = [_probed(environment, years, count if n == 0 else 0) for n in range(few)]
    book = _said(environment, years, "book", str(few))
    starts: dict[Path, list[float]] = {with_promises: [], without: []}
    for store in (*starts, *(list(starts) * rounds)):
        started = until_told(PROGRAM, {**environment, "SCORECARD_DATA": str(store)}, "painted")
        starts[store] += started
    return [
        Line("start with promises on today's page", "without", starts[with_promises][1:], starts[without][1:], 1.1),
        *_of_tab("1,000 open promises", of_thousand),
        *_of_tab("10 years of promises", of_years),
        Line("book of 10,000 promises read", "sqlite3, the same rows", book["read"], book["raw"]),
        Line("and reckoned for the first time", "sqlite3, the same rows", book["reckoned"], book["raw"]),
        Line("one of them settled, lanes anew", "a frame", book["renewed"], goal=FRAME, absolute=True),
    ]


def _of_tab(of_what: str, found: Sequence[Mapping[str, list[float]]]) -> list[Line]:
    firsts, most = [probe["first"][0] for probe in found], found[0]
    return [
        Line(f"{of_what}: Commitments seen first", "a blink", firsts, goal=BLINK, absolute=True),
        Line("  all shown, or what is open", "a blink", most["filter"], goal=BLINK, absolute=True),
        Line("  every card another one, painted", "a blink", most["set"], goal=BLINK, absolute=True),
        Line("  scrolled by a step, painted", "a frame", most["scroll"], goal=FRAME, absolute=True),
        Line("  search: a letter typed, cards painted", "a frame", most["search"], goal=FRAME, absolute=True),
        Line("  quick line: a key, reading painted", "a frame", most["line"], goal=FRAME, absolute=True),
        Line("  K on an open card, lane painted, commit included", "a blink", most["keep"], goal=BLINK, absolute=True),
        Line("  its undo", "a blink", most["undo"], goal=BLINK, absolute=True),
    ]


def _make_stores(folder: Path) -> tuple[Path, Path, Path]:
    clock = SystemClock()
    today = score_date(clock.now())
    thousand, years, without = (folder / name for name in ("thousand", "ten years of promises", "no promises"))
    make_thousand(thousand / "scorecard.db", clock, today)
    make_promises(
        years / "scorecard.db", clock, [*years_of_promises(today, TEN_YEARS), *open_promises(today)]
    )  # fmt: skip
    make_sample(without / "scorecard.db", clock, today, due=EVERY_DAY, with_promises=False)
    return thousand, years, without


def _probed(environment: Environment, store: Path, count: int) -> dict[str, list[float]]:
    return _said(environment, store, "tab", str(count))


def _said(environment: Environment, store: Path, *arguments: str) -> dict[str, list[float]]:
    command = [sys.executable, "-m", "tests.benchmarks.promises_probe", *arguments]
    surroundings = {**environment, "SCORECARD_DATA": str(store)}
    done = subprocess.run(command, env=surroundings, cwd=ROOT, stdout=subprocess.PIPE, timeout=300, check=True)
    found: dict[str, list[float]] = json.loads(done.stdout)
    return found
