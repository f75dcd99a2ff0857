"""A line in which a promise is added, with how it is read below it before Enter."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from scorecard.ui.people_tab.add_field import AddField
from scorecard.ui.people_tab.indented import indented
from scorecard.ui.people_tab.sections.wrapped import wrapped
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP_TINY
from scorecard.ui.widgets.drawing import px


class ReadField(QWidget):
    """`read` says in words how a line is understood."""

    def __init__(self, name: str, placeholder: str, longest: int, read: Callable[[str], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._read = read
        self.field = AddField(name, placeholder, longest, self)
        self.reading = wrapped("", self, TextStyle.SMALL)
        self.reading.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, GAP_TINY))
        column.addLayout(indented(self.field))
        column.addLayout(indented(self.reading))
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(lambda _: self._say())

    def _say(self) -> None:
        typed = self.field.typed
        words = self._read(typed) if typed else ""
        self.reading.setText(words)
        self.reading.setVisible(bool(words))
        self.field.setAccessibleDescription(words)
