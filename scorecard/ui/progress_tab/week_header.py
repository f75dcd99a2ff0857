"""The head of Progress: what is shown, and the ways to the weeks beside it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP_SMALL, GAP_TINY
from scorecard.ui.widgets.buttons import IconButton, LinkButton, QuietButton
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label


class WeekHeader(QWidget):
    went_back = Signal()
    went_on = Signal()
    went_home = Signal()
    explained = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label(tr("Progress"), TextStyle.TITLE, parent=self)
        self.span = Label("", quiet=True, parent=self)
        self.score = LinkButton("", self)
        self.score.setToolTip(tr("How this score came about"))
        self.back = IconButton("chevron-left", tr("Previous week"), "Ctrl+PgUp", self)
        self.home = QuietButton(tr("This week"), self)
        self.on = IconButton("chevron-right", tr("Next week"), "Ctrl+PgDown", self)
        self._lay_out()
        self.back.clicked.connect(self.went_back)
        self.on.clicked.connect(self.went_on)
        self.home.clicked.connect(self.went_home)
        self.score.clicked.connect(self.explained)
        self.show_week("", "", present=True)
        self.back.setEnabled(False)

    def show_week(self, span: str, score: str, *, present: bool) -> None:
        """`score` in words, empty without one. `present`: there is no week after this one to go on to."""
        self.span.setText(span)
        self.score.setText(score)
        self.score.setVisible(bool(score))
        self.back.setEnabled(True)
        self.home.setEnabled(not present)
        self.on.setEnabled(not present)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(px(self, GAP_TINY) // 2)
        words.addWidget(self.title)
        words.addWidget(self.span)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(self, GAP_SMALL))
        row.addLayout(words)
        row.addStretch(1)
        row.addWidget(self.score)
        for button in (self.back, self.home, self.on):
            row.addWidget(button)
