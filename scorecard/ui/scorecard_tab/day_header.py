"""The line of the day: its date, its week, and the ways to other days."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scorecard.ui.scorecard_tab.states import HeaderState
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.widgets.buttons import IconButton, LinkButton, QuietButton
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import ElidedLabel


class DayHeader(QWidget):
    previous = Signal()
    today = Signal()
    next = Signal()
    calendar = Signal()
    away = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = ElidedLabel("", TextStyle.TITLE, parent=self)
        self.subtitle = ElidedLabel("", quiet=True, parent=self)
        self.away_button = LinkButton("", self)
        self._previous = IconButton("chevron-left", tr("Previous day"), "Alt+Left", self)
        self._today = QuietButton(tr("Today"), self)
        self._today.setToolTip("Ctrl+T")
        self._next = IconButton("chevron-right", tr("Next day"), "Alt+Right", self)
        self.calendar_button = IconButton("calendar", tr("Choose a day"), "Ctrl+G", self)
        self.away_button.clicked.connect(self.away)
        self._previous.clicked.connect(self.previous)
        self._today.clicked.connect(self.today)
        self._next.clicked.connect(self.next)
        self.calendar_button.clicked.connect(self.calendar)
        self._lay_out()

    def show_state(self, state: HeaderState) -> None:
        self.title.setText(state.title)
        self.subtitle.setText(state.subtitle)
        self.away_button.setText(state.away)
        self.away_button.setVisible(bool(state.away))
        self.away_button.updateGeometry()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(px(self, 1))
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(self, 5))
        row.addLayout(words, 1)
        for button in (self.away_button, self._previous, self._today, self._next, self.calendar_button):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
