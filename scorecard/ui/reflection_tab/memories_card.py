"""What was written a week, a month and years before the day that is looked at."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scorecard.overriding import override
from scorecard.services.reflection_pages import Memory
from scorecard.ui.reflection_tab.states import MemoryState, memory_state
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import GAP, GAP_SMALL
from scorecard.ui.widgets.buttons import LinkButton
from scorecard.ui.widgets.card import Card
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label

_MOST = 6
_RING = 4
_INSET = 18


class MemoryLine(QWidget):
    """Its date is a button; a click anywhere on it does the same."""

    chosen = Signal(object)

    def __init__(self, state: MemoryState, parent: QWidget) -> None:
        super().__init__(parent)
        self._day = state.day
        self.button = LinkButton(state.when.replace("&", "&&"), self)
        self.button.setAccessibleDescription(state.excerpt)
        self.excerpt = Label(state.excerpt, parent=self)
        self.excerpt.setWordWrap(True)
        self.excerpt.setContentsMargins(px(self, _RING), 0, px(self, _RING), 0)
        self.button.clicked.connect(lambda: self.chosen.emit(self._day))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.excerpt)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.chosen.emit(self._day)


class MemoriesCard(Card):
    day_chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent=parent)
        # The buttons have room for the ring of the keyboard around their words.
        side, inset = px(self, _RING), px(self, _INSET)
        self._heading_margins = QMargins(side, 0, side, px(self, GAP_SMALL))
        self.set_title(tr("On this day"))
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(inset - side, inset, inset - side, inset)
        self._states: tuple[MemoryState, ...] | None = None
        self.lines: list[MemoryLine] = []
        self.nothing = Label(
            tr("What you write comes back here: after a week, after a month, and years later."), quiet=True, parent=self
        )
        self.nothing.setWordWrap(True)
        self.nothing.setContentsMargins(side, 0, side, 0)
        self.body.setSpacing(px(self, GAP) - 4)
        self.body.addWidget(self.nothing)

    def show_memories(self, memories: Sequence[Memory], today: date) -> None:
        states = tuple(memory_state(memory, today) for memory in memories[:_MOST])
        if states == self._states:
            return
        self._states = states
        for line in self.lines:
            self.body.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [MemoryLine(state, self) for state in states]
        for line in self.lines:
            line.chosen.connect(self.day_chosen)
            self.body.addWidget(line)
        self.nothing.setVisible(not states)
