"""Who has the store: nobody, a program that is gone, one on another computer, one that does not answer."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLockFile, QSysInfo
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from scorecard.domain.starts import NOTHING_ASKED, Arrival
from scorecard.ui import one_instance
from scorecard.ui.one_instance import Doorbell, ring, use_token
from scorecard.ui.store_lock import Held, Hold, StoreLock

GONE = 2**22 + 1  # more than any process of Linux is called


@pytest.fixture
def file(home: Path) -> Path:
    return home / "scorecard.lock"


def take(file: Path, arrival: Arrival = NOTHING_ASKED) -> Held:
    lock = StoreLock(file)
    held = lock.take(arrival, patience=0)
    if held.hold is Hold.OURS:
        assert lock.held
        lock.release()
        assert not file.exists()
    return held


def test_a_store_that_nobody_has_is_ours(file: Path) -> None:
    assert take(file) == Held(Hold.OURS)


def test_the_lock_of_a_program_that_is_gone_is_taken_over(file: Path) -> None:
    file.write_text(f"{GONE}\nscorecard\n{QSysInfo.machineHostName()}\n")
    assert take(file) == Held(Hold.OURS)


def test_a_lock_that_a_power_cut_left_empty_is_taken_over(file: Path) -> None:
    file.touch()
    lock = StoreLock(file)
    assert lock.take(NOTHING_ASKED).hold is Hold.OURS
    assert lock.held


def test_a_lock_of_another_computer_is_not_touched_until_the_user_says_so(file: Path) -> None:
    file.write_text("4711\nscorecard\nkitchen-laptop\n")
    lock = StoreLock(file)
    assert lock.take(NOTHING_ASKED) == Held(Hold.ELSEWHERE, "kitchen-laptop")
    assert not lock.held
    lock.release()
    assert file.read_text().startswith("4711")
    lock.take_over()
    assert lock.take(NOTHING_ASKED) == Held(Hold.OURS)
    assert lock.held


def test_a_program_that_does_not_answer_is_not_pushed_aside(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(one_instance, "PATIENCE", 0)
    holder = QLockFile(str(file))
    assert holder.tryLock(0)
    assert take(file) == Held(Hold.SILENT)
    assert holder.isLocked()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_where_no_lock_can_be_made_nothing_can_be_written_either(home: Path) -> None:
    (home / "closed").mkdir(mode=0o500)
    lock = StoreLock(home / "closed" / "scorecard.lock")
    assert lock.take(NOTHING_ASKED) == Held(Hold.OURS)
    assert not lock.held


def test_what_was_asked_for_is_handed_over(file: Path, qtbot: QtBot) -> None:
    bell = Doorbell(file, QCoreApplication.instance())
    asked = Arrival(page="reflection", file=Path("/home/anna/habits.csv"))
    socket, heard = QLocalSocket(), []
    with qtbot.waitSignals([bell.rung, socket.disconnected]):
        bell.rung.connect(heard.append)
        socket.connectToServer(one_instance._server_name(file))
        socket.write(asked.to_text().encode()[:9])
        socket.flush()
        socket.write(asked.to_text().encode()[9:] + b"\n")
    assert heard == [asked]
    bell.close()
    bell.deleteLater()


def test_who_talks_without_end_is_hung_up_on(file: Path, qtbot: QtBot) -> None:
    bell = Doorbell(file, QCoreApplication.instance())
    socket = QLocalSocket()
    with qtbot.assertNotEmitted(bell.rung), qtbot.waitSignal(socket.disconnected):
        socket.connectToServer(one_instance._server_name(file))
        socket.write(b"x" * 200_000)
    bell.close()
    bell.deleteLater()


def test_without_anybody_there_nobody_answers(file: Path, qtbot: QtBot) -> None:
    assert not ring(file, NOTHING_ASKED)


def test_the_leave_to_come_to_the_front_is_put_where_qt_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_ACTIVATION_TOKEN", raising=False)
    monkeypatch.delenv("DESKTOP_STARTUP_ID", raising=False)
    use_token("")
    assert "XDG_ACTIVATION_TOKEN" not in os.environ
    use_token("leave")
    assert os.environ["XDG_ACTIVATION_TOKEN"] == "leave"
