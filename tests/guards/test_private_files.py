"""Files are written in one room, which keeps them private; whoever else writes one is named here, with the reason."""

import ast
from collections.abc import Iterator

import pytest

from tests.guards.source import PROGRAM, modules, tree, where

WRITING_METHODS = {"write_text", "write_bytes", "touch", "savefig", "print_figure"}
WRITING_CLASSES = {"QSaveFile", "QFile", "QTemporaryFile", "NamedTemporaryFile", "TemporaryFile", "mkstemp", "mkdtemp"}
MODES = set("wax+")
MAY_WRITE = {
    "store/files.py": "the one place",
    "runs.py": "a number, opened with the private mode",
    "crashes.py": "through an opener with the private mode",
    "preflight.py": "a stamp of versions in the private cache",
    "store/backups_restoring.py": "into a part that was created private",
    "charts/files.py": "into memory; the services write it to a file",
}


def test_nobody_else_writes_files() -> None:
    found = [
        where(path, node)
        for path in modules()
        if path.relative_to(PROGRAM).as_posix() not in MAY_WRITE
        for node in _writing(tree(path))
    ]
    assert not found


@pytest.mark.parametrize(
    "source",
    [
        "open(path, 'w')",
        "open(path, mode='ab')",
        "path.open('w')",
        "path.write_text('words')",
        "file.write_bytes(b'')",
        "tempfile.mkstemp()",
        "QSaveFile(str(path))",
        "figure.savefig('x.png')",
    ],
)
def test_a_file_that_is_written_is_seen(source: str) -> None:
    assert list(_writing(ast.parse(source)))


@pytest.mark.parametrize("source", ["open(path)", "open(path, 'rb')", "path.open()", "path.read_text()", "self.open()"])
def test_a_file_that_is_read_is_let_through(source: str) -> None:
    assert not list(_writing(ast.parse(source)))


def _writing(module: ast.Module) -> Iterator[ast.Call]:
    for node in ast.walk(module):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in WRITING_METHODS | WRITING_CLASSES or (name == "open" and _is_for_writing(node)):
                yield node


def _is_for_writing(call: ast.Call) -> bool:
    given = [*call.args[:2], *(keyword.value for keyword in call.keywords if keyword.arg == "mode")]
    words = [word.value for word in given if isinstance(word, ast.Constant) and isinstance(word.value, str)]
    return any(len(word) <= 3 and MODES & set(word) for word in words)
