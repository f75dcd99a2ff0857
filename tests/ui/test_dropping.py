"""What is dropped on the window is imported; the menu asks first what there is to import."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scorecard.formats.day_forms import DayForm
from scorecard.formats.mapping_guess import suggested
from scorecard.formats.table_looks import look_at
from scorecard.services.services import Services
from scorecard.services.table_book import TableBook
from scorecard.ui.desk import Desk
from scorecard.ui.import_dialog.dialog import ImportDialog
from scorecard.ui.import_dialog.plan_page import PlanPage
from scorecard.ui.main_window import MainWindow, Surroundings
from scorecard.ui.preferences import Preferences
from scorecard.ui.theme.theme import Theme
from scorecard.ui.widgets.empty_state import EmptyState
from scorecard.ui.window_commands import WindowCommands
from tests.fake_clock import FixedClock
from tests.formats.foreign_files import RED_NOTEBOOK


@pytest.fixture
def window(services: Services, clock: FixedClock, home: Path, qtbot: QtBot) -> MainWindow:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    desk = Desk()
    tables = home / "config" / "tables.json"
    surroundings = Surroundings(Theme(app), Preferences(home / "window.ini"), tables=tables)
    made = MainWindow(desk, services.scoring.page(clock.now().date()), surroundings)
    desk.setParent(made)
    qtbot.addWidget(made)
    WindowCommands(made, home / "data" / "scorecard.db", clock)
    desk.attach(services)
    made.show()
    qtbot.waitExposed(made)
    return made


def import_dialog(window: MainWindow, qtbot: QtBot) -> ImportDialog:
    dialog = window.findChild(ImportDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: not dialog.busy)
    return dialog


def drop(window: MainWindow, path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    centre, action = window.rect().center(), Qt.DropAction.CopyAction
    left, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(centre, action, mime, left, keys))
    QApplication.sendEvent(window, QDropEvent(QPointF(centre), action, mime, left, keys))


def test_a_folder_that_is_dropped_on_the_window_is_a_diary(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "diary"
    folder.mkdir()
    for name, text in RED_NOTEBOOK.items():
        (folder / name).write_text(text, encoding="utf-8")

    drop(window, folder)

    assert isinstance(import_dialog(window, qtbot).page, PlanPage)


def test_a_table_that_is_dropped_is_read_as_one_was_before(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, home: Path
) -> None:
    file = tmp_path / "table.csv"
    file.write_text("Date,Calls\n1/2/2026,3\n3/4/2026,4\n", encoding="utf-8")
    look = look_at(file.read_bytes())
    assert look is not None
    TableBook(home / "config" / "tables.json").remember(look, replace(suggested(look), form=DayForm.DAY_FIRST))

    drop(window, file)

    assert isinstance(import_dialog(window, qtbot).page, PlanPage)


def test_the_menu_says_first_what_can_be_imported(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)

    dialog = import_dialog(window, qtbot)
    assert isinstance(dialog.page, EmptyState)
    assert "drop a file or a folder" in dialog.page.sentence.text()
    assert (dialog.primary.text(), dialog.also.text()) == ("Choose a &file…", "Choose a fo&lder…")
