"""The questions of which each day gets one: the user's own are added, any of them retired and brought back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scorecard.domain.reflections import Question
from scorecard.services.services import Services
from scorecard.ui.card_dialogs.line_list import LineList
from scorecard.ui.reflection_tab.prompt_lines import question_lines
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import GAP, GAP_SMALL
from scorecard.ui.widgets.buttons import QuietButton
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.text_field import TextField

Do = Callable[[Callable[[Services], object]], bool]


class QuestionsPage(QWidget):
    """Days that were asked a question keep it, whatever becomes of it here."""

    def __init__(self, do: Do, parent: QWidget) -> None:
        super().__init__(parent)
        self._do = do
        self._questions: tuple[Question, ...] = ()
        self.list = LineList(tr("Questions"), self)
        self.whole = Label("", quiet=True, parent=self)
        self.whole.setWordWrap(True)
        self.new = TextField(tr("A question of your own"), tr("A question of your own"), self)
        self.add = QuietButton(tr("&Add"), self)
        self.retire = QuietButton(tr("&Retire"), self)
        self.list.chosen.connect(self._follow_choice)
        self.list.activated.connect(lambda _index: self._retire())
        self.new.returnPressed.connect(self._add)
        self.add.clicked.connect(self._add)
        self.retire.clicked.connect(self._retire)
        self._lay_out()

    def show_questions(self, questions: Sequence[Question]) -> None:
        self._questions = tuple(questions)
        self.list.show_lines(question_lines(questions))
        self._follow_choice()

    @property
    def _chosen(self) -> Question | None:
        return next((question for question in self._questions if question.id == self.list.key), None)

    def _retire(self) -> None:
        question = self._chosen
        if question is not None:
            known, retired = question.id, not question.retired
            self._do(lambda services: services.reflecting.retire_question(known, retired=retired))

    def _add(self) -> None:
        words = self.new.text().strip()
        if words and self._do(lambda services: services.reflecting.add_question(words, "")):
            self.new.clear()
            own = [question.id for question in self._questions if question.own]
            self.list.choose(own[-1] if own else None)
            self.new.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow_choice(self) -> None:
        question = self._chosen
        self.whole.setText(question.words if question is not None else "")
        self.retire.setEnabled(question is not None)
        self.retire.setText(tr("Bring &back") if question is not None and question.retired else tr("&Retire"))

    def _lay_out(self) -> None:
        chosen = QHBoxLayout()
        chosen.setSpacing(px(self, GAP))
        chosen.addWidget(self.whole, 1)
        chosen.addWidget(self.retire, 0, Qt.AlignmentFlag.AlignTop)
        new = QHBoxLayout()
        new.setSpacing(px(self, GAP_SMALL))
        new.addWidget(self.new, 1)
        new.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, GAP))
        column.addWidget(self.list, 1)
        column.addLayout(chosen)
        column.addLayout(new)
