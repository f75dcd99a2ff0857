"""Lines for a terminal, or for whatever stands in its place."""

from collections.abc import Callable
from typing import TextIO

from scorecard.domain.errors import KnownError
from scorecard.domain.texts import NOTE_LENGTH, clean_text

LONGEST = NOTE_LENGTH + 1  # characters that are read


class NoTextError(KnownError):
    """What stands on the standard input is no text in the encoding of this terminal."""


class NobodyReadsError(Exception):
    """Who read what is printed has gone, or its disk is full. Whatever was to be done is done all the same."""


def say(stream: TextIO, words: str = "") -> None:
    """Writes one line, without signs that would steer a terminal. A sign the stream has no code for becomes "?"."""
    line = clean_text(words, limit=4 * len(words)).replace("\n", " ")
    encoding = getattr(stream, "encoding", None) or "utf-8"
    put(stream, line.encode(encoding, errors="replace").decode(encoding) + "\n")


def put(stream: TextIO, text: str) -> None:
    """Writes `text` as it is, now; raises NobodyReadsError."""
    try:
        stream.write(text)
        stream.flush()
    except OSError as error:
        raise NobodyReadsError from error


def read_line(keyboard: TextIO | None) -> str:
    """One line of the standard input; none where there is no such thing. Raises NoTextError."""
    return _read(lambda: keyboard.readline(LONGEST)) if keyboard is not None else ""


def read_text(keyboard: TextIO | None) -> str:
    """All of the standard input."""
    return _read(lambda: keyboard.read(LONGEST)) if keyboard is not None else ""


def _read(read: Callable[[], str]) -> str:
    try:
        return read().strip()
    except UnicodeDecodeError:
        raise NoTextError from None


def is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and not stream.closed and stream.isatty()
