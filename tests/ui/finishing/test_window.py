"""Finishing in front of the whole window: what is typed is saved on the window's ways out, too."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scorecard.domain.reflections import MOVED
from scorecard.services.services import Services
from scorecard.ui.finishing.dialog import FinishDialog
from scorecard.ui.main_window import REFLECTION, SCORECARD, MainWindow
from scorecard.ui.widgets.cover import Cover
from scorecard.ui.window_commands import WindowCommands
from tests.ui.conftest import TODAY, Choose
from tests.ui.finishing.conftest import CONTROL, finished
from tests.ui.reflection_tab.test_window import Open
from tests.ui.reflection_tab.test_window import open_window as open_window  # a fixture


def begin_writing(window: MainWindow, commands: WindowCommands, qtbot: QtBot) -> FinishDialog:
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Return, CONTROL)
    dialog = commands.finishing.dialog
    assert dialog is not None
    qtbot.waitExposed(dialog)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return, CONTROL)
    QTest.keyClicks(dialog.focusWidget(), "half a sen")
    return dialog


def stored(services: Services) -> str:
    return next(place.text for place in services.reflecting.page(TODAY).places if place.prompt_id == MOVED)


@pytest.mark.parametrize("way", ["close", "crash", "hide"])
def test_every_way_out_of_the_window_saves(
    open_window: Open, services: Services, choose: Choose, qtbot: QtBot, way: str
) -> None:
    choose("Calls")
    window, commands = open_window()
    dialog = begin_writing(window, commands, qtbot)
    match way:
        case "close":
            assert window.close()
        case "crash":
            window.report_crash("details")
        case _:
            QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_L, CONTROL)
    assert stored(services) == "half a sen"


def test_hidden_and_shown_again_the_keyboard_is_where_it_was(open_window: Open, choose: Choose, qtbot: QtBot) -> None:
    choose("Calls")
    window, commands = open_window()
    dialog = begin_writing(window, commands, qtbot)
    entered = dialog.focusWidget()
    QTest.keyClick(entered, Qt.Key.Key_L, CONTROL)
    assert not dialog.isVisible()
    cover = window.findChild(Cover)
    assert cover is not None
    QTest.keyClick(cover, Qt.Key.Key_A)
    assert dialog.isVisible()
    assert dialog.focusWidget() is entered
    assert dialog.step is dialog.prompts


def test_begun_on_the_reflection_page_it_goes_on_with_what_stands_there(
    open_window: Open, services: Services, choose: Choose, qtbot: QtBot
) -> None:
    choose("Calls")
    window, commands = open_window()
    window.go_to_page(REFLECTION)
    QTest.keyClicks(QApplication.focusWidget() or window, "First ")
    dialog = begin_writing(window, commands, qtbot)
    assert window.page_key == SCORECARD
    assert dialog.prompts is not None
    assert dialog.prompts.places[0].area.text == "First "
    for _ in range(2):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return, CONTROL)
    assert finished(services)
    assert commands.finishing.dialog is None
    window.go_to_page(REFLECTION)
    assert commands.reflection.places[1].area.text == "half a sen"
