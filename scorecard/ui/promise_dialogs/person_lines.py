"""The two lines that come below the list of people: another name, and who somebody turns out to be."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scorecard.domain.people import Person
from scorecard.overriding import override
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import GAP_SMALL
from scorecard.ui.widgets.buttons import LinkButton, QuietButton
from scorecard.ui.widgets.choice_box import ChoiceBox
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import ElidedLabel, Label
from scorecard.ui.widgets.text_field import TextField

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PersonLine(QWidget):
    """Hidden until it asks. Enter does it, Escape leaves it."""

    left = Signal()

    def __init__(self, do: str, leave: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.person_id = ""
        self.question = ElidedLabel("", parent=self)
        self.do = QuietButton(do, self)
        self.leave = LinkButton(leave, self)
        self.line = QHBoxLayout()
        self.line.setSpacing(px(self, GAP_SMALL))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(px(self, GAP_SMALL))
        self.column.addLayout(self.line)
        self.do.clicked.connect(self.act)
        self.leave.clicked.connect(self._leave)
        self.hide()

    def arrange(self, field: QWidget) -> None:
        self.question.setBuddy(field)
        self.line.addWidget(self.question)
        self.line.addWidget(field, 1)
        self.line.addWidget(self.do)
        self.line.addWidget(self.leave)

    def act(self) -> None:
        raise NotImplementedError

    def _leave(self) -> None:
        self.hide()
        self.left.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in _ENTER:
            self.act()
        else:
            super().keyPressEvent(event)


class NameLine(PersonLine):
    """`renamed` carries the person's id and the new name."""

    renamed = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("&Rename"), tr("&Keep the name"), parent)
        self.name = TextField(tr("New name"), "", self)
        self.arrange(self.name)

    def ask(self, person: Person) -> None:
        self.person_id = person.id
        self.question.setText(tr("New name:"))
        self.name.setText(person.name)
        self.show()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    @override
    def act(self) -> None:
        self.renamed.emit(self.person_id, self.name.text())


class MergeLine(PersonLine):
    """`merged` carries the id of the one that stays, and of the one that goes into it."""

    merged = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("Mer&ge"), tr("&Keep both"), parent)
        self._say: Callable[[str, str], str] = lambda _kept, _merged: ""
        self.others = ChoiceBox(parent=self)
        self.meaning = Label("", quiet=True, parent=self)
        self.meaning.setWordWrap(True)
        self.arrange(self.others)
        self.column.addWidget(self.meaning)
        self.others.currentIndexChanged.connect(self._follow_choice)

    def ask(self, person: Person, others: Sequence[Person], say: Callable[[str, str], str]) -> None:
        """`say` puts into words what merging would do, given the ids of who stays and who goes."""
        self.person_id = person.id
        self._say = say
        self.question.setText(tr("{name} is the same as:").format(name=person.name.replace("&", "&&")))
        self.others.clear()
        for other in others:
            self.others.addItem(other.name, other.id)
        self._follow_choice()
        self.show()
        self.others.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def kept_id(self) -> str:
        return str(self.others.currentData() or "")

    def _follow_choice(self) -> None:
        self.meaning.setText(self._say(self.kept_id, self.person_id))
        self.others.setAccessibleDescription(self.meaning.text())

    @override
    def act(self) -> None:
        self.merged.emit(self.kept_id, self.person_id)
