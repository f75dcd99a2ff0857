"""The window of shortcuts leaves no key out: what the source listens to is explained there."""

import ast
import re
from pathlib import Path

from PySide6.QtGui import QKeySequence

from scorecard.ui.shortcuts import shortcuts
from tests.guards.source import modules, tree

PORTABLE = QKeySequence.SequenceFormat.PortableText
SEQUENCE = re.compile(r"((Ctrl|Alt|Shift|Meta)\+)+(\S|[A-Z][A-Za-z]+)|F\d{1,2}")
ARROWS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}
SAME = {"Return": "Enter", "Delete": "Del", "Escape": "Esc", "PageUp": "PgUp", "PageDown": "PgDown"}
NO_KEYS = {"Alt", "AltGr", "Control", "Meta", "Shift", "Super_L", "Super_R"}  # alone they mean nothing
OF_EVERY_FIELD = {"measure_row.py": {"A", "C", "V", "X"}}  # Ctrl with them: the clipboard, as everywhere
FIGURES = "0123456789"


def explained() -> set[str]:
    """As sequences in Qt's own notation, single keys among them."""
    found = set()
    for key in (key for shortcut in shortcuts() for key in shortcut.keys):
        found.add(QKeySequence(key, QKeySequence.SequenceFormat.NativeText).toString(PORTABLE) or key)
        found.add(key)
    return found


def sequences(path: Path) -> set[str]:
    texts = (node.value for node in ast.walk(tree(path)) if isinstance(node, ast.Constant))
    return {text for text in texts if isinstance(text, str) and SEQUENCE.fullmatch(text)}


def single_keys(path: Path) -> set[str]:
    names = {node.attr[4:] for node in ast.walk(tree(path)) if isinstance(node, ast.Attribute) and "Key_" in node.attr}
    return names - NO_KEYS - OF_EVERY_FIELD.get(path.name, set())


def test_every_sequence_of_keys_in_the_source_is_explained() -> None:
    known = explained()
    unexplained = [
        f"{path.name}: {keys}"
        for path in modules("ui")
        for keys in sorted(sequences(path))
        if QKeySequence(keys).toString(PORTABLE) not in known
    ]

    assert not unexplained, "explain them in shortcuts.py or shortcuts_of_parts.py"


def test_every_single_key_in_the_source_is_explained() -> None:
    known = explained()
    unexplained = [
        f"{path.name}: {key}"
        for path in modules("ui")
        for key in sorted(single_keys(path))
        if not {ARROWS.get(key, key), SAME.get(key, key)} & known and key not in FIGURES and f"Alt+{key}" not in known
    ]

    assert not unexplained, "explain them in shortcuts.py or shortcuts_of_parts.py"


def test_what_is_looked_for_is_found_in_the_source_at_all() -> None:
    found = {keys for path in modules("ui") for keys in (*sequences(path), *single_keys(path))}

    assert {"Ctrl+Z", "F2", "Alt+Up", "Home", "Backspace", "Space"} <= found
