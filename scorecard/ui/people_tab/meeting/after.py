"""After a meeting: T logs the touch, H the help that was asked for, P a promise. One line, three keys."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scorecard.overriding import override
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import GAP_SMALL, GAP_TINY
from scorecard.ui.widgets.buttons import QuietButton
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label, SectionLabel
from scorecard.ui.widgets.text_field import TextField


class Asked(Enum):
    """What the line asks for."""

    TOUCH = auto()
    HELP = auto()
    PROMISE = auto()


class AfterLine(QWidget):
    """`said` carries what the user wrote, and for what; a touch needs no words. Escape puts the line away."""

    said = Signal(object, str)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = name
        self._asked = Asked.TOUCH
        self.touch = QuietButton(tr("&T  We were in touch"), self)
        self.help = QuietButton(tr("&H  How I can help"), self)
        self.promise = QuietButton(tr("&P  I promised"), self)
        self.line = TextField(tr("What came of it"), "", self)
        self.done = Label("", quiet=True, parent=self)
        self.done.setWordWrap(True)
        self.line.hide()
        self.done.hide()
        self._lay_out()
        self.touch.clicked.connect(lambda: self.ask(Asked.TOUCH))
        self.help.clicked.connect(lambda: self.ask(Asked.HELP))
        self.promise.clicked.connect(lambda: self.ask(Asked.PROMISE))

    def ask(self, asked: Asked) -> None:
        self._asked = asked
        self.line.clear()
        self.line.setPlaceholderText(_say_wanted(asked).format(name=self._name))
        self.line.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def confirm(self, sentence: str) -> None:
        """What was kept; the line is put away."""
        self.line.clear()
        self.line.hide()
        self.done.setText(sentence)
        self.done.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def writing(self) -> bool:
        return not self.line.isHidden()

    def put_away(self) -> None:
        self.line.hide()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_key(self, event: QKeyEvent) -> bool:
        """Whether the key was one of the three, or of the line."""
        if self.writing:
            return self._take_in_line(event)
        asked = _KEYS.get(event.text().casefold())
        if asked is not None:
            self.ask(asked)
        return asked is not None

    def _take_in_line(self, event: QKeyEvent) -> bool:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if self.line.text().strip() or self._asked is Asked.TOUCH:
                    self.said.emit(self._asked, self.line.text().strip())
                return True
            case Qt.Key.Key_Escape:
                self.put_away()
                return True
            case _:
                return False

    def _lay_out(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("After the meeting: T, H or P"))
        row = QHBoxLayout()
        row.setSpacing(px(self, GAP_SMALL))
        for button in (self.touch, self.help, self.promise):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, GAP_TINY) * 2)
        column.addWidget(SectionLabel(tr("After the meeting"), self))
        column.addLayout(row)
        column.addWidget(self.line)
        column.addWidget(self.done)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.take_key(event):
            super().keyPressEvent(event)


_KEYS = {"t": Asked.TOUCH, "h": Asked.HELP, "p": Asked.PROMISE}


def _say_wanted(asked: Asked) -> str:
    match asked:
        case Asked.TOUCH:
            return tr("A few words on it, or nothing. Enter keeps it.")
        case Asked.HELP:
            return tr("What {name} said I could help with. Enter keeps it.")
        case Asked.PROMISE:
            return tr("What I promised, as in “Send the estimates by Friday”. Enter keeps it.")
