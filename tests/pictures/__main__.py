"""`make pictures`: every tab and every dialog, light and dark, drawn offscreen from a sample life, into ./pictures.

`make pictures ARGS="progress dark"` draws only those with all of these words in their names. The clock stands still, so
that a picture differs from the last one only where the program does.
"""

# ruff: noqa: E402 (the environment is set before Qt is imported)

import gc
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.update(QT_QPA_PLATFORM="offscreen", LC_ALL="C.UTF-8", QT_LOGGING_RULES="qt.text.font.db*=false")
for _name in ("QT_SCALE_FACTOR", "QT_FONT_DPI", "QT_STYLE_OVERRIDE"):
    os.environ.pop(_name, None)

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QLocale,
    QMessageLogContext,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from scorecard.charts.loading import prepare as prepare_charts
from scorecard.program import make_application
from scorecard.services.services import Services
from scorecard.store import migrating
from scorecard.ui.desk import Desk
from scorecard.ui.main_window import MainWindow, Surroundings
from scorecard.ui.preferences import Preferences
from scorecard.ui.theme.theme import Theme, ThemeChoice
from scorecard.ui.window_commands import WindowCommands
from tests.fake_clock import FixedClock
from tests.pictures.between_scenes import BETWEEN_SCENES
from tests.pictures.finishing_scenes import FINISHING_SCENES
from tests.pictures.guided_scenes import GUIDED_SCENES
from tests.pictures.people_scenes import PEOPLE_SCENES
from tests.pictures.progress_scenes import PROGRESS_SCENES
from tests.pictures.promise_scenes import PROMISE_SCENES
from tests.pictures.scenes import SCENES
from tests.pictures.stage import CHART, TODAY, Scene, Stage, front
from tests.sample.overfull import make_overfull
from tests.sample.promises import make_thousand
from tests.sample.year import make_decade, make_sample

FOLDER = Path(__file__).resolve().parents[2] / "pictures"
THEMES = (ThemeChoice.LIGHT, ThemeChoice.DARK)
SIZES = ((1180, 860), (1024, 640))
TWICE = 2.0
ALL_LOOKS = (*PROMISE_SCENES, *FINISHING_SCENES, *PROGRESS_SCENES, *GUIDED_SCENES, *PEOPLE_SCENES, *BETWEEN_SCENES)


def main() -> None:
    gc.disable()  # as in the program, where the window's thread collects
    wanted = sys.argv[1:]
    with tempfile.TemporaryDirectory(prefix="scorecard-pictures-") as place:
        folder = Path(place)
        os.environ.update(HOME=place, XDG_RUNTIME_DIR=place)
        prepare_charts(folder / "matplotlib")
        qInstallMessageHandler(pass_on)
        app = make_application()
        app.setCursorFlashTime(0)
        QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
        theme = Theme(app, ThemeChoice.LIGHT)
        theme.apply()
        FOLDER.mkdir(exist_ok=True)
        for name, scene, choice, size, enlarged in pictures():
            if all(word in name for word in wanted):
                theme.choose(choice)
                theme.enlarge(enlarged)
                draw(name, scene, size, theme, folder)


def pass_on(_kind: QtMsgType, _context: QMessageLogContext, words: str) -> None:
    """All but what the offscreen platform says of itself."""
    if not words.startswith("This plugin does not support"):
        sys.stderr.write(words + "\n")


def pictures() -> Iterator[tuple[str, Scene, ThemeChoice, tuple[int, int], float]]:
    """File name, scene, theme, size of the window, and how much larger its text is."""
    for scene in SCENES:
        for choice in THEMES:
            for size in SIZES[:1] if scene.front else SIZES:
                suffix = "" if scene.front else f"-{size[0]}"
                yield f"{scene.name}-{choice.value}{suffix}", scene, choice, size, 1.0
    for scene in SCENES:
        if scene in ALL_LOOKS or scene.name in ("scorecard", "reflection", "progress", "measure", "shortcuts"):
            yield f"{scene.name}-twice", scene, ThemeChoice.LIGHT, (1366, 900), TWICE
            yield f"{scene.name}-contrast", scene, ThemeChoice.HIGH_CONTRAST, SIZES[0], 1.0


def draw(name: str, scene: Scene, size: tuple[int, int], theme: Theme, folder: Path) -> None:
    with tempfile.TemporaryDirectory(dir=folder) as place, staged(scene.store, Path(place), theme) as stage:
        stage.window.resize(*size)
        stage.window.show()
        QApplication.processEvents()
        stage.window.scorecard.start_keyboard()
        shown = scene.act(stage)
        QTest.qWait(CHART)
        seen = shown if isinstance(shown, QWidget) else front() if scene.front else stage.window
        seen.grab().save(str(FOLDER / f"{name}.png"))


@contextmanager
def staged(store: str, folder: Path, theme: Theme) -> Iterator[Stage]:
    clock = FixedClock()
    path = folder / "scorecard.db"
    STORES[store](path, clock)
    services = Services(path, clock)
    desk = Desk()
    window = MainWindow(desk, services.scoring.page(TODAY), Surroundings(theme, Preferences(folder / "window.ini")))
    commands = WindowCommands(window, path, clock)
    desk.attach(services)
    commands.show_charts()
    yield Stage(window, commands, services, folder)
    for widget in QApplication.topLevelWidgets():
        widget.hide()
        widget.deleteLater()
    desk.detach()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


STORES: dict[str, Callable[[Path, FixedClock], object]] = {
    "year": lambda path, clock: make_sample(path, clock, TODAY, years=0.25),
    "decade": lambda path, clock: make_decade(path, clock, TODAY),
    "overfull": lambda path, clock: make_overfull(path, clock, TODAY),
    "thousand": lambda path, clock: make_thousand(path, clock, TODAY),
    "empty": lambda path, clock: migrating.create_store(path, clock.now()),
}


if __name__ == "__main__":
    main()
