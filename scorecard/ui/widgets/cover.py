"""What stands in front of the whole window while it is hidden from other eyes, until a key or a click."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QVBoxLayout, QWidget

from scorecard.overriding import override
from scorecard.resources import resource
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import GAP, GAP_WIDE, tokens_of
from scorecard.ui.widgets.drawing import px, smooth
from scorecard.ui.widgets.label import Label

_MARK = 72
_ALONE = (
    Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta, Qt.Key.Key_Super_L,
    Qt.Key.Key_Super_R,
)  # fmt: skip


class Cover(QWidget):
    """Meanwhile the content of the window, and every dialog, is hidden and not only painted over.

    So a screen reader reads none of it either.
    """

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._keyboard = window.focusWidget()
        self._hidden = window.centralWidget() or QWidget(self)
        self._dialogs = [(dialog, dialog.focusWidget()) for dialog in _open_dialogs()]
        self.words = Label(tr("Hidden. Press any key."), quiet=True, parent=self)
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setAccessibleName(self.words.text())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addSpacing(px(self, _MARK + 2 * GAP_WIDE))
        column.addWidget(self.words)
        column.addStretch(1)

    @classmethod
    def over(cls, window: QMainWindow) -> None:
        """Covers the window; once only."""
        if window.findChild(cls) is not None:
            return
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        cls(window)._cover()

    def uncover(self) -> None:
        self._window.removeEventFilter(self)
        self._hidden.show()
        self.hide()
        self.setParent(None)
        self._give_back(self._keyboard)
        for dialog, keyboard in self._dialogs:
            dialog.show()
            self._give_back(keyboard)
        self.deleteLater()

    def _give_back(self, keyboard: QWidget | None) -> None:
        if keyboard is not None:
            keyboard.setFocus(Qt.FocusReason.OtherFocusReason)

    def _cover(self) -> None:
        for dialog, _ in self._dialogs:
            dialog.hide()
        self._hidden.hide()
        self._window.installEventFilter(self)
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()  # no key does anything else meanwhile
            return True
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() not in _ALONE and not event.isAutoRepeat():
                self.uncover()
            return True
        return super().event(event)

    @override
    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
        return False

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.uncover()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        side = px(self, _MARK)
        bottom = self.words.geometry().top() - px(self, GAP + GAP_WIDE)
        mark = QRect((self.width() - side) // 2, bottom - side, side, side)
        with smooth(self) as painter:
            painter.fillRect(self.rect(), tokens_of(self.palette()).window)
            QIcon(str(resource("icons", "scorecard.svg"))).paint(painter, mark)


def hide_now() -> None:
    """Covers the window of the program, from wherever it is asked for."""
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QMainWindow) and widget.isVisible():
            Cover.over(widget)


def _open_dialogs() -> list[QDialog]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
