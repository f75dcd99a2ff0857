"""Prints as JSON how long promises take.

"tab" and a count of repetitions: inside the real window, the Commitments tab from its first picture on. "book" and a
count: the services alone.
"""

import json
import os
import sqlite3
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from scorecard.domain.clock import SystemClock
from scorecard.domain.promises import Level, Outcome
from scorecard.services.lanes import lanes_page
from scorecard.services.reckoning import Reckoned
from scorecard.services.services import Services
from scorecard.store.promise_rows import PROMISE_COLUMNS, STEP_COLUMNS
from scorecard.ui.commitments_tab.tab import CommitmentsTab
from scorecard.ui.main_window import COMMITMENTS, MainWindow
from scorecard.ui.window_commands import WindowCommands
from tests.benchmarks.inside import Found, run, settle, until_painted

LINE = "Send the realistic estimates to Cassandra by next Friday !effort"
STEP = 120  # pixels, as of a wheel


def faces(tab: CommitmentsTab) -> list[QWidget]:
    """What shows the cards that are in sight."""
    return [lane.list.viewport() for lane in tab.board.lanes if lane.list.isVisible()]


def opened(window: MainWindow) -> tuple[CommitmentsTab, float]:
    """The tab made, read and painted for the first time."""
    began = time.perf_counter()
    window.go_to_page(COMMITMENTS)
    tab = window.pages.currentWidget().findChild(CommitmentsTab)
    assert tab is not None
    until_painted(lambda: None, *faces(tab))
    return tab, 1000 * (time.perf_counter() - began)


def _press(widget: QWidget, key: str | Qt.Key) -> None:
    QTest.keyClick(widget, key)
    QApplication.processEvents()


def filtered(tab: CommitmentsTab, count: int) -> list[float]:
    """From what is open to all that there is and back; all is what is shown in the end."""
    open_ones, *_, everything = tab.header.filters.cells
    taken = []
    for cell in (everything, open_ones) * count:
        taken.append(until_painted(lambda cell=cell: (cell.click(), QApplication.processEvents()), cell))
        settle(2)
    everything.click()
    settle()
    return taken


def set_anew(tab: CommitmentsTab, count: int) -> list[float]:
    """Every card of the page is another one."""
    assert tab.page is not None
    taken = []
    for number in range(count):
        for lane in tab.board.lanes:
            lane.list.cards.show_cards((), tab.page.today + timedelta(days=number % 2))
        settle(2)
        taken.append(until_painted(tab.refresh, *faces(tab)))
    return taken


def searched(tab: CommitmentsTab, count: int) -> list[float]:
    """A word typed letter by letter and taken back."""
    tab.start_search()
    taken = []
    word = "vendor plan"
    for number in range(count):
        at = number % (2 * len(word))
        key = word[at] if at < len(word) else Qt.Key.Key_Backspace
        taken.append(until_painted(lambda key=key: _press(tab.search, key), tab.search))
        settle(2)
    tab.search.clear()
    settle()
    return taken


def scrolled(tab: CommitmentsTab, count: int) -> list[float]:
    """Down and up again through the longest lane."""
    lane = max(tab.board.lanes, key=lambda lane: len(lane.list.cards.cards))
    bar, face = lane.list.verticalScrollBar(), lane.list.viewport()
    taken, by = [], STEP
    for _ in range(count):
        if not bar.minimum() <= bar.value() + by <= bar.maximum():
            by = -by
        taken.append(until_painted(lambda by=by: bar.setValue(bar.value() + by), face))
    bar.setValue(0)
    settle()
    return taken


def typed(tab: CommitmentsTab, count: int) -> list[float]:
    """A line typed key by key, until its reading is painted."""
    tab.add_quickly()
    quick = tab.quick_add
    QTest.keyClick(quick.field, LINE[0])
    settle()
    taken = []
    for number in range(1, count + 1):
        at = number % len(LINE)
        if at == 0:
            quick.field.clear()
            settle(2)
            QTest.keyClick(quick.field, LINE[0])
            settle(2)
            continue
        # A space changes nothing of the reading: whatever it changes is painted in the same go as the field.
        taken.append(until_painted(lambda at=at: _press(quick.field, LINE[at]), quick.field))
        settle(2)
    quick.field.clear()
    settle()
    return taken


def kept_and_undone(window: MainWindow, tab: CommitmentsTab, count: int) -> tuple[list[float], list[float]]:
    """K on a card of the commitments until its lane is painted without it; and the undo of that."""
    cards, commands = tab.board.lane(Level.COMMITMENT).list, window.findChild(WindowCommands)
    assert commands is not None
    kept, undone = [], []
    for _ in range(count):
        cards.go_to(1)
        cards.setFocus()
        settle(5)
        kept.append(until_painted(lambda: QTest.keyClick(cards, "k"), cards.viewport()))
        settle(5)
        undone.append(until_painted(commands.undo, cards.viewport()))
        settle(5)
    return kept, undone


def measure(window: MainWindow, count: int) -> Found:
    tab, first = opened(window)
    if not count:
        return {"first": [first]}
    settle()
    found: Found = {"first": [first], "filter": filtered(tab, min(count // 2, 30))}
    found |= {"set": set_anew(tab, min(count, 60)), "scroll": scrolled(tab, count)}
    found["search"] = searched(tab, min(count, 110))
    found["line"] = typed(tab, count)
    tab.header.filters.cells[0].click()
    found["keep"], found["undo"] = kept_and_undone(window, tab, min(count, 60))
    return found


def book(path: Path, count: int) -> Found:
    """The book read and reckoned, beside the bare rows; and renewed after a step."""
    found: Found = {"raw": [], "read": [], "reckoned": [], "renewed": []}
    for _ in range(count):
        services = Services(path, SystemClock())
        found["raw"].append(_timed(lambda: _bare_rows(path)))
        found["read"].append(_timed(services.promises.book))
        found["reckoned"].append(_timed(partial(_reckoned, services)))
        found["renewed"] += _settled(services, 10)
        services.close()
    return found


def _reckoned(services: Services) -> tuple[Reckoned, ...]:
    return services.promises.book().reckoned(services.promises.today())


def _settled(services: Services, count: int) -> list[float]:
    """A promise settled, until the lanes have their figures anew."""
    promise_id = next(item.promise.id for item in _reckoned(services) if item.standing.open)
    today, taken = services.promises.today(), []
    for _ in range(count):
        services.promises.settle(promise_id, Outcome.KEPT)
        taken.append(_timed(lambda: lanes_page(services.promises.book(), today)))
        services.undoing.undo()
        _reckoned(services)
    return taken


def _bare_rows(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute(f"SELECT {', '.join(PROMISE_COLUMNS)} FROM promise ORDER BY id").fetchall()
    steps = f"SELECT {', '.join(STEP_COLUMNS)} FROM promise_step ORDER BY promise_id, position"
    connection.execute(steps).fetchall()
    connection.close()


def _timed(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return 1000 * (time.perf_counter() - began)


if __name__ == "__main__":
    if sys.argv[1] == "book":
        print(json.dumps(book(Path(os.environ["SCORECARD_DATA"]) / "scorecard.db", int(sys.argv[2]))))
    else:
        run(lambda window: measure(window, int(sys.argv[2])), after="dates")
