"""An empty state that is as wide as there is room."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from scorecard.overriding import override
from scorecard.ui.theme.tokens import GAP
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.empty_state import EmptyState

_WIDEST = 420


class FittingState(EmptyState):
    """As wide as there is room, so that large text fits a small window."""

    widest = _WIDEST

    def fit(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.sentence.setFixedWidth(max(1, min(px(self, self.widest), self.width() - px(self, 2 * GAP))))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
