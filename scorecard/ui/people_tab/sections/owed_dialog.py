"""What somebody promised, to be edited: the words, until when, and a note."""

from datetime import date

from PySide6.QtWidgets import QWidget

from scorecard.domain.between import LONG_LENGTH, Owed
from scorecard.domain.due import Due
from scorecard.domain.texts import WORDS_LENGTH
from scorecard.overriding import override
from scorecard.ui.card_dialogs.form_rows import FormRows
from scorecard.ui.completing.completion import Completion
from scorecard.ui.completing.known import known_to
from scorecard.ui.desk import Desk
from scorecard.ui.promise_dialogs.due_field import DueField
from scorecard.ui.promise_dialogs.due_phrase import read_by
from scorecard.ui.promise_dialogs.promise_dialog import PromiseDialog
from scorecard.ui.text import tr
from scorecard.ui.widgets.text_field import TextField

_WIDTH = 560


class OwedDialog(PromiseDialog):
    def __init__(self, desk: Desk, parent: QWidget | None, owed: Owed, today: date) -> None:
        super().__init__(desk, parent, tr("What they promised"), tr("&Save"), tr("&Cancel"), width=_WIDTH)
        self._owed = owed
        self.words = TextField(tr("What they promised"), "", self)
        self.words.setMaxLength(WORDS_LENGTH)
        self.words.setText(owed.words)
        self.due = DueField(tr("Due"), today, self, read=read_by(desk), optional=True)
        self.due.set_due(Due.on(owed.due_day) if owed.due_day is not None else None)
        self.note = TextField(tr("Note"), tr("what there is to remember"), self)
        self.note.setMaxLength(LONG_LENGTH)
        self.note.setText(owed.note)
        Completion(self.note, known_to(desk))
        rows = FormRows(self)
        rows.add_row(tr("&What"), [self.words], stretch=0)
        rows.add_row(tr("&Due"), [self.due], stretch=0)
        rows.add_row(tr("&Note"), [self.note], stretch=0)
        self.content.addWidget(rows)
        self.content.addStretch(1)
        self.due.edited.connect(lambda: self.show_problem(""))
        self.words.textEdited.connect(lambda _: self.show_problem(""))
        self.focus_first(self.words)

    @override
    def accept(self) -> None:
        if not self.due.clear:
            self.due.point_out()
            return
        words, note, due = self.words.text(), self.note.text(), self.due.due
        day, owed_id = due.last_day if due is not None else None, self._owed.id
        if self._desk.do(lambda services: services.people.owed.edit(owed_id, words, day, note), self.refuse):
            super().accept()
