"""A chart of panels as a control: as high as their rows, of which it takes more where it is narrow."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from scorecard.overriding import override
from scorecard.ui.progress_tab.canvas import CHART_TEXT
from scorecard.ui.progress_tab.chart_control import ChartControl
from scorecard.ui.progress_tab.chart_parts import ChartReading
from scorecard.ui.widgets.drawing import px, scale_of

_NARROWEST = 390


class PanelCanvas(ChartControl):
    """Subclasses say how high their rows are."""

    def __init__(self, height: int, parent: QWidget | None = None, narrowest: int = _NARROWEST) -> None:
        """`height` is the one without panels, in pixels at the ordinary text size, as is `narrowest`."""
        super().__init__(height, parent)
        self._narrowest = narrowest
        self._fitted = 0

    def rows_height(self, width: float, text: float) -> float | None:
        """None without panels. `text` is the height of the letters."""
        raise NotImplementedError

    @override
    def show_reading(self, reading: ChartReading, name: str) -> None:
        super().show_reading(reading, name)
        self._fit_rows()

    def _fit_rows(self) -> None:
        """The width decides how many rows it takes, and so the height."""
        width = max(self.width(), px(self, self._narrowest))
        rows = self.rows_height(width, CHART_TEXT * scale_of(self))
        height = px(self, self._height) if rows is None else round(rows)
        if height != self._fitted:
            self._fitted = height
            self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(self, 900), self._fitted or px(self, self._height))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(self, self._narrowest), self._fitted or px(self, self._height))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rows()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit_rows()
