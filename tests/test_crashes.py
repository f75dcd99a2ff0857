"""A bug is told with the place it happened at, and never with what the user wrote."""

import faulthandler
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from scorecard.crashes import CRASH_LOG, LAST_CRASH, Crashes, describe, keep_crash_log, last_crash, without_home

PRIVATE = "Neal was right about everything"


@pytest.fixture
def crashes(monkeypatch: pytest.MonkeyPatch) -> Crashes:
    for hook in ("excepthook", "unraisablehook"):
        monkeypatch.setattr(sys, hook, getattr(sys, hook))
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    caught = Crashes()
    caught.catch()
    return caught


@pytest.fixture
def crash_log(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder for crash logs; what is opened in it is closed again."""
    opened = []
    monkeypatch.setattr(faulthandler, "enable", lambda file, **_: opened.append(file))
    yield home / "log"
    for file in opened:
        file.close()


def fail() -> None:
    raise RuntimeError(PRIVATE)


class Unraisable:
    def __del__(self) -> None:
        fail()


def in_the_window() -> None:
    try:
        fail()
    except RuntimeError:
        sys.excepthook(*sys.exc_info())  # type: ignore[arg-type]


def in_a_thread() -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()


def in_the_end_of_a_thing() -> None:
    thing = Unraisable()
    del thing


@pytest.mark.parametrize("happen", [in_the_window, in_a_thread, in_the_end_of_a_thing])
def test_wherever_it_happens_it_is_told_without_a_private_word(
    crashes: Crashes, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture, happen: object
) -> None:
    shown: list[str] = []
    crashes.tell_to(shown.append)

    happen()  # type: ignore[operator]

    (details,) = shown
    assert details.startswith("RuntimeError\n")
    assert " in fail" in details
    everything = details + "".join(capsys.readouterr()) + caplog.text
    assert "RuntimeError" in caplog.text
    assert PRIVATE not in everything


def test_what_happens_before_anybody_can_show_it_waits(crashes: Crashes) -> None:
    for _ in range(9):
        in_the_window()
    shown: list[str] = []
    crashes.tell_to(shown.append)
    assert len(shown) == 5, "a bug in what is painted happens again and again"


def test_a_bug_in_telling_of_a_bug_tells_nothing_either(crashes: Crashes, capsys: pytest.CaptureFixture[str]) -> None:
    def fail_too(_details: str) -> None:
        raise ValueError(PRIVATE)

    crashes.tell_to(fail_too)
    in_the_window()
    assert PRIVATE not in "".join(capsys.readouterr())


def test_a_thread_that_was_asked_to_end_is_no_crash(crashes: Crashes) -> None:
    shown: list[str] = []
    crashes.tell_to(shown.append)
    thread = threading.Thread(target=sys.exit)
    thread.start()
    thread.join()
    assert shown == []


def test_the_name_of_the_user_is_not_told(home: Path) -> None:
    assert without_home(f"{home}/scorecard/ui/desk.py:3 in do") == "~/scorecard/ui/desk.py:3 in do"
    assert str(Path.home()) not in describe(ValueError, None)


def test_what_ended_an_earlier_run_is_told_once(crash_log: Path) -> None:
    keep_crash_log(crash_log)
    assert last_crash(crash_log) == ""
    (crash_log / CRASH_LOG).write_text(f'Fatal Python error: Aborted\n  File "{Path.home()}/x.py", line 3 in paint\n')

    keep_crash_log(crash_log)

    assert (crash_log / LAST_CRASH).exists()
    assert last_crash(crash_log) == 'Fatal Python error: Aborted\n  File "~/x.py", line 3 in paint\n'
    assert last_crash(crash_log) == ""
    keep_crash_log(crash_log)
    assert last_crash(crash_log) == ""


def test_a_folder_that_cannot_be_written_stops_nobody(home: Path) -> None:
    (home / "log").touch()
    keep_crash_log(home / "log")
    assert last_crash(home / "log") == ""
