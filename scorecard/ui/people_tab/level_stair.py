"""The five relationship levels, the highest on top: a pyramid filled up to where one stands, with words beside it."""

from datetime import date

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from scorecard.domain.relations import RelationLevel
from scorecard.overriding import override
from scorecard.ui.say_promises import say_plain_day
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle, text_font
from scorecard.ui.theme.tokens import RADIUS_SMALL, Tokens, tokens_of
from scorecard.ui.widgets.drawing import NO_BRUSH, NO_PEN, fill_round, focus_ring, px, write
from scorecard.words.people import say_relation_level

_ROW, _PYRAMID, _SIDE, _GAP = 33, 92, 10, 3
_TOP = 0.26  # how wide the pyramid is at its top, beside its foot
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_FROM_TOP = tuple(reversed(RelationLevel))

Index = QModelIndex | QPersistentModelIndex


class LevelStair(QListWidget):
    """`looked_at`: the level whose meaning is wanted. `step_asked`: the level that was reached, by Enter or a double
    click.
    """

    looked_at = Signal(object)
    step_asked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.reached: RelationLevel | None = None
        self._since = ""
        self.setAccessibleName(tr("Relationship level"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(_Steps(self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        for level in _FROM_TOP:
            QListWidgetItem(say_relation_level(level, tr), self)
        self.currentRowChanged.connect(self._follow_row)
        self.itemDoubleClicked.connect(lambda _: self.step_asked.emit(self.level))
        self._fit()

    @property
    def level(self) -> RelationLevel | None:
        """The one that is looked at."""
        row = self.currentRow()
        return _FROM_TOP[row] if row >= 0 else None

    @property
    def since(self) -> str:
        return self._since

    def show_level(self, reached: RelationLevel | None, since: date | None, today: date) -> None:
        self.reached = reached
        self._since = tr("since {day}").format(day=say_plain_day(since, today)) if since is not None else ""
        for row, level in enumerate(_FROM_TOP):
            words = say_relation_level(level, tr)
            spoken = tr("{level}, reached, {since}").format(level=words, since=self._since)
            self.item(row).setData(Qt.ItemDataRole.AccessibleTextRole, spoken if level is reached else words)
        self.viewport().update()

    def look_at(self, level: RelationLevel) -> None:
        self.setCurrentRow(_FROM_TOP.index(level))

    def _follow_row(self, row: int) -> None:
        if row >= 0:
            self.looked_at.emit(_FROM_TOP[row])

    def _fit(self) -> None:
        self.setFixedHeight(self.row_height * len(_FROM_TOP))
        self.scheduleDelayedItemsLayout()

    @property
    def row_height(self) -> int:
        return max(px(self, _ROW), QFontMetrics(text_font(self.font(), TextStyle.STRONG)).height() + px(self, 8))

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(self, 240), self.minimumHeight())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(self, 150), self.minimumHeight())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.level is not None:
            self.step_asked.emit(self.level)
        elif event.key() == Qt.Key.Key_Escape or event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "reached"):
            self._fit()


class _Steps(QStyledItemDelegate):
    def __init__(self, view: LevelStair) -> None:
        super().__init__(view)
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._view.row_height)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = self._view
        tokens = tokens_of(view.palette())
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            fill_round(painter, rect, RADIUS_SMALL, tokens.accent_soft)
            if view.hasFocus():
                focus_ring(painter, rect, RADIUS_SMALL, tokens)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            fill_round(painter, rect, RADIUS_SMALL, tokens.sunken)
        self._paint_slice(painter, rect, index.row(), tokens)
        self._paint_words(painter, rect, _FROM_TOP[index.row()], tokens)
        painter.restore()

    def _paint_slice(self, painter: QPainter, rect: QRect, row: int, tokens: Tokens) -> None:
        """Filled where one stands and below; what is above has only its line."""
        view = self._view
        reached = view.reached is not None and _FROM_TOP[row].step <= view.reached.step
        gap, wide = px(view, _GAP), px(view, _PYRAMID)
        left = rect.right() - px(view, _SIDE) - wide if view.isRightToLeft() else rect.left() + px(view, _SIDE)
        middle, rows = left + wide / 2, len(_FROM_TOP)
        area = QRectF(left, rect.top() + gap, wide, rect.height() - 2 * gap)
        upper, lower = (wide / 2 * (_TOP + (1 - _TOP) * part / rows) for part in (row, row + 0.85))
        corners = ((-upper, area.top()), (upper, area.top()), (lower, area.bottom()), (-lower, area.bottom()))
        painter.setPen(NO_PEN if reached else QPen(QColor(tokens.outline), 1))
        painter.setBrush(QColor(tokens.accent) if reached else NO_BRUSH)
        painter.drawPolygon(QPolygonF([QPointF(middle + x, y) for x, y in corners]))
        ink = tokens.on_accent if reached else tokens.text_quiet
        font = text_font(view.font(), TextStyle.SMALL)
        number = view.locale().toString(_FROM_TOP[row].step)
        write(painter, area.toRect(), font, ink, number, Qt.AlignmentFlag.AlignHCenter)

    def _paint_words(self, painter: QPainter, rect: QRect, level: RelationLevel, tokens: Tokens) -> None:
        view = self._view
        here = level is view.reached
        font = text_font(view.font(), TextStyle.STRONG if here else TextStyle.BODY)
        side = px(view, _SIDE)
        first, last = px(view, _PYRAMID) + 2 * side, side
        room = rect.adjusted(last, 0, -first, 0) if view.isRightToLeft() else rect.adjusted(first, 0, -last, 0)
        metrics = QFontMetrics(font)
        words = say_relation_level(level, tr)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        write(painter, room, font, tokens.text, shown, Qt.AlignmentFlag.AlignLeft)
        small = text_font(view.font(), TextStyle.SMALL)
        left = room.width() - metrics.horizontalAdvance(shown) - side
        if here and view.since and QFontMetrics(small).horizontalAdvance(view.since) <= left:
            write(painter, room, small, tokens.text_quiet, view.since, Qt.AlignmentFlag.AlignRight)
