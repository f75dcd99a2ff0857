"""The editor of one goal: a new one, or one that is there."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from scorecard.domain.goals import PERSPECTIVES, Goal, Span, period_of
from scorecard.domain.snapshot import Card
from scorecard.overriding import override
from scorecard.ui.card_dialogs.editor_dialog import EditorDialog
from scorecard.ui.card_dialogs.meaning_note import MeaningNote
from scorecard.ui.card_dialogs.scroll_column import ScrollColumn
from scorecard.ui.desk import Desk
from scorecard.ui.goal_dialogs.goal_fields import GoalFields
from scorecard.ui.goal_dialogs.goal_form import FormProblem, GoalForm, draft_of, form_of, sketch_of
from scorecard.ui.goals.wording import numbers_of
from scorecard.ui.text import tr
from scorecard.ui.widgets.drawing import px
from scorecard.words.goals import DOT, facts

_WIDTH = 680


class GoalEditor(EditorDialog):
    """`goal` None: a new one, for the quarter of `day`. Accepted means that `saved_id` is as it was filled in.

    What the entries have come to already is said while it is written.
    """

    def __init__(self, desk: Desk, parent: QWidget | None, goal: Goal | None, day: date) -> None:
        super().__init__(tr("New goal") if goal is None else tr("Edit the goal"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._known = goal
        self.saved_id = goal.id if goal is not None else ""
        today = desk.ask(lambda s: s.scoring.today()) or day
        card = desk.ask(lambda s: s.scoring.card()) or Card()
        own = [one.perspective for one in desk.ask(lambda s: s.goals.all()) or ()]
        others = sorted({name for name in own if name and name not in PERSPECTIVES}, key=str.casefold)
        self.fields = GoalFields(card, others, today, self)
        self.meaning = MeaningNote(self)
        self._arrange()
        fresh = GoalForm(Span.QUARTER, period_of(Span.QUARTER, day).first)
        self.fields.set_form(form_of(goal) if goal is not None else fresh)
        self._opened_with = self.fields.form()
        self._connect()
        self._follow_edit()
        self.focus_first(self.fields.name)

    @property
    @override
    def changed(self) -> bool:
        return self.fields.form() != self._opened_with

    @override
    def save(self) -> None:
        try:
            draft = draft_of(self.fields.form())
        except FormProblem as problem:
            self.fields.show_problem(problem.field, problem.sentence)
            self.fields.focus_on(problem.field)
            self.grow()
            self.column.ensureWidgetVisible(self.fields.rows[problem.field])
            return
        known = self._known
        if known is not None:
            if not self.changed or self._desk.do(lambda s: s.goals.edit(known.id, draft), self.refuse):
                self.finish()
            return
        added: list[str] = []
        if self._desk.do(lambda s: added.append(s.goals.add(draft)), self.refuse):
            self.saved_id = added[0] if added else ""
            self.finish()

    def _arrange(self) -> None:
        self.setMinimumWidth(px(self, _WIDTH))
        self.column = ScrollColumn(self.fields, self)
        self.columns.append(self.column)
        self.content.addWidget(self.column, 1)
        self.content.addWidget(self.meaning)
        self.content.addWidget(self.notice)

    def _connect(self) -> None:
        self.fields.edited.connect(self._follow_edit)

    def _follow_edit(self) -> None:
        self.notice.hide()
        self.fields.show_problem(None)
        try:
            draft = sketch_of(self.fields.form())
        except FormProblem as problem:
            self.meaning.say(problem.sentence, complete=False)
            return
        progress = self._desk.ask(lambda s: s.goals.preview(draft))
        if progress is None or not draft.parts:
            self.meaning.say(tr("Choose the measures or groups that work towards it."), complete=False)
            return
        so_far = DOT.join(facts(progress, tr, numbers_of(self.locale())))
        quarter = tr("So far: {facts}. All entries of the quarter count, those of before today too.")
        year = tr("So far: {facts}. All entries of the year count, those of before today too.")
        self.meaning.say((quarter if draft.span is Span.QUARTER else year).format(facts=so_far))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fields.name.setCursorPosition(0)
