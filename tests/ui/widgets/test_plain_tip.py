"""Words that somebody wrote, shown in a tooltip as they are."""

import pytest
from PySide6.QtGui import QTextDocumentFragment

from scorecard.ui.widgets.plain_tip import plain_tip

HOSTILE = ["<img src='//server/share/x.png'>", "<b>Calls</b> & <i>more</i>\nof  it", "a < b > c", "<!-- x -->"]


@pytest.mark.parametrize("words", HOSTILE)
def test_what_looks_like_html_is_shown_as_it_is(words: str) -> None:
    tip = plain_tip(words)

    assert QTextDocumentFragment.fromHtml(tip).toPlainText() == words
    assert "<img" not in tip


def test_other_words_stay_as_they_are() -> None:
    assert plain_tip("Calls & more\nof it") == "Calls & more\nof it"


def test_words_without_end_are_cut() -> None:
    assert len(plain_tip("a" * 100_000)) < 3_000
