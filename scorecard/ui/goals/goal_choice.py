"""Which goals a measure or a group works towards: a button with a menu of them, each with a tick."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from scorecard.domain.goals import Goal, Part, goals_of
from scorecard.overriding import override
from scorecard.ui.desk import Desk
from scorecard.ui.goals.wording import say_goal_and_period
from scorecard.ui.text import tr
from scorecard.ui.widgets.buttons import QuietButton

_LETTERS = 48


class GoalChoice(QuietButton):
    """Give it the goals of `services.goals.offered()`; `chosen` are the ids of those with a tick.

    Space, Enter or Down opens the menu. `edited` follows every choice of the user.
    """

    edited = Signal()

    def __init__(self, goals: Sequence[Goal], chosen: Collection[str] = (), parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._goals = tuple(goals)
        self._chosen: frozenset[str] = frozenset()
        self.choices = QMenu(self)
        self._actions = {goal.id: self._action(goal) for goal in self._goals}
        self.setEnabled(bool(self._goals))
        self.setToolTip("" if self._goals else tr("Goals are made under Card, Goals."))
        self.setAccessibleName(tr("Goals it works towards"))
        self.clicked.connect(self.open_choices)
        self.set_chosen(chosen)

    @property
    def offered(self) -> bool:
        """Whether there is any goal to choose."""
        return bool(self._goals)

    @property
    def chosen(self) -> frozenset[str]:
        return self._chosen

    def set_chosen(self, chosen: Collection[str]) -> None:
        """Shows a choice without telling anybody. Goals that are not offered are none of it."""
        self._chosen = frozenset(goal.id for goal in self._goals if goal.id in chosen)
        for goal_id, action in self._actions.items():
            action.setChecked(goal_id in self._chosen)
        said = self._say()
        self.setText(_short(said).replace("&", "&&"))
        self.setAccessibleDescription(said)
        self.updateGeometry()

    def open_choices(self) -> None:
        if self._goals:
            self.choices.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _action(self, goal: Goal) -> QAction:
        action = self.choices.addAction(_short(say_goal_and_period(goal, self.locale())).replace("&", "&&"))
        action.setCheckable(True)
        action.triggered.connect(lambda _=False, goal_id=goal.id: self._switch(goal_id))
        return action

    def _switch(self, goal_id: str) -> None:
        self.set_chosen(self._chosen ^ {goal_id})
        self.edited.emit()

    def _say(self) -> str:
        chosen = [goal for goal in self._goals if goal.id in self._chosen]
        if not self._goals:
            return tr("no goals yet")
        if not chosen:
            return tr("none", "no goal")
        if len(chosen) == 1:
            return say_goal_and_period(chosen[0], self.locale())
        return tr("%n goal(s)", "", len(chosen))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.open_choices()
        else:
            super().keyPressEvent(event)


def _short(words: str) -> str:
    return words if len(words) <= _LETTERS else words[: _LETTERS - 1].rstrip() + "…"


def goal_choice_of(desk: Desk, part: Part | None, parent: QWidget) -> GoalChoice:
    """With the goals that are offered now, those of the part chosen; None: of one that is new."""
    goals = desk.ask(lambda s: s.goals.offered()) or ()
    chosen = goals_of(goals, part) if part is not None else frozenset()
    return GoalChoice(goals, chosen, parent)
