"""Words to choose from, beside the place where one is being typed. The keyboard stays in that place."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QListWidget, QVBoxLayout, QWidget

from scorecard.overriding import override
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import RADIUS, tokens_of
from scorecard.ui.widgets.drawing import box, px, smooth

_PADDING = 5
_ROW = 26
_WIDTH = 240


class NameList(QFrame):
    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._names: tuple[str, ...] = ()
        self.rows = QListWidget(self)
        self.rows.setAccessibleName(tr("People"))
        self.rows.setFrameShape(QFrame.Shape.NoFrame)
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.itemClicked.connect(lambda item: self.chosen.emit(item.text()))
        column = QVBoxLayout(self)
        column.setContentsMargins(*[px(self, _PADDING)] * 4)
        column.addWidget(self.rows)
        self.hide()

    @property
    def names(self) -> tuple[str, ...]:
        return self._names if not self.isHidden() else ()

    @property
    def marked(self) -> str | None:
        row = self.rows.currentRow()
        return self._names[row] if 0 <= row < len(self._names) else None

    def offer(self, names: Sequence[str], corner: QPoint, above: int = 0) -> None:
        """Shows names with their corner at `corner` of the parent; hides when there are none. None is marked.

        `above`: how high the line over the corner is, for a list that has no room below it.
        """
        if tuple(names) != self._names or self.isHidden():
            self._names = tuple(names)
            self.rows.clear()
            self.rows.addItems(list(names))
            for row in range(len(names)):
                self.rows.item(row).setSizeHint(self.rows.sizeHint().scaled(1, px(self, _ROW), _IGNORE))
            self.rows.setCurrentRow(-1)
        self.setVisible(bool(names))
        if names:
            padding = 2 * px(self, _PADDING)
            room = self._window.width()
            width = min(px(self, _WIDTH), room)
            x = max(0, min(corner.x(), room - width))
            height = len(names) * px(self, _ROW) + padding
            fits = corner.y() + height <= self._window.height()
            y = corner.y() if fits or not above else max(0, corner.y() - above - height)
            self.setGeometry(x, y, width, height)
            self.raise_()

    def mark(self, by: int) -> None:
        """Goes down (1) or up (−1), around the ends."""
        row = self.rows.currentRow()
        start = -1 if row < 0 and by > 0 else len(self._names) if row < 0 else row
        self.rows.setCurrentRow((start + by) % len(self._names))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self.palette())
        with smooth(self) as painter:
            box(painter, self.rect(), RADIUS, tokens.surface, tokens.outline)


_IGNORE = Qt.AspectRatioMode.IgnoreAspectRatio
