"""Runs the real program and watches it from inside while it loads; prints what it found and ends.

"wait": the stalls of the event loop until the charts are loaded, then the memory once the chart of the week is seen.
"ask": goes to Progress as soon as there is such a tab, and waits for its chart. "bare": the memory of a bare window.
"""

import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow


def memory() -> float:
    """MiB of this process, shared pages counted in proportion."""
    lines = Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


class Stalls(QObject):
    """A timer that wants its turn every millisecond; `longest` is what it had to wait at most, in milliseconds."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(1)

    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, 1000 * (now - self._last))
        self._last = now

    def stop(self) -> None:
        self._timer.stop()


def say(**found: float) -> None:
    print(*(f"{name} {value:.3f}" for name, value in found.items()), flush=True)
    os._exit(0)


def watch(how: str) -> None:
    from scorecard import bootstrap, program
    from scorecard.ui.main_window import MainWindow
    from scorecard.ui.progress_tab.week_canvas import WeekCanvas

    tell, found = program.tell, {}

    def follow(milestone: str) -> None:
        tell(milestone)
        window = next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow))
        if milestone == "painted" and how == "wait":
            found["stalls"] = Stalls()
        elif milestone == "usable" and how == "ask":
            began = time.perf_counter()
            window.go_to_page("progress")
            window.findChild(WeekCanvas).drawn.connect(lambda: say(chart=1000 * (time.perf_counter() - began)))
        elif milestone == "charts" and how == "wait":
            found["stalls"].stop()
            window.go_to_page("progress")
            longest = found["stalls"].longest
            window.findChild(WeekCanvas).drawn.connect(
                lambda: QTimer.singleShot(100, lambda: say(stall=longest, memory=memory()))
            )

    program.tell = follow
    sys.argv = ["scorecard"]
    bootstrap.run()


def bare() -> None:
    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(1180, 860)
    window.show()
    QTimer.singleShot(100, lambda: say(memory=memory()))
    application.exec()


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        bare()
    else:
        watch(sys.argv[1])
