"""The three levels with their words, and two questions that suggest one; the user decides."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from scorecard.domain.promises import Level
from scorecard.ui.promise_dialogs.answers import YesNoChoice
from scorecard.ui.say_promises import say_level, say_level_meaning
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP, GAP_SMALL, GAP_TINY
from scorecard.ui.widgets.buttons import LinkButton
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.segments import Segments

_WIDEST = 400


def suggested(vital: bool | None, in_my_power: bool | None) -> Level | None:
    """None while the answers do not say it."""
    if in_my_power is False:
        return Level.GOOD_INTENTION
    if in_my_power is None or vital is None:
        return None
    return Level.COMMITMENT if vital else Level.BEST_EFFORT


class LevelChoice(QWidget):
    """`edited` follows another level; `grown` says that the questions came or went."""

    edited = Signal()
    grown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.segments = Segments([(level, say_level(level)) for level in Level], tr("Level"), self, widest=_WIDEST)
        self.words = Label("", quiet=True, parent=self)
        self.words.setWordWrap(True)
        self.ask = LinkButton(tr("Not su&re?"), self)
        self.ask.setAccessibleDescription(tr("Two questions suggest a level"))
        self.questions = LevelQuestions(self)
        self.questions.hide()
        self.setFocusProxy(self.segments)
        self._lay_out()
        self.segments.chosen.connect(self._follow_choice)
        self.ask.clicked.connect(self.show_questions)
        self.questions.used.connect(self._use)

    @property
    def level(self) -> Level:
        return Level(self.segments.chosen_key or Level.COMMITMENT)

    def set_level(self, level: Level) -> None:
        """Shows a level without telling anybody."""
        self.segments.set_chosen(list(Level).index(level))
        self.words.setText(say_level_meaning(level))
        self.segments.setAccessibleDescription(self.words.text())

    def show_questions(self) -> None:
        self.ask.hide()
        self.questions.show()
        self.grown.emit()
        self.questions.vital.setFocus()

    def _follow_choice(self) -> None:
        self.set_level(self.level)
        self.edited.emit()

    def _use(self) -> None:
        level = self.questions.level
        if level is not None:
            self.set_level(level)
            self.segments.setFocus()
            self.edited.emit()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(px(self, GAP_SMALL))
        line.addWidget(self.segments)
        line.addWidget(self.ask)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, GAP_TINY))
        column.addLayout(line)
        column.addWidget(self.words)
        column.addWidget(self.questions)


class LevelQuestions(QWidget):
    """`used` says that the suggestion is wanted."""

    used = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.vital = YesNoChoice(tr("Is it vital?"), self)
        self.in_my_power = YesNoChoice(tr("Is it in my power?"), self)
        self.suggestion = Label("", TextStyle.MEDIUM, parent=self)
        self.use = LinkButton(tr("Use &it"), self)
        self.use.clicked.connect(self.used)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, px(self, GAP_TINY), 0, 0)
        grid.setHorizontalSpacing(px(self, GAP))
        grid.setVerticalSpacing(px(self, GAP_TINY))
        grid.setColumnStretch(2, 1)
        for row, answer in enumerate((self.vital, self.in_my_power)):
            grid.addWidget(Label(answer.accessibleName(), parent=self), row, 0)
            grid.addWidget(answer, row, 1)
            answer.chosen.connect(self._suggest)
        line = QHBoxLayout()
        line.addWidget(self.suggestion)
        line.addWidget(self.use)
        line.addStretch(1)
        grid.addLayout(line, 2, 0, 1, 3)
        self._suggest()

    @property
    def level(self) -> Level | None:
        return suggested(self.vital.answer, self.in_my_power.answer)

    def _suggest(self) -> None:
        level = self.level
        known = tr("That is a {level}.").format(level=say_level(level).lower()) if level else ""
        self.suggestion.setText(known or tr("Answer both: they suggest a level."))
        self.suggestion.set_quiet(level is None)
        self.use.setVisible(level is not None)
        self.use.setAccessibleDescription(known)
