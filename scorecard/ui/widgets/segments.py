"""A few fixed answers side by side, one or none of them chosen: "No Yes", "1 2 3 4 5"."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGroupBox, QSizePolicy, QWidget

from scorecard.overriding import override
from scorecard.ui.theme.text_styles import TextStyle, text_font
from scorecard.ui.theme.tokens import RADIUS, tokens_of
from scorecard.ui.widgets.drawing import focus_ring, px, smooth, well
from scorecard.ui.widgets.segment import Segment

WIDEST = 268
_PADDING = 4
_HEIGHT = 36
_CELL = 34
_CELL_SIDES = 26
_CELL_SIDES_LEAST = 8


class Segments(QGroupBox):
    """The whole takes the focus; Left and Right choose. A group of radio buttons to a screen reader.

    As wide as it wants to be, unless it may `shrink_to_fit`: then down to its words, where room is short.
    """

    chosen = Signal(int)

    def __init__(
        self, options: Sequence[tuple[str, str]], name: str = "", parent: QWidget | None = None, *, widest: int = WIDEST
    ) -> None:
        """`options` are (key, label); `name` is the accessible name; `widest` in pixels of the design."""
        super().__init__(parent)
        self._keys = [key for key, _ in options]
        self._widest = widest
        self._chosen: int | None = None
        self.cells = [Segment(label, self) for _, label in options]
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for index, cell in enumerate(self.cells):
            cell.clicked.connect(lambda _=False, index=index: self._choose(index))

    @property
    def chosen_index(self) -> int | None:
        return self._chosen

    @property
    def chosen_key(self) -> str | None:
        return None if self._chosen is None else self._keys[self._chosen]

    def set_chosen(self, index: int | None) -> None:
        """Shows a choice without telling anybody."""
        self._chosen = index
        for place, cell in enumerate(self.cells):
            cell.show_checked(place == index)

    def shrink_to_fit(self) -> None:
        """From now on it gives way where room is short."""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def _choose(self, index: int) -> None:
        if index == self._chosen:
            return
        self.set_chosen(index)
        self._tell_screen_reader()
        self.chosen.emit(index)

    def _tell_screen_reader(self) -> None:
        """The focus is on the group: point at the chosen answer in it."""
        if not self.hasFocus() or self._chosen is None:
            return
        from PySide6.QtGui import QAccessible, QAccessibleEvent  # names enough that no first picture should wait for

        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self.cells[self._chosen], QAccessible.Event.Focus))

    def _words(self) -> list[int]:
        metrics = QFontMetrics(text_font(self.font(), TextStyle.STRONG))
        return [metrics.horizontalAdvance(cell.text()) for cell in self.cells]

    def _widths(self, most: int | None = None) -> list[int]:
        """Of the cells, in a room of `most` or else of what is wanted."""
        words = self._words()
        wanted = [max(px(self, _CELL), width + px(self, _CELL_SIDES)) for width in words]
        room = px(self, self._widest - 2 * _PADDING)
        if most is not None and most < sum(wanted):
            room = min(room, most)
        if sum(wanted) <= room:
            return wanted
        least = [width + px(self, _CELL_SIDES_LEAST) for width in words]
        even = room // len(wanted)
        if max(least) <= even:
            return [even] * len(wanted)
        spare = max(0, room - sum(least)) // len(least)
        return [width + spare for width in least]

    def _place(self) -> None:
        padding = px(self, _PADDING)
        height = self.height() - 2 * padding
        x = padding
        for cell, width in zip(self.cells, self._widths(self.width() - 2 * padding), strict=True):
            left = self.width() - x - width if self.isRightToLeft() else x
            cell.setGeometry(QRect(left, padding, width, height))
            x += width

    @override
    def sizeHint(self) -> QSize:
        return QSize(sum(self._widths()) + 2 * px(self, _PADDING), px(self, _HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        if self.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Fixed:
            return self.sizeHint()
        least = sum(self._words()) + len(self.cells) * px(self, _CELL_SIDES_LEAST)
        return QSize(least + 2 * px(self, _PADDING), px(self, _HEIGHT))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange):
            self.updateGeometry()
            self._place()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        forward = Qt.Key.Key_Left if self.isRightToLeft() else Qt.Key.Key_Right
        back = Qt.Key.Key_Right if self.isRightToLeft() else Qt.Key.Key_Left
        last = len(self.cells) - 1
        if event.key() == forward:
            self._choose(0 if self._chosen is None else min(last, self._chosen + 1))
        elif event.key() == back:
            self._choose(last if self._chosen is None else max(0, self._chosen - 1))
        else:
            event.ignore()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._tell_screen_reader()
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self.palette())
        with smooth(self) as painter:
            well(painter, self.rect(), RADIUS, tokens.sunken, tokens)
            if self.hasFocus():
                focus_ring(painter, self.rect(), RADIUS, tokens)
