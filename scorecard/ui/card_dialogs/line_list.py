"""A list with headings, drawn in the look of the card's rows."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from scorecard.overriding import override
from scorecard.ui.card_dialogs.list_line import LineKind, ListLine
from scorecard.ui.theme.text_styles import TextStyle, text_font
from scorecard.ui.theme.tokens import Tokens, tokens_of
from scorecard.ui.widgets.drawing import px, write
from scorecard.ui.widgets.row_ground import paint_row_ground

_LINE = Qt.ItemDataRole.UserRole
_HEIGHTS = {LineKind.SECTION: 40, LineKind.GROUP: 28, LineKind.ROW: 36, LineKind.REMARK: 32}
_SIDE = 14
_INDENT = 14
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

Index = QModelIndex | QPersistentModelIndex


class LineList(QListWidget):
    """`activated` by Enter or a double click is Qt's; `chosen` says that another row is current, or none."""

    chosen = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name` is the accessible name."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setItemDelegate(_LineDelegate(self))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(lambda *_: self.chosen.emit())

    @property
    def key(self) -> str | None:
        row = self.currentRow()
        return None if row < 0 else (self.item(row).data(_LINE).key or None)

    def set_lines(self, lines: Sequence[ListLine]) -> None:
        """Shows the lines; the same row stays chosen, or else one near it."""
        known, place = self.key, self.currentRow()
        self.blockSignals(True)
        self.clear()
        for line in lines:
            self.addItem(_item(line))
        self.blockSignals(False)
        self.choose(known, near=max(0, place))

    def choose(self, key: str | None, near: int = 0) -> None:
        keys = [self.item(row).data(_LINE).key for row in range(self.count())]
        rows = [row for row, known in enumerate(keys) if known]
        wanted = keys.index(key) if key and key in keys else _nearest(rows, near)
        if wanted is not None:
            self.setCurrentRow(wanted)
        self.chosen.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in _ENTER and self.key is not None:
            event.accept()  # or the dialog's own button would be pressed as well


def _nearest(rows: Sequence[int], near: int) -> int | None:
    return min(rows, key=lambda row: abs(row - near), default=None)


def _item(line: ListLine) -> QListWidgetItem:
    item = QListWidgetItem(line.words)
    item.setData(_LINE, line)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, line.spoken)
    if line.kind is LineKind.ROW:
        item.setToolTip(line.spoken if len(line.spoken) > 60 else "")
    else:
        item.setFlags(Qt.ItemFlag.NoItemFlags)
    return item


class _LineDelegate(QStyledItemDelegate):
    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        kind = index.data(_LINE).kind
        return QSize(0, px(self._view, _HEIGHTS[kind]))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: ListLine = index.data(_LINE)
        tokens = tokens_of(self._view.palette())
        rect: QRect = option.rect
        painter.save()
        if line.kind is LineKind.ROW:
            paint_row_ground(painter, self._view, rect, option.state)
        _LinePainter(painter, self._view, tokens).paint(line, rect)
        painter.restore()

    @property
    def _view(self) -> LineList:
        parent = self.parent()
        assert isinstance(parent, LineList)
        return parent


class _LinePainter:
    def __init__(self, painter: QPainter, view: QWidget, tokens: Tokens) -> None:
        self._painter = painter
        self._view = view
        self._tokens = tokens

    def paint(self, line: ListLine, rect: QRect) -> None:
        side = px(self._view, _SIDE)
        inner = rect.adjusted(side, 0, -side, 0)
        match line.kind:
            case LineKind.SECTION:
                low = inner.adjusted(0, px(self._view, 8), 0, 0)
                words = self._view.locale().toUpper(line.words)
                self._write(words, TextStyle.SECTION, self._tokens.text_quiet, low)
                self._write(line.right, TextStyle.SMALL, self._tokens.text_quiet, low, end=True)
            case LineKind.GROUP:
                self._write(line.words, TextStyle.STRONG, self._tokens.text_quiet, inner)
            case LineKind.ROW:
                self._paint_row(line, self._indented(inner) if line.indented else inner)
            case LineKind.REMARK:
                self._write(line.words, TextStyle.BODY, self._tokens.text_quiet, self._indented(inner))

    def _paint_row(self, line: ListLine, inner: QRect) -> None:
        """What it asks takes its room, up to half of the line; the name has the rest."""
        asked = QFontMetrics(text_font(self._view.font(), TextStyle.BODY)).horizontalAdvance(line.right)
        gap = px(self._view, _SIDE) if line.right else 0
        name, rest = QRect(inner), QRect(inner)
        rest.setWidth(min(asked + 2, inner.width() // 2))
        name.setWidth(inner.width() - rest.width() - gap)
        if self._view.isRightToLeft():
            name.moveRight(inner.right())
        else:
            rest.moveRight(inner.right())
        self._write(line.words, TextStyle.NAME, self._tokens.text, name)
        self._write(line.right, TextStyle.BODY, self._tokens.text_quiet, rest, end=True)

    def _indented(self, rect: QRect) -> QRect:
        indent = px(self._view, _INDENT)
        return rect.adjusted(0, 0, -indent, 0) if self._view.isRightToLeft() else rect.adjusted(indent, 0, 0, 0)

    def _write(self, words: str, style: TextStyle, ink: str, rect: QRect, *, end: bool = False) -> None:
        font = text_font(self._view.font(), style)
        self._painter.setFont(font)
        shown = self._painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        align = Qt.AlignmentFlag.AlignRight if end else Qt.AlignmentFlag.AlignLeft  # Qt mirrors them itself
        write(self._painter, rect, font, ink, shown, align)
