"""Inside one process of the real window: how long until a deed is painted."""

import json
import os
import time
import traceback
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from scorecard import bootstrap, program
from scorecard.ui.main_window import MainWindow

PATIENCE = 5.0  # seconds

Found = dict[str, list[float]]


class Painted(QObject):
    """Counts the pictures of a few widgets."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self.waiting = set(widgets)
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self.waiting.discard(watched)  # type: ignore[arg-type]
        return False


def settle(milliseconds: int = 150) -> None:
    QTest.qWait(milliseconds)


def until_painted(act: Callable[[], object], *widgets: QWidget) -> float:
    """Milliseconds from the deed until all of the widgets have been painted anew."""
    painted = Painted(*widgets)
    began = time.perf_counter()
    act()
    while painted.waiting:
        QApplication.processEvents()
        if time.perf_counter() > began + PATIENCE:
            raise TimeoutError(f"never painted: {painted.waiting}")
    taken = 1000 * (time.perf_counter() - began)
    for widget in widgets:
        widget.removeEventFilter(painted)
    return taken


def measure_and_end(measure: Callable[[MainWindow], Found]) -> None:
    """Prints what was found; ends the process at once, whatever came of it."""
    try:
        window = next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow))
        settle(500)
        print(json.dumps(measure(window)), flush=True)
    except Exception:
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def run(measure: Callable[[MainWindow], Found], after: str = "charts") -> None:
    """Runs the real program, and measures once it has told that milestone."""
    tell = program.tell

    def follow(milestone: str) -> None:
        tell(milestone)
        if milestone == after:
            QTimer.singleShot(0, lambda: measure_and_end(measure))

    program.tell = follow
    bootstrap.run()
