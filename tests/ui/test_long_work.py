"""The dialog over long work: Escape stops it, the Enter that began it does not."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from scorecard.ui.background import Cancelled, Progress
from scorecard.ui.long_work import LongWork


@pytest.fixture
def go_on() -> Iterator[threading.Event]:
    event = threading.Event()
    yield event
    event.set()


@pytest.fixture
def shown(qtbot: QtBot, go_on: threading.Event) -> LongWork:
    window = QWidget()
    qtbot.addWidget(window)

    def work(_progress: Progress, cancelled: Cancelled) -> str:
        while not (go_on.wait(0.01) or cancelled()):
            pass
        return "stopped" if cancelled() else "done"

    shown = LongWork("Copying", work, window)
    shown.window_kept = window  # type: ignore[attr-defined]
    shown.open()
    return shown


def test_enter_does_not_stop_it(shown: LongWork, go_on: threading.Event, qtbot: QtBot) -> None:
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert shown.primary.isEnabled()
    with qtbot.waitSignal(shown.ended) as ended:
        go_on.set()
    assert ended.args == ["done"]


def test_escape_stops_it(shown: LongWork, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shown.ended) as ended:
        QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert ended.args == ["stopped"]
