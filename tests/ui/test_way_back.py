"""What was done to a promise, and the way back; and the key for something new."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from scorecard.domain.due import Due
from scorecard.domain.promises import Level, Outcome, standing
from scorecard.services.promises import PromiseDraft
from scorecard.services.services import Services
from scorecard.ui.card_dialogs.measure_editor import MeasureDialog
from scorecard.ui.desk import Desk
from scorecard.ui.main_window import COMMITMENTS, SCORECARD, MainWindow, Surroundings
from scorecard.ui.preferences import Preferences
from scorecard.ui.promise_dialogs.promise_editor import PromiseEditor
from scorecard.ui.theme.theme import Theme
from scorecard.ui.widgets.passing_notice import PassingNotice
from scorecard.ui.window_commands import WindowCommands
from tests.fake_clock import FixedClock
from tests.ui.conftest import TODAY, Choose

Opened = tuple[MainWindow, WindowCommands]


@pytest.fixture
def opened(services: Services, clock: FixedClock, qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory) -> Opened:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    place = tmp_path_factory.mktemp("window")
    desk = Desk()
    window = MainWindow(desk, services.scoring.page(TODAY), Surroundings(Theme(app), Preferences(place / "window.ini")))
    desk.setParent(window)
    qtbot.addWidget(window)
    commands = WindowCommands(window, place / "scorecard.db", clock)
    desk.attach(services)
    window.resize(1024, 640)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window, commands


@pytest.fixture
def notice(opened: Opened) -> PassingNotice:
    return opened[1].way_back.notice


@pytest.fixture
def promise(services: Services) -> Callable[[str], str]:
    return lambda words: services.promises.make(PromiseDraft(words, Level.COMMITMENT, Due.on(TODAY)))


def outcome(services: Services, promise_id: str) -> Outcome:
    return standing(services.promises.book().promises[promise_id], TODAY).outcome


def test_what_leaves_its_list_is_said_with_the_way_back(
    promise: Callable[[str], str], notice: PassingNotice, services: Services
) -> None:
    estimates = promise("Send the estimates")
    assert not notice.isVisible()

    services.promises.settle(estimates, Outcome.KEPT)
    assert notice.isVisible()
    assert notice.sentence.text() == "Kept: “Send the estimates”"
    notice.action_buttons[0].click()

    assert outcome(services, estimates) is Outcome.OPEN
    assert not notice.isVisible()


def test_with_the_next_change_it_goes_for_undo_would_take_back_another(
    choose: Choose, promise: Callable[[str], str], notice: PassingNotice, services: Services
) -> None:
    calls = choose("Calls")
    services.promises.settle(promise("Send the estimates"), Outcome.KEPT)

    services.scoring.skip(calls, TODAY)
    assert not notice.isVisible()

    services.promises.settle(promise("Call back"), Outcome.BROKEN)
    services.undoing.undo()
    assert not notice.isVisible()


def test_it_moves_nothing_and_stays_inside_the_window(
    opened: Opened, promise: Callable[[str], str], notice: PassingNotice, services: Services
) -> None:
    window, _ = opened
    before = window.pages.geometry()

    services.promises.settle(promise("Find out what became of it, and tell everybody " * 5), Outcome.KEPT)

    assert window.pages.geometry() == before
    around = window.centralWidget()
    assert around is not None
    assert around.rect().contains(notice.geometry())
    window.resize(760, 480)
    assert around.rect().contains(notice.geometry())


def test_it_goes_by_itself_but_not_from_under_the_keyboard(
    opened: Opened, promise: Callable[[str], str], notice: PassingNotice, services: Services
) -> None:
    services.promises.settle(promise("Send the estimates"), Outcome.KEPT)
    notice.action_buttons[0].setFocus()
    notice.timer.timeout.emit()
    assert notice.isVisible()

    opened[0].menu_button.setFocus()
    notice.timer.timeout.emit()
    assert not notice.isVisible()


def test_a_click_on_it_leaves_the_keyboard_where_it_was(
    opened: Opened, promise: Callable[[str], str], notice: PassingNotice, services: Services
) -> None:
    window, commands = opened
    promise("Call back")
    estimates = promise("Send the estimates")
    window.go_to_page(COMMITMENTS)
    cards = commands.commitments.board.lane(Level.COMMITMENT).list
    cards.setFocus()
    services.promises.settle(estimates, Outcome.KEPT)

    QTest.mouseClick(notice.action_buttons[0], Qt.MouseButton.LeftButton, pos=QPoint(4, 4))

    assert outcome(services, estimates) is Outcome.OPEN
    assert cards.hasFocus()


def test_ctrl_n_makes_what_the_page_is_about(opened: Opened) -> None:
    window, commands = opened
    for page, kind in ((COMMITMENTS, PromiseEditor), (SCORECARD, MeasureDialog), (COMMITMENTS, PromiseEditor)):
        window.go_to_page(page)
        QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)

        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, kind)
        dialog.reject()
    assert commands.menu.actions["add"].shortcut().isEmpty()
    assert commands.menu.actions["promise"].shortcut().toString() == "Ctrl+N"


def test_the_menu_adds_a_measure_on_every_page(opened: Opened) -> None:
    window, commands = opened
    window.go_to_page(COMMITMENTS)

    commands.menu.actions["add"].trigger()

    assert isinstance(QApplication.activeModalWidget(), MeasureDialog)
    closing: QWidget | None = QApplication.activeModalWidget()
    assert closing is not None
    closing.close()
