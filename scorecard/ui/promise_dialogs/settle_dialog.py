"""Settling one promise: how much effort, whether striven for, and, where it is asked for, when and a note."""

from datetime import date

from PySide6.QtWidgets import QWidget

from scorecard.domain.promises import Level, Outcome, Settled
from scorecard.overriding import override
from scorecard.services.reckoning import Reckoned
from scorecard.ui.card_dialogs.form_rows import FormRows
from scorecard.ui.card_dialogs.meaning_note import MeaningNote
from scorecard.ui.desk import Desk
from scorecard.ui.promise_dialogs.answers import Answer, EffortChoice, YesNoChoice
from scorecard.ui.promise_dialogs.effects import say_settling, usual_day
from scorecard.ui.promise_dialogs.promise_dialog import PromiseDialog
from scorecard.ui.promise_dialogs.promise_head import say_head
from scorecard.ui.say import sentence_case
from scorecard.ui.say_promises import say_outcome
from scorecard.ui.text import tr
from scorecard.ui.widgets.buttons import LinkButton
from scorecard.ui.widgets.day_field import DayField
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.text_field import TextField

_WIDTH = 520


def question_of(item: Reckoned, outcome: Outcome) -> str:
    """What settling it asks; empty for nothing."""
    if outcome is Outcome.RELEASED:
        return ""
    match item.standing.level:
        case Level.COMMITMENT:
            return ""
        case Level.BEST_EFFORT:
            return tr("How much effort did you give it?")
        case Level.GOOD_INTENTION:
            return tr("Did you strive for it?")


def say_title(outcome: Outcome) -> str:
    return tr("Done, but late") if outcome is Outcome.LATE else sentence_case(say_outcome(outcome))


class SettleDialog(PromiseDialog):
    """`details`: with a day and a note from the start. What is asked may be left unanswered."""

    def __init__(
        self, desk: Desk, parent: QWidget | None, item: Reckoned, outcome: Outcome, today: date, *, details: bool
    ) -> None:
        words = say_title(outcome)
        super().__init__(desk, parent, words, words, tr("&Cancel"), width=_WIDTH)
        self._item, self._outcome, self._today = item, outcome, today
        self.question = question_of(item, outcome)
        self.answer = self._answer()
        latest = max([today, *(step.day for step in item.promise.steps)])
        self.day = DayField(tr("When"), usual_day(item, outcome, today), latest, self)
        self.note = TextField(tr("Note"), tr("what there is to remember"), self)
        self.more = LinkButton(tr("&Day and note…"), self)
        self.meaning = MeaningNote(self)
        self._arrange()
        self._connect()
        self._follow_edit()
        if details:
            self.show_details()
        self.focus_first(self.answer or self.day)

    @property
    def event_chosen(self) -> Settled:
        effort = self.answer.effort if isinstance(self.answer, EffortChoice) else None
        strove = self.answer.answer if isinstance(self.answer, YesNoChoice) else None
        return Settled(self._outcome, effort, strove)

    def show_details(self) -> None:
        self.details.show()
        self.more.hide()
        self.grow()
        self.day.setFocus()

    def _answer(self) -> Answer | None:
        if not self.question:
            return None
        if self._item.standing.level is Level.BEST_EFFORT:
            return EffortChoice(self.question, self)
        return YesNoChoice(self.question, self)

    def _arrange(self) -> None:
        self.add_head(self._item.promise.words, say_head(self._item, self._today))
        if self.answer is not None:
            label = Label(self.question, parent=self)
            label.setBuddy(self.answer)
            self.content.addWidget(label)
            self.content.addWidget(self.answer)
            keys = tr("Digits answer; Backspace takes it back.") if isinstance(self.answer, EffortChoice) else ""
            self.content.addWidget(Label(keys or tr("Y or N answers; Backspace takes it back."), quiet=True))
        self.details = FormRows(self)
        self.details.add_row(tr("&When"), [self.day])
        self.details.add_row(tr("&Note"), [self.note], stretch=0)
        self.details.hide()
        self.content.addWidget(self.details)
        self.content.addWidget(self.meaning)
        self.content.addStretch(1)
        self.buttons.insertWidget(0, self.more)

    def _connect(self) -> None:
        self.more.clicked.connect(self.show_details)
        self.day.edited.connect(self._follow_edit)
        if self.answer is not None:
            self.answer.chosen.connect(self._follow_edit)

    def _follow_edit(self) -> None:
        self.show_problem("")
        self.meaning.say(say_settling(self._item, self.event_chosen, self.day.day, self._today))
        self.grow()

    @override
    def accept(self) -> None:
        event, promise_id = self.event_chosen, self._item.promise.id
        day, note = self.day.day, self.note.text()
        done = self._desk.do(
            lambda s: s.promises.settle(
                promise_id, event.outcome, day=day, effort=event.effort, strove=event.strove, note=note
            ),
            self.refuse,
        )
        if done:
            super().accept()
