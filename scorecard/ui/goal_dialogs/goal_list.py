"""The list of goals: each with its name, a bar of how far it has come, and the facts below."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from scorecard.domain.goal_progress import Stand
from scorecard.overriding import override
from scorecard.ui.goal_dialogs.goal_lines import GoalLine, LineKind
from scorecard.ui.theme.icons import paint_icon
from scorecard.ui.theme.text_styles import TextStyle, text_font
from scorecard.ui.theme.tokens import Tokens, tokens_of
from scorecard.ui.widgets.attainment_bar import paint_bar
from scorecard.ui.widgets.drawing import px, write
from scorecard.ui.widgets.row_ground import paint_row_ground
from scorecard.ui.widgets.scroll_area import SlimScrollBar

_LINE = Qt.ItemDataRole.UserRole
_HEIGHTS = {LineKind.PERIOD: 40, LineKind.PERSPECTIVE: 30, LineKind.GOAL: 72, LineKind.REMARK: 34}
_SIDE, _INDENT = 14, 14
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NAME, _BAR, _WORDS = (9, 20), (35, 6), (46, 18)  # top and height in a row
_TICK = 14
_SIGN = 16
_SIGNS = {Stand.REACHED: "check", Stand.OVER: "x", Stand.ENDED: "minus"}
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight

Index = QModelIndex | QPersistentModelIndex


def tone_of(stand: Stand, tokens: Tokens) -> str:
    """The colour of a goal's bar; a sign and a word say the same."""
    match stand:
        case Stand.REACHED:
            return tokens.good
        case Stand.OVER:
            return tokens.poor
        case Stand.ENDED:
            return tokens.fair
        case _:
            return tokens.accent


class GoalList(QListWidget):
    """`activated` by Enter or a double click is Qt's; `chosen` says that another goal is current, or none."""

    chosen = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name` is the accessible name."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setItemDelegate(_GoalDelegate(self))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBar(SlimScrollBar(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(lambda *_: self.chosen.emit())

    @property
    def key(self) -> str | None:
        row = self.currentRow()
        return None if row < 0 else (self.item(row).data(_LINE).key or None)

    def lines(self) -> tuple[GoalLine, ...]:
        return tuple(self.item(row).data(_LINE) for row in range(self.count()))

    def show_lines(self, lines: Sequence[GoalLine]) -> None:
        """The same goal stays chosen, or else one near it."""
        if tuple(lines) == self.lines():
            return
        known, place = self.key, self.currentRow()
        self.blockSignals(True)
        self.clear()
        for line in lines:
            self.addItem(_item(line))
        self.blockSignals(False)
        self.choose(known, near=max(0, place))

    def choose(self, key: str | None, near: int = 0) -> None:
        keys = [line.key for line in self.lines()]
        rows = [row for row, known in enumerate(keys) if known]
        wanted = keys.index(key) if key and key in keys else min(rows, key=lambda row: abs(row - near), default=None)
        if wanted is not None:
            self.setCurrentRow(wanted)
        self.chosen.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in _ENTER and self.key is not None:
            event.accept()  # or the dialog's own button would be pressed as well


def _item(line: GoalLine) -> QListWidgetItem:
    item = QListWidgetItem(line.name)
    item.setData(_LINE, line)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, line.spoken)
    if line.kind is LineKind.GOAL:
        item.setToolTip(line.spoken)
    else:
        item.setFlags(Qt.ItemFlag.NoItemFlags)
    return item


class _GoalDelegate(QStyledItemDelegate):
    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, px(self._view, _HEIGHTS[index.data(_LINE).kind]))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: GoalLine = index.data(_LINE)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.kind is LineKind.GOAL:
            paint_row_ground(painter, self._view, rect, option.state)
        _LinePainter(painter, self._view, tokens_of(self._view.palette())).paint(line, rect)
        painter.restore()

    @property
    def _view(self) -> GoalList:
        parent = self.parent()
        assert isinstance(parent, GoalList)
        return parent


class _LinePainter:
    def __init__(self, painter: QPainter, view: QWidget, tokens: Tokens) -> None:
        self._painter = painter
        self._view = view
        self._tokens = tokens
        self._mirrored = view.isRightToLeft()

    def paint(self, line: GoalLine, rect: QRect) -> None:
        side, indent = px(self._view, _SIDE), px(self._view, _INDENT)
        inner = rect.adjusted(side, 0, -side, 0)
        quiet = self._tokens.text_quiet
        low = inner.adjusted(0, 0, -indent, 0) if self._mirrored else inner.adjusted(indent, 0, 0, 0)
        match line.kind:
            case LineKind.PERIOD:
                lower = inner.adjusted(0, px(self._view, 8), 0, 0)
                self._write(self._view.locale().toUpper(line.name), TextStyle.SECTION, quiet, lower)
                self._write(line.right, TextStyle.SMALL, quiet, lower, end=True)
                self._paint_sample(line, lower)
            case LineKind.PERSPECTIVE:
                self._write(line.name, TextStyle.STRONG, quiet, inner)
            case LineKind.REMARK:
                self._write(line.name, TextStyle.BODY, quiet, low)
            case LineKind.GOAL:
                self._paint_goal(line, low)

    def _paint_goal(self, line: GoalLine, rect: QRect) -> None:
        tokens = self._tokens
        tone = tone_of(line.stand, tokens)
        name = self._part(rect, _NAME)
        name = self._paint_right(line, name, tone)
        self._write(line.name, TextStyle.NAME, tokens.text_quiet if line.closed else tokens.text, name)
        bar = QRectF(self._part(rect, _BAR))
        if line.share is not None:
            paint_bar(self._painter, bar, line.share, tokens, tone, hollow=False, mirrored=self._mirrored)
            self._paint_gone(line, bar)
        self._write(line.words, TextStyle.BODY, tokens.text_quiet, self._part(rect, _WORDS))

    def _paint_right(self, line: GoalLine, rect: QRect, tone: str) -> QRect:
        """The share, with the sign of where the goal stands before it; gives the room that is left."""
        font = text_font(self._view.font(), TextStyle.STRONG)
        self._painter.setFont(font)
        width = self._painter.fontMetrics().horizontalAdvance(line.right) + 2 if line.right else 0
        place = QRect(rect)
        place.setWidth(width)
        if not self._mirrored:
            place.moveRight(rect.right())
        self._write(line.right, TextStyle.STRONG, self._tokens.text, place, end=True)
        used = width
        sign = _SIGNS.get(line.stand)
        if sign is not None:
            side = px(self._view, _SIGN)
            used += side + px(self._view, 6)
            left = (
                rect.left() + width + px(self._view, 6) if self._mirrored else place.left() - side - px(self._view, 6)
            )
            top = rect.top() + (rect.height() - side) // 2
            paint_icon(self._painter, sign, QRect(left, top, side, side), tone)
        used += px(self._view, _SIDE)
        return rect.adjusted(used, 0, 0, 0) if self._mirrored else rect.adjusted(0, 0, -used, 0)

    def _paint_gone(self, line: GoalLine, bar: QRectF) -> None:
        """How much of the time is gone, as a small upright mark on the bar."""
        if not 0 < line.gone < 1:
            return
        along = bar.width() * line.gone
        self._paint_mark(bar.right() - along if self._mirrored else bar.left() + along, bar.center().y())

    def _paint_sample(self, line: GoalLine, rect: QRect) -> None:
        """The mark of the time beside its words, so that it explains those on the bars."""
        if 0 < line.gone < 1:
            words = self._painter.fontMetrics().horizontalAdvance(line.right) + px(self._view, 8)
            x = rect.left() + words if self._mirrored else rect.right() - words
            self._paint_mark(x, rect.center().y())

    def _paint_mark(self, x: float, middle: float) -> None:
        height, width = px(self._view, _TICK), max(2, px(self._view, 2))
        place = QRectF(round(x - width / 2), round(middle - height / 2), width, height)
        self._painter.fillRect(place, QColor(self._tokens.outline))

    def _part(self, rect: QRect, part: tuple[int, int]) -> QRect:
        top, height = part
        return QRect(rect.left(), rect.top() + px(self._view, top), rect.width(), px(self._view, height))

    def _write(self, words: str, style: TextStyle, ink: str, rect: QRect, *, end: bool = False) -> None:
        font = text_font(self._view.font(), style)
        self._painter.setFont(font)
        shown = self._painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        write(self._painter, rect, font, ink, shown, _RIGHT if end else _LEFT)
