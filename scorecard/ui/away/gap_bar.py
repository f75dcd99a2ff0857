"""One quiet line above the card: so many days are missing. It asks for nothing, and closing it is the end of it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from scorecard.overriding import override
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import GAP, GAP_SMALL, RADIUS, tokens_of
from scorecard.ui.widgets.buttons import IconButton, LinkButton
from scorecard.ui.widgets.drawing import box, px, smooth
from scorecard.ui.widgets.label import ElidedLabel


class GapBar(QFrame):
    looked = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = ElidedLabel("", parent=self)
        self.look = LinkButton(tr("Look at them"), self)
        self.close_button = IconButton("x", tr("Leave them blank"), parent=self)
        self.look.clicked.connect(self.looked)
        self.close_button.clicked.connect(self.closed)
        line = QHBoxLayout(self)
        line.setContentsMargins(px(self, GAP), px(self, 3), px(self, 3), px(self, 3))
        line.setSpacing(px(self, GAP_SMALL))
        line.addWidget(self.words)
        line.addWidget(self.look)
        line.addStretch(1)
        line.addWidget(self.close_button)

    def say(self, words: str) -> None:
        self.words.setText(words)
        self.setAccessibleName(words)
        self.look.setAccessibleDescription(words)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self.palette())
        with smooth(self) as painter:
            box(painter, self.rect(), RADIUS, tokens.surface, tokens.border)
