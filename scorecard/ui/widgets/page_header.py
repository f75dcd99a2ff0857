"""The head of a page: what it is, a line about how it stands, and its controls beside that or below it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from scorecard.overriding import override
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP_SMALL, GAP_TINY
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.flow_row import FlowRow
from scorecard.ui.widgets.label import Label


class PageHeader(QWidget):
    """Those who inherit add to `controls`, which go below the words where these would have less than `words_room`."""

    words_room = 260

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = Label(title, TextStyle.TITLE, parent=self)
        self.subtitle = Label("", quiet=True, parent=self)
        self.subtitle.setWordWrap(True)
        self.controls = FlowRow(self)
        words = QVBoxLayout()
        words.setSpacing(px(self, GAP_TINY) // 2)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(self, GAP_SMALL))
        self._row.addLayout(words, 1)
        self._row.addWidget(self.controls, 0, Qt.AlignmentFlag.AlignVCenter)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() - self.controls.sizeHint().width() >= px(self, self.words_room)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if direction is not self._row.direction():
            self._row.setDirection(direction)
