"""Only domain/clock.py asks what time it is; everything else is handed a clock."""

import ast
from collections.abc import Iterator

import pytest

from tests.guards.source import PROGRAM, imported, modules, tree, where

ASKED_OF = {
    "datetime": {"now", "utcnow", "today"},
    "date": {"today"},
    "time": {"time", "time_ns", "localtime", "gmtime", "ctime"},
    "QDate": {"currentDate"},
    "QTime": {"currentTime"},
    "QDateTime": {"currentDateTime", "currentDateTimeUtc", "currentMSecsSinceEpoch", "currentSecsSinceEpoch"},
}
CLOCK = PROGRAM / "domain" / "clock.py"


def test_only_the_clock_knows_the_time() -> None:
    asking = [where(path, node) for path in modules() if path != CLOCK for node in _asking(tree(path))]

    assert not asking


@pytest.mark.parametrize(
    "source",
    [
        "datetime.now()",
        "datetime.datetime.now(UTC)",
        "date.today()",
        "dt.date.today()",
        "time.time()",
        "from time import time",
        "QDate.currentDate()",
        "QtCore.QDateTime.currentDateTimeUtc()",
        "moment = datetime.utcnow",
    ],
)
def test_asking_for_the_time_is_seen(source: str) -> None:
    assert list(_asking(ast.parse(source)))


@pytest.mark.parametrize(
    "source",
    ["clock.now()", "self._clock.now()", "time.monotonic()", "time(4, 0)", "page.today", "from datetime import time"],
)
def test_using_the_clock_is_let_through(source: str) -> None:
    assert not list(_asking(ast.parse(source)))


def _asking(module: ast.Module) -> Iterator[ast.AST]:
    for node in ast.walk(module):
        if isinstance(node, ast.Attribute) and node.attr in ASKED_OF.get(_last_name(node.value), set()):
            yield node
    for node, name in imported(module):
        if name.startswith("time.") and name.partition(".")[2] in ASKED_OF["time"]:
            yield node


def _last_name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""
