"""What was found around the store is said calmly, one thing at a time, and once the user has closed it, no more."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scorecard.domain.places import Carrier, SharedPlace, Surroundings
from scorecard.services.services import Services
from scorecard.ui.around import Deeds, Found, notices_at_start
from scorecard.ui.crash_dialog import CrashDialog
from scorecard.ui.desk import Desk
from scorecard.ui.main_window import MainWindow
from scorecard.ui.main_window import Surroundings as Outside
from scorecard.ui.preferences import Preferences
from scorecard.ui.start_notices import StartNotices
from scorecard.ui.theme.theme import Theme
from tests.fake_clock import FRIDAY_EVENING
from tests.ui.conftest import TODAY

DROPBOX = SharedPlace(Carrier.SYNC, "Dropbox", Path("/home/anna/Dropbox"))


@pytest.fixture
def window(services: Services, home: Path, qtbot: QtBot) -> MainWindow:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    desk = Desk()
    window = MainWindow(desk, services.scoring.page(TODAY), Outside(Theme(app), Preferences(home / "window.ini")))
    desk.setParent(window)
    qtbot.addWidget(window)
    desk.attach(services)
    window.show()
    return window


@pytest.fixture
def copy(home: Path) -> Path:
    file = home / "scorecard (1).db"
    file.write_bytes(b"one")
    return file


def start(window: MainWindow, *copies: Path, imported: list[Path] | None = None, **more: object) -> None:
    found = Found(Surroundings(more.pop("shared", None), copies), Path("/home/anna/data"), FRIDAY_EVENING, **more)  # type: ignore[arg-type]
    notices = StartNotices(window)
    deeds = Deeds((imported if imported is not None else []).append, lambda: window.setProperty("moved", True))
    for notice in notices_at_start(found, window, deeds):
        notices.add(notice)


def said(window: MainWindow) -> str:
    return window.notice.sentence.text() if window.notice.isVisible() else ""


def test_a_shared_folder_is_said_until_it_is_closed_and_then_never_again(window: MainWindow) -> None:
    start(window, shared=DROPBOX)
    assert "a folder of Dropbox" in said(window)
    window.notice.hide()
    start(window, shared=DROPBOX)
    assert "a folder of Dropbox" in said(window), "it was not closed by the user"
    window.notice.dismiss()
    start(window, shared=DROPBOX)
    assert said(window) == ""
    start(window, shared=SharedPlace(Carrier.NETWORK, "nfs4", Path("/far")))
    assert "another computer" in said(window)


def test_moving_it_is_a_click_away(window: MainWindow) -> None:
    start(window, shared=DROPBOX)
    window.notice.action_buttons[0].click()
    assert window.property("moved")


def test_a_copy_is_offered_as_an_import_once(window: MainWindow, copy: Path) -> None:
    imported: list[Path] = []
    start(window, copy, imported=imported)
    assert "“scorecard (1).db”" in said(window)
    window.notice.action_buttons[0].click()
    assert imported == [copy]
    start(window, copy)
    assert said(window) == ""


def test_a_copy_that_has_changed_is_another_one(window: MainWindow, copy: Path) -> None:
    start(window, copy)
    window.notice.dismiss()
    copy.write_bytes(b"another")
    start(window, copy)
    assert "“scorecard (1).db”" in said(window)


def test_one_thing_is_said_at_a_time(window: MainWindow, copy: Path) -> None:
    last = FRIDAY_EVENING + timedelta(days=400)
    start(window, copy, shared=DROPBOX, last_moment=last, crash="Fatal Python error: Aborted")
    heard = []
    while sentence := said(window):
        heard.append(sentence)
        window.notice.dismiss()
    signs = ("clock says", "another store beside yours", "folder of Dropbox", "ended in the middle")
    assert len(heard) == len(signs)
    assert all(sign in sentence for sign, sentence in zip(signs, heard, strict=True))


def test_what_is_said_already_is_not_covered(window: MainWindow) -> None:
    window.notice.show_notice("The disk is full.")
    start(window, shared=DROPBOX)
    assert said(window) == "The disk is full."
    window.notice.dismiss()
    assert "a folder of Dropbox" in said(window)


def test_a_clock_that_was_set_back_by_years_is_told_with_both_dates(window: MainWindow) -> None:
    start(window, last_moment=FRIDAY_EVENING + timedelta(days=3))
    assert "20 November 2026" in said(window)
    assert "23 November 2026" in said(window)


def test_a_journey_across_the_date_line_is_no_wrong_clock(window: MainWindow) -> None:
    start(window, last_moment=FRIDAY_EVENING + timedelta(hours=23))
    assert said(window) == ""


def test_where_an_earlier_run_ended_can_be_read_and_copied(window: MainWindow) -> None:
    start(window, crash="Fatal Python error: Aborted\n  in paint")
    window.notice.action_buttons[0].click()
    dialog = window.findChild(CrashDialog)
    assert dialog is not None
    dialog.copy.click()
    assert QApplication.clipboard().text() == "Fatal Python error: Aborted\n  in paint"
    assert "had been saved" in dialog.sentence.text()
    dialog.accept()


def test_the_settings_hold_no_name_of_a_file(window: MainWindow, copy: Path, home: Path) -> None:
    start(window, copy)
    window.notice.dismiss()
    assert "scorecard (1)" not in (home / "window.ini").read_text()
    assert "start" in (home / "window.ini").read_text()
