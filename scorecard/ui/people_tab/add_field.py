"""A line in which something is added: Enter adds it, and the next can be typed."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QWidget

from scorecard.overriding import override
from scorecard.ui.widgets.text_field import TextField

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AddField(TextField):
    """`entered` carries the words on one line. Escape clears it; whoever could not add them calls `put_back`."""

    entered = Signal(str)

    def __init__(self, name: str, placeholder: str, longest: int, parent: QWidget) -> None:
        super().__init__(name, placeholder, parent)
        self.setMaxLength(longest)
        self._offered: QStringListModel | None = None

    def offer(self, names: Sequence[str]) -> None:
        """Names that complete what is typed."""
        if self._offered is None:
            self._offered = QStringListModel(self)
            completer = QCompleter(self._offered, self)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            self.setCompleter(completer)
        if list(names) != self._offered.stringList():
            self._offered.setStringList(list(names))

    @property
    def typed(self) -> str:
        return " ".join(self.text().split())

    def enter(self) -> None:
        words = self.typed
        if self._offered is not None and (popup := self.completer().popup()) is not None:
            popup.hide()
        if words:
            self.clear()
            self.entered.emit(words)

    def put_back(self, words: str) -> None:
        self.setText(words)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            mine = event.key() == Qt.Key.Key_Escape and bool(self.text())
            event.setAccepted(mine)
            if mine:
                return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.enter()
        elif event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                event.ignore()
        else:
            super().keyPressEvent(event)
