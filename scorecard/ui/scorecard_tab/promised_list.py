"""Promises one under the other: Tab stops once, Up and Down move, a key takes a step."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scorecard.ui.scorecard_tab.promised_line import PromisedLineButton
from scorecard.ui.scorecard_tab.promised_states import PromisedLine, first_open

_MOVED = Qt.FocusReason.TabFocusReason


class PromisedList(QWidget):
    """`hinted`: the keys of the line that has the keyboard; empty when it goes. `moved_past`: Up or Down at an end.

    `entered`: the keyboard came to a line, which has to be seen; one that is clicked at is seen already.
    """

    ordered = Signal(object, object)
    hinted = Signal(str)
    entered = Signal(QWidget)
    moved_past = Signal(int)

    def __init__(self, parent: QWidget, *, spacing: int = 0) -> None:
        super().__init__(parent)
        self._made: list[PromisedLineButton] = []
        self._count = 0
        self._current = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(spacing)

    @property
    def lines(self) -> list[PromisedLineButton]:
        return self._made[: self._count]

    @property
    def current(self) -> PromisedLineButton | None:
        """Where Tab comes in."""
        return self._made[self._current] if self._current < self._count else None

    @property
    def has_keyboard(self) -> bool:
        """Also while a dialog or a menu stands in front, which gives it back."""
        return self.isAncestorOf(self.window().focusWidget())

    def show_lines(self, lines: Sequence[PromisedLine], *, afresh: bool = False) -> None:
        """The keyboard stays with its promise, or the one in its place. `afresh`: goes to the first open one."""
        known = self.current.line.id if self.current is not None and not afresh else None
        had_keyboard = self.has_keyboard
        for place, line in enumerate(lines):
            if place < len(self._made):
                self._made[place].show_line(line)
                self._made[place].setVisible(True)
            else:
                self._add(line)
        self._count = len(lines)
        self._set_current(self._place_of(known, lines), had_keyboard)
        for button in self._made[self._count :]:
            button.hide()

    def enter(self) -> None:
        if self.current is not None:
            self.current.setFocus(_MOVED)

    def _place_of(self, known: str | None, lines: Sequence[PromisedLine]) -> int:
        ids = [line.id for line in lines]
        if known in ids:
            return ids.index(known)
        return first_open(lines) if known is None else max(0, min(self._current, len(lines) - 1))

    def _set_current(self, place: int, had_keyboard: bool) -> None:
        self._current = place
        for number, button in enumerate(self._made):
            button.set_current(number == place)
        current = self.current
        if had_keyboard and current is not None:
            if self.window().focusWidget() is not current:
                current.setFocus(Qt.FocusReason.OtherFocusReason)
            self.hinted.emit(current.line.hint)

    def _add(self, line: PromisedLine) -> None:
        button = PromisedLineButton(line, self)
        button.ordered.connect(self.ordered)
        button.moved.connect(lambda direction: self._move(button, direction))
        button.entered.connect(lambda reason: self._enter(button, reason))
        button.left.connect(self._leave)
        button.menu_asked.connect(lambda point: self._show_menu(button, point))
        if self._made:
            QWidget.setTabOrder(self._made[-1], button)
        self._made.append(button)
        self._column.addWidget(button)

    def _move(self, button: PromisedLineButton, direction: int) -> None:
        place = self._made.index(button) + direction
        if 0 <= place < self._count:
            self._made[place].setFocus(_MOVED)
        else:
            self.moved_past.emit(direction)

    def _enter(self, button: PromisedLineButton, reason: Qt.FocusReason) -> None:
        self._current = self._made.index(button)
        for line in self._made:
            line.set_current(line is button)
        self.hinted.emit(button.line.hint)
        if reason is not Qt.FocusReason.MouseFocusReason:
            self.entered.emit(button)

    def _leave(self) -> None:
        if not self.has_keyboard:
            self.hinted.emit("")

    def _show_menu(self, button: PromisedLineButton, point: QPoint) -> None:
        from scorecard.ui.promise_dialogs.promise_menu import show_promise_menu

        show_promise_menu(button.line.orders, point, button.give, button)
