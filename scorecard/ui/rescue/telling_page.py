"""A page that tells: sentences above, facts on a card, a last quiet sentence. It scrolls where there is no room."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scorecard.ui.rescue.facts import Facts
from scorecard.ui.theme.tokens import GAP
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.scroll_area import ScrollArea


class TellingPage(QWidget):
    def __init__(self, sentence: str, parent: QWidget) -> None:
        super().__init__(parent)
        inner = QWidget(self)
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(self, GAP))
        self.facts = Facts(inner)
        self.facts.hide()
        self._column.addWidget(self.facts)
        self._column.addStretch(1)
        self.area = ScrollArea(inner, self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)
        if sentence:
            self.say(sentence)

    def say(self, sentence: str, *, quiet: bool = False) -> None:
        """Above the facts, or after them once there are some."""
        label = Label(sentence, quiet=quiet, parent=self)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        place = self._column.count() - 1 if not self.facts.isHidden() else self._column.indexOf(self.facts)
        self._column.insertWidget(place, label)

    def add(self, icon_name: str, heading: str, sentence: str = "") -> None:
        self.facts.show()
        self.facts.add(icon_name, heading, sentence)
