"""What a page shows when there is nothing on it yet: why, and the one thing to do about it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from scorecard.overriding import override
from scorecard.ui.theme.icons import paint_icon
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP, GAP_SMALL, tokens_of
from scorecard.ui.widgets.drawing import fill_round, px, smooth
from scorecard.ui.widgets.label import Label

_BADGE = 56
_ICON = 24
_WIDEST = 390


class _Badge(QWidget):
    def __init__(self, icon_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(self, _BADGE), px(self, _BADGE))

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
        column.addWidget(_Badge(icon_name, self), 0, centre)
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
