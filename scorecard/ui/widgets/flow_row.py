"""Widgets in a row that goes on in a next row when there is no more room."""

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from scorecard.overriding import override
from scorecard.ui.theme.tokens import GAP_SMALL
from scorecard.ui.widgets.drawing import px


class FlowRow(QWidget):
    """Each widget has the width it asks for, the whole row at most. Hidden ones take no room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._flowing: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        widget.setParent(self)
        self._flowing.append(widget)

    def arrange(self) -> None:
        """After a widget has changed its size or its visibility."""
        self._place(self.width(), act=True)
        self.updateGeometry()

    def _place(self, width: int, *, act: bool) -> int:
        """Places the widgets in rows; the height of all of them."""
        gap, top, height = px(self, GAP_SMALL), 0, 0
        row: list[tuple[QWidget, QRect]] = []
        x = 0
        for widget in self._flowing:
            if widget.isHidden():
                continue
            wanted = widget.sizeHint().boundedTo(QSize(max(1, width), 16777215))
            if row and x + wanted.width() > width:
                self._settle(row, height, width, act=act)
                top, x, height, row = top + height + gap, 0, 0, []
            row.append((widget, QRect(x, top, wanted.width(), wanted.height())))
            x, height = x + wanted.width() + gap, max(height, wanted.height())
        self._settle(row, height, width, act=act)
        return top + height

    def _settle(self, row: list[tuple[QWidget, QRect]], height: int, width: int, *, act: bool) -> None:
        for widget, rect in row:
            centred = rect.translated(0, (height - rect.height()) // 2)
            if act:
                left = width - centred.right() - 1 if self.isRightToLeft() else centred.left()
                widget.setGeometry(QRect(left, centred.top(), centred.width(), centred.height()))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._place(width, act=False)

    @override
    def sizeHint(self) -> QSize:
        shown = [widget.sizeHint() for widget in self._flowing if not widget.isHidden()]
        gaps = px(self, GAP_SMALL) * max(0, len(shown) - 1)
        width = sum(size.width() for size in shown) + gaps
        return QSize(width, max((size.height() for size in shown), default=0))

    @override
    def minimumSizeHint(self) -> QSize:
        widest = max((widget.minimumSizeHint().width() for widget in self._flowing if not widget.isHidden()), default=0)
        return QSize(widest, self.heightForWidth(max(1, self.width())))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.arrange()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange) and hasattr(self, "_flowing"):
            self.arrange()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._place(self.width(), act=True)
        return super().event(event)
