"""The field of the quick line: it offers names while one is typed, and passes its own keys on."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from scorecard.domain.errors import TextTooLongError
from scorecard.domain.texts import LONGEST_LINE, WORDS_LENGTH
from scorecard.overriding import override
from scorecard.ui.commitments_tab.names import name_begun, names_like
from scorecard.ui.commitments_tab.quick_state import quick_order_of
from scorecard.ui.completing.name_list import NameList
from scorecard.ui.widgets.composing import take_composed
from scorecard.ui.widgets.text_field import TextField

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_Key = Qt.Key


class QuickField(TextField):
    """`entered`: Enter, when no name is being chosen. `left`: Escape in the empty field, or Down.

    `refused` carries a KnownError: what was pasted is too long for a line, which is as before.
    """

    entered = Signal()
    left = Signal()
    ordered = Signal(object)
    refused = Signal(object)

    def __init__(self, name: str, placeholder: str, known: Callable[[], Sequence[str]], parent: QWidget) -> None:
        super().__init__(name, placeholder, parent)
        self._known = known
        self._names: NameList | None = None
        self._composed = ""
        self._before = ""
        self.textChanged.connect(self._look_at_length)
        self.textEdited.connect(lambda _text: self._offer_names())
        self.cursorPositionChanged.connect(lambda _old, _new: self._look_whether_still())

    @property
    def offered(self) -> tuple[str, ...]:
        """The names that are offered now."""
        return self._names.names if self._names is not None else ()

    def take_composed(self) -> None:
        """What an input method still holds belongs to the line."""
        take_composed(self, lambda: self._composed)

    def _look_at_length(self, text: str) -> None:
        if len(text) <= LONGEST_LINE:
            self._before = text
            return
        self.setText(self._before)
        # Once all have heard that the text is another one: they take back what was said of the one before.
        QTimer.singleShot(0, self, lambda: self.refused.emit(TextTooLongError(WORDS_LENGTH)))

    def _offer_names(self) -> None:
        begun = name_begun(self.text()[: self.cursorPosition()])
        names = names_like(self._known(), begun[1]) if begun is not None else ()
        if not names and self._names is None:
            return
        if self._names is None:
            self._names = NameList(self.window())
            self._names.chosen.connect(self._complete)
        corner = QPoint(self.cursorRect().left(), self.height() + 2)
        self._names.offer(names, self.mapTo(self.window(), corner))

    def _look_whether_still(self) -> None:
        if self.offered and name_begun(self.text()[: self.cursorPosition()]) is None:
            self._hide_names()

    def _hide_names(self) -> None:
        if self._names is not None:
            self._names.hide()

    def _complete(self, name: str) -> None:
        end = self.cursorPosition()
        begun = name_begun(self.text()[:end])
        self._hide_names()
        if begun is None:
            return
        after = self.text()[end:]
        space = "" if after.startswith(" ") else " "
        self.setText(self.text()[: begun[0]] + name + space + after)
        self.setCursorPosition(begun[0] + len(name) + 1)
        self._hide_names()

    def _take_for_names(self, key: int) -> bool:
        names = self._names
        if names is None or not self.offered:
            return False
        if key in (_Key.Key_Down, _Key.Key_Up):
            names.mark(1 if key == _Key.Key_Down else -1)
        elif key == _Key.Key_Escape:
            self._hide_names()
        elif key == _Key.Key_Tab:
            self._complete(names.marked or names.names[0])
        elif key in _ENTER and names.marked is not None:
            self._complete(names.marked)
        else:
            return False
        return True

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            is_ours = quick_order_of(event.key(), event.modifiers()) is not None
            if event.type() is QEvent.Type.ShortcutOverride and is_ours:
                event.accept()  # before the window's own keys, such as Ctrl+Enter
                return True
            if (
                event.type() is QEvent.Type.KeyPress
                and event.key() == _Key.Key_Tab
                and self._take_for_names(_Key.Key_Tab)
            ):
                return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        order = quick_order_of(event.key(), event.modifiers())
        if order is not None:
            self.ordered.emit(order)
        elif self._take_for_names(event.key()):
            return
        elif event.key() in _ENTER:
            self._hide_names()
            self.entered.emit()
        elif event.key() == _Key.Key_Down or (event.key() == _Key.Key_Escape and not self.text()):
            self.left.emit()
        elif event.key() == _Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self._composed = event.preeditString()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.take_composed()
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._hide_names()
