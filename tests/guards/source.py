"""The program's source as the guards read it."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "scorecard"


def modules(room: str = "") -> list[Path]:
    """Every module of a room of the program ("domain"), or of all of it, the migrations included."""
    place = PROGRAM / room
    return sorted(place.rglob("*.py")) if place.is_dir() else [place.with_suffix(".py")]


def room_of(path: Path) -> str:
    """The first name below `scorecard`: "store", "bootstrap"."""
    return path.relative_to(PROGRAM).parts[0].removesuffix(".py")


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def where(path: Path, node: ast.AST) -> str:
    """ "scorecard/ui/text.py:7", to be clicked in a report."""
    return f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 1)}"


def imported(module: ast.Module) -> Iterator[tuple[ast.AST, str]]:
    """The full names a module imports, wherever in it: "PySide6.QtCore", "time.time"."""
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from ((node, name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from ((node, f"{node.module}.{name.name}") for name in node.names)
