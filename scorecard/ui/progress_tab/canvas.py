"""A widget that shows a picture drawn by matplotlib's Agg, redrawn once a burst and only when it is seen."""

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from scorecard.charts.plot import Size
from scorecard.overriding import override
from scorecard.ui.theme.tokens import tokens_of
from scorecard.ui.widgets.drawing import scale_of

SETTLE_MS = 50
CHART_TEXT = 12  # pixels at the ordinary text size

_REDRAWN_AFTER = (
    QEvent.Type.PaletteChange,
    QEvent.Type.FontChange,
    QEvent.Type.DevicePixelRatioChange,
)


class ChartCanvas(QWidget):
    """Subclasses draw in `draw_chart` and paint what moves, such as a hover mark, in `paint_overlay`."""

    drawn = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self._stale = True
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.timeout.connect(self._redraw)

    def draw_chart(self, size: Size) -> memoryview | None:
        """The picture's RGBA bytes in device pixels; None when it is the same as the last one."""
        raise NotImplementedError

    def paint_overlay(self, painter: QPainter) -> None:
        """Called after the picture at every paint."""

    def redraw_later(self) -> None:
        """Draws once, a while after the last call of a burst, or when the widget is next shown."""
        self._stale = True
        if self.isVisible():
            self._settle.start(SETTLE_MS)

    def _redraw(self) -> None:
        if not self.isVisible() or not self._stale or self.width() < 1 or self.height() < 1:
            return
        self._stale = False
        size = Size(self.width(), self.height(), self.devicePixelRatioF(), round(CHART_TEXT * scale_of(self), 2))
        pixels = self.draw_chart(size)
        if pixels is not None:
            self._image = _copied(pixels, size.ratio)
            self.drawn.emit()
        self.update()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # The very first picture waits for the first paint, since it may have to import matplotlib.
        if self._image is not None:
            self._redraw()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.redraw_later()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() in _REDRAWN_AFTER:
            self.redraw_later()
        return super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._image is None:
            painter.fillRect(self.rect(), QColor(tokens_of(self.palette()).surface))
            if self._stale:
                self._settle.start(0)
            return
        painter.drawImage(self.rect(), self._image)
        self.paint_overlay(painter)


def _copied(pixels: memoryview, ratio: float) -> QImage:
    """Without alpha, in the format the screen has, so that painting it is a plain copy."""
    height, width, channels = pixels.shape or (0, 0, 0)
    image = QImage(pixels, width, height, width * channels, QImage.Format.Format_RGBX8888)
    copied = image.convertToFormat(QImage.Format.Format_RGB32)
    copied.setDevicePixelRatio(ratio)
    return copied
