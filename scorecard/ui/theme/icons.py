"""Line icons, tinted when they are painted, so that they follow the theme and are sharp on every screen."""

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from scorecard.overriding import override
from scorecard.resources import resource

ICON_SIZE = 18


def icon(name: str) -> QIcon:
    """The icon `resources/icons/<name>.svg` for menus and Qt's own buttons, in the colour of the text beside it."""
    return QIcon(_TintedIcon(name))


def paint_icon(painter: QPainter, name: str, rect: QRect, colour: str | QColor) -> None:
    """Paints an icon into a square rect, in one colour."""
    # Not painter.device(): a widget is a paint device only in part, and PySide sometimes takes its address for that of
    # another object (a segmentation fault, rarely). The transform of a painter on a dense screen says the same.
    ratio = abs(painter.combinedTransform().m11()) or 1.0
    painter.drawPixmap(rect, tinted_pixmap(name, rect.width(), colour, ratio))


def tinted_pixmap(name: str, size: int, colour: str | QColor, ratio: float = 1.0) -> QPixmap:
    """A square pixmap of `size` logical pixels, kept in Qt's own pixmap cache."""
    ink = QColor(colour).name()
    key = f"scorecard/{name}/{size}/{ink}/{ratio}"
    pixmap = QPixmap()
    if QPixmapCache.find(key, pixmap):
        return pixmap
    pixmap = _drawn(name, round(size * ratio), ink)
    pixmap.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, pixmap)
    return pixmap


def _drawn(name: str, side: int, ink: str) -> QPixmap:
    source = resource("icons", f"{name}.svg").read_bytes().replace(b"currentColor", ink.encode())
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(source)).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return pixmap


class _TintedIcon(QIconEngine):
    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    def _ink(self, mode: QIcon.Mode) -> QColor:
        palette = QGuiApplication.palette()
        if mode is QIcon.Mode.Disabled:
            return palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
        if mode is QIcon.Mode.Selected:
            return palette.color(QPalette.ColorRole.HighlightedText)
        return palette.color(QPalette.ColorRole.Text)

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        square = QRect(QPoint(0, 0), QSize(side, side))
        square.moveCenter(rect.center())
        paint_icon(painter, self._name, square, self._ink(mode))

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return tinted_pixmap(self._name, min(size.width(), size.height()), self._ink(mode))

    @override
    def clone(self) -> QIconEngine:
        return _TintedIcon(self._name)
