"""What the pictures are taken of: a window over a store of its own, and what brings it into a state."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from scorecard.services.services import Services
from scorecard.ui.main_window import MainWindow
from scorecard.ui.window_commands import WindowCommands
from tests.fake_clock import FRIDAY_EVENING
from tests.progress_stands import progress_stands

TODAY = FRIDAY_EVENING.date()
CHART = 150  # milliseconds, in which a chart that is shown draws itself


@dataclass(frozen=True, slots=True)
class Stage:
    """A window over a store of its own copy, and what opens its dialogs."""

    window: MainWindow
    commands: WindowCommands
    services: Services
    folder: Path

    def keys(self, *keys: Qt.Key | str) -> None:
        for key in keys:
            QTest.keyClick(QApplication.focusWidget() or self.window, key)

    def enter(self, measure: str) -> None:
        row = self.window.scorecard.row_of(measure)
        assert row is not None
        row.enter()


Act = Callable[[Stage], object]


@dataclass(frozen=True, slots=True)
class Scene:
    """`act` brings the window into the state. `front` draws what stands in front, in its own size, not the window."""

    name: str
    act: Act
    store: str = "year"
    front: bool = False


def draw_progress(tab: QWidget) -> None:
    """Waits until every card of Progress is filled and every chart that is seen of it is drawn."""
    QTest.qWait(CHART)
    while not progress_stands(tab):
        QTest.qWait(CHART)
    QTest.qWait(CHART)


def front() -> QWidget:
    """The popup or dialog that was opened last."""
    popup = QApplication.activePopupWidget()
    dialogs = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible() and widget.isModal()]
    return popup or QApplication.activeModalWidget() or dialogs[-1]
