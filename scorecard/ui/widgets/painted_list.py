"""A list whose rows are painted: the words of each, its height without painting, and the view that scrolls them."""

from collections.abc import Callable, Hashable
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
)
from PySide6.QtGui import QHelpEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem, QToolTip, QWidget

from scorecard.overriding import override
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.plain_tip import plain_tip

_STEP = 24
_Role = Qt.ItemDataRole
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class RowWords(Protocol):
    """What a row says; `spoken` is all of it, for a screen reader."""

    @property
    def spoken(self) -> str: ...


class RowLayout(Protocol):
    """Where the words of a row stand, in one font."""

    def height(self, words: Any, width: int) -> int: ...


Item = TypeVar("Item")
Words = TypeVar("Words", bound=RowWords)
Layout = TypeVar("Layout", bound=RowLayout)


class PaintedRows(QAbstractListModel, Generic[Item, Words]):
    """What is shown, one row each. The words of a row are made when it is first measured or painted."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._items: tuple[Item, ...] = ()
        self._words: dict[Hashable, Words] = {}

    @property
    def items(self) -> tuple[Item, ...]:
        return self._items

    def words(self, row: int) -> Words:
        key = self._key_of(row)
        known = self._words.get(key)
        if known is None:
            known = self._words[key] = self._words_of(self._items[row])
        return known

    def _key_of(self, row: int) -> Hashable:
        """By what its words are kept: by its number, unless rows move while their words hold."""
        return row

    def _title_of(self, item: Item) -> str:
        raise NotImplementedError

    def _words_of(self, item: Item) -> Words:
        raise NotImplementedError

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._items)

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        match role:
            case _Role.DisplayRole:
                return self._title_of(self._items[index.row()])
            case _Role.AccessibleTextRole:
                return self.words(index.row()).spoken
            case _:
                return None


class RowDelegate(QStyledItemDelegate, Generic[Words, Layout]):
    """Measures the rows of a view as wide as it is. Those who inherit paint them."""

    def __init__(
        self, rows: PaintedRows[Any, Words], view: QAbstractItemView, make_layout: Callable[[QWidget], Layout]
    ) -> None:
        super().__init__(view)
        self.rows = rows
        self.view = view
        self._make_layout = make_layout
        self._layout: Layout | None = None

    @property
    def layout(self) -> Layout:
        """Made for the font of the view."""
        if self._layout is None:
            self._layout = self._make_layout(self.view)
        return self._layout

    def forget(self) -> None:
        """The font is another one."""
        self._layout = None

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self.view.viewport().width()
        return QSize(width, self.layout.height(self.rows.words(index.row()), width))

    def in_full(self, words: Words, width: int) -> str:
        """What a row says, where not all of it fits in `width`; else nothing."""
        del words, width
        return ""

    @override
    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:  # fmt: skip
        """What did not fit is said in full."""
        if event.type() is not QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        words = self.in_full(self.rows.words(index.row()), view.viewport().width())
        QToolTip.showText(event.globalPos(), plain_tip(words), view)
        return True

    @override
    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:  # fmt: skip
        return False


class PaintedList(QListView, Generic[Item]):
    """Scrolls by pixels beside a bar that is always there, so that the rows keep their width."""

    _delegate: RowDelegate[Any, Any] | None = None  # as long as Qt is making the list

    def __init__(self, name: str, parent: QWidget) -> None:
        """`name` is the accessible name. Those who inherit say what is shown, with `paint_rows`."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def paint_rows(self, rows: PaintedRows[Item, Any], delegate: RowDelegate[Any, Any]) -> None:
        self._rows = rows
        self._delegate = delegate
        self.setModel(rows)
        self.setItemDelegate(delegate)
        self._follow_font()

    @property
    def current(self) -> Item | None:
        row = self.currentIndex().row()
        return self._rows.items[row] if 0 <= row < len(self._rows.items) else None

    def go_to(self, row: int) -> None:
        """Makes that row the current one; the nearest there is, if it is not there."""
        if self._rows.items:
            self.setCurrentIndex(self._rows.index(min(max(0, row), len(self._rows.items) - 1)))

    def _follow_font(self) -> None:
        self.verticalScrollBar().setSingleStep(px(self, _STEP))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and self._delegate is not None:
            self._delegate.forget()
            self._follow_font()
            self.scheduleDelayedItemsLayout()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()  # the heights of rows that come before it is done would mix with old ones
