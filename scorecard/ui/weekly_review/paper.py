"""The review on paper: laid out for a printer or a PDF, on one page when it fits, always in the light look."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPagedPaintDevice, QPageLayout, QPaintDevice, QPainter, QPen

from scorecard.ui.theme.tokens import LIGHT
from scorecard.ui.weekly_review.blocks import BarsBlock, Block, Row, TextBlock, page_font
from scorecard.ui.weekly_review.day_bars import DayBars
from scorecard.ui.weekly_review.sheet import ROWS, Column, score_html, section_html
from scorecard.words.weekly_document import Part, ReviewDocument, Section

MARGINS = QMarginsF(20, 18, 20, 16)  # millimetres around the text
SIZES = (10.0, 9.5, 9.0, 8.5)  # points of text, the first that fits on one page
ON_SEVERAL_PAGES = 9.5
_INCH = 72.0
_GUTTER, _BAND, _GAP = 26.0, 10.0, 11.0  # between columns, around rules, between sections; all in points
_SCORE = 0.27  # of the width, for the score beside the bars
_BARS = 104.0
_HEAD, _FOOT = 30.0, 16.0

Stop = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Printed:
    """What is printed: the document with the bars of its week."""

    document: ReviewDocument
    bars: DayBars


@dataclass(slots=True)
class _Page:
    blocks: list[tuple[QPointF, Block]] = field(default_factory=list)
    rules: list[float] = field(default_factory=list)


def paint(printed: Printed, device: QPagedPaintDevice, stopped: Stop = lambda: False) -> int:
    """Paints all pages, and says how many they are; 0 when it was stopped."""
    layout = device.pageLayout()
    layout.setUnits(QPageLayout.Unit.Millimeter)
    layout.setMargins(MARGINS)
    device.setPageLayout(layout)
    with QPainter(device) as painter:
        pages = laid_out(printed, device)
        for number, page in enumerate(pages):
            if stopped():
                return 0
            if number:
                device.newPage()
            _paint_page(painter, page, device)
            if number == 0:
                _paint_head(painter, printed, device)
            if len(pages) > 1:
                _paint_foot(painter, printed, device, f"{number + 1} / {len(pages)}")
    return len(pages)


def laid_out(printed: Printed, device: QPaintDevice) -> list[_Page]:
    """The text as large as it can be on one page; on several pages in a usual size."""
    size = QSizeF(device.width(), device.height())
    for points in SIZES:
        pages = _Layout(printed, device, size, points).pages()
        if len(pages) == 1:
            return pages
    foot = QSizeF(0, _FOOT * device.logicalDpiY() / _INCH)
    return _Layout(printed, device, size - foot, ON_SEVERAL_PAGES).pages()


class _Layout:
    """Puts the rows below each other, and goes on to another page where one is full."""

    def __init__(self, printed: Printed, device: QPaintDevice, size: QSizeF, points: float) -> None:
        self._printed = printed
        self._device = device
        self._size = size
        self._points = points
        self._unit = device.logicalDpiY() / _INCH  # of a point

    def pages(self) -> list[_Page]:
        page, pages, y = _Page(), [], _HEAD * self._unit
        pages.append(page)
        for number, row in enumerate(self._rows()):
            while True:
                page.rules.append(y)
                top = y + self._band * (0.8 if number == 0 else 1)
                room = self._size.height() - top
                fitting, others = (row, None) if row.height <= room else row.split(room)
                page.blocks += fitting.placed(top)
                y = top + fitting.height + self._band
                if others is None:
                    break
                if not fitting.height:
                    page.rules.pop()
                    if not page.blocks:  # a piece higher than a page
                        page.blocks += others.placed(top)
                        break
                page, row, y = _Page(), others, 0.0
                pages.append(page)
        return pages

    @property
    def _band(self) -> float:
        return _BAND * self._unit * self._points / SIZES[0]

    def _rows(self) -> list[Row]:
        rows = [self._columns((Part.LAST_FOCUS,)), self._score_row(), *(self._columns(*row) for row in ROWS)]
        return [row for row in rows if row is not None]

    def _score_row(self) -> Row:
        width = self._size.width()
        left = width * _SCORE
        score = self._text(score_html(self._printed.document, self._points), left)
        bars = BarsBlock(self._printed.bars, width - left, max(_BARS * self._unit, score.height))
        return self._row((0.0, (score,)), (left, (bars,)))

    def _columns(self, *columns: Column) -> Row | None:
        """Columns side by side; where one has nothing, the other stands in its place."""
        document = self._printed.document
        found = [tuple(s for part in column if (s := document.get(part)) is not None) for column in columns]
        found = [sections for sections in found if sections]
        if not found:
            return None
        gutter = _GUTTER * self._unit
        width = (self._size.width() - gutter * (len(columns) - 1)) / len(columns)
        placed = [
            (n * (width + gutter), tuple(self._section(section, width) for section in sections))
            for n, sections in enumerate(found)
        ]
        return self._row(*placed)

    def _row(self, *columns: tuple[float, tuple[Block, ...]]) -> Row:
        gap = _GAP * self._unit * self._points / SIZES[0]
        if not self._printed.bars.mirrored:
            return Row(columns, gap)
        return Row(tuple((self._size.width() - x - blocks[0].width, blocks) for x, blocks in columns), gap)

    def _section(self, section: Section, width: float) -> Block:
        return self._text(section_html(section, self._points, mirrored=self._printed.bars.mirrored), width)

    def _text(self, html: str, width: float) -> Block:
        return TextBlock(html, width, self._points, self._device, mirrored=self._printed.bars.mirrored)


def _paint_page(painter: QPainter, page: _Page, device: QPaintDevice) -> None:
    painter.setPen(QPen(QColor(LIGHT.border), 0.7 * device.logicalDpiY() / _INCH))
    for y in page.rules:
        painter.drawLine(QLineF(0, y, device.width(), y))
    for place, block in page.blocks:
        painter.save()
        painter.translate(place)
        block.paint(painter)
        painter.restore()


def _paint_head(painter: QPainter, printed: Printed, device: QPaintDevice) -> None:
    unit = device.logicalDpiY() / _INCH
    head = QRectF(0, 0, device.width(), (_HEAD - 9) * unit)
    start, end = _ends(printed)
    _write(painter, head, printed.document.week, start, 20, LIGHT.text, QFont.Weight.DemiBold)
    _write(painter, head.adjusted(0, 0, 0, -1.6 * unit), printed.document.span, end, 11, LIGHT.text_quiet)


def _paint_foot(painter: QPainter, printed: Printed, device: QPaintDevice, number: str) -> None:
    foot = QRectF(0, 0, device.width(), device.height())
    start, end = _ends(printed)
    _write(painter, foot, printed.document.title, start, 8, LIGHT.text_quiet)
    _write(painter, foot, number, end, 8, LIGHT.text_quiet)


def _ends(printed: Printed) -> tuple[Qt.AlignmentFlag, Qt.AlignmentFlag]:
    left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
    return (right, left) if printed.bars.mirrored else (left, right)


def _write(
    painter: QPainter,
    room: QRectF,
    words: str,
    align: Qt.AlignmentFlag,
    points: float,
    ink: str,
    weight: QFont.Weight = QFont.Weight.Normal,
) -> None:
    painter.setFont(page_font(points, weight))
    painter.setPen(QColor(ink))
    painter.drawText(room, align | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignBottom, words)
