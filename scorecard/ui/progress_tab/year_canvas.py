"""The calendar of years as a control; its days can be opened."""

from datetime import date

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from scorecard.charts.year_layout import height_of
from scorecard.charts.year_picture import YearColours
from scorecard.overriding import override
from scorecard.ui.progress_tab.chart_control import ChartControl
from scorecard.ui.progress_tab.chart_parts import PlacedChart
from scorecard.ui.progress_tab.control_mark import paint_bubble
from scorecard.ui.progress_tab.year_reading import YearReading, year_colours
from scorecard.ui.theme.tokens import FOCUS_WIDTH, Tokens, tokens_of
from scorecard.ui.widgets.drawing import NO_BRUSH, px

_HEIGHT = 190


class YearCanvas(ChartControl):
    """As high as the years need: many of them make the page scroll."""

    day_clicked = Signal(date)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_HEIGHT, parent)
        self._reading: YearReading | None = None

    @property
    def cursor_day(self) -> date | None:
        """The day the keyboard is on."""
        return None if self._reading is None or self._cursor is None else self._reading.day(self._cursor)

    @property
    def pointed_day(self) -> date | None:
        """The day under the mouse."""
        return None if self._reading is None or self._pointed is None else self._reading.day(self._pointed)

    def show_years(self, reading: YearReading, name: str) -> None:
        self._reading = reading
        picture = reading.picture
        height = round(height_of(len(picture.years), by_weeks=picture.by_weeks))
        if height != self._height:
            self._height = height
            self.updateGeometry()
        self.show_reading(reading, name)

    @override
    def make_chart(self, colours: YearColours) -> PlacedChart:
        from scorecard.charts.year import YearChart

        return YearChart(colours)

    @override
    def colours(self, tokens: Tokens) -> YearColours:
        return year_colours(tokens)

    @override
    def opens(self, n: int) -> bool:
        return self._reading is not None

    @override
    def open_place(self, n: int) -> None:
        if self._reading is not None:
            self.day_clicked.emit(self._reading.day(n))

    @override
    def paint_overlay(self, painter: QPainter) -> None:
        """A line around the cell: a veil over so small a thing is not seen, a ring inside of it would hide it."""
        cursor = self._cursor if self.hasFocus() else None
        marked = cursor if self._pointed is None else self._pointed
        places = self.places()
        if marked is None or places is None or marked >= min(places.count, len(self._sentences)):
            return
        tokens = tokens_of(self.palette())
        left, bottom, right, top = places.frame(marked)
        cell = QRectF(left, self.height() - top, right - left, top - bottom)
        painter.setPen(QPen(QColor(tokens.focus if marked == cursor else tokens.text), FOCUS_WIDTH))
        painter.setBrush(NO_BRUSH)
        painter.drawRect(cell.adjusted(-1, -1, 1, 1))
        paint_bubble(painter, self, cell, self._sentences[marked], tokens)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), px(self, self._height))
