"""The column of buttons beside the goals. What is not possible says why, by mouse and by keyboard."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scorecard.domain.goals import Goal, Span
from scorecard.ui.goal_dialogs.goal_lines import Step
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import GAP_SMALL
from scorecard.ui.widgets.button_keys import with_key
from scorecard.ui.widgets.buttons import QuietButton
from scorecard.ui.widgets.drawing import px

_KEYS = {
    Step.EXPLAIN: "Ctrl+E",
    Step.EDIT: "F2",
    Step.UP: "Alt+Up",
    Step.DOWN: "Alt+Down",
    Step.COPY: "Ctrl+D",
    Step.CLOSE: "Ctrl+Shift+X",
    Step.REMOVE: "Del",
}
_NEW = "Ctrl+N"
_LAST_OF_BLOCK = (Step.EDIT, Step.DOWN)


def _words(goal: Goal | None) -> dict[Step, str]:
    yearly = goal is not None and goal.span is Span.YEAR
    return {
        Step.EXPLAIN: tr("E&xplain"),
        Step.EDIT: tr("&Edit"),
        Step.UP: tr("Move &up"),
        Step.DOWN: tr("Move &down"),
        Step.COPY: tr("&Copy into next year") if yearly else tr("&Copy into next quarter"),
        Step.CLOSE: tr("Re&open it") if goal is not None and goal.closed else tr("C&lose it"),
        Step.REMOVE: tr("&Remove"),
    }


class GoalSteps(QWidget):
    """`asked` carries a Step that is possible, `refused` the sentence why another is not."""

    added = Signal()
    asked = Signal(object)
    refused = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        """The shortcuts belong to `parent`, the dialog."""
        super().__init__(parent)
        self._reasons: Mapping[Step, str] = {}
        self.add = QuietButton(tr("&Add a goal"), self)
        self.add.setToolTip(with_key(tr("A new goal for this quarter or year"), _NEW))
        self.add.clicked.connect(self.added)
        self._shortcut(_NEW, parent, self.added.emit)
        self.buttons = {step: QuietButton(words, self) for step, words in _words(None).items()}
        for step, button in self.buttons.items():
            button.clicked.connect(lambda _=False, step=step: self._ask(step))
            self._shortcut(_KEYS[step], parent, partial(self._ask, step))
        self._lay_out()

    def offer(self, reasons: Mapping[Step, str], goal: Goal | None) -> None:
        """`reasons` are for the steps that are not possible with the goal that is chosen."""
        self._reasons = reasons
        words = _words(goal)
        for step, button in self.buttons.items():
            reason = reasons.get(step, "")
            button.setText(words[step])
            button.setEnabled(not reason)
            button.setToolTip(reason or with_key(button.shown_words, _KEYS[step]))
            button.setAccessibleDescription(reason)

    def _ask(self, step: Step) -> None:
        if reason := self._reasons.get(step):
            self.refused.emit(reason)
        else:
            self.asked.emit(step)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, GAP_SMALL))
        column.addWidget(self.add)
        column.addSpacing(px(self, GAP_SMALL))
        for step, button in self.buttons.items():
            column.addWidget(button)
            if step in _LAST_OF_BLOCK:
                column.addSpacing(px(self, GAP_SMALL))
        column.addStretch(1)

    def _shortcut(self, keys: str, owner: QWidget, act: Callable[[], object]) -> None:
        QShortcut(QKeySequence(keys), owner).activated.connect(act)
