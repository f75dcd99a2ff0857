"""The frame around a lane that a card hangs over: above all else, and clear of the cards in it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from scorecard.overriding import override
from scorecard.ui.commitments_tab.lane import Lane, colour_of
from scorecard.ui.theme.tokens import RADIUS_CARD, tokens_of
from scorecard.ui.widgets.drawing import focus_ring, px, smooth

_CLEAR = 7


class DropFrame(QWidget):
    """Lies on the page of the lanes, hidden while no card hangs over another lane than its own."""

    def __init__(self, lanes: tuple[Lane, ...], page: QWidget) -> None:
        super().__init__(page)
        self._page, self._lane = page, lanes[0]
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        for lane in lanes:
            lane.targeted.connect(lambda lane=lane: self._follow(lane))

    def _follow(self, lane: Lane) -> None:
        """A lane is left after the next one was entered, or before."""
        if lane.is_target:
            self._lane = lane
            clear, corner = px(self, _CLEAR), lane.mapTo(self._page, QPoint())
            self.setGeometry(lane.column.translated(corner).adjusted(-clear, -clear, clear, 0))
            self.raise_()
        self.setVisible(self._lane.is_target)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self.palette())
        with smooth(self) as painter:
            focus_ring(painter, self.rect(), RADIUS_CARD, tokens, colour_of(self._lane.level, tokens))
