"""Small files, small functions, and words of the glossary."""

import ast
import re

from tests.guards.source import ROOT, modules, tree, where

LINES_A_FILE = 400
LINES_A_FUNCTION = 60
EMPTY_WORDS = {"manager", "helper", "helpers", "util", "utils", "handler", "data", "info", "obj", "misc", "common"}


def test_no_file_is_long() -> None:
    long = [
        str(path.relative_to(ROOT))
        for path in modules()
        if len(path.read_text(encoding="utf-8").splitlines()) >= LINES_A_FILE
    ]

    assert not long


def test_no_function_is_long() -> None:
    long = [
        f"{where(path, node)} {node.name}"
        for path in modules()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno >= LINES_A_FUNCTION
    ]

    assert not long


def test_no_module_or_class_has_a_name_that_says_nothing() -> None:
    empty = [str(path.relative_to(ROOT)) for path in modules() if EMPTY_WORDS & set(path.stem.split("_"))]
    empty += [
        f"{where(path, node)} {node.name}"
        for path in modules()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ClassDef) and EMPTY_WORDS & (_words(node.name) - _inherited_words(node))
    ]

    assert not empty


def _words(name: str) -> set[str]:
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)}


def _inherited_words(node: ast.ClassDef) -> set[str]:
    """A kind of `logging.Handler` may be called one."""
    return set().union(*(_words(ast.unparse(base).rpartition(".")[2]) for base in node.bases))
