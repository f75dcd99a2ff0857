"""Nothing that was typed is lost on the way out of the window, and nothing is left out in silence."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from scorecard.domain.incidents import StoreError, StoreFault
from scorecard.domain.reflections import MOVED, TOMORROW
from scorecard.services.services import Services
from scorecard.store.unfinished import FILE_NAME
from scorecard.ui.desk import Desk
from scorecard.ui.main_window import COMMITMENTS, REFLECTION, MainWindow, Surroundings
from scorecard.ui.preferences import Preferences
from scorecard.ui.scorecard_tab.note_editor import NoteEditor
from scorecard.ui.theme.theme import Theme
from scorecard.ui.unsaved_dialog import UnsavedDialog
from scorecard.ui.widgets.saved_area import SavedArea
from scorecard.ui.window_commands import WindowCommands
from tests.fake_clock import BERLIN, FixedClock
from tests.ui.conftest import TODAY, Choose

CTRL = Qt.KeyboardModifier.ControlModifier
Opened = tuple[MainWindow, WindowCommands]
Open = Callable[[], Opened]


@pytest.fixture
def open_window(services: Services, clock: FixedClock, home: Path, choose: Choose, qtbot: QtBot) -> Open:
    choose("Calls")

    def open_one() -> Opened:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        desk = Desk()
        surroundings = Surroundings(Theme(app), Preferences(home / "window.ini"))
        window = MainWindow(desk, services.scoring.page(TODAY), surroundings)
        desk.setParent(window)
        qtbot.addWidget(window)
        commands = WindowCommands(window, home / "data" / "scorecard.db", clock)
        desk.attach(services)
        commands.follow_store(writable=True)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        window.scorecard.start_keyboard()
        return window, commands

    return open_one


def focused() -> QWidget:
    found: QWidget | None = QApplication.focusWidget()
    assert found is not None
    return found


def go_to_note(opened: Opened) -> SavedArea:
    QTest.keyClicks(focused(), "m")
    editor = focused()
    assert isinstance(editor, NoteEditor)
    return editor


def go_to_reflection(opened: Opened) -> SavedArea:
    opened[0].go_to_page(REFLECTION)
    area = focused()
    assert isinstance(area, SavedArea)
    return area


def go_to_quick_line(opened: Opened) -> QWidget:
    opened[0].go_to_page(COMMITMENTS)
    opened[1].commitments.add_quickly()
    return focused()


def note(services: Services) -> str:
    (row,) = services.scoring.page(TODAY).rows
    return row.entry.note


def reflection(services: Services) -> str:
    return next(place.text for place in services.reflecting.page(TODAY).places if place.prompt_id == MOVED)


def quick_line(services: Services) -> str:
    return services.unfinished.line()


PLACES: dict[str, tuple[Callable[[Opened], QWidget], Callable[[Services], str]]] = {
    "note": (go_to_note, note),
    "reflection": (go_to_reflection, reflection),
    "quick line": (go_to_quick_line, quick_line),
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("way", ["close", "page", "hide now", "crash", "session end or sleep"])
def test_an_unfinished_composition_is_kept_on_every_way_out(
    open_window: Open, services: Services, place: str, way: str
) -> None:
    go, stored = PLACES[place]
    opened = open_window()
    window = opened[0]
    QTest.keyClicks(go(opened), "Met at ")
    QCoreApplication.sendEvent(focused(), QInputMethodEvent("会議", []))
    match way:
        case "close":
            assert window.close()
        case "page":
            QTest.keyClick(focused(), Qt.Key.Key_4, CTRL)
        case "hide now":
            QTest.keyClick(focused(), Qt.Key.Key_L, CTRL)
        case "session end or sleep":
            assert window.flush()
        case _:
            window.report_crash("details")
    assert stored(services) == "Met at 会議"


def test_half_a_promise_stands_in_its_line_again_after_a_restart(open_window: Open, home: Path) -> None:
    opened = open_window()
    QTest.keyClicks(go_to_quick_line(opened), "Send the estimates to Cass")
    assert opened[0].close()
    again = open_window()
    field = again[1].commitments.quick_add.field
    assert field.text() == "Send the estimates to Cass"
    assert (home / "data" / FILE_NAME).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("end", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_what_became_a_promise_or_was_taken_away_does_not_come_back(
    open_window: Open, services: Services, home: Path, end: Qt.Key
) -> None:
    opened = open_window()
    QTest.keyClicks(go_to_quick_line(opened), "Send the estimates")
    opened[0].flush()
    assert services.unfinished.line()
    QTest.keyClick(focused(), end)
    assert services.unfinished.line() == ""
    assert not (home / "data" / FILE_NAME).exists()
    assert opened[0].close()
    assert open_window()[1].commitments.quick_add.field.text() == ""


def test_half_a_promise_that_cannot_be_kept_keeps_the_window_open(
    open_window: Open, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = open_window()
    QTest.keyClicks(go_to_quick_line(opened), "Send the estimates")

    def refuse(_line: str) -> None:
        raise StoreError(StoreFault.FULL, Path("x"))

    monkeypatch.setattr(services.unfinished, "keep", refuse)
    window = opened[0]
    assert not window.close()
    dialog = window.findChild(UnsavedDialog)
    assert dialog is not None
    assert dialog.text.toPlainText() == "Send the estimates"
    dialog.discard.click()
    assert not window.isVisible()


@pytest.mark.parametrize("place", ["note", "reflection"])
def test_what_is_left_out_or_not_pasted_is_said_in_the_window(
    open_window: Open, services: Services, place: str
) -> None:
    go, stored = PLACES[place]
    opened = open_window()
    area = go(opened)
    assert isinstance(area, SavedArea)
    area.insertPlainText("be\0fore")
    window = opened[0]
    assert window.flush()
    assert stored(services) == "before"
    assert window.notice.sentence.text().startswith("Some signs in this text can't be kept")

    pasted = QMimeData()
    pasted.setText("word " * 200_000)
    area.insertFromMimeData(pasted)
    assert window.notice.sentence.text().startswith("This is too long to paste here")
    assert stored(services) == "before"


def test_what_is_left_out_of_a_promise_is_said(open_window: Open, services: Services) -> None:
    opened = open_window()
    go_to_quick_line(opened)
    opened[1].commitments.quick_add.field.insert("Send it\u202e soon")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert [promise.words for promise in services.promises.book().promises.values()] == ["Send it soon"]
    assert "left out" in opened[0].notice.sentence.text()


def test_a_megabyte_pasted_into_the_quick_line_is_refused_in_words(open_window: Open, qtbot: QtBot) -> None:
    opened = open_window()
    field, quick_add = opened[1].commitments.quick_add.field, opened[1].commitments.quick_add
    QTest.keyClicks(go_to_quick_line(opened), "Send it")
    field.insert("word " * 200_000)
    qtbot.waitUntil(lambda: "too long" in quick_add.problem.text())
    assert field.text() == "Send it"


def test_a_promise_too_long_to_keep_is_refused_and_stays_in_its_line(open_window: Open, services: Services) -> None:
    opened = open_window()
    go_to_quick_line(opened)
    quick_add = opened[1].commitments.quick_add
    quick_add.field.insert("w" * 501)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert "at most 500 characters" in quick_add.problem.text()
    assert quick_add.field.text() == "w" * 501
    assert services.promises.book().promises == {}


def test_ctrl_z_in_a_note_takes_back_a_thought(open_window: Open, services: Services, clock: FixedClock) -> None:
    opened = open_window()
    editor = go_to_note(opened)
    QTest.keyClicks(editor, "Neal called.")
    opened[0].flush()
    clock.advance(seconds=11)
    QTest.keyClicks(editor, " He laughed.")
    QTest.keyClick(editor, Qt.Key.Key_Z, CTRL)
    assert (editor.text, note(services)) == ("Neal called.", "Neal called.")
    assert focused() is editor
    QTest.keyClick(editor, Qt.Key.Key_Z, CTRL)
    assert (editor.text, note(services)) == ("", "")
    both = CTRL | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(editor, Qt.Key.Key_Z, both)
    QTest.keyClick(editor, Qt.Key.Key_Z, both)
    assert editor.text == "Neal called. He laughed."


def test_writing_in_the_evening_reads_no_scorecard_anew_but_its_greeting(
    open_window: Open, services: Services, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, _ = open_window()
    pages: list[object] = []
    monkeypatch.setattr(window.scorecard, "refresh", lambda: pages.append(None))
    services.reflecting.write(TODAY, MOVED, "Ana closed the ticket")
    services.reflecting.write(TODAY.replace(day=19), TOMORROW, "Ask Neal first.")
    assert pages == []
    assert window.scorecard.greeting is not None
    assert window.scorecard.greeting.words.text() == "“Ask Neal first.”"
    services.scoring.note(services.scoring.card().measures[0].id, TODAY, "Neal called")
    assert len(pages) == 1


def test_check_ins_follow_the_day(open_window: Open, clock: FixedClock) -> None:
    window, commands = open_window()
    window.go_to_page(REFLECTION)
    card = commands.reflection.checkin
    assert card._page is not None
    assert card._page.today == TODAY
    clock.set(datetime(2026, 11, 21, 4, 0, tzinfo=BERLIN))
    assert commands._watch is not None
    commands._watch.look()
    assert card._page.today == TODAY.replace(day=21)
