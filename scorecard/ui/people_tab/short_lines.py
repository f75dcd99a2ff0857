"""Short lines below each other, as high as they need: edited in place, moved, removed, or opened."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QSizePolicy,
    QStyledItemDelegate,
    QWidget,
)

from scorecard.overriding import override
from scorecard.ui.people_tab.line_paint import END
from scorecard.ui.people_tab.short_line import LINE, LineDeeds, LineDelegate, ShortLine
from scorecard.ui.text import tr
from scorecard.ui.widgets.drawing import px

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ALT = Qt.KeyboardModifier.AltModifier


class ShortLines(QListWidget):
    """The signals carry the key of a line. `edited`: its new words. `moved`: its new place. `opened`: by Enter or a
    double click; where lines are edited in place, F2 and Enter do that instead.
    """

    edited = Signal(str, str)
    moved = Signal(str, int)
    removed = Signal(str)
    opened = Signal(str)

    def __init__(self, name: str, deeds: LineDeeds, longest: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._deeds = deeds
        self._lines: tuple[ShortLine, ...] = ()
        self._wanted: tuple[ShortLine, ...] | None = None  # while a line is edited
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(LineDelegate(self, longest, self.edited.emit))
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        for bar in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            bar(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.viewport().setAutoFillBackground(False)
        self.itemDoubleClicked.connect(lambda _: self._act())

    @property
    def lines(self) -> tuple[ShortLine, ...]:
        return self._lines

    @property
    def key(self) -> str | None:
        row = self.currentRow()
        return self._lines[row].key if 0 <= row < len(self._lines) else None

    @property
    def editing(self) -> bool:
        return self.state() is QAbstractItemView.State.EditingState

    @property
    def editor(self) -> QLineEdit | None:
        return self.viewport().findChild(QLineEdit) if self.editing else None

    def set_lines(self, lines: Sequence[ShortLine]) -> None:
        """The line that is current stays so; without it, the one at its place."""
        wanted = tuple(lines)
        if self.editing:
            self._wanted = wanted
            QTimer.singleShot(0, self, self._catch_up)
            return
        if wanted == self._lines:
            return
        key, row, had = self.key, self.currentRow(), self.hasFocus()
        self._lines = wanted
        self.clear()
        for line in wanted:
            item = QListWidgetItem(line.words, self)
            item.setData(LINE, line)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, line.spoken)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable)
        keys = [line.key for line in wanted]
        if wanted and row >= 0:
            self.setCurrentRow(keys.index(key) if key in keys else min(row, len(wanted) - 1))
        self.setVisible(bool(wanted))
        if had and wanted:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.fit()

    def choose(self, key: str) -> None:
        keys = [line.key for line in self._lines]
        if key in keys:
            self.setCurrentRow(keys.index(key))

    def finish_editing(self) -> None:
        """Takes over what stands in the line that is being edited."""
        editor = self.editor
        if editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def fit(self) -> None:
        height = sum(self.sizeHintForRow(row) for row in range(self.count()))
        if height != self.height() or height != self.minimumHeight():
            self.setFixedHeight(height)
        self.scheduleDelayedItemsLayout()

    def _catch_up(self) -> None:
        if self._wanted is not None and not self.editing:
            wanted, self._wanted = self._wanted, None
            self.set_lines(wanted)

    def _act(self) -> None:
        key = self.key
        if key is None:
            return
        if self._deeds.edit and not self._deeds.open:
            self.edit(self.currentIndex())
        else:
            self.opened.emit(key)

    def _move(self, by: int) -> None:
        row = self.currentRow()
        if self._deeds.moves and 0 <= row + by < len(self._lines) and row >= 0:
            key = self._lines[row].key
            self.moved.emit(key, row + by)
            self.choose(key)

    def _remove(self) -> None:
        if self._deeds.remove and self.key is not None:
            self.removed.emit(self.key)

    def show_menu(self, point: QPoint) -> None:
        """What can be done with the current line, at a point of the screen."""
        if self.key is None:
            return
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        self.fill_menu(menu)
        menu.popup(point)

    def fill_menu(self, menu: QMenu) -> None:
        deeds, row = self._deeds, self.currentRow()
        if deeds.open:
            menu.addAction(deeds.open, self._act)
        if deeds.edit:
            menu.addAction(f"{deeds.edit}\tF2", lambda: self.edit(self.currentIndex()))
        if deeds.moves and len(self._lines) > 1:
            up = menu.addAction(tr("Move &up") + "\t" + tr("Alt+Up"), lambda: self._move(-1))
            down = menu.addAction(tr("Move &down") + "\t" + tr("Alt+Down"), lambda: self._move(1))
            up.setEnabled(row > 0)
            down.setEnabled(row < len(self._lines) - 1)
        if deeds.remove:
            menu.addAction(f"{deeds.remove}\t" + tr("Del"), self._remove)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, alt = event.key(), event.modifiers() & _ALT
        if self.editing:
            event.accept()  # Enter comes by here on its way out of the editor
        elif alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._move(-1 if key == Qt.Key.Key_Up else 1)
        elif key in _ENTER:
            self._act()
        elif key == Qt.Key.Key_F2 and self._deeds.edit and self.key is not None:
            self.edit(self.currentIndex())
        elif key == Qt.Key.Key_Delete:
            self._remove()
        elif key == Qt.Key.Key_Escape or (event.text().strip() and not alt):
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            item = self.itemAt(event.pos())
            if item is None:
                return
            self.setCurrentItem(item)
            self.show_menu(event.globalPos())
        elif self.currentItem() is not None:
            rect = self.visualItemRect(self.currentItem())
            self.show_menu(self.viewport().mapToGlobal(rect.bottomLeft()))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        spot = event.position().toPoint()
        item = self.itemAt(spot)
        if item is not None and event.button() == Qt.MouseButton.LeftButton and self._on_sign(spot, item):
            rect = self.visualItemRect(item)
            self.show_menu(self.viewport().mapToGlobal(rect.bottomLeft()))

    def _on_sign(self, spot: QPoint, item: QListWidgetItem) -> bool:
        rect = self.visualItemRect(item)
        room = px(self, END)
        return spot.x() < rect.left() + room if self.isRightToLeft() else spot.x() > rect.right() - room

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.currentRow() < 0 and self.count():
            self.setCurrentRow(0)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "_lines"):
            self.fit()

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(self, 120), self.minimumHeight())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(self, 80), self.minimumHeight())
