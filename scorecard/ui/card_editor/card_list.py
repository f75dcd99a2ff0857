"""One list of the card: gone through by keys, its rows dragged within it and into the other lists."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QToolTip, QWidget

from scorecard.domain.measures import Place
from scorecard.overriding import override
from scorecard.ui.card_editor.row_delegate import CardRowDelegate
from scorecard.ui.card_editor.row_model import GROUP_MIME, MEASURE_MIME, CardRows, id_of
from scorecard.ui.card_editor.rows import GroupRow, NothingRow, Row, group_gap, group_spot_at, spot_at
from scorecard.ui.theme.tokens import tokens_of
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.painted_list import NOWHERE, Index, PaintedList
from scorecard.ui.widgets.plain_tip import plain_tip
from scorecard.ui.widgets.row_drag import drag_row
from scorecard.ui.widgets.scroll_area import SlimScrollBar

_LINE = 3
_LEAST = QSize(200, 120)


class CardList(PaintedList[Row]):
    """`chosen`: another row is current, or none. `dropped`: an id, and the Spot or GroupSpot it was dropped at.

    `turned`: on to the list at the right (1) or the left (−1). `activated` by Enter or a double click is Qt's.
    """

    chosen = Signal()
    came_in = Signal()
    turned = Signal(int)
    dropped = Signal(str, object)
    menu_asked = Signal(object)

    def __init__(self, place: Place, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self.place = place
        self.rows = CardRows(self)
        self._gap: int | None = None
        self.setVerticalScrollBar(SlimScrollBar(self))
        self.setTabKeyNavigation(False)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.paint_rows(self.rows, CardRowDelegate(self.rows, self))

    @property
    def key(self) -> str:
        """Of the current row; empty for none."""
        return self.current.key if self.current is not None else ""

    @property
    def is_empty(self) -> bool:
        return all(isinstance(row, NothingRow) for row in self.rows.items)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """The same row stays current, or else the one that took its place."""
        if tuple(rows) == self.rows.items:
            return
        key, place = self.key, self.currentIndex().row()
        scrolled = self.verticalScrollBar().value()
        self.rows.show_rows(rows)
        if key and not self.choose(key):
            self.choose_near(place)
        self.verticalScrollBar().setValue(scrolled)
        self.scrollTo(self.currentIndex())

    def choose(self, key: str) -> bool:
        row = self.rows.row_of(key)
        if row is not None:
            self.setCurrentIndex(self.rows.index(row))
        return row is not None

    def choose_near(self, place: int) -> None:
        rows = [number for number, row in enumerate(self.rows.items) if row.key]
        nearest = min(rows, key=lambda number: abs(number - place), default=None)
        self.setCurrentIndex(NOWHERE if nearest is None else self.rows.index(nearest))

    def leave(self) -> None:
        """No row is current here any more: one of another list is."""
        self.setCurrentIndex(NOWHERE)

    def enter_at(self, y: int) -> None:
        """Takes the keyboard on the row that lies nearest to `y`."""
        index = self.indexAt(QPoint(self.viewport().width() // 2, y))
        self.choose_near(index.row() if index.isValid() else len(self.rows.items))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def current_y(self) -> int:
        return self.visualRect(self.currentIndex()).center().y()

    def _gap_at(self, y: int) -> int:
        """The number of the row that something dropped at `y` comes before."""
        for number in range(len(self.rows.items)):
            if y < self.visualRect(self.rows.index(number)).center().y():
                return number
        return len(self.rows.items)

    def _follow_drag(self, dragged: QMimeData, y: int) -> bool:
        gap: int | None = None
        if dragged.hasFormat(MEASURE_MIME):
            gap = self._gap_at(y)
            if self.rows.items and isinstance(self.rows.items[0], GroupRow):
                gap = max(1, gap)
        elif dragged.hasFormat(GROUP_MIME) and self.place is Place.CARD:
            gap = group_gap(self.rows.items, self._gap_at(y))
        self._show_gap(gap)
        return gap is not None

    def _show_gap(self, gap: int | None) -> None:
        if gap != self._gap:
            self._gap = gap
            self.viewport().update()

    def _drop(self, dragged: QMimeData, y: int) -> None:
        measure_id, group_id = id_of(dragged, MEASURE_MIME), id_of(dragged, GROUP_MIME)
        if measure_id is not None:
            self.dropped.emit(measure_id, spot_at(self.rows.items, self._gap_at(y), self.place, measure_id))
        elif group_id is not None:
            self.dropped.emit(group_id, group_spot_at(self.rows.items, self._gap_at(y)))

    @override
    def startDrag(self, supported_actions: Qt.DropAction) -> None:  # noqa: N802
        index = self.currentIndex()
        if index.isValid() and self.rows.items[index.row()].key:
            drag_row(self, index, self.rows.mimeData([index]))

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._follow_drag(event.mimeData(), event.position().toPoint().y()):
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)  # scrolls at the edges
        if self._follow_drag(event.mimeData(), event.position().toPoint().y()):
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._show_gap(None)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        y = event.position().toPoint().y()
        self._show_gap(None)
        self.stopAutoScroll()
        self.setState(QAbstractItemView.State.NoState)
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        self._drop(event.mimeData(), y)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._gap is None:
            return
        thick = px(self, _LINE)
        with QPainter(self.viewport()) as painter:
            painter.fillRect(self._line_rect(self._gap, thick), QColor(tokens_of(self.palette()).accent))

    def _line_rect(self, gap: int, thick: int) -> QRect:
        count = len(self.rows.items)
        rect = self.visualRect(self.rows.index(min(gap, count - 1))) if count else QRect()
        y = rect.bottom() + 1 if gap >= count else rect.top()
        width = self.viewport().width()
        return QRect(0, min(max(0, y - thick // 2), self.viewport().height() - thick), width, thick)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.turned.emit(1 if (event.key() == Qt.Key.Key_Right) != self.isRightToLeft() else -1)
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.key:
            event.accept()  # or the dialog's own button would be pressed as well

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.choose_near(0)
        self.came_in.emit()
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        super().currentChanged(current, previous)
        self.chosen.emit()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid() and self.rows.items[index.row()].key:
            self.setCurrentIndex(index)
            point = self.viewport().mapToGlobal(self.visualRect(index).center()) if by_key else event.globalPos()
            self.menu_asked.emit(point)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        """What did not fit is said in full."""
        if isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            words = self.rows.words(index.row()) if index.isValid() else None
            delegate = self.itemDelegate()
            assert isinstance(delegate, CardRowDelegate)
            cut = words is not None and delegate.layout.is_cut(words, self.viewport().width())
            said = f"{words.name}\n{words.more}" if words and cut else ""
            QToolTip.showText(event.globalPos(), plain_tip(said), self)
            return True
        return super().viewportEvent(event)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(self, _LEAST.width()), px(self, _LEAST.height()))

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()
