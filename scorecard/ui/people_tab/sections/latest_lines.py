"""The first few of many lines; the rest comes when it is asked for. Only what is shown is put into words."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scorecard.ui.people_tab.line_field import SIDE
from scorecard.ui.people_tab.short_line import ShortLine
from scorecard.ui.people_tab.short_lines import ShortLines
from scorecard.ui.text import tr
from scorecard.ui.widgets.buttons import LinkButton
from scorecard.ui.widgets.drawing import px

FIRST = 5
_OF_LINK = 4  # the room that a link has beside its own words
STEP = 100  # lines that one click brings: many more would be long in coming, and nobody reads them

Item = TypeVar("Item")


def link_line(*links: LinkButton) -> QHBoxLayout:
    """Links whose words begin below those of the lines."""
    line = QHBoxLayout()
    side = px(links[0], SIDE - _OF_LINK)
    line.setContentsMargins(side, 0, side, 0)
    for link in links:
        line.addWidget(link)
    line.addStretch(1)
    return line


class LatestLines(QWidget):
    def __init__(self, lines: ShortLines, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines = lines
        self._count = 0
        self._room = FIRST
        self._say: Callable[[int], list[ShortLine]] = lambda _count: []
        self.more = LinkButton("", self)
        self.fewer = LinkButton(tr("Show fewer"), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(lines)
        column.addLayout(link_line(self.more, self.fewer))
        self.more.clicked.connect(self.show_more)
        self.fewer.clicked.connect(self.show_fewer)

    def show_items(self, items: Sequence[Item], say: Callable[[Item], ShortLine], *, afresh: bool) -> None:
        """`afresh`: of somebody else, so no more than the first of them."""
        if afresh:
            self._room = FIRST
        self._count = len(items)
        self._say = lambda count: [say(item) for item in items[:count]]
        self._fill()

    def show_more(self) -> None:
        """All of them, or the next hundred."""
        shown = min(self._count, self._room)
        self._room = self._count if self._count - shown <= STEP else shown + STEP
        self._fill()
        if shown < self._count:
            self.lines.setCurrentRow(shown)
            self.lines.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_fewer(self) -> None:
        self._room = FIRST
        self._fill()
        self.more.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        shown = min(self._count, self._room)
        self.lines.set_lines(self._say(shown))
        left = self._count - shown
        all_at_once = left <= STEP
        words = tr("Show all %n", "", self._count) if all_at_once else tr("Show %n more", "", STEP)
        self.more.setText(words)
        self.more.setAccessibleName(f"{words}: {self.lines.accessibleName()}")
        self.more.setVisible(left > 0)
        self.fewer.setVisible(self._room > FIRST and shown > FIRST)
        self.setVisible(bool(self._count))
