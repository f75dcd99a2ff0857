"""One of a few short lines: what it says, what can be done with it, how it is painted and edited in its place."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLineEdit, QListWidget, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from scorecard.overriding import override
from scorecard.ui.people_tab.line_paint import LinePaint, paint_line
from scorecard.ui.text import tr
from scorecard.ui.widgets.text_field import TextField

LINE = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class ShortLine:
    """`aside` stands quietly before the words, `below` under them. `spoken` is all of it."""

    key: str
    words: str
    aside: str = ""
    below: str = ""

    @property
    def spoken(self) -> str:
        return ", ".join(part for part in (self.aside, self.words, self.below) if part)


@dataclass(frozen=True, slots=True)
class LineDeeds:
    """What can be done with a line, in the words of its menu; what is empty can't be."""

    edit: str = ""
    open: str = ""
    remove: str = ""
    moves: bool = False


class LineDelegate(QStyledItemDelegate):
    """`edited` hears the key of a line and its new words."""

    def __init__(self, view: QListWidget, longest: int, edited: Callable[[str, str], object]) -> None:
        super().__init__(view)
        self._view = view
        self._longest = longest
        self._edited = edited

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = max(1, self._view.viewport().width())
        line: ShortLine = index.data(LINE)
        return QSize(width, LinePaint(self._view, line.words, line.aside, line.below).height(width))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: ShortLine = index.data(LINE)
        paint_line(painter, self._view, option, LinePaint(self._view, line.words, line.aside, line.below))

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: N802
        editor = TextField(tr("Edit line"), "", parent)
        editor.setMaxLength(self._longest)
        editor.setAutoFillBackground(True)
        return editor

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802
        assert isinstance(editor, QLineEdit)
        editor.setText(index.data(LINE).words)
        editor.selectAll()

    @override
    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:  # noqa: N802
        assert isinstance(editor, QLineEdit)
        line: ShortLine = index.data(LINE)
        words = " ".join(editor.text().split())
        if words and words != line.words:
            self._edited(line.key, words)

    @override
    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802
        rect: QRect = option.rect
        least = editor.minimumSizeHint().height()
        if rect.height() < least:
            rect = rect.adjusted(0, -(least - rect.height()) // 2, 0, (least - rect.height()) // 2)
        view = self._view.viewport().rect()
        rect.moveTop(max(0, min(rect.top(), view.height() - rect.height())))
        editor.setGeometry(rect)
