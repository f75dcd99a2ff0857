"""The third page in its window: the ways to it, one day for both sides, and nothing lost on the way out."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from scorecard.domain.incidents import StoreError, StoreFault
from scorecard.domain.reflections import ADJUST, MOVED, TOMORROW
from scorecard.services.services import Services
from scorecard.ui.desk import Desk
from scorecard.ui.main_window import REFLECTION, SCORECARD, MainWindow, Surroundings
from scorecard.ui.people_tab.add_dialog import AddDialog
from scorecard.ui.preferences import Preferences
from scorecard.ui.reflection_tab.writing_area import WritingArea
from scorecard.ui.theme.theme import Theme
from scorecard.ui.unsaved_dialog import UnsavedDialog
from scorecard.ui.widgets.cover import Cover
from scorecard.ui.window_commands import WindowCommands
from tests.fake_clock import FixedClock
from tests.ui.conftest import TODAY, Choose
from tests.ui.reflection_tab.conftest import YESTERDAY

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
Open = Callable[[], tuple[MainWindow, WindowCommands]]


@pytest.fixture
def open_window(services: Services, clock: FixedClock, home: Path, qtbot: QtBot) -> Open:
    def open_one() -> tuple[MainWindow, WindowCommands]:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        desk = Desk()
        surroundings = Surroundings(Theme(app), Preferences(home / "window.ini"))
        window = MainWindow(desk, services.scoring.page(TODAY), surroundings)
        desk.setParent(window)
        qtbot.addWidget(window)
        commands = WindowCommands(window, home / "data" / "scorecard.db", clock)
        desk.attach(services)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        window.scorecard.start_keyboard()
        return window, commands

    return open_one


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key, modifier)


def area(commands: WindowCommands, prompt_id: str = MOVED) -> WritingArea:
    place = commands.reflection.place_of(prompt_id)
    assert place is not None
    return place.area


def go_and_type(window: MainWindow, text: str) -> None:
    press(window, Qt.Key.Key_3, CTRL)
    QTest.keyClicks(QApplication.focusWidget() or window, text)


def stored(services: Services, prompt_id: str = MOVED) -> str:
    return next(place.text for place in services.reflecting.page(TODAY).places if place.prompt_id == prompt_id)


def test_ctrl_3_goes_there_with_the_keyboard_in_the_first_empty_place(open_window: Open) -> None:
    window, commands = open_window()
    press(window, Qt.Key.Key_3, CTRL)
    assert window.page_key == REFLECTION
    assert QApplication.focusWidget() is area(commands)


def test_ctrl_4_is_progress(open_window: Open) -> None:
    window, _ = open_window()
    press(window, Qt.Key.Key_4, CTRL)
    assert window.page_key == "progress"


@pytest.mark.parametrize("way", ["page", "close", "deactivate", "hide", "crash"])
def test_every_way_out_saves(open_window: Open, services: Services, way: str, qtbot: QtBot) -> None:
    window, _ = open_window()
    go_and_type(window, "half a sen")
    assert stored(services) == ""
    match way:
        case "page":
            press(window, Qt.Key.Key_1, CTRL)
        case "close":
            assert window.close()
        case "deactivate":
            other = QWidget()
            qtbot.addWidget(other)
            other.show()
            other.activateWindow()
        case "hide":
            press(window, Qt.Key.Key_L, CTRL)
        case _:
            window.report_crash("details")
    qtbot.waitUntil(lambda: stored(services) == "half a sen")


def test_a_window_whose_text_cannot_be_saved_stays_open(
    open_window: Open, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, _ = open_window()
    go_and_type(window, "precious")

    def refuse(*_: object) -> None:
        raise StoreError(StoreFault.FULL, Path("x"))

    with monkeypatch.context() as full:
        full.setattr(services.reflecting, "write", refuse)
        assert not window.close()
        assert "not saved yet" in window.notice.sentence.text()
    asked(window).primary.click()
    assert not window.isVisible()
    assert stored(services) == "precious"


def asked(window: MainWindow) -> UnsavedDialog:
    dialog = window.findChild(UnsavedDialog)
    assert dialog is not None
    return dialog


def test_what_cannot_be_saved_can_be_copied(
    open_window: Open, services: Services, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window, _ = open_window()
    go_and_type(window, "precious")

    def refuse(*_: object) -> None:
        raise StoreError(StoreFault.FULL, Path("x"))

    monkeypatch.setattr(services.reflecting, "write", refuse)
    assert not window.close()
    copy = tmp_path / "copy.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(copy), ""))
    asked(window).copy.click()
    assert not window.isVisible()
    assert copy.read_text() == "precious\n"


def test_both_pages_are_on_one_day(open_window: Open, choose: Choose) -> None:
    choose("Calls")
    window, commands = open_window()
    press(window, Qt.Key.Key_Left, ALT)
    press(window, Qt.Key.Key_3, CTRL)
    assert commands.reflection.day == YESTERDAY
    press(window, Qt.Key.Key_Left, ALT)
    press(window, Qt.Key.Key_1, CTRL)
    assert window.scorecard.day == YESTERDAY - timedelta(days=1)
    press(window, Qt.Key.Key_3, CTRL)
    press(window, Qt.Key.Key_T, CTRL)
    assert window.page_key == REFLECTION
    assert commands.reflection.day == TODAY


def test_ctrl_z_takes_back_what_was_written_and_the_keyboard_stays(open_window: Open, services: Services) -> None:
    window, commands = open_window()
    go_and_type(window, "A thought")
    press(window, Qt.Key.Key_Z, CTRL)
    assert stored(services) == ""
    assert area(commands).text == ""
    assert QApplication.focusWidget() is area(commands)
    press(window, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert area(commands).text == "A thought"


def test_an_undo_of_what_is_out_of_sight_goes_there(open_window: Open, services: Services) -> None:
    window, commands = open_window()
    services.reflecting.write(YESTERDAY, ADJUST, "Ask first")
    press(window, Qt.Key.Key_Z, CTRL)
    assert window.page_key == REFLECTION
    assert commands.reflection.day == YESTERDAY


def test_ctrl_enter_finishes_the_day_from_there(open_window: Open, services: Services, choose: Choose) -> None:
    choose("Calls")
    window, _ = open_window()
    go_and_type(window, "Done")
    press(window, Qt.Key.Key_Return, CTRL)
    assert window.page_key == SCORECARD
    assert stored(services) == "Done"


def test_hidden_nothing_is_seen_or_read_until_a_key(open_window: Open) -> None:
    window, commands = open_window()
    go_and_type(window, "private")
    press(window, Qt.Key.Key_L, CTRL)
    cover = window.findChild(Cover)
    assert cover is not None
    assert cover.size() == window.size()
    assert not area(commands).isVisible()
    press(window, Qt.Key.Key_Shift)
    press(window, Qt.Key.Key_Z, CTRL)
    assert not cover.isVisible()
    assert area(commands).isVisible()
    assert area(commands).text == "private"
    assert QApplication.focusWidget() is area(commands)


def test_a_click_uncovers_too(open_window: Open) -> None:
    window, _ = open_window()
    press(window, Qt.Key.Key_L, CTRL)
    cover = window.findChild(Cover)
    assert cover is not None
    QTest.keyClick(cover, Qt.Key.Key_Control)
    assert cover.isVisible()
    QTest.mouseClick(cover, Qt.MouseButton.LeftButton)
    assert not cover.isVisible()


def test_a_dialog_is_hidden_with_the_window_and_comes_back(open_window: Open, qtbot: QtBot) -> None:
    window, commands = open_window()
    commands.people.add()
    dialog = window.findChild(AddDialog)
    assert dialog is not None
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.name.setFocus()
    QTest.keyClicks(dialog.name, "An")
    QTest.keyClick(dialog.name, Qt.Key.Key_L, CTRL)
    cover = window.findChild(Cover)
    assert cover is not None
    assert not dialog.isVisible()
    QTest.keyClick(cover, Qt.Key.Key_A)
    assert dialog.isVisible()
    assert dialog.name.text() == "An"


def test_the_scorecard_greets_with_what_was_written_yesterday(
    open_window: Open, services: Services, choose: Choose
) -> None:
    choose("Calls")
    services.reflecting.write(YESTERDAY, TOMORROW, "Ask Neal first.")
    window, _ = open_window()
    greeting = window.scorecard.greeting
    assert greeting is not None
    assert greeting.isVisible()
    assert greeting.title_label.accessibleName() == "From yesterday"
    assert greeting.words.text() == "“Ask Neal first.”"
    services.reflecting.write(YESTERDAY, TOMORROW, "")
    assert not greeting.isVisible()


def test_a_greeting_from_before_a_gap_says_its_day(open_window: Open, services: Services, choose: Choose) -> None:
    choose("Calls")
    services.reflecting.write(TODAY - timedelta(days=3), TOMORROW, "Call Ana.")
    window, _ = open_window()
    assert window.scorecard.greeting is not None
    assert window.scorecard.greeting.title_label.accessibleName() == "From Tue 17 Nov"
