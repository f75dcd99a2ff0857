"""The soft box under a form that says what it means so far."""

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from scorecard.overriding import override
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP, GAP_SMALL, RADIUS, tokens_of
from scorecard.ui.widgets.drawing import fill_round, px, smooth
from scorecard.ui.widgets.label import Label


class MeaningNote(QFrame):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = Label("", TextStyle.MEDIUM, parent=self)
        self.sentence.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(
            px(self, GAP + 2), px(self, GAP_SMALL + 2), px(self, GAP + 2), px(self, GAP_SMALL + 2)
        )
        column.addWidget(self.sentence)

    def say(self, sentence: str, *, complete: bool = True) -> None:
        """`complete` off: the sentence says what is still missing."""
        self.sentence.setText(sentence)
        self.sentence.set_quiet(not complete)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with smooth(self) as painter:
            fill_round(painter, self.rect(), RADIUS, tokens_of(self.palette()).accent_soft)
