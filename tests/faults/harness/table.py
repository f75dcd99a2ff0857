"""The counts as a table of Markdown, and its place in docs/reliability.md."""

import platform
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date

from tests.faults.harness.counts import Counts, together
from tests.faults.harness.sandbox import ROOT

DOCUMENT = ROOT / "docs" / "reliability.md"
BEGIN, END = "<!-- faults: written by `make faults ARGS=--write` -->", "<!-- /faults -->"
NUMBERS = ("faults", "edits", "refused", "lost", "torn", "corrupt", "unexplained")
HEADINGS = ("experiment", *NUMBERS, "")


def as_table(counts: Iterable[Counts], day: date, seed: int) -> str:
    """Those with a protection taken out stand last: there a loss has to be seen."""
    found = sorted(counts, key=lambda one: one.control)
    lines = [_line(HEADINGS), _line(("---", *("--:" for _ in HEADINGS[1:-1]), "---")), *map(_of, found)]
    total = together((one for one in found if not one.control), "**all**", "without the controls")
    versions = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {platform.system()}"
    return "\n".join([f"{day.isoformat()}, {versions}, seed {seed}.", "", *lines, _of(total)])


def _of(one: Counts) -> str:
    if one.skipped:
        return _line((one.name, *("" for _ in NUMBERS), f"not done: {one.skipped}"))
    return _line((one.name, *(f"{getattr(one, name):,}" for name in NUMBERS), one.remark))


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def written_into(document: str, *tables: str) -> str:
    """Between the marks, instead of what stands there."""
    before, _, rest = document.partition(BEGIN)
    _, mark, after = rest.partition(END)
    if not mark:
        raise ValueError("the marks are gone")
    text = "\n\n".join(tables)
    return f"{before}{BEGIN}\n{text}\n{END}{after}"
