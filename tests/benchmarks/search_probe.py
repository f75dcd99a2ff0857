"""Inside one process of the real window: finding in ten years of daily text. Prints JSON.

The argument is a count of repetitions.
"""

import sys
import time
from datetime import timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from scorecard.ui.find_dialog.dialog import FindDialog
from scorecard.ui.main_window import MainWindow
from tests.benchmarks.inside import Found, run, settle, until_painted

TYPED = ("cass", "help te", "neal call", '"neal', "#team", "会议", "b c d")


def opened(window: MainWindow) -> tuple[FindDialog, float]:
    began = time.perf_counter()
    window.find_button.click()
    dialog = next(shown for shown in QApplication.topLevelWidgets() if isinstance(shown, FindDialog))
    until_painted(lambda: None, dialog.field)
    return dialog, 1000 * (time.perf_counter() - began)


def _insert(field: QLineEdit, text: str) -> None:
    """As an input method does."""
    field.insert(text)


def typed(dialog: FindDialog, count: int) -> list[float]:
    """Each key until the list is painted."""
    taken: list[float] = []
    while len(taken) < count:
        for text in TYPED:
            dialog.field.clear()
            settle(3)
            for key in text:
                face = dialog.list.viewport()
                press = partial(QTest.keyClick if key.isascii() else _insert, dialog.field, key)
                if key == " " or not dialog.list.isVisible():
                    press()  # changes nothing that is shown, or the list is not there yet
                    settle(3)
                else:
                    taken.append(until_painted(press, face))
                    settle(3)
    return taken


def gone_through(dialog: FindDialog, count: int) -> list[float]:
    dialog.field.setText("b")
    settle()
    return [
        until_painted(lambda: QTest.keyClick(dialog.field, Qt.Key.Key_Down), dialog.list.viewport())
        for _ in range(min(count, 40))
    ]


def found(window: MainWindow, count: int) -> list[float]:
    """The search alone, of the beginnings that find most."""
    services = window.desk.ask(lambda services: services)
    assert services is not None
    taken = []
    for number in range(count):
        text = "bcdfghklmnprstvw"[number % 16] + ("" if number % 3 else " c")
        began = time.perf_counter()
        services.searching.find(text)
        taken.append(1000 * (time.perf_counter() - began))
    return taken


def noted(window: MainWindow, count: int) -> tuple[list[float], list[float]]:
    """A note saved with the index kept in step, and one without, in turns."""
    services = window.desk.ask(lambda services: services)
    assert services is not None
    store, measure = services._store, window.scorecard.rows[0].measure_id
    services.changes._listeners.clear()
    keep, today = store._search.renew, services.scoring.today()
    kept: list[float] = []
    bare: list[float] = []
    for number in range(count):
        day = today - timedelta(days=number)
        for taken, renew in ((bare, lambda *_: None), (kept, keep)):
            store._search.renew = renew  # type: ignore[method-assign]
            began = time.perf_counter()
            services.scoring.note(measure, day, f"Neal called back himself, the {len(taken)}th time: {id(taken)}.")
            taken.append(1000 * (time.perf_counter() - began))
    return kept, bare


def measure(window: MainWindow, count: int) -> Found:
    dialog, first = opened(window)
    settle()
    seen: Found = {"first": [first], "key": typed(dialog, count), "down": gone_through(dialog, count)}
    dialog.reject()
    seen["find"] = found(window, count)
    seen["kept"], seen["bare"] = noted(window, min(count, 100))
    return seen


if __name__ == "__main__":
    run(lambda window: measure(window, int(sys.argv[1])))
