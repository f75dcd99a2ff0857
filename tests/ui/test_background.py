"""Long work runs beside the window, tells it how far it is, and how it ended."""

import subprocess
import sys
import threading
from types import TracebackType

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from scorecard.domain.errors import CardFullError
from scorecard.ui.background import Cancelled, Job, Progress


def test_what_the_work_returns_is_told_in_the_thread_of_the_window(qtbot: QtBot) -> None:
    threads: list[threading.Thread] = []

    def work(_progress: Progress, _cancelled: Cancelled) -> str:
        threads.append(threading.current_thread())
        return "done"

    job = Job(work)
    job.finished.connect(lambda _result: threads.append(threading.current_thread()))
    with qtbot.waitSignal(job.finished) as told:
        job.start()

    assert told.args == ["done"]
    assert threads[0] is not threads[1]
    assert threads[1] is threading.main_thread()
    assert not job.running


def test_progress_is_told_and_the_last_step_always(qtbot: QtBot) -> None:
    def work(progress: Progress, _cancelled: Cancelled) -> None:
        for done in range(1, 501):
            progress(done, 500)

    job = Job(work)
    told: list[tuple[int, int]] = []
    job.progressed.connect(lambda done, total: told.append((done, total)))
    with qtbot.waitSignal(job.finished):
        job.start()

    assert told[0] == (1, 500)
    assert told[-1] == (500, 500)
    assert len(told) < 500


def test_an_error_of_the_world_is_handed_over(qtbot: QtBot) -> None:
    def work(_progress: Progress, _cancelled: Cancelled) -> None:
        raise CardFullError

    job = Job(work)
    with qtbot.waitSignal(job.failed) as told:
        job.start()

    assert isinstance(told.args[0], CardFullError)


def test_a_bug_reaches_the_excepthook_from_the_thread_of_the_window(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    hooked: list[tuple[type[BaseException], threading.Thread]] = []

    def hook(kind: type[BaseException], _error: BaseException, _trace: TracebackType | None) -> None:
        hooked.append((kind, threading.current_thread()))

    def work(_progress: Progress, _cancelled: Cancelled) -> None:
        raise ZeroDivisionError

    job = Job(work)
    with qtbot.capture_exceptions():
        monkeypatch.setattr(sys, "excepthook", hook)
        with qtbot.waitSignal(job.crashed):
            job.start()
        qtbot.waitUntil(lambda: bool(hooked))

    assert hooked == [(ZeroDivisionError, threading.main_thread())]


def test_work_that_is_asked_to_stop_hears_of_it(qtbot: QtBot) -> None:
    begun = threading.Event()

    def work(_progress: Progress, cancelled: Cancelled) -> str:
        begun.set()
        while not cancelled():
            pass
        return "stopped"

    job = Job(work)
    job.start()
    assert begun.wait(10)
    assert job.running
    with qtbot.waitSignal(job.finished) as told:
        job.cancel()

    assert told.args == ["stopped"]


def test_work_whose_window_is_gone_is_asked_to_stop_and_harms_nothing(qtbot: QtBot) -> None:
    begun, ended = threading.Event(), threading.Event()

    def work(progress: Progress, cancelled: Cancelled) -> None:
        begun.set()
        while not cancelled():
            progress(1, 2)
        ended.set()

    window = QObject()
    job = Job(work, window)
    job.start()
    assert begun.wait(10)
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    assert ended.wait(10)


QUITTING = """
from PySide6.QtCore import QCoreApplication, QTimer
from scorecard.ui.background import Job

def work(progress, cancelled):
    while not cancelled():
        progress(1, 2)
    print("stopped", flush=True)

application = QCoreApplication([])
job = Job(work)
job.progressed.connect(lambda done, total: application.quit())
QTimer.singleShot(0, job.start)
application.exec()
print("ended")
"""


def test_the_program_ends_only_after_its_work_has_stopped() -> None:
    ended = subprocess.run([sys.executable, "-c", QUITTING], capture_output=True, text=True, check=True, timeout=60)

    assert ended.stdout.split() == ["stopped", "ended"]
    assert ended.stderr == ""


def test_a_job_that_never_began_is_not_running(qtbot: QtBot) -> None:
    job = Job(lambda _progress, _cancelled: None)

    assert not job.running
    job.cancel()
