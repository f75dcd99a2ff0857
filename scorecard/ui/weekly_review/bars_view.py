"""The bars of the week in the window: the same as on paper, in the colours of the theme."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from scorecard.overriding import override
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import tokens_of
from scorecard.ui.weekly_review.day_bars import HEIGHT, WIDTH, DayBars, DayBarsPainter
from scorecard.ui.widgets.drawing import px, smooth
from scorecard.ui.widgets.plain_tip import plain_tip

_TALLER = 1.5  # than the design, in pixels


class BarsView(QWidget):
    def __init__(self, bars: DayBars, spoken: str, parent: QWidget) -> None:
        """`spoken` says what is to be seen."""
        super().__init__(parent)
        self._bars = bars
        self.setAccessibleName(tr("Day by day"))
        self.setAccessibleDescription(spoken)
        self.setToolTip(plain_tip(spoken))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(self, WIDTH), px(self, HEIGHT * _TALLER))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with smooth(self) as painter:
            DayBarsPainter(self._bars, tokens_of(self.palette()), self.font()).draw(painter, QRectF(self.rect()))
