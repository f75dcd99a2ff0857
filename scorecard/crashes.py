"""Bugs are caught in one place only: here. What is kept of one is where it happened, never what the user wrote."""

import faulthandler
import os
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from scorecard.store.files import FILE_MODE, make_private_folder

CRASH_LOG = "scorecard-crash.log"
LAST_CRASH = "scorecard-crash-before.log"  # of an earlier run; nobody was told of it yet
OLD_CRASH = "scorecard-crash-old.log"
_KEPT = 5
_LONGEST = 20_000  # bytes of what the interpreter wrote when it ended


def describe(kind: type[BaseException], trace: TracebackType | None) -> str:
    """The kind of the error and the lines it passed, without its message: that may hold private text."""
    import traceback

    lines = [f"{frame.filename}:{frame.lineno} in {frame.name}" for frame in traceback.extract_tb(trace)]
    return without_home("\n".join([kind.__name__, *lines]))


def without_home(text: str) -> str:
    """The user's name stands in the way to their home."""
    home = os.path.expanduser("~")
    return text.replace(home, "~") if len(home) > 1 else text


class Crashes:
    """From `catch` on, every uncaught error of any thread goes to the log, and to who is there to show it.

    What happens before `tell_to` waits for it.
    """

    def __init__(self) -> None:
        self._show: Callable[[str], object] | None = None
        self._waiting: list[str] = []

    def catch(self) -> None:
        sys.excepthook = self._follow
        threading.excepthook = self._follow_thread
        sys.unraisablehook = lambda caught: self._take(caught.exc_type, caught.exc_traceback)

    def tell_to(self, show: Callable[[str], object]) -> None:
        self._show = show
        waiting, self._waiting = self._waiting, []
        for details in waiting:
            show(details)

    def wait(self) -> None:
        """Nobody is there to show it for a while."""
        self._show = None

    def _follow(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self._take(kind, trace)

    def _follow_thread(self, caught: threading.ExceptHookArgs) -> None:
        if not issubclass(caught.exc_type, SystemExit):
            self._take(caught.exc_type, caught.exc_traceback)

    def _take(self, kind: type[BaseException], trace: TracebackType | None) -> None:
        # Python prints an error of this method together with the one it was called for, message and all.
        with suppress(Exception):
            import logging

            details = describe(kind, trace)
            if logging.getLogger().handlers:  # without one, logging itself would print it once more
                logging.getLogger(__name__).error("uncaught: %s", details)
            if sys.stderr is not None:
                print(details, file=sys.stderr)  # noqa: T201
            if self._show is not None:
                self._show(details)
            elif len(self._waiting) < _KEPT:
                self._waiting.append(details)


def keep_no_core_dumps() -> None:
    """A core dump would hold every word that is in memory, in a file nobody looks after."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def keep_crash_log(folder: Path) -> None:
    """What ends the interpreter itself is written down: the lines that every thread was at, and no values.

    What an earlier run left is put aside for `last_crash`.
    """
    file = folder / CRASH_LOG
    try:
        make_private_folder(folder)
        if file.exists() and file.stat().st_size:
            file.replace(folder / LAST_CRASH)
        crashes = open(file, "a", encoding="utf-8", opener=_private)  # noqa: SIM115
    except OSError:
        return
    faulthandler.enable(crashes, all_threads=True)


def last_crash(folder: Path) -> str:
    """What the interpreter wrote when an earlier run ended in the middle; told once."""
    file = folder / LAST_CRASH
    try:
        with open(file, "rb") as found:
            text = found.read(_LONGEST).decode(errors="replace")
        file.replace(folder / OLD_CRASH)
    except OSError:
        return ""
    return without_home(text)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, FILE_MODE)
