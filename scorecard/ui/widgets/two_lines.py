"""Words on one line, or on two of which the second may end in "…"."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption


def in_two_lines(words: str, font: QFont, metrics: QFontMetrics, width: int) -> tuple[str, ...]:
    """`metrics` are those of `font`. Broken between words, and within one that is longer than the line."""
    if metrics.horizontalAdvance(words) <= width:
        return (words,)
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(max(1, width))
    length = line.textLength() if line.isValid() else len(words)
    layout.endLayout()
    rest = words[length:].strip()
    return words[:length].rstrip(), metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
