"""A column that is as high as what is in it, and scrolls where the screen is not."""

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QWidget

from scorecard.overriding import override
from scorecard.ui.theme.tokens import GAP_SMALL
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.scroll_area import ScrollArea

_LEAST_HEIGHT = 160


class ScrollColumn(ScrollArea):
    """Shows one widget over its whole width."""

    def __init__(self, column: QWidget, parent: QWidget) -> None:
        # Before the base class stands: it hands the column's events on as soon as it has it.
        self._column = column
        super().__init__(column, parent)
        self.viewport().setAutoFillBackground(False)
        self.set_column(column)
        self.verticalScrollBar().rangeChanged.connect(self._keep_off_the_bar)

    def set_column(self, column: QWidget) -> None:
        """Shows `column` in place of what was shown, which is deleted."""
        self._column = column
        self.setWidget(column)
        column.setAutoFillBackground(False)
        column.installEventFilter(self)

    def settle(self) -> None:
        """Works out the height anew after something in the column came or went."""
        layout = self._column.layout()
        if layout is not None:
            layout.activate()
        self.updateGeometry()

    def _keep_off_the_bar(self, least: int, most: int) -> None:
        gap = px(self, GAP_SMALL) if most > least else 0
        left, right = (gap, 0) if self.isRightToLeft() else (0, gap)
        self.setViewportMargins(left, 0, right, 0)

    @override
    def sizeHint(self) -> QSize:
        hint = self._column.sizeHint()
        width = max(hint.width(), self.viewport().width())
        layout = self._column.layout()
        if layout is not None and layout.hasHeightForWidth():
            return QSize(hint.width(), layout.totalHeightForWidth(width))
        return hint

    @override
    def minimumSizeHint(self) -> QSize:
        bar = self.verticalScrollBar().sizeHint().width()
        width = self._column.minimumSizeHint().width() + px(self, GAP_SMALL) + bar
        return QSize(width, px(self, _LEAST_HEIGHT))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._column and event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
