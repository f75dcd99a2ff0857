"""Statements that fail, wherever they are said."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine, event

MOST_STATEMENTS = 200


class BrokenHereError(Exception):
    """As a bug in a revision would raise it."""


@contextmanager
def breaking_at(number: int, error: Exception, when: str) -> Iterator[list[str]]:
    """Raises `error` before or after the `number`th statement of whatever engine; yields those that were said."""
    said: list[str] = []

    def hear(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        said.append(statement)
        if len(said) == number:
            raise error

    event.listen(Engine, f"{when}_cursor_execute", hear)
    try:
        yield said
    finally:
        event.remove(Engine, f"{when}_cursor_execute", hear)
