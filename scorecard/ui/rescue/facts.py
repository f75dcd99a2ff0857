"""Facts under each other on a card: a sign, a heading, and what is to be said of it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP
from scorecard.ui.widgets.card import Card
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.icon_disc import IconDisc
from scorecard.ui.widgets.label import Label

_SIDE = 36
_ICON = 18
_LINE_GAP = 2


class Facts(Card):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self.body.setSpacing(px(self, GAP))

    def add(self, icon_name: str, heading: str, sentence: str = "") -> None:
        strong, quiet = Label(heading, TextStyle.STRONG, parent=self), Label(sentence, quiet=True, parent=self)
        words = QVBoxLayout()
        words.setSpacing(px(self, _LINE_GAP))
        words.addStretch(1)
        for label in (strong, quiet):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setVisible(bool(label.text()))
            words.addWidget(label)
        words.addStretch(1)
        line = QHBoxLayout()
        line.setSpacing(px(self, GAP))
        line.addWidget(IconDisc(icon_name, _SIDE, _ICON, self), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        self.body.addLayout(line)
