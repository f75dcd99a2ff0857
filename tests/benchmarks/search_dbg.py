"""What the search probe found, as lines of the table."""

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from scorecard.domain.activities import Deed, Verb
from scorecard.domain.clock import SystemClock
from scorecard.domain.days import score_date
from scorecard.store.store import Store
from tests.benchmarks.table import Line
from tests.benchmarks.window import FRAME
from tests.journeys.running import ROOT
from tests.sample.answers import write_answers

TEN_YEARS = 3652


def measure_search(environment: Mapping[str, str], decade: Path, count: int) -> list[Line]:
    """`decade` is the folder of a store with ten years of entries; ten years of answers are written into a copy."""
    folder = decade.with_name("text")
    shutil.copytree(decade, folder)
    clock = SystemClock()
    store = Store(folder / "scorecard.db", clock)
    with store.change(Deed(Verb.IMPORT, {"source": "sample"})) as work:
        write_answers(work, score_date(clock.now()), TEN_YEARS)
    store.close()
    command = [sys.executable, "-m", "tests.benchmarks.search_probe_dbg", str(count)]
    probed = {**environment, "SCORECARD_DATA": str(folder)}
    done = subprocess.run(command, env=probed, cwd=ROOT, stdout=subprocess.PIPE, timeout=300, check=True)
    found = json.loads(done.stdout)
    return [
        Line("key to painted list, ten years of text", "a frame", found["key"], goal=FRAME, absolute=True),
        Line("searched, services alone", "a frame", found["find"], goal=FRAME, absolute=True),
        Line("next in the list", "a frame", found["down"], goal=FRAME, absolute=True),
        Line("find opened for the first time", "–", found["first"]),
        Line("one note saved, found from then on", "without the index", found["kept"], found["bare"], 1.5),
    ]
