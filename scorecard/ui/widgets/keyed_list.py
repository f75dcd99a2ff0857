"""A list of painted lines, of which some can be chosen by their key."""

from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyledItemDelegate, QWidget

from scorecard.overriding import override
from scorecard.ui.theme.text_styles import TextStyle, text_font
from scorecard.ui.theme.tokens import Tokens
from scorecard.ui.widgets.drawing import write
from scorecard.ui.widgets.plain_tip import plain_tip
from scorecard.ui.widgets.scroll_area import SlimScrollBar

LINE_ROLE = Qt.ItemDataRole.UserRole
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

Index = QModelIndex | QPersistentModelIndex


class KeyedLine(Protocol):
    """What can't be chosen has no key. `spoken` is all of it, for a screen reader."""

    @property
    def key(self) -> str: ...
    @property
    def spoken(self) -> str: ...


Line = TypeVar("Line", bound=KeyedLine)


class KeyedList(QListWidget, Generic[Line]):
    """`activated` by Enter or a double click is Qt's; `chosen` says that another line is current, or none."""

    chosen = Signal()

    def __init__(self, name: str, delegate: QStyledItemDelegate, parent: QWidget | None = None) -> None:
        """`name` is the accessible name."""
        super().__init__(parent)
        delegate.setParent(self)
        self.setAccessibleName(name)
        self.setItemDelegate(delegate)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBar(SlimScrollBar(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(lambda *_: self.chosen.emit())

    @property
    def key(self) -> str | None:
        row = self.currentRow()
        return None if row < 0 else (self.item(row).data(LINE_ROLE).key or None)

    def lines(self) -> tuple[Line, ...]:
        return tuple(self.item(row).data(LINE_ROLE) for row in range(self.count()))

    def show_lines(self, lines: Sequence[Line]) -> None:
        """The same line stays chosen, or else one near it."""
        if tuple(lines) == self.lines():
            return
        known, place = self.key, self.currentRow()
        self.blockSignals(True)
        self.clear()
        for line in lines:
            self.addItem(self._item(line))
        self.blockSignals(False)
        self.choose(known, near=max(0, place))

    def choose(self, key: str | None, near: int = 0) -> None:
        keys = [line.key for line in self.lines()]
        rows = [row for row, known in enumerate(keys) if known]
        wanted = keys.index(key) if key and key in keys else min(rows, key=lambda row: abs(row - near), default=None)
        if wanted is not None:
            self.setCurrentRow(wanted)
        self.chosen.emit()

    def title_of(self, line: Line) -> str:
        """What a line is called when one types its first letters."""
        raise NotImplementedError

    def _item(self, line: Line) -> QListWidgetItem:
        item = QListWidgetItem(self.title_of(line))
        item.setData(LINE_ROLE, line)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, line.spoken)
        if line.key:
            item.setToolTip(plain_tip(line.spoken))
        else:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        return item

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in _ENTER and self.key is not None:
            event.accept()  # or the dialog's own button would be pressed as well


class LinePainter:
    """Writes words on a line, cut where there is no more room."""

    def __init__(self, painter: QPainter, view: QWidget, tokens: Tokens) -> None:
        self.painter = painter
        self.view = view
        self.tokens = tokens
        self.mirrored = view.isRightToLeft()

    def indented(self, rect: QRect, indent: int) -> QRect:
        return rect.adjusted(0, 0, -indent, 0) if self.mirrored else rect.adjusted(indent, 0, 0, 0)

    def write(self, words: str, style: TextStyle, ink: str, rect: QRect, *, end: bool = False) -> None:
        font = text_font(self.view.font(), style)
        self.painter.setFont(font)
        shown = self.painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        align = Qt.AlignmentFlag.AlignRight if end else Qt.AlignmentFlag.AlignLeft  # Qt mirrors them itself
        write(self.painter, rect, font, ink, shown, align)

    def write_head(self, words: str, right: str, rect: QRect, ink: str) -> None:
        """The heading of what stands below it, and what is said of that at the end of the line."""
        self.write(self.view.locale().toUpper(words), TextStyle.SECTION, ink, rect)
        self.write(right, TextStyle.SMALL, ink, rect, end=True)
