"""The fifth page in its window: the ways to it, its keys, and nothing lost on the way out."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scorecard.domain.touches import Way
from scorecard.services.services import Services
from scorecard.ui.desk import Desk
from scorecard.ui.main_window import PEOPLE, REFLECTION, SCORECARD, MainWindow, Surroundings
from scorecard.ui.people_tab.add_dialog import AddDialog
from scorecard.ui.people_tab.sections.mentions import MentionsSection
from scorecard.ui.preferences import Preferences
from scorecard.ui.theme.theme import Theme
from scorecard.ui.window_commands import WindowCommands
from tests.fake_clock import FixedClock
from tests.ui.conftest import TODAY
from tests.ui.people_tab.conftest import Known

_Key, _Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier
_CtrlShift = _Ctrl | Qt.KeyboardModifier.ShiftModifier
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
        window.scorecard.show_people()  # as the program does once the promises are read
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        window.scorecard.start_keyboard()
        return window, commands

    return open_one


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key, modifier)


def test_ctrl_5_goes_there_with_the_keyboard_in_the_list(three: None, open_window: Open) -> None:
    window, commands = open_window()
    press(window, _Key.Key_5, _Ctrl)

    assert window.page_key == PEOPLE
    assert window.tabs.row.tabText(4) == "People"
    assert commands.people.tab.list.hasFocus()


def test_from_anywhere_somebody_is_looked_up_in_a_few_keys(three: None, open_window: Open) -> None:
    window, commands = open_window()
    press(window, _Key.Key_O, _CtrlShift)
    search = commands.people.tab.header.search
    assert search.hasFocus()
    QTest.keyClicks(search, "cas")
    press(window, _Key.Key_Return)

    view = commands.people.tab.person.made
    assert view is not None
    assert view.page is not None
    assert view.page.person.name == "Cassandra Kelly"


def test_ctrl_f_is_the_search_of_the_page_and_from_there_of_everything(three: None, open_window: Open) -> None:
    window, commands = open_window()
    commands.people.go()
    press(window, _Key.Key_F, _Ctrl)
    assert commands.people.tab.header.search.hasFocus()
    press(window, _Key.Key_F, _Ctrl)
    found = QApplication.activeModalWidget()
    assert found is not None
    found.close()


def test_ctrl_n_adds_a_person_on_this_page_only(open_window: Open, qtbot: QtBot) -> None:
    window, commands = open_window()
    commands.people.go()
    press(window, _Key.Key_N, _Ctrl)
    dialog = window.findChild(AddDialog)
    assert dialog is not None
    dialog.reject()
    window.go_to_page(SCORECARD)

    assert not commands.menu.actions["person"].shortcuts()


def test_a_person_may_be_opened_before_the_page_was_ever_seen(
    three: None, open_window: Open, services: Services, qtbot: QtBot
) -> None:
    window, commands = open_window()
    commands.people.open(services.people.profiles.named("Neal")[0].id)

    tab = commands.people.tab
    assert window.page_key == PEOPLE
    qtbot.waitUntil(tab.list.isVisible)
    assert tab.person_id == tab.list.current_id == services.people.profiles.named("Neal")[0].id


def test_an_undo_of_what_was_between_two_stays_where_one_is(
    known: Known, open_window: Open, services: Services
) -> None:
    ana = known("Ana")
    window, commands = open_window()
    commands.people.open(ana)
    services.people.touches.add(ana, Way.MET, day=TODAY.replace(day=2))
    press(window, _Key.Key_Z, _Ctrl)

    row = services.people.row(ana)
    assert row is not None
    assert row.contact.last is None
    assert window.page_key == PEOPLE


def test_archiving_is_said_with_the_way_back(known: Known, open_window: Open, services: Services) -> None:
    known("Ana")
    window, commands = open_window()
    commands.people.go()
    press(window, _Key.Key_Delete)
    assert commands.way_back.notice.sentence.text() == "Archived: Ana"
    commands.way_back.notice.action_buttons[0].click()

    assert [row.archived for row in services.people.rows()] == [False]


def test_the_page_is_asked_on_every_way_out(
    three: None, open_window: Open, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, commands = open_window()
    commands.people.open(services.people.profiles.named("Neal")[0].id)
    view = commands.people.tab.person.made
    assert view is not None
    monkeypatch.setattr(view, "flush", lambda: False)
    monkeypatch.setattr(view, "unsaved_text", lambda: "half a thought")
    assert not window.flush()
    assert window.unsaved_text() == "half a thought"
    assert not window.close()

    monkeypatch.undo()
    assert window.flush()


def test_on_another_day_it_was_longer_ago(known: Known, open_window: Open, clock: FixedClock) -> None:
    known("Ana", 3)
    _, commands = open_window()
    commands.people.go()
    tab = commands.people.tab
    assert tab.list.people.words(0).contact.texts == ("3 day(s)",)
    clock.advance(hours=24)
    commands.people.follow_new_day()

    assert tab.list.people.words(0).contact.texts == ("4 day(s)",)


def test_from_where_they_are_named_the_page_leads_to_the_place(
    services: Services, three: None, open_window: Open, qtbot: QtBot
) -> None:
    services.reflecting.write(TODAY, "moved", "Talked with @Neal")
    window, commands = open_window()
    commands.people.go()
    tab = commands.people.tab
    tab.open_person(services.people.profiles.named("Neal")[0].id)
    view = tab.person.made
    assert view is not None
    section = next(one for one in view.sections if isinstance(one, MentionsSection))
    qtbot.waitUntil(lambda: len(section.lines.lines) == 1)
    section.lines.setFocus()
    press(window, _Key.Key_Return)

    assert window.page_key == REFLECTION
