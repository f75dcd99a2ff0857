"""A widget that shows a picture drawn by matplotlib's Agg, redrawn once a burst and only when it is seen."""

from PySide6.QtCore import QCoreApplication, QEvent, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from scorecard.charts.plot import Size
from scorecard.overriding import override
from scorecard.ui.progress_tab.turns import turns
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
        self._hurried = False
        self._held = False
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.timeout.connect(self._go_on)

    @property
    def up_to_date(self) -> bool:
        """Whether nothing has changed since the picture was drawn."""
        return not self._stale

    def make_ready(self) -> bool:
        """Does what must be done once before the first picture; whether there was any such thing to do."""
        return False

    def draw_chart(self, size: Size) -> memoryview | None:
        """The picture's RGBA bytes in device pixels; None when it is the same as the last one."""
        raise NotImplementedError

    def paint_overlay(self, painter: QPainter) -> None:
        """Called after the picture at every paint."""

    def redraw_later(self) -> None:
        """Draws once, a while after the last call of a burst, or when the widget is next shown."""
        self._stale = True
        if self.isVisible():
            self._settle.start(0 if self._hurried else SETTLE_MS)

    def hurry(self) -> None:
        """What changed was asked for and is no burst: the next picture is drawn as soon as the page stands."""
        self._hurried = self._stale
        if self._settle.isActive() and self._settle.interval() > 0:
            self._settle.start(0)

    def hold(self) -> None:
        """Nothing is drawn until `release`: what is to be drawn comes in a moment, and so may another size."""
        self._held = True

    def release(self) -> None:
        if self._held:
            self._held = False
            self.update()  # a paint finds out whether it has to be drawn

    def _go_on(self) -> None:
        """The figure is made in one round of the event loop and drawn in another, each chart in one of its own."""
        if self._held or not self._stale or self.visibleRegion().isEmpty():
            return  # drawn when it is scrolled into view: `paintEvent` finds it stale
        if not turns().take() or self.make_ready():
            self._settle.start(0)
        else:
            # What is still to be laid out may change this chart's size once more: it is drawn only then.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            self._redraw()

    def _redraw(self) -> None:
        self._settle.stop()
        self._stale = self._hurried = False
        size = Size(self.width(), self.height(), self.devicePixelRatioF(), chart_text(self))
        pixels = self.draw_chart(size)
        if pixels is not None:
            self._image = _copied(pixels, size.ratio)
            self.drawn.emit()
        self.update()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # The very first picture waits for the first paint, since it may have to import matplotlib.
        if self._stale and self._image is not None:
            self._hurried = True
            self._settle.start(0)

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
        if self._stale and not self._settle.isActive():
            self._settle.start(0)
        if self._image is None:
            painter.fillRect(self.rect(), QColor(tokens_of(self.palette()).surface))
            return
        painter.drawImage(self.rect(), self._image)
        self.paint_overlay(painter)


def chart_text(widget: QWidget) -> float:
    """The height of a chart's letters, in logical pixels."""
    return round(CHART_TEXT * scale_of(widget), 2)


def _copied(pixels: memoryview, ratio: float) -> QImage:
    """Without alpha, in the format the screen has, so that painting it is a plain copy."""
    height, width, channels = pixels.shape or (0, 0, 0)
    image = QImage(pixels, width, height, width * channels, QImage.Format.Format_RGBX8888)
    copied = image.convertToFormat(QImage.Format.Format_RGB32)
    copied.setDevicePixelRatio(ratio)
    return copied
