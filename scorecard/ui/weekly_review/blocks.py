"""The pieces of the printed page: text and bars, each as wide as its column and as high as it needs."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QPaintDevice,
    QPainter,
    QPalette,
    QTextDocument,
    QTextOption,
)

from scorecard.overriding import override
from scorecard.ui.theme.tokens import LIGHT
from scorecard.ui.weekly_review.day_bars import DayBars, DayBarsPainter

_FAMILIES = ("Inter", "sans-serif")
_REPLACING = ("calt", "liga", "case")  # features that put other glyphs in the place of signs


def page_font(points: float = 10.0, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Every sign as its own glyph: a PDF knows of no other one which sign it stands for, and could not be searched."""
    font = QFont(list(_FAMILIES))
    font.setPointSizeF(points)
    font.setWeight(weight)
    for feature in _REPLACING:
        font.setFeature(QFont.Tag(feature), 0)
    return font


class Block(ABC):
    width: float
    height: float

    @abstractmethod
    def paint(self, painter: QPainter) -> None:
        """With its upper left corner at the origin."""


class TextBlock(Block):
    def __init__(self, html: str, width: float, points: float, device: QPaintDevice, *, mirrored: bool) -> None:
        self._text = QTextDocument()
        self._text.setUndoRedoEnabled(False)
        self._text.documentLayout().setPaintDevice(device)
        self._text.setUseDesignMetrics(True)
        self._text.setDefaultFont(page_font(points))
        self._text.setDocumentMargin(0)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if mirrored:
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        self._text.setDefaultTextOption(option)
        direction = ' dir="rtl"' if mirrored else ""
        self._text.setHtml(f'<html><body{direction} style="color:{LIGHT.text};">{html}</body></html>')
        self._text.setTextWidth(width)
        self.width, self.height = width, self._text.size().height()

    @override
    def paint(self, painter: QPainter) -> None:
        context = QAbstractTextDocumentLayout.PaintContext()
        palette = QPalette(context.palette)
        palette.setColor(QPalette.ColorRole.Text, QColor(LIGHT.text))
        context.palette = palette
        self._text.documentLayout().draw(painter, context)


class BarsBlock(Block):
    def __init__(self, bars: DayBars, width: float, height: float) -> None:
        self._painter = DayBarsPainter(bars, LIGHT, page_font())
        self.width, self.height = width, height

    @override
    def paint(self, painter: QPainter) -> None:
        self._painter.draw(painter, QRectF(0, 0, self.width, self.height))


@dataclass(frozen=True, slots=True)
class Row:
    """Columns of blocks, each with the place of its left edge. `gap` stands between two blocks of a column."""

    columns: tuple[tuple[float, tuple[Block, ...]], ...]
    gap: float

    @property
    def height(self) -> float:
        return max((_height(blocks, self.gap) for _, blocks in self.columns), default=0.0)

    def split(self, room: float) -> tuple["Row", "Row"]:
        """The blocks for which there is room, and the others."""
        fitting, others = [], []
        for x, blocks in self.columns:
            count = max((n for n in range(len(blocks) + 1) if _height(blocks[:n], self.gap) <= room), default=0)
            fitting.append((x, blocks[:count]))
            others.append((x, blocks[count:]))
        return Row(tuple(fitting), self.gap), Row(tuple(others), self.gap)

    def placed(self, top: float) -> list[tuple[QPointF, Block]]:
        found = []
        for x, blocks in self.columns:
            y = top
            for block in blocks:
                found.append((QPointF(x, y), block))
                y += block.height + self.gap
        return found


def _height(blocks: Sequence[Block], gap: float) -> float:
    return sum(block.height for block in blocks) + gap * max(0, len(blocks) - 1)
