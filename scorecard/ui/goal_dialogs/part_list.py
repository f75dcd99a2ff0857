"""Choosing what belongs to a goal: groups and measures with ticks."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from scorecard.domain.goals import Part
from scorecard.overriding import override
from scorecard.ui.goal_dialogs.part_lines import PartLine
from scorecard.ui.guided_start.offer_delegate import paint_tick
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle, text_font
from scorecard.ui.theme.tokens import tokens_of
from scorecard.ui.widgets.drawing import px, write
from scorecard.ui.widgets.plain_tip import plain_tip
from scorecard.ui.widgets.row_ground import paint_row_ground
from scorecard.ui.widgets.scroll_area import SlimScrollBar

_LINE = Qt.ItemDataRole.UserRole
_ROW, _SIDE, _TICK, _GAP, _INDENT = 32, 10, 18, 10, 24
_SHOWN = 5  # rows

Index = QModelIndex | QPersistentModelIndex


class PartList(QListWidget):
    """Space or a click ticks. `ticked` carries the part."""

    ticked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Measures and groups that belong to it"))
        self.setItemDelegate(_PartDelegate(self))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBar(SlimScrollBar(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_lines(self, lines: Sequence[PartLine]) -> None:
        row = self.currentRow()
        while self.count() > len(lines):
            self.takeItem(self.count() - 1)
        for place, line in enumerate(lines):
            if place >= self.count():
                self.addItem(QListWidgetItem())
            _fill(self.item(place), line)
        self.setCurrentRow(min(max(row, 0), self.count() - 1))
        self.viewport().update()
        self.updateGeometry()

    def lines(self) -> tuple[PartLine, ...]:
        return tuple(self.item(row).data(_LINE) for row in range(self.count()))

    def tick(self, row: int) -> None:
        line: PartLine | None = self.item(row).data(_LINE) if 0 <= row < self.count() else None
        if line is not None and not line.within:
            self.ticked.emit(line.part)

    def chosen(self) -> frozenset[Part]:
        return frozenset(line.part for line in self.lines() if line.ticked)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.tick(self.currentRow())
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        item = self.itemAt(event.position().toPoint())
        if item is not None and event.button() is Qt.MouseButton.LeftButton:
            self.tick(self.row(item))

    @override
    def sizeHint(self) -> QSize:
        rows = max(2, min(_SHOWN, self.count()))
        return QSize(px(self, 320), px(self, rows * _ROW + 10))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(self, 200), self.sizeHint().height())


def _fill(item: QListWidgetItem, line: PartLine) -> None:
    item.setText(line.name)
    item.setData(_LINE, line)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, line.spoken)
    item.setToolTip(plain_tip(line.spoken))
    # Not the flag that lets Qt tick by itself: the delegate paints the tick, and the list answers keys and clicks.
    state = Qt.CheckState.Checked if line.ticked or line.within else Qt.CheckState.Unchecked
    item.setData(Qt.ItemDataRole.CheckStateRole, state)


class _PartDelegate(QStyledItemDelegate):
    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, px(self._view, _ROW))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: PartLine = index.data(_LINE)
        tokens, view = tokens_of(self._view.palette()), self._view
        painter.save()
        rect: QRect = option.rect
        paint_row_ground(painter, view, rect, option.state)
        tick, name, right = self._places(rect, line)
        paint_tick(painter, tick, tokens, ticked=line.ticked or line.within)
        ink = tokens.text_quiet if line.within else tokens.text
        left_side, right_side = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        for words, font_style, colour, place, side in (
            (line.name, TextStyle.NAME, ink, name, left_side),
            (line.words, TextStyle.BODY, tokens.text_quiet, right, right_side),
        ):
            font = text_font(view.font(), font_style)
            shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, place.width())
            write(painter, place, font, colour, shown, side)
        painter.restore()

    def _places(self, rect: QRect, line: PartLine) -> tuple[QRect, QRect, QRect]:
        """Of the tick, the name and the words at the end: these get their room, up to half."""
        view = self._view
        side, tick, gap = px(view, _SIDE), px(view, _TICK), px(view, _GAP)
        indent = px(view, _INDENT) if line.indented else 0
        square = QRect(rect.left() + side + indent, rect.top() + (rect.height() - tick) // 2, tick, tick)
        start = square.right() + 1 + gap
        room = rect.right() - side - start
        words = QFontMetrics(text_font(view.font(), TextStyle.BODY)).horizontalAdvance(line.words) + 2
        right = min(words, room // 2)
        name = QRect(start, rect.top(), room - right - gap, rect.height())
        last = QRect(rect.right() - side - right, rect.top(), right, rect.height())
        if not view.isRightToLeft():
            return square, name, last
        flip = [QRect(rect.left() + rect.right() - one.right(), one.top(), one.width(), one.height())
                for one in (square, name, last)]  # fmt: skip
        return flip[0], flip[1], flip[2]

    @property
    def _view(self) -> PartList:
        parent = self.parent()
        assert isinstance(parent, PartList)
        return parent
