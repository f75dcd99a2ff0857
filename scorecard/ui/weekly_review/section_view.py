"""One section of a review in the window: its heading, its lines, what was written, and a quiet remark."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from scorecard.ui.reflection_tab.markdown import plain_words
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP_SMALL, GAP_TINY, GAP_WIDE
from scorecard.ui.weekly_review.sheet import shortened
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.words.weekly_document import Line, Part, Section

_MOST_OWN = 1200  # letters of what was written
_WIDEST_VALUE = 160
_LONG_RUN = re.compile(r"\w{16}(?=\w{4})")


class SectionView(QWidget):
    def __init__(self, section: Section, parent: QWidget) -> None:
        super().__init__(parent)
        self.section = section
        self._noted = any(line.note or section.part is Part.ADJUSTMENTS for line in section.lines)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(self, GAP_TINY))
        self._add(section.heading, TextStyle.STRONG)
        if section.lines:
            self._add_lines()
        if section.own:
            self._add(shortened(plain_words(section.own[: 4 * _MOST_OWN]), _MOST_OWN))
        if section.note:
            self._add(section.note, TextStyle.SMALL, quiet=True)

    def _add_lines(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(self, GAP_WIDE))
        grid.setVerticalSpacing(px(self, GAP_TINY) // 2)
        grid.setColumnStretch(0, 1)
        for line in self.section.lines:
            self._add_line(grid, line)
        self._column.addLayout(grid)

    def _add_line(self, grid: QGridLayout, line: Line) -> None:
        row = grid.rowCount()
        if self._noted and row > 1:
            grid.setRowMinimumHeight(row, px(self, GAP_SMALL))
            row += 1
        stacked = self.section.part is Part.ADJUSTMENTS or not line.value
        grid.addWidget(self._label(line.words), row, 0, 1, 2 if stacked else 1)
        note = " · ".join(part for part in (line.value, line.note) if part) if stacked else line.note
        if not stacked:
            value = self._value(line.value)
            grid.addWidget(value, row, 1, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignTop)
        if note:
            grid.addWidget(self._label(note, TextStyle.SMALL, quiet=True), row + 1, 0, 1, 2)

    def _value(self, words: str) -> Label:
        """Narrow enough that there is room for what it is the value of."""
        value = self._label(words, TextStyle.MEDIUM, wraps=False)
        if value.sizeHint().width() > (widest := px(self, _WIDEST_VALUE)):
            value.setWordWrap(True)
            value.setFixedWidth(widest)
            value.setAlignment(Qt.AlignmentFlag.AlignTrailing)
        return value

    def _add(self, words: str, style: TextStyle = TextStyle.BODY, *, quiet: bool = False) -> None:
        self._column.addWidget(self._label(words, style, quiet=quiet))

    def _label(
        self, words: str, style: TextStyle = TextStyle.BODY, *, quiet: bool = False, wraps: bool = True
    ) -> Label:
        label = Label(_breakable(words), style, quiet=quiet, parent=self)
        label.setAccessibleName(words)
        label.setWordWrap(wraps)
        if wraps:
            label.setMinimumWidth(1)
        return label


def _breakable(words: str) -> str:
    """A label breaks lines between words only: a word longer than a line is shown in pieces."""
    return _LONG_RUN.sub(lambda found: found[0] + "\u200b", words)
