"""What is written as Markdown is shown as it was meant, and leads nowhere."""

import pytest
from PySide6.QtGui import QFont, QTextDocument

from scorecard.ui.completing.begun import tag_begun, tags_like
from scorecard.ui.reflection_tab.markdown import plain_words, show_markdown, with_kept_lines
from scorecard.ui.theme.tokens import LIGHT

LINE = "\u2028"


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("one\ntwo", f"one{LINE}two"),
        ("one\n\ntwo", "one\n\ntwo"),
        ("- one\n- two", "- one\n- two"),
        ("- one\ngoes on", f"- one{LINE}goes on"),
        ("one\n1. two", "one\n1. two"),
        ("# one\ntwo", "# one\ntwo"),
        ("one\n---\ntwo", "one\n---\ntwo"),
        ("```\na\nb\n```\nc\nd", f"```\na\nb\n```\nc{LINE}d"),
        ("one\n#tag", f"one{LINE}#tag"),
        ("![a](file:///etc/passwd)", "!\\[a](file:///etc/passwd)"),
        ("", ""),
    ],
)
def test_a_line_that_was_begun_stays_a_line(written: str, kept: str) -> None:
    assert with_kept_lines(written) == kept


@pytest.mark.usefixtures("qtbot")
def test_headings_lists_and_emphasis_are_shown_without_their_signs() -> None:
    document = QTextDocument()
    show_markdown(document, "# Big\n**bold** and *light* <b>x</b>\n- item", QFont(), LIGHT)
    assert document.toPlainText() == "Big\nbold and light <b>x</b>\nitem"
    heading = document.firstBlock().begin().fragment().charFormat()
    assert heading.fontWeight() == QFont.Weight.DemiBold


@pytest.mark.usefixtures("qtbot")
def test_no_picture_is_looked_for() -> None:
    document = QTextDocument()
    show_markdown(document, "![a](file:///etc/x.png)", QFont(), LIGHT)
    assert "\ufffc" not in document.toPlainText()


@pytest.mark.usefixtures("qtbot")
def test_an_excerpt_is_one_line_of_plain_words() -> None:
    assert plain_words("# Day\n- **one**\n- two") == "Day one two"


@pytest.mark.parametrize(
    ("before", "begun"),
    [("#te", "te"), ("a #te", "te"), ("(#te", "te"), ("#", None), ("a#te", None), ("#te st", None), ("# te", None),
     ("#naïve-idé", "naïve-idé"), ("#会", "会")],
)  # fmt: skip
def test_a_tag_is_begun_by_its_sign(before: str, begun: str | None) -> None:
    assert tag_begun(before) == begun


def test_tags_that_go_on_are_offered() -> None:
    assert tags_like(("trust", "team", "teamwork"), "Team") == ("teamwork",)
