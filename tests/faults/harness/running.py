"""All experiments, each in a process of its own, two at a time."""

import logging
import os
import shutil
import sys
import time
from collections.abc import Collection
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from tests.faults.harness import salvages
from tests.faults.harness.counts import Counts, Scale
from tests.faults.harness.experiments import EXPERIMENTS

AT_ONCE = 2
SALVAGE = "salvage"
LONGEST_FIRST = ("system-calls", "kills", "calls", "halves", "damage", "power")


def run_all(names: Collection[str], scale: Scale, seed: int, folder: Path) -> tuple[list[Counts], str]:
    """Their counts in the order of the table, and the table of the salvage."""
    order = sorted((name for name in EXPERIMENTS if name in names), key=_place)
    with ProcessPoolExecutor(min(AT_ONCE, os.cpu_count() or 1), mp_context=get_context("spawn")) as pool:
        running = {name: pool.submit(experiment, name, scale, seed, folder / name) for name in order}
        salvage = pool.submit(salvages.table, scale, seed, tell) if SALVAGE in names else None
        counts = [one for name in EXPERIMENTS if name in running for one in running[name].result()]
        return counts, salvage.result() if salvage is not None else ""


def _place(name: str) -> int:
    """The longest first, so that no core waits at the end."""
    return LONGEST_FIRST.index(name) if name in LONGEST_FIRST else len(LONGEST_FIRST)


def experiment(name: str, scale: Scale, seed: int, place: Path) -> list[Counts]:
    logging.getLogger("scorecard").addHandler(logging.NullHandler())  # else warnings stand among the progress
    begun = time.monotonic()
    place.mkdir(parents=True)
    try:
        counts = EXPERIMENTS[name](scale, seed, place, tell)
    finally:
        shutil.rmtree(place, ignore_errors=True)
    for one in counts:
        tell(one.said())
    tell(f"{name}: {time.monotonic() - begun:.0f} s")
    return counts


def tell(words: str) -> None:
    """Progress."""
    sys.stderr.write(f"{words}\n")
    sys.stderr.flush()
