"""Two things beside each other; where there is no room for both, one below the other."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from scorecard.overriding import override
from scorecard.ui.theme.tokens import GAP_WIDE
from scorecard.ui.widgets.drawing import px

_HIDING = (QEvent.Type.Hide, QEvent.Type.HideToParent, QEvent.Type.ShowToParent)


class SideBySide(QWidget):
    """`shares` is how the width is divided, `wide_from` the least width of both, in pixels of the design."""

    def __init__(
        self, first: QWidget, second: QWidget, shares: tuple[int, int], wide_from: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._parts = (first, second)
        self._wide_from = wide_from
        self._apart = False
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(self, GAP_WIDE) - 4)
        for part, share in zip(self._parts, shares, strict=True):
            self._row.addWidget(part, share)
            part.installEventFilter(self)

    @property
    def beside(self) -> bool:
        return self._row.direction() is QBoxLayout.Direction.LeftToRight

    def keep_apart(self, apart: bool) -> None:
        """Whether they stand below each other even where there is room."""
        self._apart = apart
        self._turn()

    def _turn(self) -> None:
        wide = self.width() >= px(self, self._wide_from) and not self._apart
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    @override
    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """With nothing in it, it takes no room."""
        if event.type() in _HIDING:
            self.setVisible(any(not part.isHidden() for part in self._parts))
        return False

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._turn()
