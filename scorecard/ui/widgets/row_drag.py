"""A row of a painted list that hangs on the pointer."""

from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtGui import QDrag, QPainter, QPixmap
from PySide6.QtWidgets import QListView, QStyleOptionViewItem


def drag_row(view: QListView, index: QModelIndex, dragged: QMimeData) -> None:
    """Until it is dropped somewhere, or nowhere."""
    drag = QDrag(view)
    drag.setMimeData(dragged)
    drag.setPixmap(row_picture(view, index))
    drag.setHotSpot(view.viewport().mapFromGlobal(view.cursor().pos()) - view.visualRect(index).topLeft())
    drag.exec(Qt.DropAction.MoveAction)


def row_picture(view: QListView, index: QModelIndex) -> QPixmap:
    rect = view.visualRect(index)
    ratio = view.devicePixelRatioF()
    pixmap = QPixmap(rect.size() * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    option = QStyleOptionViewItem()
    view.initViewItemOption(option)
    option.rect = rect.translated(-rect.topLeft())
    with QPainter(pixmap) as painter:
        painter.setOpacity(0.9)
        view.itemDelegate().paint(painter, option, index)
    return pixmap
