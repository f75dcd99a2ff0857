"""The chart of the week as a control: its days can be pointed at, walked along by keys, read out and opened."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
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

from scorecard.charts.week_layout import Size
from scorecard.overriding import override
from scorecard.ui.progress_tab.canvas import ChartCanvas
from scorecard.ui.progress_tab.day_mark import paint_bubble, paint_mark, stepped
from scorecard.ui.progress_tab.reading import WeekReading, chart_colours
from scorecard.ui.theme.tokens import tokens_of
from scorecard.ui.widgets.drawing import px

if TYPE_CHECKING:
    from scorecard.charts.week import WeekChart

_OPENING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class WeekCanvas(ChartCanvas):
    day_clicked = Signal(date)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart: WeekChart | None = None
        self._reading: WeekReading | None = None
        self._pointed: int | None = None
        self._cursor: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def cursor_day(self) -> date | None:
        """The day the keyboard is on."""
        return None if self._reading is None or self._cursor is None else self._reading.days[self._cursor]

    @property
    def pointed_day(self) -> date | None:
        """The day under the mouse."""
        return None if self._reading is None or self._pointed is None else self._reading.days[self._pointed]

    def show_week(self, reading: WeekReading, name: str) -> None:
        """`name` is the accessible name: what the chart is of."""
        if self._reading is not None and self._reading.days != reading.days:
            self._pointed = self._cursor = None
        changed = self._reading is None or self._reading.picture != reading.picture
        self._reading = reading
        self.setAccessibleName(name)
        self._describe()
        if changed:
            self.redraw_later()
        self.update()

    @override
    def draw_chart(self, size: Size) -> memoryview | None:
        if self._reading is None:
            return None
        colours = chart_colours(tokens_of(self.palette()))
        if self._chart is None:
            # matplotlib takes longer to import than the rest of the program: not before a chart is looked at.
            from scorecard.charts.week import WeekChart

            self._chart = WeekChart(colours)
        drew = self._chart.show(self._reading.picture, colours, size)
        return self._chart.canvas.buffer_rgba() if drew else None

    @override
    def paint_overlay(self, painter: QPainter) -> None:
        marked = self._pointed
        if marked is None and self.hasFocus():
            marked = self._cursor
        if marked is None or self._chart is None or self._reading is None:
            return
        tokens, layout = tokens_of(self.palette()), self._chart.layout
        start, end = layout.column(marked)
        column = QRectF(start, layout.size.height - layout.top, end - start, layout.top - layout.bottom)
        paint_mark(painter, column, tokens, focused=self.hasFocus() and marked == self._cursor)
        paint_bubble(painter, self, column.center().x(), self._reading.sentences[marked], tokens)

    def _point_at(self, place: QPoint | None) -> None:
        pointed = None if self._chart is None or place is None else self._chart.layout.day_at(place.x())
        if pointed == self._pointed:
            return
        self._pointed = pointed
        if self._opens(pointed):
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.unsetCursor()
        self.update()

    def _opens(self, n: int | None) -> bool:
        return n is not None and self._reading is not None and self._reading.days[n] in self._reading.open_days

    def _open(self, n: int | None) -> None:
        if n is not None and self._reading is not None and self._opens(n):
            self.day_clicked.emit(self._reading.days[n])

    def _move_to(self, n: int) -> None:
        self._cursor = n
        self._describe()
        self.update()
        if self._reading is not None and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._reading.sentences[n]))

    def _here(self) -> int:
        """The day the keyboard is on or begins at, the last that can be opened: today in the present week."""
        if self._cursor is not None or self._reading is None:
            return self._cursor or 0
        days, known = self._reading.days, self._reading.open_days
        return max((n for n, day in enumerate(days) if day in known), default=0)

    def _describe(self) -> None:
        if self._reading is None:
            return
        day = "" if self._cursor is None else self._reading.sentences[self._cursor]
        description = ". ".join(part for part in (day, self._reading.summary) if part)
        if description != self.accessibleDescription():
            self.setAccessibleDescription(description)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(self, 900), px(self, 236))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(self, 420), px(self, 180))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENING_KEYS:
            self._open(self._cursor)
        elif (n := stepped(event.key(), self._here(), right_to_left=self.isRightToLeft())) is not None:
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
        if self._cursor is None:
            self._cursor = self._here()
            self._describe()
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
