"""A chart of columns as a control: they can be pointed at, walked along by keys, and read out."""

from typing import Any

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from scorecard.charts.plot import Plot, Size
from scorecard.overriding import override
from scorecard.ui.progress_tab.canvas import ChartCanvas
from scorecard.ui.progress_tab.column_chart import ColumnChart, ColumnReading
from scorecard.ui.progress_tab.column_mark import paint_bubble, paint_mark, stepped
from scorecard.ui.theme.tokens import Tokens, tokens_of
from scorecard.ui.widgets.drawing import px

_OPENING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class ColumnCanvas(ChartCanvas):
    """Subclasses make the chart and its colours, and, where there is more behind a column, open it."""

    def __init__(self, height: int, parent: QWidget | None = None) -> None:
        """`height` is the preferred one, in pixels at the ordinary text size."""
        super().__init__(parent)
        self._height = height
        self._chart: ColumnChart | None = None
        self._picture: object = None
        self._columns: tuple[object, ...] = ()
        self._sentences: tuple[str, ...] = ()
        self._summary = ""
        self._pointed: int | None = None
        self._cursor: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def make_chart(self, colours: Any) -> ColumnChart:
        """matplotlib takes longer to import than the rest of the program: not before a chart is looked at."""
        raise NotImplementedError

    def colours(self, tokens: Tokens) -> object:
        raise NotImplementedError

    def plot(self) -> Plot | None:
        """Where the columns lie; None before the first picture."""
        return None if self._chart is None else self._chart.layout.plot

    def start(self) -> int:
        """The column the keyboard begins at."""
        return max(len(self._sentences) - 1, 0)

    def opens(self, n: int) -> bool:
        """Whether there is something behind column `n` to be opened."""
        return False

    def open_column(self, n: int) -> None:
        """Opens it; asked only when `opens` says yes."""

    def show_columns(self, reading: ColumnReading, name: str) -> None:
        """`name` is the accessible name: what the chart is of. With other columns the keyboard begins anew."""
        if self._columns != reading.columns:
            self._pointed = self._cursor = None
        changed = self._picture != reading.picture
        self._picture, self._columns = reading.picture, reading.columns
        self._sentences, self._summary = reading.sentences, reading.summary
        self.setAccessibleName(name)
        self._describe()
        if changed:
            self.redraw_later()
        self.update()

    @override
    def draw_chart(self, size: Size) -> memoryview | None:
        if self._picture is None:
            return None
        colours = self.colours(tokens_of(self.palette()))
        if self._chart is None:
            self._chart = self.make_chart(colours)
        drew = self._chart.show(self._picture, colours, size)
        return self._chart.canvas.buffer_rgba() if drew else None

    @override
    def paint_overlay(self, painter: QPainter) -> None:
        marked = self._pointed
        if marked is None and self.hasFocus():
            marked = self._cursor
        plot = self.plot()
        if marked is None or plot is None or marked >= min(plot.count, len(self._sentences)):
            return
        tokens = tokens_of(self.palette())
        start, end = plot.column(marked)
        column = QRectF(start, self.height() - plot.top, end - start, plot.top - plot.bottom)
        paint_mark(painter, column, tokens, focused=self.hasFocus() and marked == self._cursor)
        paint_bubble(painter, self, column.center().x(), self._sentences[marked], tokens)

    def _point_at(self, place: QPoint | None) -> None:
        plot = self.plot()
        pointed = None if plot is None or place is None else plot.at(place.x())
        if pointed == self._pointed:
            return
        self._pointed = pointed
        if pointed is not None and self.opens(pointed):
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.unsetCursor()
        self.update()

    def _open(self, n: int | None) -> None:
        if n is not None and self.opens(n):
            self.open_column(n)

    def _move_to(self, n: int) -> None:
        self._cursor = n
        self._describe()
        self.update()
        if n < len(self._sentences) and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._sentences[n]))

    def _here(self) -> int:
        """The column the keyboard is on or begins at."""
        return self.start() if self._cursor is None else self._cursor

    def _describe(self) -> None:
        column = "" if self._cursor is None or not self._sentences else self._sentences[self._cursor]
        description = ". ".join(part for part in (column, self._summary) if part)
        if description != self.accessibleDescription():
            self.setAccessibleDescription(description)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(self, 900), px(self, self._height))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(self, 420), px(self, 180))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, count, mirrored = event.key(), len(self._sentences), self.isRightToLeft()
        if key in _OPENING_KEYS and self._cursor is not None and self.opens(self._cursor):
            self._open(self._cursor)
        elif (n := stepped(key, self._here(), count, right_to_left=mirrored)) is not None:
            self._move_to(n)
        else:
            super().keyPressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(event.position().toPoint())

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point_at(None)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(place):
            self._point_at(place)
            self._open(self._pointed)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._cursor is None and self._sentences:
            self._cursor = self._here()
            self._describe()
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
