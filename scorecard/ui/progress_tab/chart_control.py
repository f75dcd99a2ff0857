"""A chart as a control: its places can be pointed at, walked along by keys, and read out."""

from collections.abc import Callable, Sequence
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

from scorecard.charts.places import Places
from scorecard.charts.plot import Size
from scorecard.overriding import override
from scorecard.ui.progress_tab.canvas import ChartCanvas, chart_text
from scorecard.ui.progress_tab.chart_parts import ChartReading, PlacedChart
from scorecard.ui.progress_tab.control_mark import paint_bubble, paint_mark, stepped
from scorecard.ui.theme.tokens import LIGHT, Tokens, tokens_of
from scorecard.ui.widgets.drawing import px

_OPENING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class ChartControl(ChartCanvas):
    """Subclasses make the chart and its colours, and, where there is more behind a place, open it."""

    def __init__(self, height: int, parent: QWidget | None = None) -> None:
        """`height` is the preferred one, in pixels at the ordinary text size."""
        super().__init__(parent)
        self._height = height
        self._chart: PlacedChart | None = None
        self._picture: object = None
        self._keys: tuple[object, ...] = ()
        self._sentences: Sequence[str] = ()
        self._summary = ""
        self._pointed: int | None = None
        self._cursor: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def make_chart(self, colours: Any) -> PlacedChart:
        """matplotlib takes longer to import than the rest of the program: not before a chart is looked at."""
        raise NotImplementedError

    def colours(self, tokens: Tokens) -> object:
        raise NotImplementedError

    def places(self) -> Places | None:
        """Where the places lie; None before the first picture."""
        return None if self._chart is None else self._chart.layout.places

    def start(self) -> int:
        """The place the keyboard begins at."""
        return max(len(self._sentences) - 1, 0)

    def opens(self, n: int) -> bool:
        """Whether there is something behind place `n` to be opened."""
        return False

    def open_place(self, n: int) -> None:
        """Opens it; asked only when `opens` says yes."""

    def show_reading(self, reading: ChartReading, name: str) -> None:
        """`name` is the accessible name: what the chart is of. With other places the keyboard begins anew."""
        if self._keys != reading.keys:
            self._pointed = self._cursor = None
        changed = self._picture != reading.picture
        self.release()
        self._picture, self._keys = reading.picture, reading.keys
        self._sentences, self._summary = reading.sentences, reading.summary
        self.setAccessibleName(name)
        self._describe()
        if changed:
            self.redraw_later()
        self.update()

    def sheet(self) -> Callable[[], PlacedChart] | None:
        """What draws the same picture once more, in the light look, on a sheet of its own; None without a picture.

        It touches no widget, and so may be called in a thread.
        """
        picture, colours = self._picture, self.colours(LIGHT)
        size = Size(max(self.width(), self.minimumSizeHint().width()), self.height(), 1.0, chart_text(self))
        if picture is None:
            return None

        def draw() -> PlacedChart:
            chart = self.make_chart(colours)
            chart.show(picture, colours, size)
            return chart

        return draw

    @override
    def make_ready(self) -> bool:
        if self._picture is None or self._chart is not None:
            return False
        self._chart = self.make_chart(self.colours(tokens_of(self.palette())))
        return True

    @override
    def draw_chart(self, size: Size) -> memoryview | None:
        if self._picture is None or self._chart is None:
            return None
        colours = self.colours(tokens_of(self.palette()))
        drew = self._chart.show(self._picture, colours, size)
        return self._chart.canvas.buffer_rgba() if drew else None

    @override
    def paint_overlay(self, painter: QPainter) -> None:
        marked = self._pointed
        if marked is None and self.hasFocus():
            marked = self._cursor
        places = self.places()
        if marked is None or places is None or marked >= min(places.count, len(self._sentences)):
            return
        tokens = tokens_of(self.palette())
        left, bottom, right, top = places.frame(marked)
        frame = QRectF(left, self.height() - top, right - left, top - bottom)
        paint_mark(painter, frame, tokens, focused=self.hasFocus() and marked == self._cursor)
        paint_bubble(painter, self, frame, self._sentences[marked], tokens)

    def _point_at(self, place: QPoint | None) -> None:
        places = self.places()
        pointed = None if places is None or place is None else places.at(place.x(), self.height() - place.y())
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
            self.open_place(n)

    def _move_to(self, n: int) -> None:
        self._cursor = n
        self._describe()
        self.update()
        if n < len(self._sentences) and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._sentences[n]))

    def _here(self) -> int:
        """The place the keyboard is on or begins at."""
        return self.start() if self._cursor is None else self._cursor

    def _describe(self) -> None:
        place = "" if self._cursor is None or not self._sentences else self._sentences[self._cursor]
        description = ". ".join(part for part in (place, self._summary) if part)
        if description != self.accessibleDescription():
            self.setAccessibleDescription(description)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(self, 900), px(self, self._height))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(self, 390), px(self, 180))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        places = self.places()
        if event.key() in _OPENING_KEYS and self._cursor is not None and self.opens(self._cursor):
            self._open(self._cursor)
        elif places is not None and (n := stepped(event.key(), self._here(), places)) is not None:
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
