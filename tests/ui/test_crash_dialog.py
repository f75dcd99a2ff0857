"""A bug is shown once however often it happens, and the dialog promises no more than is true."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scorecard.services.services import Services
from scorecard.ui import crash_dialog
from scorecard.ui.crash_dialog import CrashDialog, say_what_is_safe
from tests.ui.test_around import MainWindow
from tests.ui.test_around import window as window


def dialogs(window: MainWindow) -> list[CrashDialog]:
    return [dialog for dialog in window.findChildren(CrashDialog) if dialog.isVisible()]


def test_what_happens_again_and_again_opens_one_dialog(window: MainWindow) -> None:
    for details in ("ValueError\nin paint", "ValueError\nin paint", "KeyError\nin show"):
        window.report_crash(details)
    (dialog,) = dialogs(window)
    assert dialog.box.toPlainText() == "2 × ValueError\nin paint\n\nKeyError\nin show"
    dialog.copy.click()
    assert QApplication.clipboard().text() == dialog.box.toPlainText()
    dialog.accept()
    window.report_crash("OSError\nin read")
    assert dialogs(window)[-1].box.toPlainText() == "OSError\nin read"


@pytest.mark.parametrize("saved", [True, False])
def test_what_could_not_be_saved_is_not_said_to_be(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, saved: bool
) -> None:
    monkeypatch.setattr(window, "_flush_pages", lambda: saved)
    window.report_crash("ValueError")
    assert dialogs(window)[0].sentence.text() == say_what_is_safe(saved)


def test_a_bug_in_saving_is_no_bug_without_end(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def fail() -> bool:
        raise RuntimeError

    with monkeypatch.context() as patch, qtbot.captureExceptions() as caught:
        patch.setattr(window, "_flush_pages", fail)
        window.report_crash("ValueError")
        QApplication.processEvents()
    assert len(caught) <= 1, "the window has lost the keyboard to the dialog"
    (dialog,) = dialogs(window)
    assert dialog.sentence.text() == say_what_is_safe(saved=False)


def test_the_folder_of_backups_is_a_click_away(
    window: MainWindow, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[object] = []
    monkeypatch.setattr("scorecard.ui.start_dialogs.open_folder", opened.append)
    services.backups.folder.mkdir()
    window.report_crash("ValueError")
    dialogs(window)[0].open_backups.click()
    assert opened == [services.backups.folder]


def test_a_thousand_different_bugs_are_not_kept(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crash_dialog, "_MOST", 3)
    dialog = CrashDialog("0", None, sentence="")
    qtbot.addWidget(dialog)
    for number in range(10):
        dialog.add(str(number))
    assert dialog.box.toPlainText() == "2 × 0\n\n1\n\n2"
