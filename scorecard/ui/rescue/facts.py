"""Facts under each other on a card: a sign, a heading, and what is to be said of it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from scorecard.overriding import override
from scorecard.ui.theme.icons import paint_icon
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP, tokens_of
from scorecard.ui.widgets.card import Card
from scorecard.ui.widgets.drawing import fill_round, px, smooth
from scorecard.ui.widgets.label import Label

_SIDE = 36
_ICON = 18
_LINE_GAP = 2


class FactSign(QWidget):
    def __init__(self, icon_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(self, _SIDE), px(self, _SIDE))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self.palette())
        inset = (self.width() - px(self, _ICON)) // 2
        with smooth(self) as painter:
            fill_round(painter, self.rect(), self.width() / 2, tokens.accent_soft)
            paint_icon(painter, self._icon_name, self.rect().adjusted(inset, inset, -inset, -inset), tokens.accent)


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
        line.addWidget(FactSign(icon_name, self), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        self.body.addLayout(line)
