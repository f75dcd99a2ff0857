"""Ctrl+C while something is read or written: it stops where it can stop whole."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from types import FrameType

from scorecard.formats.bundle import Cancelled


@contextmanager
def interruptible() -> Iterator[Cancelled]:
    """Tells whether Ctrl+C was pressed."""
    pressed = Event()

    def press(_signal: int, _frame: FrameType | None) -> None:
        pressed.set()

    before = signal.signal(signal.SIGINT, press)
    try:
        yield pressed.is_set
    finally:
        signal.signal(signal.SIGINT, before)
