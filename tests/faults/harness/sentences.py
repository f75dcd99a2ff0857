"""Whether an error of the world is told in a sentence."""

from scorecard.domain.errors import KnownError
from scorecard.words.errors import say_error
from tests.faults.harness.counts import Bad

SHORTEST = 15


def sentence_of(error: KnownError) -> tuple[Bad, str] | None:
    """What is wrong with how it is told."""
    return unclear(say_error(error, lambda source, *_: source))


def unclear(said: str) -> tuple[Bad, str] | None:
    """Something that a program says of itself is no sentence."""
    first = said.strip().splitlines()[0] if said.strip() else ""
    bad = len(first) < SHORTEST or any(sign in said for sign in ("Traceback", "Error:", "Errno", "{", "sqlite3"))
    return (Bad.UNEXPLAINED, f"unclear: {said.strip()[-200:]!r}") if bad else None


def not_one_line(said: str) -> tuple[Bad, str] | None:
    """What a command says on stderr is one line, and a sentence."""
    lines = said.strip().splitlines()
    return unclear(said) if len(lines) == 1 else (Bad.UNEXPLAINED, f"{len(lines)} lines: {said[-300:]!r}")
