"""A missing day on the page of them: its name, and its three answers. A key gives one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from scorecard.overriding import override
from scorecard.ui.away.gap_states import Answer, GapLine
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP, RADIUS, tokens_of
from scorecard.ui.widgets.buttons import LinkButton
from scorecard.ui.widgets.drawing import fill_round, focus_ring, px, smooth
from scorecard.ui.widgets.label import ElidedLabel
from scorecard.ui.widgets.segments import Segments

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_ANSWERS = (Answer.AWAY, Answer.LEFT)
_HEIGHT = 44


class GapLineRow(QFrame):
    """The whole line has the keyboard; its parts are for the mouse. `answered`: None takes the answer back."""

    answered = Signal(object, object)  # the day, an Answer or None
    moved = Signal(int)
    entered = Signal()

    def __init__(self, line: GapLine, parent: QWidget) -> None:
        super().__init__(parent)
        self.line = line
        self.name = ElidedLabel(line.name, TextStyle.NAME, parent=self)
        self.score = LinkButton(line.score, self)
        self.score.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        options = [(answer.name, words) for answer, words in zip(_ANSWERS, _say_answers(), strict=True)]
        self.answers = Segments(options, line.name, self)
        self.answers.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.score.clicked.connect(lambda: self._give(Answer.SCORED))
        self.answers.chosen.connect(lambda index: self._give(_ANSWERS[index]))
        self.setMinimumHeight(px(self, _HEIGHT))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(self, GAP), 0, px(self, GAP), 0)
        row.setSpacing(px(self, GAP))
        row.addWidget(self.name, 1)
        row.addWidget(self.score)
        row.addWidget(self.answers)
        self.show_line(line)

    def show_line(self, line: GapLine) -> None:
        self.line = line
        self.name.setText(line.name)
        self.name.set_quiet(line.answer is not None)
        self.score.setEnabled(line.answer is not Answer.AWAY)
        self.answers.setEnabled(line.answer is not Answer.SCORED)
        self.answers.set_chosen(_ANSWERS.index(line.answer) if line.answer in _ANSWERS else None)
        self.setAccessibleName(line.spoken)
        self.setAccessibleDescription(say_keys(line.score))

    def set_current(self, current: bool) -> None:
        """Tab stops at the current line only."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if current else Qt.FocusPolicy.ClickFocus)

    def _give(self, answer: Answer | None) -> None:
        if answer is not self.line.answer or answer is Answer.SCORED:
            self.answered.emit(self.line.day, answer)

    def _order(self, event: QKeyEvent) -> bool:
        """Whether the key was an answer."""
        if event.modifiers() & _COMMAND:
            return False
        letter = event.text().casefold()
        if event.key() in _ENTER or letter == _key_of_score():
            if self.score.isEnabled():
                self._give(Answer.SCORED)
        elif event.key() == Qt.Key.Key_Backspace:
            self._give_back()
        elif letter in (_key_of_away(), _key_of_blank()):
            if self.answers.isEnabled():
                self._give(Answer.AWAY if letter == _key_of_away() else Answer.LEFT)
        else:
            return False
        return True

    def _give_back(self) -> None:
        if self.line.answer in _ANSWERS:
            self._give(None)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _MOVES:
            self.moved.emit(_MOVES[key])
        elif event.isAutoRepeat() or not self._order(event):
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()
        self.entered.emit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.hasFocus():
            return
        tokens = tokens_of(self.palette())
        with smooth(self) as painter:
            fill_round(painter, self.rect(), RADIUS, tokens.accent_soft)
            focus_ring(painter, self.rect(), RADIUS, tokens)


def say_keys(score: str) -> str:
    """The keys of a line, each with what it does."""
    return tr("{m}: {score} · {a}: away · {b}: leave blank · Backspace: take it back").format(
        m=_key_of_score().upper(), score=score.lower(), a=_key_of_away().upper(), b=_key_of_blank().upper()
    )


def _key_of_score() -> str:
    return tr("m", "key that scores a missing day from memory")


def _key_of_away() -> str:
    return tr("a", "key for having been away on a missing day")


def _key_of_blank() -> str:
    return tr("b", "key that leaves a missing day blank")


def _say_answers() -> tuple[str, str]:
    return tr("Away", "answer for a missing day"), tr("Leave blank")
