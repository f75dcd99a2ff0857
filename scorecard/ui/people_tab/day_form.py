"""A sentence and the day it belongs to, or the day alone. Enter takes it, Escape leaves it."""

from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scorecard.overriding import override
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP_SMALL
from scorecard.ui.widgets.buttons import LinkButton, QuietButton
from scorecard.ui.widgets.day_field import DayField
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.flow_row import FlowRow
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.text_field import TextField

_ANY = date(2000, 1, 1)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DayForm(QWidget):
    """Hidden until it asks. `taken` carries the key it was asked with, the words and the day; `left`: nothing is."""

    taken = Signal(str, str, object)
    left = Signal()

    def __init__(self, name: str, placeholder: str, longest: int, parent: QWidget) -> None:
        """Without a name no sentence is asked for. Which days are possible is said when one is not."""
        super().__init__(parent)
        self._key = ""
        self.question = Label("", TextStyle.STRONG, parent=self)
        self.question.setWordWrap(True)
        self.words = TextField(name, placeholder, self)
        self.words.setMaxLength(longest)
        self.words.setVisible(bool(name))
        self.day = DayField(tr("Day"), _ANY, date.max, self)
        self.take = QuietButton("", self)
        self.leave = LinkButton(tr("&Cancel"), self)
        row = FlowRow(self)
        for beside in (self.day, self.take, self.leave):
            row.add(beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, GAP_SMALL))
        for part in (self.question, self.words, row):
            column.addWidget(part)
        self._row = row
        self.take.clicked.connect(self.act)
        self.leave.clicked.connect(self.give_up)
        self.day.field.installEventFilter(self)
        self.hide()

    @property
    def asks_words(self) -> bool:
        return not self.words.isHidden()

    @property
    def typed(self) -> str:
        return " ".join(self.words.text().split()) if not self.isHidden() and self.asks_words else ""

    def ask(self, key: str, question: str, deed: str, day: date, words: str = "") -> None:
        self._key = key
        self.question.setText(question)
        self.take.setText(deed)
        self.words.setText(words)
        self.day.set_day(day)
        self.show()
        self._row.arrange()
        first = self.words if self.asks_words else self.day
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.words.setCursorPosition(len(words))

    def act(self) -> None:
        if self.isHidden():
            return
        words, day = self.typed, self.day.day
        self.hide()
        self.taken.emit(self._key, words, day)

    def give_up(self) -> None:
        if not self.isHidden():
            self.hide()
            self.left.emit()

    @override
    def event(self, event: QEvent) -> bool:
        """Escape is its own also where the window knows it."""
        if _is_escape(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The field of a day keeps Enter to itself otherwise."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in _ENTER:
            self.act()
            return True
        return False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.act()
        elif event.key() == Qt.Key.Key_Escape:
            self.give_up()
        else:
            super().keyPressEvent(event)


def _is_escape(event: QEvent) -> bool:
    over = event.type() is QEvent.Type.ShortcutOverride
    return over and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
