"""An icon on a round ground: the sign of a page or of a fact."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from scorecard.overriding import override
from scorecard.ui.theme.icons import paint_icon
from scorecard.ui.theme.tokens import tokens_of
from scorecard.ui.widgets.drawing import fill_round, px, smooth


class IconDisc(QWidget):
    def __init__(self, icon_name: str, side: int, icon_side: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._side = side
        self._icon_side = icon_side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(self, self._side), px(self, self._side))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self.palette())
        inset = (self.width() - px(self, self._icon_side)) // 2
        with smooth(self) as painter:
            fill_round(painter, self.rect(), self.width() / 2, tokens.accent_soft)
            paint_icon(painter, self._icon_name, self.rect().adjusted(inset, inset, -inset, -inset), tokens.accent)
