"""The line of the day: its date, its week, and the ways to other days."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from scorecard.overriding import override
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
        self._turn()

    def _lay_out(self) -> None:
        self._words = QVBoxLayout()
        self._words.setSpacing(px(self, 1))
        self._words.addWidget(self.title)
        self._words.addWidget(self.subtitle)
        self._ways = QHBoxLayout()
        self._ways.setSpacing(px(self, 5))
        for button in (self.away_button, self._previous, self._today, self._next, self.calendar_button):
            self._ways.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(self, 5))
        self._row.addLayout(self._words, 1)
        self._row.addLayout(self._ways)
        self._row.setAlignment(self._ways, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)

    def _turn(self) -> None:
        """Where large letters leave no room for the date beside them, the ways to other days stand below it."""
        needed = self.title.sizeHint().width() + self._row.spacing() + self._ways.sizeHint().width()
        beside = self.width() >= needed
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._ways.minimumSize().width(), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()
