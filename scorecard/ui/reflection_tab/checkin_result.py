"""The soft box in the dialog: the result as it comes about, its formula, and what it changes."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from scorecard.overriding import override
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP, GAP_SMALL, GAP_TINY, GAP_WIDE, RADIUS, tokens_of
from scorecard.ui.widgets.drawing import fill_round, px, smooth
from scorecard.ui.widgets.label import Label


class ResultNote(QFrame):
    def __init__(self, formula: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.result = Label("", TextStyle.FIGURE, parent=self)
        self.sum = Label("", TextStyle.MEDIUM, parent=self)
        self.change = Label("", TextStyle.SMALL, parent=self)
        formula_label = Label(formula, TextStyle.SMALL, parent=self)
        self.result.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.result.setMinimumWidth(px(self, 72))
        words = QVBoxLayout()
        words.setSpacing(px(self, GAP_TINY))
        for label in (formula_label, self.sum, self.change):
            label.setWordWrap(True)
            words.addWidget(label)
        line = QHBoxLayout(self)
        line.setContentsMargins(px(self, GAP), px(self, GAP_SMALL), px(self, GAP), px(self, GAP_SMALL))
        line.setSpacing(px(self, GAP_WIDE))
        line.addWidget(self.result)
        line.addLayout(words, 1)

    def say(self, result: str, calculation: str, change: str, spoken: str) -> None:
        """`calculation` is the formula with the answers so far in it."""
        self.result.setText(result)
        self.result.setAccessibleName(tr("Result: {result}").format(result=result))
        self.sum.setText(calculation)
        self.change.setText(change)
        self.change.setAccessibleName(spoken)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with smooth(self) as painter:
            fill_round(painter, self.rect(), RADIUS, tokens_of(self.palette()).accent_soft)
