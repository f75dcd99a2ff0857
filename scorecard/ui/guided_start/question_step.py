"""The first step: what would be missing without you, and to whom."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scorecard.domain.texts import NAME_LENGTH
from scorecard.overriding import override
from scorecard.ui.finishing.step import Step, StepArea, explanation
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP, GAP_SMALL
from scorecard.ui.widgets.card import Card
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.text_field import TextField

_WHERE_WIDTH = 128
_LEAST_HEIGHT = 120


def examples() -> tuple[tuple[str, str, str], ...]:
    """Where somebody works, what they answer, and what they count since."""
    return (
        (
            tr("At a help desk"),
            tr("“Without me, eight people would have to call a second time today.”"),
            tr("Counts: problems solved in one contact"),
        ),
        (
            tr("Leading a team"),
            tr("“Without me, two of them would still be waiting for a decision.”"),
            tr("Counts: decisions others waited for"),
        ),
        (
            tr("Teaching"),
            tr("“Without me, three of them would go home believing that they can’t.”"),
            tr("Counts: learners who got past something hard"),
        ),
        (
            tr("In the family’s shop"),
            tr("“Without me, nobody would greet our customers by name.”"),
            tr("Counts: customers served by name"),
        ),
    )


class QuestionStep(Step):
    """`written` carries whom the user serves, while it is typed. Nothing need be written."""

    written = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("What would they do without you?"), "", parent)
        self.whom = TextField(tr("Who would miss you first?"), tr("Customers who call, my team, my family …"), self)
        self.whom.setMaxLength(NAME_LENGTH)
        self.whom.textEdited.connect(self.written)
        lead = tr(
            "Most people hear too little about their work to know whether a day went well. You can know it: count what "
            "others would have had to do without if you had not been there."
        )
        self.column.addWidget(explanation(lead, self))
        self.area = StepArea(self._examples(), self)
        self.area.setMinimumHeight(px(self, _LEAST_HEIGHT))
        self.column.addWidget(self.area, 1)
        self._ask()

    @property
    @override
    def first(self) -> QWidget:
        return self.whom

    def show_whom(self, whom: str) -> None:
        self.whom.setText(whom)

    @override
    def flush(self) -> bool:
        if self.whom.hasFocus():
            QGuiApplication.inputMethod().commit()
        self.written.emit(self.whom.text())
        return True

    def _examples(self) -> Card:
        card = Card(tr("How others answer"), parent=self)
        card.body.setSpacing(px(self, GAP))
        for where, answer, counted in examples():
            card.body.addLayout(self._example(card, where, answer, counted), 1)
        return card

    def _example(self, card: Card, where: str, answer: str, counted: str) -> QHBoxLayout:
        place = Label(where, quiet=True, parent=card)
        place.setFixedWidth(px(self, _WHERE_WIDTH))
        place.setWordWrap(True)
        said = QVBoxLayout()
        said.setSpacing(1)
        for label in (Label(answer, TextStyle.NAME, parent=card), Label(counted, quiet=True, parent=card)):
            label.setWordWrap(True)
            said.addWidget(label)
        said.addStretch(1)
        line = QHBoxLayout()
        line.setSpacing(px(self, GAP))
        line.addWidget(place, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(said, 1)
        return line

    def _ask(self) -> None:
        label = Label(tr("&Who would miss you first?"), TextStyle.NAME, parent=self)
        label.setBuddy(self.whom)
        hint = tr("A few words, or none. Your measures will say that they are for them.")
        asking = QVBoxLayout()
        asking.setSpacing(px(self, GAP_SMALL) - 2)
        asking.setContentsMargins(0, px(self, GAP_SMALL), 0, 0)
        asking.addWidget(label)
        asking.addWidget(self.whom)
        asking.addWidget(explanation(hint, self))
        self.whom.setAccessibleDescription(hint)
        self.column.addLayout(asking)
