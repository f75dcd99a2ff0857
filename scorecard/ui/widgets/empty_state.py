"""What a page shows when there is nothing on it yet: why, and the one thing to do about it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP, GAP_SMALL
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.icon_disc import IconDisc
from scorecard.ui.widgets.label import Label

_BADGE = 56
_ICON = 24
_WIDEST = 390


class EmptyState(QWidget):
    def __init__(
        self,
        icon_name: str,
        title: str,
        sentence: str,
        actions: Sequence[QPushButton] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.title = Label(title, TextStyle.HEADING, parent=self)
        self.sentence = Label(sentence, quiet=True, parent=self)
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sentence.setWordWrap(True)
        self.sentence.setFixedWidth(px(self, _WIDEST))
        centre = Qt.AlignmentFlag.AlignHCenter
        if actions:
            self.setFocusProxy(actions[0])
        column = QVBoxLayout(self)
        column.setSpacing(px(self, GAP_SMALL))
        column.addStretch(1)
        column.addWidget(IconDisc(icon_name, _BADGE, _ICON, self), 0, centre)
        column.addSpacing(px(self, GAP_SMALL))
        column.addWidget(self.title, 0, centre)
        # Between stretches, not aligned: an aligned label is given the height of its narrowest form.
        column.addLayout(self._row_of((self.sentence,)))
        if actions:
            column.addSpacing(px(self, GAP))
            column.addLayout(self._row_of(actions))
        column.addStretch(1)

    def _row_of(self, widgets: Sequence[QWidget]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(self, GAP_SMALL))
        row.addStretch(1)
        for widget in widgets:
            row.addWidget(widget)
        row.addStretch(1)
        return row
