"""Bugs are caught in one place only: here. The log gets where they happened, never what the user wrote."""

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType

log = logging.getLogger(__name__)


def describe(kind: type[BaseException], trace: TracebackType | None) -> str:
    """The kind of the error and the lines it passed, without its message: that may hold private text."""
    lines = [f"{frame.filename}:{frame.lineno} in {frame.name}" for frame in traceback.extract_tb(trace)]
    return "\n".join([kind.__name__, *lines])


def catch_all(show: Callable[[str], object]) -> None:
    """Sends every uncaught error, of any thread, to the log and to `show`."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        details = describe(kind, trace)
        log.error("uncaught: %s", details)
        print(details, file=sys.stderr)  # noqa: T201
        show(details)

    sys.excepthook = hook
    threading.excepthook = lambda caught: hook(
        caught.exc_type, caught.exc_value or caught.exc_type(), caught.exc_traceback
    )
