"""The head of Commitments: how it goes, what is shown, and the way to a new promise."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from scorecard.overriding import override
from scorecard.ui.commitments_tab.flow_row import FlowRow
from scorecard.ui.shortcuts import Keys
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP_SMALL, GAP_TINY
from scorecard.ui.widgets.buttons import PrimaryButton
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.segments import Segments

_WORDS = 260  # the least that is left for the words beside the controls


class LanesHeader(QWidget):
    """`filters.chosen_key` is the value of a `Shown`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = Label(tr("Commitments"), TextStyle.TITLE, parent=self)
        self.subtitle = Label("", quiet=True, parent=self)
        self.subtitle.setWordWrap(True)
        # The values of services.lanes.Shown, which would bring the store with it.
        options = [
            ("open", tr("Open")),
            ("this week", tr("Due this week")),
            ("done", tr("Done")),
            ("all", tr("All", "all promises")),
        ]
        self.filters = Segments(options, tr("Show"), self, widest=420)
        self.filters.set_chosen(0)
        self.new = PrimaryButton(tr("Promise something"), self)
        self.new.setToolTip(f"{Keys.NEW.shown}, {Keys.PROMISE.shown}")
        self._controls = FlowRow(self)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lay_out()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(px(self, GAP_TINY) // 2)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        self._controls.add(self.filters)
        self._controls.add(self.new)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(self, GAP_SMALL))
        self._row.addLayout(words, 1)
        self._row.addWidget(self._controls, 0, Qt.AlignmentFlag.AlignVCenter)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() - self._controls.sizeHint().width() >= px(self, _WORDS)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if direction is not self._row.direction():
            self._row.setDirection(direction)
