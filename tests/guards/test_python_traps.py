"""Traps of Python that were paid for once."""

import ast
import re

from tests.guards.source import modules, tree, where

POSSESSIVE = re.compile(r"(?<!\\)[*+?}]\+|\(\?>")


def test_no_pattern_is_possessive() -> None:
    """The first releases of 3.11, which Debian 12 has, read `(?:a|b)*+` wrong."""
    possessive = [
        where(module, node)
        for module in modules()
        for node in ast.walk(tree(module))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "compile"
        for pattern in node.args[:1]
        for part in ast.walk(pattern)  # an f-string has several
        if isinstance(part, ast.Constant) and POSSESSIVE.search(str(part.value))
    ]
    assert possessive == []
