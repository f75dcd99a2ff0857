"""What is asked at the end of a day: the prompts of every day, and the questions of which each day gets one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scorecard.domain.changes import Change
from scorecard.domain.errors import KnownError
from scorecard.services.services import Services
from scorecard.ui.desk import Desk
from scorecard.ui.reflection_tab.prompts_page import PromptsPage
from scorecard.ui.reflection_tab.questions_page import QuestionsPage
from scorecard.ui.text import tr
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.notice_bar import NoticeBar
from scorecard.ui.widgets.notice_sign import NoticeTone
from scorecard.ui.widgets.segments import Segments
from scorecard.words.errors import say_error

_SIZE = (680, 560)


class PromptsDialog(Dialog):
    """Every step is done at once and can be undone here."""

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(tr("Prompts"), tr("&Close"), parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self.primary.setAutoDefault(False)
        self.primary.setDefault(False)  # Enter belongs to the fields
        self.sides = Segments(
            [("prompts", tr("Every day")), ("questions", tr("Question of the day"))], tr("Show"), self, widest=420
        )
        self.prompts = PromptsPage(self.do, self)
        self.questions = QuestionsPage(self.do, self)
        self.notice = NoticeBar(self)
        self._arrange()
        self.sides.chosen.connect(self._show_side)
        desk.changed.connect(self._follow)
        QShortcut(QKeySequence("Ctrl+Z"), self).activated.connect(lambda: self.do(lambda s: s.undoing.undo()))
        self._read()
        self.focus_first(self.prompts.list)

    def do(self, wish: Callable[[Services], object]) -> bool:
        self.notice.hide()
        return self._desk.do(wish, self._refuse)

    def _refuse(self, error: KnownError) -> None:
        self.notice.show_notice(say_error(error, tr), NoticeTone.WARNING)

    def _show_side(self, index: int) -> None:
        self.notice.hide()
        self.prompts.setVisible(index == 0)
        self.questions.setVisible(index == 1)

    def _read(self) -> None:
        found = self._desk.ask(lambda s: (s.reflecting.prompts(), s.reflecting.questions()))
        if found is not None:
            self.prompts.show_prompts(found[0])
            self.questions.show_questions(found[1])

    def _follow(self, change: Change) -> None:
        if change.topics & {"prompt", "question"}:
            self._read()

    def _arrange(self) -> None:
        self.resize(px(self, _SIZE[0]), px(self, _SIZE[1]))
        sides = QVBoxLayout()
        sides.addWidget(self.prompts, 1)
        sides.addWidget(self.questions, 1)
        self.content.addWidget(self.sides)
        self.content.addLayout(sides, 1)
        self.content.addWidget(self.notice)
        self.sides.set_chosen(0)
        self.questions.hide()
