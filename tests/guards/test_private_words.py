"""Logs hold ids and counts: never a name, a note, a reflection or a promise."""

import ast
from collections.abc import Iterator

import pytest

from tests.guards.source import modules, tree, where

LEVELS = {"debug", "info", "warning", "error", "exception", "critical", "log"}
PRIVATE = {
    "name",
    "names",
    "note",
    "text",
    "words",
    "why",
    "reason",
    "to_whom",
    "plan",
    "value",
    "unit",
    "mark",
    "title",
}


def test_no_log_line_can_hold_private_words() -> None:
    telling = [where(path, node) for path in modules() for node in _telling(tree(path))]

    assert not telling


@pytest.mark.parametrize(
    "source",
    [
        'logger.info(f"saved {measure.name}")',
        'logger.info("saved %s", measure.name)',
        'self._log.warning("note: " + note)',
        'LOG.error("saved {}".format(entry))',
        "log.debug(words)",
        'logger.log(INFO, f"{n}")',
        'logging.getLogger(__name__).info("note %s", entry.note)',
    ],
)
def test_a_log_line_that_tells_is_seen(source: str) -> None:
    assert list(_telling(ast.parse(source)))


@pytest.mark.parametrize(
    "source",
    [
        'logger.info("opened schema %d", version)',
        'logger.exception("commit failed")',
        'logger.log(INFO, "imported %d entries of measure %s", len(entries), measure.id)',
        'notice.error(f"{name} is on the bench")',
    ],
)
def test_a_log_line_of_ids_and_counts_is_let_through(source: str) -> None:
    assert not list(_telling(ast.parse(source)))


def _telling(module: ast.Module) -> Iterator[ast.Call]:
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and _is_log_call(node):
            line, *values = node.args[1:] if node.func.attr == "log" else node.args or [ast.Constant("")]
            constant = isinstance(line, ast.Constant) and isinstance(line.value, str)
            if not constant or any(_named(value) in PRIVATE for value in values):
                yield node


def _is_log_call(call: ast.Call) -> bool:
    func = call.func
    if not isinstance(func, ast.Attribute) or func.attr not in LEVELS:
        return False
    owner = func.value.func if isinstance(func.value, ast.Call) else func.value
    return _named(owner).strip("_").lower() in ("log", "logger", "logging", "getlogger")


def _named(node: ast.expr) -> str:
    """The last name of an expression: "name" of measure.name, "" of a call or a sum."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""
