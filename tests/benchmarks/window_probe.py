"""Inside one process of the real window, everything loaded: keys, days, charts and hovering. Prints JSON.

The argument is a count of repetitions. Each sample of the program stands beside one of its floor.
"""

import os
import random
import sqlite3
import sys
import tempfile
import time
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from scorecard.ui.main_window import MainWindow
from scorecard.ui.progress_tab.week_canvas import WeekCanvas
from scorecard.ui.scorecard_tab.value_control import StepperControl
from tests.benchmarks.inside import Found, run, settle, until_painted


def keys(window: MainWindow, count: int) -> list[float]:
    """A digit typed into a count, until its row and the ring are painted; the value differs every time."""
    row = next(row for row in window.scorecard.rows if isinstance(row.control, StepperControl))
    row.enter()
    field = row.control.focus_widget
    settle()
    taken = []
    for number in range(count):
        field.selectAll()  # type: ignore[attr-defined]
        digit = "12"[number % 2]
        taken.append(until_painted(lambda digit=digit: QTest.keyClick(field, digit), row, window.scorecard.panel.ring))
        settle(2)
    return taken


def days(window: MainWindow, count: int) -> list[float]:
    tab = window.scorecard
    taken = [until_painted(lambda: tab.go_by(-1), tab.header.title, *tab.rows) for _ in range(count)]
    tab.go_to_today()
    settle()
    return taken


def saves(window: MainWindow, count: int) -> tuple[list[float], list[float]]:
    """One entry saved by the services, and one upsert by sqlite3 with the same rules, one after the other."""
    from scorecard.store.connection import apply_rules

    services = window.desk.ask(lambda services: services)
    measure = window.scorecard.rows[0].measure_id
    today = services.scoring.today()
    ours, raw = [], []
    services.changes._listeners.clear()
    with tempfile.TemporaryDirectory(dir=os.environ["SCORECARD_DATA"]) as folder:
        path = Path(folder) / "raw.db"
        connection = sqlite3.connect(path, isolation_level=None)
        apply_rules(connection, path)
        connection.execute("CREATE TABLE entry (day, measure, amount, PRIMARY KEY (day, measure)) WITHOUT ROWID")
        upsert = "INSERT INTO entry VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET amount = excluded.amount"
        for number in range(count):
            began = time.perf_counter()
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(upsert, (today.isoformat(), measure, number))
            connection.execute("COMMIT")
            between = time.perf_counter()
            services.scoring.score(measure, today, Decimal(1 + number % 7))
            raw.append(1000 * (between - began))
            ours.append(1000 * (time.perf_counter() - between))
        connection.close()
    return ours, raw


def chart(canvas: WeekCanvas, count: int) -> tuple[list[float], list[float]]:
    """The chart of the week with other numbers, and a figure of its size with thirteen labelled ticks."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(canvas.width() / 72, canvas.height() / 72), dpi=72)
    axes = figure.add_axes((0.1, 0.1, 0.8, 0.8))
    axes.set_xticks(range(13))
    floor = FigureCanvasAgg(figure)
    chart, reading = canvas._chart, canvas._reading
    chance = random.Random(1)
    ours, ticks = [], []
    for _ in range(count):
        began = time.perf_counter()
        floor.draw()
        between = time.perf_counter()
        bars = tuple(replace(bar, height=chance.uniform(5, 100)) for bar in reading.picture.bars)
        chart.show(replace(reading.picture, bars=bars), chart._colours, chart.layout.size)
        ticks.append(1000 * (between - began))
        ours.append(1000 * (time.perf_counter() - between))
    return ours, ticks


def hovering(canvas: WeekCanvas, count: int) -> list[float]:
    """The mouse goes from day to day."""
    layout = canvas._chart.layout
    taken = []
    for number in range(count):
        place = QPointF(layout.centre(number % 5), canvas.height() / 2)
        move = QMouseEvent(
            QEvent.Type.MouseMove, place, canvas.mapToGlobal(place), Qt.MouseButton.NoButton, Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        taken.append(until_painted(lambda move=move: QApplication.sendEvent(canvas, move), canvas))
    return taken


def measure(window: MainWindow, count: int) -> Found:
    found: Found = {"ratio": [window.devicePixelRatioF()]}
    if found["ratio"] == [1.0]:
        found |= {"key": keys(window, count), "day": days(window, min(count, 200))}
    window.go_to_page("progress")
    canvas = window.findChild(WeekCanvas)
    while canvas._image is None:
        settle(20)
    found["hover"] = hovering(canvas, count)
    found["chart"], found["ticks"] = chart(canvas, min(count, 60))
    found["save"], found["raw"] = saves(window, count)
    return found


if __name__ == "__main__":
    run(lambda window: measure(window, int(sys.argv[1])))
