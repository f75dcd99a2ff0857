"""The list of what was found. It is gone through from the field above it, which keeps the keyboard."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from scorecard.overriding import override
from scorecard.services.searching import Hit
from scorecard.ui.find_dialog.hit_layout import MOST_LINES, HitLayout, write_marked
from scorecard.ui.find_dialog.hit_model import HitModel
from scorecard.ui.text import tr
from scorecard.ui.theme.icons import paint_icon
from scorecard.ui.theme.tokens import Tokens, tokens_of
from scorecard.ui.widgets.drawing import px, write

_STEP = 24
_MARK = 3
_AT_ONCE = 12  # rows that are measured before the first picture; the rest follows
_END = Qt.AlignmentFlag.AlignRight

Index = QModelIndex | QPersistentModelIndex


class HitList(QListView):
    """`clicked` is Qt's."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.model_of_hits = HitModel(self)
        self._delegate = _HitDelegate(self)
        self.setModel(self.model_of_hits)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(tr("Found"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_AT_ONCE)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there: the rows keep their width.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalScrollBar().setSingleStep(px(self, _STEP))

    @property
    def hits(self) -> tuple[Hit, ...]:
        return self.model_of_hits.hits

    @property
    def current(self) -> Hit | None:
        row = self.currentIndex().row()
        return self.hits[row] if 0 <= row < len(self.hits) else None

    @property
    def spoken(self) -> str:
        """The current hit, for a screen reader."""
        return self.model_of_hits.words(self.currentIndex().row()).spoken if self.current else ""

    def show_hits(self, hits: tuple[Hit, ...]) -> None:
        """The first one is current; the same one as before where it is still there."""
        kept = self.current
        self.model_of_hits.show_hits(hits)
        places = [hit.place for hit in hits]
        row = places.index(kept.place) if kept is not None and kept.place in places else 0
        if hits:
            self.setCurrentIndex(self.model_of_hits.index(row))

    def go_by(self, rows: int) -> None:
        if self.hits:
            row = min(max(0, self.currentIndex().row() + rows), len(self.hits) - 1)
            self.setCurrentIndex(self.model_of_hits.index(row))

    @property
    def rows_in_sight(self) -> int:
        height = self.visualRect(self.currentIndex()).height()
        return max(1, self.viewport().height() // height - 1) if height > 0 else 1

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "_delegate"):
            self._delegate.forget()
            self.scheduleDelayedItemsLayout()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(self, 200), px(self, 90))


class _HitDelegate(QStyledItemDelegate):
    def __init__(self, view: HitList) -> None:
        super().__init__(view)
        self._view = view
        self._layout: HitLayout | None = None

    @property
    def layout(self) -> HitLayout:
        if self._layout is None:
            self._layout = HitLayout(self._view)
        return self._layout

    def forget(self) -> None:
        """The font is another one."""
        self._layout = None

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        return QSize(width, self.layout.height(self._view.model_of_hits.words(index.row()), width))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        words = self._view.model_of_hits.words(index.row())
        rect: QRect = option.rect
        tokens = tokens_of(self._view.palette())
        layout = self.layout
        painter.save()
        self._paint_ground(painter, rect, option.state, tokens)
        paint_icon(painter, words.icon_name, layout.icon(rect), tokens.text_quiet)
        head = layout.head(rect)
        title, place = layout.title(words, head)
        write_marked(painter, title, layout.title_font, (tokens.text, tokens.accent), place, 1)
        write(painter, head, layout.what_font, tokens.text_quiet, words.what, _END)
        if words.excerpt.text:
            inks = (tokens.text_quiet, tokens.accent)
            write_marked(painter, words.excerpt, layout.body_font, inks, layout.excerpt(rect), MOST_LINES)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, tokens: Tokens) -> None:
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, tokens.accent_soft)
            mark = QRect(rect)
            mark.setWidth(px(self._view, _MARK))
            if self._view.isRightToLeft():
                mark.moveRight(rect.right())
            painter.fillRect(mark, tokens.accent)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, tokens.sunken)
