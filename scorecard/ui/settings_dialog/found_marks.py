"""Marks over the words that a search of the settings found, as with a marker pen."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QWidget

from scorecard.overriding import override
from scorecard.ui.theme.tokens import RADIUS_SMALL, tokens_of
from scorecard.ui.widgets.drawing import fill_round, line_round, px, smooth

_AROUND = 3
_STRENGTH = 56  # of 255: the words shine through


class FoundMarks(QWidget):
    """Lies over the page; the mouse does not meet it, nor does a screen reader."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._marked: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page.installEventFilter(self)
        self.hide()

    @property
    def marked(self) -> tuple[QWidget, ...]:
        return tuple(self._marked)

    def mark(self, widgets: Sequence[QWidget]) -> None:
        self._marked = list(widgets)
        self.setVisible(bool(widgets))
        if widgets:
            self.setGeometry(self._page.rect())
            self.raise_()
        self.update()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest) and self.isVisible():
            self.setGeometry(self._page.rect())
            self.update()
        return super().eventFilter(watched, event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self.palette())
        pen = QColor(tokens.fair)
        pen.setAlpha(_STRENGTH)
        around = px(self, _AROUND)
        with smooth(self) as painter:
            for widget in self._marked:
                if widget.isVisible():
                    corner = widget.mapTo(self._page, widget.rect().topLeft())
                    rect = QRect(corner, widget.size()).adjusted(-around, -around + 1, around, around - 1)
                    fill_round(painter, rect, RADIUS_SMALL, pen.name(QColor.NameFormat.HexArgb))
                    line_round(painter, rect, RADIUS_SMALL, tokens.fair)
