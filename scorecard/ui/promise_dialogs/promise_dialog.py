"""What the dialogs about a promise share: which promise it is, room for what comes, and a refusal in one sentence."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scorecard.domain.errors import KnownError
from scorecard.overriding import override
from scorecard.ui.desk import Desk
from scorecard.ui.say import say_day
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP_TINY
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.words.errors import say_error


class PromiseDialog(Dialog):
    """Accepted means done. A refusal is said in the dialog, which stays with what was typed."""

    def __init__(
        self, desk: Desk, parent: QWidget | None, title: str, primary: str, secondary: str = "", *, width: int
    ) -> None:
        """`width` in pixels of the design."""
        super().__init__(title, primary, secondary, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(px(self, width))
        self._desk = desk
        self._fitted = False

    def add_head(self, words: str, below: str) -> None:
        """The promise, and a quiet line about it."""
        head = QVBoxLayout()
        head.setSpacing(px(self, GAP_TINY))
        for label in (Label(words, TextStyle.NAME, parent=self), Label(below, quiet=True, parent=self)):
            label.setWordWrap(True)
            head.addWidget(label)
        self.content.addLayout(head)

    def refuse(self, error: KnownError) -> None:
        self.show_problem(say_error(error, tr, say_day))
        self.grow()

    def grow(self) -> None:
        """Makes room for what came, as far as the screen has it; never less than the user gave."""
        wanted = self._wanted_height()
        if self.isVisible() and wanted > self.height():
            self.resize(self.width(), wanted)

    def _wanted_height(self) -> int:
        for part in reversed([self, *self.findChildren(QWidget)]):  # what is inside first
            inner = part.layout()
            if inner is not None:
                inner.activate()
        layout = self.layout()
        assert layout is not None, "every dialog has one"
        wanted = layout.totalHeightForWidth(max(self.width(), self.minimumWidth()))
        return min(wanted, self.screen().availableGeometry().height())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._fitted:
            self._fitted = True
            least = self.height() if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else 0
            self.resize(self.width(), max(least, self._wanted_height()))
