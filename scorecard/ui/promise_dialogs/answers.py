"""Answers by one key: an effort from 0 to 10, and yes or no. No answer is none, and none is never zero."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from scorecard.domain.promises import MOST_EFFORT
from scorecard.overriding import override
from scorecard.ui.text import tr
from scorecard.ui.widgets.segments import Segments

_WIDEST = 460
_TAKING_BACK = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_YES, _NO = 0, 1


class Answer(Segments):
    """Backspace takes the answer back: `chosen` carries -1 then."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.index_of(event)
        if event.key() in _TAKING_BACK:
            self.set_chosen(None)
            self.chosen.emit(-1)
        elif index is not None:
            self.choose(index)
        else:
            super().keyPressEvent(event)

    def choose(self, index: int) -> None:
        """As a click would: everybody hears of it."""
        self.cells[index].click()

    def index_of(self, event: QKeyEvent) -> int | None:
        """The answer that the key means."""
        raise NotImplementedError


class EffortChoice(Answer):
    """0 to 10 by their digits; a 0 after a 1 makes it ten, and End is ten as well."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        options = [(str(effort), str(effort)) for effort in range(MOST_EFFORT + 1)]
        super().__init__(options, name, parent, widest=_WIDEST)
        self._typed_one = False

    @property
    def effort(self) -> int | None:
        return self.chosen_index

    @override
    def index_of(self, event: QKeyEvent) -> int | None:
        text, after_one = event.text(), self._typed_one
        self._typed_one = text == "1"
        if event.key() == Qt.Key.Key_Home:
            return 0
        if event.key() == Qt.Key.Key_End or (text == "0" and after_one):
            return MOST_EFFORT
        return int(text) if len(text) == 1 and text in "0123456789" else None

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._typed_one = False
        super().focusOutEvent(event)


class YesNoChoice(Answer):
    """By the letters of the user's language, and Y and N always."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__([("yes", tr("Yes")), ("no", tr("No"))], name, parent)

    @property
    def answer(self) -> bool | None:
        return None if self.chosen_index is None else self.chosen_index == _YES

    @override
    def index_of(self, event: QKeyEvent) -> int | None:
        letter = event.text().casefold()
        if letter and letter in ("y", tr("y", "key for yes")):
            return _YES
        if letter and letter in ("n", tr("n", "key for no")):
            return _NO
        return None
