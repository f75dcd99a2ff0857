"""One line that comes for an answer that no menu has: Enter takes it, Escape leaves it."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from scorecard.overriding import override
from scorecard.ui.widgets.text_field import TextField

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.MenuBarFocusReason)


class OtherLine(TextField):
    """Stands in the place of `instead` while it asks. Left with something in it, it is taken as well."""

    entered = Signal(str)

    def __init__(self, name: str, placeholder: str, longest: int, instead: QWidget, parent: QWidget) -> None:
        super().__init__(name, placeholder, parent)
        self._instead = instead
        self.setMaxLength(longest)
        self.hide()

    def ask(self) -> None:
        self.clear()
        self._instead.hide()
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end(self, words: str, *, back: bool) -> None:
        if self.isHidden():
            return
        self.clear()
        self._instead.show()
        if back:
            self._instead.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        if words:
            self.entered.emit(words)

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._instead.sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._instead.minimumSizeHint().width(), self._instead.sizeHint().height())

    @override
    def event(self, event: QEvent) -> bool:
        wanted = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride
        if wanted and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self._end(" ".join(self.text().split()), back=True)
        elif event.key() == Qt.Key.Key_Escape:
            self._end("", back=True)
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self._end(" ".join(self.text().split()), back=False)
