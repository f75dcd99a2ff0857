"""The goals of a quarter and of its year: what they are, how far they have come, and what can be done with them."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scorecard.domain.changes import Change
from scorecard.domain.errors import KnownError
from scorecard.domain.goal_progress import GoalProgress
from scorecard.domain.goals import Goal
from scorecard.services.goal_pages import GoalsPage
from scorecard.services.services import Services
from scorecard.ui.desk import Desk
from scorecard.ui.goal_dialogs.empty_states import no_goals_here, no_goals_yet
from scorecard.ui.goal_dialogs.explanation import GoalExplanation
from scorecard.ui.goal_dialogs.goal_editor import GoalEditor
from scorecard.ui.goal_dialogs.goal_lines import Step, goal_lines, refusals
from scorecard.ui.goal_dialogs.goal_list import GoalList
from scorecard.ui.goal_dialogs.goal_steps import GoalSteps
from scorecard.ui.goal_dialogs.period_line import BACK, ON, PeriodLine
from scorecard.ui.goals.wording import say_period
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import GAP
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.notice_bar import NoticeBar
from scorecard.ui.widgets.notice_sign import NoticeAction, NoticeTone
from scorecard.words.errors import say_error

_SIZE = (900, 600)
_FOLLOWED = ("measure", "terms", "measure_group", "away", "entry", "promise", "promise_step", "goal", "goal_part")


def open_goals(desk: Desk, parent: QWidget, goal_id: str = "") -> None:
    """With that goal chosen. Nothing while the store is not open."""
    if desk.ask(lambda s: s.scoring.today()) is not None:
        dialog = GoalsDialog(desk, parent)
        dialog.open()
        if goal_id:
            dialog.go_to(goal_id)


class GoalsDialog(Dialog):
    """Every step is done at once and can be undone here; nothing is asked first."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("Goals"), tr("Do&ne"), parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        today = desk.ask(lambda s: s.scoring.today())
        assert today is not None, "the store is open"
        self._day: date = today
        self._page: GoalsPage | None = None
        self.periods = PeriodLine(self)
        self.list = GoalList(tr("Goals"), self)
        self.none_yet = no_goals_yet(self.add_goal, self)
        self.none_here = no_goals_here(self.copy_earlier, self)
        self.steps = GoalSteps(self)
        self.notice = NoticeBar(self)
        self._arrange()
        self._connect()
        self._read()
        self.focus_first(self.list if self.chosen is not None else self.steps.add)

    @property
    def chosen(self) -> GoalProgress | None:
        return self._page.get(self.list.key) if self._page is not None else None

    def go_to(self, goal_id: str) -> None:
        """Shows the quarter or year of that goal, with it chosen."""
        goals = self._desk.ask(lambda s: s.goals.all()) or ()
        goal = next((one for one in goals if one.id == goal_id), None)
        if goal is None:
            return
        if self._page is not None and self._page.get(goal_id) is None:
            self._day = goal.first_day
            self._read()
        self.list.choose(goal_id)

    def add_goal(self) -> None:
        self._open_editor(None)

    def copy_earlier(self) -> None:
        """The goals of the quarter before, once more."""
        if self._page is not None:
            self._copy([goal.id for goal in self._page.earlier])

    def _open_editor(self, goal: Goal | None) -> None:
        editor = GoalEditor(self._desk, self, goal, self._day)
        editor.accepted.connect(lambda: self.go_to(editor.saved_id))
        editor.open()

    def _take(self, step: Step) -> None:
        progress = self.chosen
        if progress is None:
            return
        goal = progress.goal
        match step:
            case Step.EXPLAIN:
                GoalExplanation(progress, self).open()
            case Step.EDIT:
                self._open_editor(goal)
            case Step.UP:
                self._do(lambda s: s.goals.move(goal.id, -1))
            case Step.DOWN:
                self._do(lambda s: s.goals.move(goal.id, 1))
            case Step.COPY:
                self._copy([goal.id])
            case Step.CLOSE:
                self._close_or_reopen(goal)
            case Step.REMOVE:
                if self._do(lambda s: s.goals.remove(goal.id)):
                    self._tell(tr("Removed: “{name}”. Measures and entries stay.").format(name=goal.name))

    def _close_or_reopen(self, goal: Goal) -> None:
        if goal.closed:
            done, words = self._do(lambda s: s.goals.reopen(goal.id)), tr("“{name}” is open again.")
        else:
            done, words = self._do(lambda s: s.goals.close(goal.id)), tr("“{name}” is closed; it stays in its place.")
        if done:
            self._tell(words.format(name=goal.name))

    def _copy(self, goal_ids: list[str]) -> None:
        copied: list[Goal] = []
        if self._do(lambda s: copied.extend(s.goals.copy_on(goal_ids))) and copied:
            words = tr("%n goal(s) copied into {period}.", "", len(copied))
            self._tell(words.format(period=say_period(copied[0].period, self.locale())))

    def undo(self) -> None:
        self._do(lambda s: s.undoing.undo())

    def redo(self) -> None:
        self._do(lambda s: s.undoing.redo())

    def _do(self, wish: Callable[[Services], object]) -> bool:
        self.notice.hide()
        return self._desk.do(wish, self._refuse)

    def _tell(self, words: str) -> None:
        self.notice.show_notice(words, actions=(NoticeAction(tr("Undo"), self.undo),))

    def _refuse(self, error: KnownError) -> None:
        self._warn(say_error(error, tr))

    def _warn(self, sentence: str) -> None:
        self.notice.show_notice(sentence, NoticeTone.WARNING)

    def _go_by(self, steps: int) -> None:
        if self._page is not None:
            quarter = self._page.quarter
            self._go_to_day((quarter.next if steps > 0 else quarter.previous).first)

    def _go_home(self) -> None:
        if self._page is not None:
            self._go_to_day(self._page.today)

    def _go_to_day(self, day: date) -> None:
        self.notice.hide()
        self._day = day
        self._read()

    def _read(self) -> None:
        day = self._day
        page = self._desk.ask(lambda s: s.goals.page(day))
        if page is not None:
            self._page = page
            self.periods.show_page(page, self.locale())
            self.list.show_lines(goal_lines(page, self.locale()))
            self._show_face(page)
        self._offer()

    def _show_face(self, page: GoalsPage) -> None:
        nothing = not page.goals
        self.none_yet.setVisible(nothing and not page.any)
        self.none_here.setVisible(nothing and page.any)
        self.none_here.show_earlier(page)
        self.list.setVisible(not nothing)

    def _offer(self) -> None:
        if self._page is not None:
            chosen = self.chosen
            self.steps.offer(refusals(self._page, self.list.key), chosen.goal if chosen is not None else None)

    def _follow_change(self, change: Change) -> None:
        if not change.topics.isdisjoint(_FOLLOWED):
            self._read()

    def _arrange(self) -> None:
        self.resize(px(self, _SIZE[0]), px(self, _SIZE[1]))
        words = tr(
            "A goal adds up entries: all of its quarter or year, those from before a measure was added to it too. "
            "Taking a measure out changes no entry."
        )
        explanation = Label(words, quiet=True, parent=self)
        explanation.setWordWrap(True)
        faces = QVBoxLayout()
        faces.addWidget(self.list, 1)
        faces.addWidget(self.none_yet, 1)
        faces.addWidget(self.none_here, 1)
        line = QHBoxLayout()
        line.setSpacing(px(self, GAP))
        line.addLayout(faces, 1)
        line.addWidget(self.steps)
        self.content.addWidget(explanation)
        self.content.addWidget(self.periods)
        self.content.addLayout(line, 1)
        self.content.addWidget(self.notice)

    def _connect(self) -> None:
        self._desk.changed.connect(self._follow_change)
        self._desk.attached.connect(self._read)
        self.periods.went.connect(self._go_by)
        self.periods.went_home.connect(self._go_home)
        self.list.chosen.connect(self._offer)
        self.list.activated.connect(lambda _: self._take(Step.EDIT))
        self.steps.added.connect(self.add_goal)
        self.steps.asked.connect(self._take)
        self.steps.refused.connect(self._warn)
        for keys, act in (
            ("Ctrl+Z", self.undo),
            ("Ctrl+Shift+Z", self.redo),
            (BACK, lambda: self._go_by(-1)),
            (ON, lambda: self._go_by(1)),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
