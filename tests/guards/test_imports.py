"""The rooms of docs/architecture.md, kept by import-linter and by what each room may import from outside."""

import ast
import logging
import sys

import pytest
from importlinter.cli import lint_imports

from tests.guards.source import ROOT, imported, modules, room_of, tree, where

NETWORK = ("socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "imaplib", "poplib", "xmlrpc", "asyncio")
OWNERS = {
    "PySide6": ("ui", "program"),
    "shiboken6": ("ui",),
    "sqlalchemy": ("store",),
    "alembic": ("store",),
    "matplotlib": ("charts",),
    "numpy": ("charts", "services", "store"),
    "platformdirs": ("paths",),
    "dateparser": ("services",),
    "icalendar": ("formats",),
    "xlsxwriter": ("formats",),
    "typing_extensions": ("overriding",),
}
QT_NETWORK = ("QLocalServer", "QLocalSocket")  # between two starts of the program on one computer


def test_every_import_points_down_and_none_runs_in_a_circle(capsys: pytest.CaptureFixture[str]) -> None:
    loggers = [logger for logger in logging.root.manager.loggerDict.values() if isinstance(logger, logging.Logger)]
    awake = [logger for logger in loggers if not logger.disabled]
    failed = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True, no_logo=True)
    for logger in awake:
        logger.disabled = False  # its own logging puts all others to sleep, for every test that follows

    assert not failed, capsys.readouterr().out


@pytest.mark.parametrize("room", ["domain", "words", "preflight", "system_packages", "overriding"])
def test_the_plain_rooms_stand_on_the_standard_library_alone(room: str) -> None:
    strangers = [
        f"{where(path, node)} imports {name}"
        for path in modules(room)
        for node, name in imported(_without_type_checking(tree(path)))
        if name.split(".")[0] not in sys.stdlib_module_names | {"scorecard"}
    ]

    assert not strangers


def test_a_library_is_imported_by_the_room_that_owns_it_alone() -> None:
    elsewhere = [
        f"{where(path, node)} imports {name}"
        for path in modules()
        for node, name in imported(tree(path))
        if name.split(".")[0] not in sys.stdlib_module_names | {"scorecard"}
        and room_of(path) not in OWNERS.get(name.split(".")[0], ())
    ]

    assert not elsewhere


def test_nothing_can_reach_a_network() -> None:
    reaching = [
        f"{where(path, node)} imports {name}"
        for path in modules()
        for node, name in imported(tree(path))
        if _reaches_out(name) and not (name == "socket" and _only_makes_pairs(tree(path)))
    ]

    assert not reaching


def test_no_xml_and_no_pickle_is_read() -> None:
    """Their readers obey the file."""
    obeying = [
        f"{where(path, node)} imports {name}"
        for path in modules()
        for node, name in imported(tree(path))
        if name.split(".")[0] in ("xml", "lxml", "pickle", "shelve", "marshal")
    ]

    assert not obeying


@pytest.mark.parametrize(("source", "pairs"), [("socket.socketpair()", True), ("socket.socket()", False)])
def test_a_pair_of_sockets_inside_the_program_is_no_network(source: str, pairs: bool) -> None:
    assert _only_makes_pairs(ast.parse(source)) is pairs


@pytest.mark.parametrize("name", ["socket.socket", "http.client", "urllib.request", "PySide6.QtNetwork.QTcpSocket"])
def test_an_import_that_reaches_out_is_seen(name: str) -> None:
    assert _reaches_out(name)


@pytest.mark.parametrize("name", ["urllib.parse.quote", "PySide6.QtNetwork.QLocalServer", "html.escape"])
def test_an_import_that_stays_here_is_let_through(name: str) -> None:
    assert not _reaches_out(name)


def test_packaging_is_no_package() -> None:
    """As one it would hide the library of that name, and matplotlib would no longer import."""
    assert not list((ROOT / "packaging").rglob("*.py"))


def _reaches_out(name: str) -> bool:
    if name.startswith("PySide6.QtNetwork"):
        return name.rpartition(".")[2] not in QT_NETWORK
    return any(f"{name}.".startswith(f"{module}.") for module in NETWORK)


def _only_makes_pairs(module: ast.Module) -> bool:
    uses = [node for node in ast.walk(module) if isinstance(node, ast.Attribute)]
    return all(use.attr == "socketpair" for use in uses if isinstance(use.value, ast.Name) and use.value.id == "socket")


def _without_type_checking(module: ast.Module) -> ast.Module:
    class Running(ast.NodeTransformer):
        def visit_If(self, node: ast.If) -> ast.AST | list[ast.stmt]:
            if isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
                return node.orelse
            return self.generic_visit(node)

    return Running().visit(module)
