"""`make bench`: the goals of docs/architecture.md's "Speed" as ratios, all measured in this run.

A ratio is that of the medians. A bound in milliseconds is compared with the 99th percentile.
"""

import argparse
import os
import platform
import tempfile
from contextlib import ExitStack
from pathlib import Path

from tests.benchmarks import starts
from tests.benchmarks.charts import measure_charts
from tests.benchmarks.command_line import measure_command_line
from tests.benchmarks.progress import measure_progress
from tests.benchmarks.promises import measure_promises
from tests.benchmarks.search import measure_search
from tests.benchmarks.table import Line, as_text
from tests.benchmarks.window import measure_window
from tests.journeys.screen import Screen

PARTS = ("start", "loading", "window", "promises", "progress", "charts", "search", "cli")


def main() -> None:
    wished = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    wished.add_argument("parts", nargs="*", choices=[*PARTS, []], help="what to measure; everything if not said")
    wished.add_argument("--rounds", type=int, default=15, help="processes started of each kind")
    wished.add_argument("--count", type=int, default=300, help="repetitions within a process")
    wishes = wished.parse_args()
    parts = wishes.parts or PARTS
    starts.compile_everything()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="scorecard-benchmarks-")))
        environment = _environment(folder, stack)
        stores = starts.make_stores(folder)
        lines: list[Line] = []
        if "start" in parts:
            lines += starts.measure_starts(environment, stores, wishes.rounds)
        if "loading" in parts:
            lines += starts.measure_loading(environment, stores, max(3, wishes.rounds // 3))
        if "window" in parts:
            lines += measure_window(environment, stores[10], wishes.count)
        if "promises" in parts:
            lines += measure_promises(environment, stores[1], folder, wishes.rounds, wishes.count)
        if "progress" in parts:
            lines += measure_progress(environment, stores, wishes.rounds)
        if "charts" in parts:
            lines += measure_charts(environment, stores, wishes.rounds)
        if "search" in parts:
            lines += measure_search(environment, stores[10], wishes.count)
        if "cli" in parts:
            lines += measure_command_line(environment, stores[10], folder, wishes.rounds)
        shown_on = environment["QT_QPA_PLATFORM"]
    print(f"{platform.platform()}, Python {platform.python_version()}, {os.cpu_count()} cores, Qt on {shown_on}")
    print(as_text(lines))


def _environment(folder: Path, stack: ExitStack) -> dict[str, str]:
    """A home of its own, and a screen of its own where there is an X server to make one."""
    home = {name: str(folder / "home") for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")}
    fixed = {**os.environ, **home, "LC_ALL": "C.UTF-8", "XDG_RUNTIME_DIR": str(folder), "QT_QPA_PLATFORM": "offscreen"}
    if starts.has_x_server():
        fixed |= {name: Screen(stack, folder, bare=True).environment[name] for name in ("DISPLAY",)}
        fixed["QT_QPA_PLATFORM"] = "xcb"
    for name in ("PYTHONDONTWRITEBYTECODE", "WAYLAND_DISPLAY", "QT_SCALE_FACTOR"):
        fixed.pop(name, None)
    return fixed


if __name__ == "__main__":
    main()
