"""The thin bar that shows how much of its target a measure, a group or a day reached."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from scorecard.overriding import override
from scorecard.ui.theme.tokens import Tokens, tokens_of
from scorecard.ui.widgets.drawing import fill_round, line_round, px, smooth

BAR_WIDTH = 96
BAR_HEIGHT = 6


def paint_bar(
    painter: QPainter, rect: QRectF, share: float | None, tokens: Tokens, colour: str, *, hollow: bool, mirrored: bool
) -> None:
    """A track with `share` (0–1) of it filled; `hollow` draws the outline of that part only."""
    radius = rect.height() / 2
    fill_round(painter, rect, radius, tokens.track)
    if share is None or share <= 0:
        return
    width = max(rect.height(), rect.width() * min(1.0, share))
    left = rect.right() - width if mirrored else rect.left()
    filled = QRectF(left, rect.top(), width, rect.height())
    fill_round(painter, filled, radius, tokens.surface if hollow else colour)
    if hollow:
        line_round(painter, filled, radius, colour, 1.5)


class AttainmentBar(QWidget):
    """Says nothing to a screen reader by itself: the number beside it does."""

    def __init__(self, parent: QWidget | None = None, *, width: int = BAR_WIDTH, plain: bool = False) -> None:
        """`plain` bars are in the accent colour whatever the share, e.g. for ratings that are not scores."""
        super().__init__(parent)
        self._share: float | None = None
        self._hollow = False
        self._width = width
        self._plain = plain
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def share(self) -> float | None:
        return self._share

    def set_share(self, share: float | None, *, hollow: bool = False) -> None:
        """`share` is 0–1; None when nothing is known."""
        if (share, hollow) != (self._share, self._hollow):
            self._share, self._hollow = share, hollow
            self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(self, self._width), px(self, BAR_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(self, BAR_HEIGHT) * 4, px(self, BAR_HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self.palette())
        height = px(self, BAR_HEIGHT)
        rect = QRectF(0, (self.height() - height) // 2, self.width(), height)
        colour = tokens.accent if self._plain else tokens.tone(100 * (self._share or 0))
        with smooth(self) as painter:
            paint_bar(painter, rect, self._share, tokens, colour, hollow=self._hollow, mirrored=self.isRightToLeft())
