"""Traps of PySide that were paid for once."""

import ast

from tests.guards.source import modules, tree, where


def test_no_painter_is_asked_for_its_device() -> None:
    """The wrapper made for a widget as a paint device is sometimes that of another object: a segmentation fault."""
    asked = [
        where(module, node)
        for module in modules("ui")
        for node in ast.walk(tree(module))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "device"
    ]
    assert asked == []
