"""Renegotiating: a new date, or none, and who was told when."""

from datetime import date

from PySide6.QtWidgets import QWidget

from scorecard.domain.people import People
from scorecard.overriding import override
from scorecard.services.reckoning import Reckoned
from scorecard.ui.card_dialogs.form_rows import FormRows
from scorecard.ui.card_dialogs.meaning_note import MeaningNote
from scorecard.ui.desk import Desk
from scorecard.ui.promise_dialogs.due_field import DueField
from scorecard.ui.promise_dialogs.due_phrase import ReadDue, read_by
from scorecard.ui.promise_dialogs.effects import say_moving
from scorecard.ui.promise_dialogs.person_field import PersonField
from scorecard.ui.promise_dialogs.promise_dialog import PromiseDialog
from scorecard.ui.promise_dialogs.promise_head import say_head
from scorecard.ui.text import tr
from scorecard.ui.widgets.day_field import DayField
from scorecard.ui.widgets.text_field import TextField

_WIDTH = 620
_LABEL_WIDTH = 84


class MoveDialog(PromiseDialog):
    def __init__(
        self, desk: Desk, parent: QWidget | None, item: Reckoned, today: date, read: ReadDue | None = None
    ) -> None:
        super().__init__(desk, parent, tr("Renegotiate"), tr("&Move it"), tr("&Cancel"), width=_WIDTH)
        self._item, self._today = item, today
        people = desk.ask(lambda s: s.promises.book().people) or People()
        latest = max([today, *(step.day for step in item.promise.steps)])
        self.due = DueField(tr("New date"), today, self, read=read or read_by(desk))
        self.told = PersonField(tr("Who was told"), tr("nobody yet"), people, self)
        self.told.set_person(item.person, item.promise.person_id)
        self.day = DayField(tr("When they were told"), today, latest, self)
        self.note = TextField(tr("Note"), tr("why it moves"), self)
        self.meaning = MeaningNote(self)
        self._arrange()
        self.due.edited.connect(self._follow_edit)
        self.day.edited.connect(self._follow_edit)
        self._follow_edit()
        self.focus_first(self.due)

    def _arrange(self) -> None:
        self.add_head(self._item.promise.words, say_head(self._item, self._today))
        rows = FormRows(self)
        rows.set_label_width(_LABEL_WIDTH)
        rows.add_row(tr("New &date"), [self.due], stretch=0)
        rows.add_row(tr("&Told"), [self.told], stretch=0)
        rows.add_row(tr("&When"), [self.day])
        rows.add_row(tr("&Note"), [self.note], stretch=0)
        self.content.addWidget(rows)
        self.content.addWidget(self.meaning)
        self.content.addStretch(1)

    def _follow_edit(self) -> None:
        self.show_problem("")
        # The date itself changes nothing about it: what counts is when the other was told.
        new = self.due.due if self.due.clear else None
        self.meaning.say(say_moving(self._item, new, self.day.day, self._today), complete=self.due.clear)
        self.grow()

    @override
    def accept(self) -> None:
        if not self.due.clear:
            self.due.point_out()
            return
        promise_id, due = self._item.promise.id, self.due.due
        told, day, note = self.told.typed, self.day.day, self.note.text()
        if self._desk.do(lambda s: s.promises.move(promise_id, due, told=told, day=day, note=note), self.refuse):
            super().accept()
