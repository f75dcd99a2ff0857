"""What somebody wrote, as it is shown while nobody writes: Markdown with modest headings, and no way out of it."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRegularExpression
from PySide6.QtGui import QColor, QFont, QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from scorecard.domain.mentions import Named
from scorecard.ui.theme.tokens import Tokens

NamedIn = Callable[[str], Sequence[Named]]

_GITHUB = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML
_MOST_TAGS = _MOST_NAMES = 100  # in colour
_PERSON = "person:"
_SAME_PARAGRAPH = "\u2028"
_FENCE = re.compile(r"\s{0,3}(```|~~~)")
_BLOCK = re.compile(
    r"\s*$|\s{4}|\t|\s*([-+*•]\s|\d{1,9}[.)]\s|#{1,6}\s|>|\||```|~~~|(-\s*){3,}$|=+\s*$|(\*\s*){3,}$|(_\s*){3,}$)"
)
_ENDS_BEFORE = re.compile(r"\s*$|\s*(#{1,6}\s|\||```|~~~|(-\s*){3,}$|=+\s*$|(\*\s*){3,}$|(_\s*){3,}$)")
_TAG = QRegularExpression(
    r"(?<![\w/#&])#[\w-]*\p{L}[\w-]*", QRegularExpression.PatternOption.UseUnicodePropertiesOption
)


def with_kept_lines(text: str) -> str:
    """Who presses Enter means a new line; Markdown by itself would run the two together.

    Pictures are not fetched from anywhere: they stay as they were written.
    """
    lines = text.replace("![", "!\\[").split("\n")
    written = lines[:1]
    fenced = bool(_FENCE.match(lines[0]))
    for before, line in pairwise(lines):
        fence = bool(_FENCE.match(line))
        goes_on = not fenced and not fence and not _ENDS_BEFORE.match(before) and not _BLOCK.match(line)
        written.append((_SAME_PARAGRAPH if goes_on else "\n") + line)
        fenced ^= fence
    return "".join(written)


def plain_words(text: str) -> str:
    """All of it on one line, without the signs of Markdown."""
    document = QTextDocument()
    document.setMarkdown(with_kept_lines(text), _GITHUB)
    return " ".join(document.toPlainText().split())


def show_markdown(
    document: QTextDocument, text: str, font: QFont, tokens: Tokens, named_in: NamedIn = lambda _text: ()
) -> None:
    """`named_in` says who is named with an @; where one is pointed at, `person_at` knows who that is."""
    document.setDefaultFont(font)
    document.setMarkdown(with_kept_lines(text), _GITHUB)
    edit = QTextCursor(document)
    edit.beginEditBlock()  # or everything would be laid out after each step
    block = document.begin()
    while block.isValid():
        _calm(block)
        block = block.next()
    _trim(document)
    _colour_tags(document, tokens)
    _mark_names(document, named_in(document.toPlainText()), tokens)
    edit.endEditBlock()


def person_at(document: QTextDocument, spot: QPointF) -> str | None:
    """Whose name stands there; None where nobody's does."""
    anchor = document.documentLayout().anchorAt(spot)
    return anchor.removeprefix(_PERSON) if anchor.startswith(_PERSON) else None


def _calm(block: QTextBlock) -> None:
    """A heading is bold, hardly larger than its text."""
    level = block.blockFormat().headingLevel()
    if not level:
        return
    cursor = QTextCursor(block)
    cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
    words = QTextCharFormat()
    words.setProperty(QTextCharFormat.Property.FontSizeAdjustment, 1 if level == 1 else 0)
    words.setFontWeight(QFont.Weight.DemiBold)
    cursor.mergeCharFormat(words)
    room = QTextBlockFormat()
    room.setTopMargin(6)
    room.setBottomMargin(2)
    cursor.mergeBlockFormat(room)


def _trim(document: QTextDocument) -> None:
    """The first line stands where it stands while it is written."""
    for block, set_margin in (
        (document.firstBlock(), QTextBlockFormat.setTopMargin),
        (document.lastBlock(), QTextBlockFormat.setBottomMargin),
    ):
        form = QTextBlockFormat()
        set_margin(form, 0)
        QTextCursor(block).mergeBlockFormat(form)


def _mark_names(document: QTextDocument, named: Sequence[Named], tokens: Tokens) -> None:
    text = document.toPlainText() if named else ""
    for one in named[:_MOST_NAMES]:
        start = _units(text[: one.start])
        edit = QTextCursor(document)
        edit.setPosition(start)
        edit.setPosition(start + _units(text[one.start : one.end]), QTextCursor.MoveMode.KeepAnchor)
        form = QTextCharFormat()
        form.setAnchor(True)
        form.setAnchorHref(_PERSON + one.person_id)
        form.setForeground(QColor(tokens.accent))
        form.setFontWeight(QFont.Weight.DemiBold)
        form.setFontUnderline(False)
        edit.mergeCharFormat(form)


def _units(text: str) -> int:
    """Qt counts in UTF-16."""
    return len(text) + sum(ord(sign) > 0xFFFF for sign in text)


def _colour_tags(document: QTextDocument, tokens: Tokens) -> None:
    ink = QTextCharFormat()
    ink.setForeground(QColor(tokens.accent))
    found = document.find(_TAG)
    for _ in range(_MOST_TAGS):
        if found.isNull():
            return
        found.mergeCharFormat(ink)
        found = document.find(_TAG, found)
