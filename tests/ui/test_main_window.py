"""The window around the pages: menu, undo, the new day, closing."""

import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scorecard.domain.activities import Turn
from scorecard.domain.errors import StoppedError
from scorecard.domain.incidents import StoreError, StoreFault
from scorecard.domain.marks import UNKNOWN, Scored
from scorecard.services import undoing
from scorecard.services.services import Services
from scorecard.ui.crash_dialog import CrashDialog
from scorecard.ui.desk import Desk
from scorecard.ui.main_window import COMMITMENTS, PROGRESS, MainWindow, Surroundings
from scorecard.ui.preferences import Preferences
from scorecard.ui.theme.theme import Theme
from scorecard.ui.unsaved_dialog import UnsavedDialog
from scorecard.ui.weekly_review.dialog import ReviewDialog
from scorecard.ui.window_commands import WindowCommands
from tests.fake_clock import BERLIN, FixedClock
from tests.ui.conftest import TODAY, Choose


@pytest.fixture
def open_window(services: Services, clock: FixedClock, home: Path, qtbot: QtBot) -> Callable[[], MainWindow]:
    def open_one() -> MainWindow:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        desk = Desk()
        surroundings = Surroundings(Theme(app), Preferences(home / "window.ini"))
        window = MainWindow(desk, services.scoring.page(services.scoring.today()), surroundings)
        desk.setParent(window)
        qtbot.addWidget(window)
        commands = WindowCommands(window, home / "data" / "scorecard.db", clock)
        desk.attach(services)
        commands.follow_store(writable=True)
        window.commands = commands  # type: ignore[attr-defined]
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        window.scorecard.start_keyboard()
        return window

    return open_one


def mark_of(services: Services, measure_id: str) -> object:
    entry = services.scoring.snapshot(TODAY, TODAY).entries.get((TODAY, measure_id))
    return entry.mark if entry else UNKNOWN


def test_the_menu_says_what_an_undo_takes_back(choose: Choose, open_window, services: Services) -> None:
    calls = choose("Thank-yous")
    window = open_window()
    services.scoring.score(calls, TODAY, Decimal(3))
    window.commands.menu.about_to_show.emit()
    undo = window.commands.menu.actions["undo"]
    assert undo.text() == "&Undo 3 for Thank-yous, Fri 20 Nov"


def test_ctrl_z_undoes_and_ctrl_shift_z_redoes(choose: Choose, open_window, services: Services, qtbot: QtBot) -> None:
    calls = choose("Thank-yous")
    window = open_window()
    QTest.keyClicks(window.focusWidget(), "3")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert mark_of(services, calls) == UNKNOWN
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Z, both)
    assert mark_of(services, calls) == Scored(Decimal(3))


def test_an_undo_of_another_day_goes_there(choose: Choose, open_window, services: Services) -> None:
    calls = choose("Thank-yous")
    window = open_window()
    services.scoring.score(calls, TODAY - timedelta(days=1), Decimal(3))
    window.commands.undo()
    assert window.scorecard.day == TODAY - timedelta(days=1)


def test_a_new_day_is_offered_and_the_day_being_looked_at_stays(
    choose: Choose, open_window, clock: FixedClock, services: Services
) -> None:
    choose("Thank-yous")
    window = open_window()
    clock.set(datetime(2026, 11, 21, 4, 0, tzinfo=BERLIN))
    window.commands._watch.look()
    assert window.scorecard.day == TODAY
    assert window.notice.isVisible()
    assert "Saturday, 21 November" in window.notice.sentence.text()
    window.notice.action_buttons[0].click()
    assert window.scorecard.day == TODAY + timedelta(days=1)


def test_before_the_day_end_it_is_still_the_same_day(choose: Choose, open_window, clock: FixedClock) -> None:
    choose("Thank-yous")
    window = open_window()
    clock.set(datetime(2026, 11, 21, 3, 59, tzinfo=BERLIN))
    window.commands._watch.look()
    assert not window.notice.isVisible()


def test_closing_in_mid_typing_saves_the_note(choose: Choose, open_window, services: Services) -> None:
    calls = choose("Thank-yous")
    window = open_window()
    QTest.keyClicks(window.focusWidget(), "m")
    QTest.keyClicks(window.focusWidget(), "half a")
    assert window.close()
    assert services.scoring.snapshot(TODAY, TODAY).entries[TODAY, calls].note == "half a"


def test_a_window_whose_note_cannot_be_saved_stays_open(
    choose: Choose, open_window, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose("Thank-yous")
    window = open_window()
    QTest.keyClicks(window.focusWidget(), "m")
    QTest.keyClicks(window.focusWidget(), "precious")

    def refuse(*_: object) -> None:
        raise StoreError(StoreFault.FULL, Path("x"))

    with monkeypatch.context() as full:
        full.setattr(services.scoring, "note", refuse)
        assert not window.close()
        assert window.notice.isVisible()
        assert window.findChild(UnsavedDialog).text.toPlainText() == "Thank-yous: precious"
    window.findChild(UnsavedDialog).primary.click()
    assert not window.isVisible()
    entries = services.scoring.snapshot(TODAY, TODAY).entries.values()
    assert [entry.note for entry in entries] == ["precious"]


def test_what_the_store_cannot_take_now_is_said_and_stays_as_it_was_typed(
    choose: Choose, open_window, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose("Thank-yous")
    window = open_window()

    def refuse(*_: object) -> None:
        raise StoreError(StoreFault.FULL, Path("x"))

    monkeypatch.setattr(services.scoring, "score", refuse)
    QTest.keyClicks(window.focusWidget(), "35")
    row = window.scorecard.rows[0]
    assert row.refusal == "Not saved yet, but kept: 35"
    assert window.notice.sentence.text().startswith("The disk is full.")
    assert row.control.widget.text() == "35"


def test_the_window_remembers_its_size(choose: Choose, open_window, home: Path) -> None:
    choose("Thank-yous")
    window = open_window()
    window.resize(780, 560)
    window.close()
    again = open_window()
    assert (again.width(), again.height()) == (780, 560)


def test_the_title_tells_nobody_anything(choose: Choose, open_window) -> None:
    choose("Secret measure")
    assert open_window().windowTitle() == "Scorecard"


def test_a_click_on_a_day_of_the_chart_opens_it(choose: Choose, open_window) -> None:
    choose("Thank-yous")
    window = open_window()
    window.go_to_page("progress")
    window.commands.progress.day_chosen.emit(TODAY - timedelta(days=2))
    assert window.page_key == "scorecard"
    assert window.scorecard.day == TODAY - timedelta(days=2)


def test_a_long_undo_runs_off_the_event_loop(
    choose: Choose, open_window, services: Services, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = choose("Thank-yous")
    window = open_window()
    services.scoring.score(calls, TODAY, Decimal(3))
    monkeypatch.setattr(undoing, "LONG", 0)
    window.commands.undo()
    qtbot.waitUntil(lambda: mark_of(services, calls) == UNKNOWN and not window.scorecard.rows[0].state.points.isdigit())


def test_a_long_undo_can_be_stopped_and_leaves_everything_as_it_was(
    choose: Choose, services: Services, clock: FixedClock, home: Path
) -> None:
    calls = choose("Thank-yous")
    services.scoring.score(calls, TODAY, Decimal(3))
    services.undoing.undo()
    services.undoing.undo()
    turn = undoing.LongTurn(home / "data" / "scorecard.db", clock, Turn.REDO)
    with pytest.raises(StoppedError):
        turn.run(lambda done, total: None, lambda: True)
    assert services.scoring.card().measures == ()


def test_closing_before_the_store_is_open_waits_for_it_and_saves(
    choose: Choose, services: Services, home: Path, qtbot: QtBot
) -> None:
    calls = choose("Thank-yous")
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    desk = Desk()
    surroundings = Surroundings(Theme(app), Preferences(home / "window.ini"))
    window = MainWindow(desk, services.scoring.page(TODAY), surroundings)
    desk.setParent(window)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    QTest.keyClicks(window.scorecard.rows[0].control.focus_widget, "3")
    assert not window.close()
    desk.attach(services)
    assert not window.isVisible()
    assert mark_of(services, calls) == Scored(Decimal(3))


def test_the_keyboard_stays_where_one_types_while_the_card_is_empty(
    open_window: Callable[[], MainWindow], services: Services, qtbot: QtBot
) -> None:
    """A change that reaches the Scorecard page behind must not bring the keyboard there."""
    window = open_window()
    window.go_to_page(COMMITMENTS)
    for words in ("Call Ana", "Send the minutes"):
        QTest.keyClicks(window.focusWidget(), words)
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)

    assert {promise.words for promise in services.promises.book().promises.values()} == {"Call Ana", "Send the minutes"}


def test_a_bug_in_another_thread_is_shown_by_the_window_in_its_own(open_window, qtbot: QtBot) -> None:
    window = open_window()
    thread = threading.Thread(target=lambda: window.crashed.emit("RuntimeError"))
    thread.start()
    thread.join()
    assert window.findChild(CrashDialog) is None

    qtbot.waitUntil(lambda: window.findChild(CrashDialog) is not None)
    dialog = window.findChild(CrashDialog)
    assert dialog.thread() == window.thread()
    dialog.accept()


def test_ctrl_r_reviews_the_week_that_progress_shows(open_window) -> None:
    window = open_window()
    window.commands.show_charts()
    for page, week in ((COMMITMENTS, "Week 47"), (PROGRESS, "Week 46")):
        window.go_to_page(page)
        if page == PROGRESS:
            window.commands.progress.go_by(-1)
        QTest.keyClick(window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
        dialog = window.findChild(ReviewDialog)
        assert dialog.title.text() == f"Weekly review · {week}"
        dialog.done(0)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
