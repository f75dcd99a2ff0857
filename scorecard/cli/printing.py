"""Lines for a terminal, or for whatever stands in its place."""

from typing import TextIO

from scorecard.domain.texts import clean_text


def say(stream: TextIO, words: str = "") -> None:
    """Writes one line, without signs that would steer a terminal. A sign the stream has no code for becomes "?"."""
    line = clean_text(words, limit=4 * len(words)).replace("\n", " ")
    encoding = getattr(stream, "encoding", None) or "utf-8"
    stream.write(line.encode(encoding, errors="replace").decode(encoding) + "\n")
    stream.flush()


def is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and not stream.closed and stream.isatty()
