"""English's plurals are a translation like any other: without it, people read "1 measure(s)"."""

import ast

import pytest
from PySide6.QtCore import QTranslator

from scorecard.resources import resource
from tests.guards.source import ROOT


def counted_texts() -> list[str]:
    """The source texts of all calls tr("… %n …", comment, n)."""
    found = set()
    for file in (ROOT / "scorecard").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "tr" and len(node.args) == 3:
                words = node.args[0]
                assert isinstance(words, ast.Constant), f"{file}:{node.lineno}: a text is a constant"
                found.add(str(words.value))
    return sorted(found)


@pytest.fixture(scope="module")
def english() -> QTranslator:
    translator = QTranslator()
    assert translator.load(str(resource("i18n", "scorecard_en.qm")))
    return translator


@pytest.mark.parametrize("text", counted_texts())
def test_every_counted_text_has_its_plurals(english: QTranslator, text: str) -> None:
    """`make texts` collects them."""
    one, two = (english.translate("", text, None, n) for n in (1, 2))
    assert one
    assert two
    assert "(s)" not in one + two
