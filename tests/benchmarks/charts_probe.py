"""Prints as JSON how long Progress takes inside the real window, everything loaded. The argument counts the rounds.

Beside each time stands the longest stall of the event loop within it. A chart is "there" when it is drawn and painted,
"all" when every chart in view is.
"""

import sys
import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from scorecard.charts.plot import Size
from scorecard.domain.periods import Length
from scorecard.ui.main_window import MainWindow
from scorecard.ui.progress_tab.chart_control import ChartControl
from scorecard.ui.progress_tab.tab import ProgressTab
from scorecard.ui.widgets.scroll_area import ScrollArea
from tests.benchmarks.inside import Found, run, settle, until_painted
from tests.benchmarks.loading_probe import Stalls

LENGTHS = (Length.MONTH, Length.QUARTER, Length.YEAR, Length.ALL, Length.WEEK)
PATIENCE = 20.0  # seconds
QUIET = 0.12  # seconds without a picture: longer than charts wait for the end of a burst
PLACES = 40  # pointed at in each chart
WIDER = 40  # pixels
SIZE = (1180, 860)


class Pictures:
    """Listens to every chart that is drawn: when it was there, and which it was."""

    def __init__(self) -> None:
        self.there: list[float] = []
        self.canvases: list[ChartControl] = []
        draw = ChartControl.draw_chart

        def listening(canvas: ChartControl, size: Size) -> memoryview | None:
            pixels = draw(canvas, size)
            self.there.append(time.perf_counter())
            if pixels is not None:
                self.canvases.append(canvas)
            return pixels

        ChartControl.draw_chart = listening  # type: ignore[method-assign,assignment]

    def forget(self) -> None:
        self.there, self.canvases = [], []


class Watch:
    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.pictures = Pictures()
        self.found: Found = {}
        self._busy = 0.0  # when cards were still being filled

    @property
    def tab(self) -> ProgressTab:
        """It is made when it is first shown."""
        (tab,) = self.window.findChildren(ProgressTab)
        return tab

    @property
    def area(self) -> ScrollArea:
        return self.tab.findChildren(ScrollArea)[0]

    def take(self, name: str, act: Callable[[], object]) -> None:
        """What `act` makes to be drawn; notes the milliseconds to the first picture and to the last, and the stall."""
        self.pictures.forget()
        stalls = Stalls()
        began = time.perf_counter()
        act()
        while not self._quiet(began):
            QApplication.processEvents()
        stalls.stop()
        self._note(name, stall=stalls.longest)
        there = [1000 * (at - began) for at in self.pictures.there]
        if there:
            self._note(name, first=there[0], all=there[-1])
        self._note(name, twice=float(len(self.pictures.canvases) - len(set(map(id, self.pictures.canvases)))))

    def _quiet(self, began: float) -> bool:
        """Whether nothing has happened for a while since the cards were filled and the last chart was drawn."""
        now, tabs = time.perf_counter(), self.window.findChildren(ProgressTab)
        if now > began + PATIENCE:
            raise TimeoutError("the charts are never all there")
        if not tabs or not tabs[0].filled or any(_waits(canvas) for canvas in tabs[0].findChildren(ChartControl)):
            self._busy = now
        return now > max(self._busy, began, *self.pictures.there[-1:]) + QUIET

    def _note(self, name: str, **figures: float) -> None:
        for what, figure in figures.items():
            self.found.setdefault(f"{name} {what}", []).append(figure)


def _waits(canvas: ChartControl) -> bool:
    return canvas._stale and not canvas.visibleRegion().isEmpty()


def scrolled(watch: Watch) -> None:
    """Down to the end of the page, and back."""
    bar = watch.area.verticalScrollBar()
    while bar.value() < bar.maximum():
        watch.take("scroll", partial(bar.setValue, bar.value() + bar.pageStep() // 2))
    bar.setValue(0)
    settle(50)


def resized(watch: Watch, count: int) -> None:
    window = watch.window
    for number in range(count):
        size = window.size()
        by = WIDER if number % 2 else -WIDER
        watch.take("resize", partial(window.resize, size.width() + by, size.height()))


def hovered(watch: Watch) -> None:
    """The mouse goes along the places of each chart that is shown, in view."""
    area = watch.area
    for canvas in watch.tab.findChildren(ChartControl):
        if canvas.isVisible():
            area.ensureWidgetVisible(canvas)
            settle(300)
            watch.found.setdefault(f"hover {type(canvas).__name__}", []).extend(_pointed(canvas))
            canvas._point_at(None)
    area.verticalScrollBar().setValue(0)
    settle(300)


def _pointed(canvas: ChartControl) -> list[float]:
    places, taken, screen = canvas.places(), [], canvas.screen().geometry()
    if places is None:
        return []
    for n in range(0, places.count, max(1, places.count // PLACES)):
        left, bottom, right, top = places.frame(n)
        at = QPointF(round((left + right) / 2), round(canvas.height() - (bottom + top) / 2))
        meant = places.at(at.x(), canvas.height() - at.y())
        seen = canvas.visibleRegion().contains(at.toPoint())
        if meant == canvas._pointed or not seen or not screen.contains(canvas.mapToGlobal(at).toPoint()):
            continue
        move = QMouseEvent(
            QEvent.Type.MouseMove, at, canvas.mapToGlobal(at), Qt.MouseButton.NoButton, Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        taken.append(until_painted(partial(QApplication.sendEvent, canvas, move), canvas))
    return taken


def measure(window: MainWindow, count: int) -> Found:
    watch = Watch(window)
    window.resize(*SIZE)
    settle(300)
    watch.take("open", partial(window.go_to_page, "progress"))
    scrolled(watch)
    for number in range(count + 1):
        for length in LENGTHS:
            watch.take(f"{'first ' * (not number)}{length.value}", partial(watch.tab.show_length, length))
    hovered(watch)
    watch.take("first month", partial(watch.tab.show_length, Length.MONTH))
    hovered(watch)
    resized(watch, count)
    return watch.found


if __name__ == "__main__":
    run(lambda window: measure(window, int(sys.argv[1])), after="dates")
