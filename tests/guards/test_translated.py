"""Whatever a widget shows or says went through `tr`: a literal that is handed to one would stay English for ever."""

import ast
import re
from collections.abc import Iterator

from PySide6.QtGui import QKeySequence

from tests.guards.source import modules, tree, where

SHOWING = {
    "setText", "setWindowTitle", "setToolTip", "setAccessibleName", "setAccessibleDescription", "setPlaceholderText",
    "setTitle", "setStatusTip", "setWhatsThis", "addItem", "addRow", "addMenu", "setHorizontalHeaderLabels",
    "set_words", "set_title", "set_name", "show_notice", "show_problem", "offer",
    "Label", "ElidedLabel", "SectionLabel", "QLabel", "Card", "ChartCard", "HistoryCard", "Dialog", "PrimaryButton",
    "QuietButton", "LinkButton", "QPushButton", "QCheckBox", "QRadioButton", "QAction", "TextField", "TextArea",
    "EmptyState", "NoticeAction", "Command",
}  # fmt: skip
NAMES = {"Scorecard", "Markdown"}  # not translated
WORD = re.compile(r"[A-Za-z]{2,}")
FIRST_IS_A_KEY = {"Command", "EmptyState"}  # a name of ours, an icon


def literals(node: ast.expr) -> Iterator[str]:
    """The words of a literal, or around the values of an f-string."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.JoinedStr(values=values):
            for part in values:
                yield from literals(part)
        case ast.BinOp(op=ast.Add(), left=left, right=right):
            yield from literals(left)
            yield from literals(right)
        case ast.IfExp(body=body, orelse=other):
            yield from literals(body)
            yield from literals(other)


def is_key(text: str) -> bool:
    return "+" in text and QKeySequence(text).toString() == text


def untold(source: ast.AST) -> Iterator[tuple[ast.Call, str]]:
    for node in ast.walk(source):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name not in SHOWING and name != "__init__":
            continue
        shown = node.args[1:] if name in FIRST_IS_A_KEY else node.args
        for text in (text for argument in shown for text in literals(argument)):
            # A base class may be handed the name of an icon; a text for people has a space in it or begins large.
            is_text = name != "__init__" or " " in text or text[:1].isupper()
            if is_text and WORD.search(text) and text not in NAMES and not is_key(text):
                yield node, text


def test_no_literal_is_shown_that_did_not_go_through_tr() -> None:
    found = [f"{where(path, node)}: {text!r}" for path in modules("ui") for node, text in untold(tree(path))]

    assert not found


def test_a_literal_that_is_shown_would_be_found() -> None:
    source = (
        'label.setText(f"{n} days")\nQuietButton("Away" if gone else tr("Here"), self)\nbutton.setToolTip("Ctrl+T")'
    )

    assert {text for _, text in untold(ast.parse(source))} == {"Away", " days"}


def test_tr_is_given_a_literal_so_that_it_can_be_collected() -> None:
    unknown = [
        f"{where(path, node)}"
        for room in ("ui", "words")
        for path in modules(room)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") == "tr"
        and not (node.args and isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str))
    ]

    assert not unknown
