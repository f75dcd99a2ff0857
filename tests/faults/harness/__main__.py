"""`make faults`: the long form of the harness; its table on the standard output, its progress on the other.

The exit status is 1 when anything was lost, torn, corrupt or unexplained, or when a control saw nothing.
"""

import argparse
import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.faults.harness.counts import Scale
from tests.faults.harness.experiments import EXPERIMENTS
from tests.faults.harness.running import SALVAGE, run_all, tell
from tests.faults.harness.table import DOCUMENT, as_table, written_into

INTRODUCTION = "What a look through the pages brings back of a store of five years, with no backup to lean on:"


def main() -> int:
    wished = argparse.ArgumentParser(prog="python -m tests.faults.harness", description=__doc__)
    wished.add_argument("experiments", nargs="*", choices=[*EXPERIMENTS, SALVAGE, []], help="all if not said")
    wished.add_argument("--short", action="store_true", help="as in `make test`")
    wished.add_argument("--seed", type=int, default=0, help="another course of events (default: by the day)")
    wished.add_argument("--write", action="store_true", help="put the table into docs/reliability.md")
    wishes = wished.parse_args()
    names = wishes.experiments or [*EXPERIMENTS, SALVAGE]
    scale = Scale.SHORT if wishes.short else Scale.LONG
    today = date.today()
    seed = wishes.seed or today.toordinal()
    with TemporaryDirectory(prefix="scorecard-faults-") as folder:
        counts, salvage = run_all(names, scale, seed, Path(folder))
    tables = [as_table(counts, today, seed), *([f"{INTRODUCTION}\n\n{salvage}"] if salvage else [])]
    sys.stdout.write("\n\n".join(tables) + "\n")
    if wishes.write:
        DOCUMENT.write_text(written_into(DOCUMENT.read_text(encoding="utf-8"), *tables), encoding="utf-8")
    failed = [found for found in counts if not found.passed]
    for found in failed:
        for problem in found.problems or ("nothing was seen",):
            tell(f"FAILED {found.name}: {problem}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
