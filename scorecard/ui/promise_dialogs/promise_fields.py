"""The widgets of the promise editor: they hold a draft."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from scorecard.domain.due import Due
from scorecard.domain.people import People
from scorecard.domain.promises import Level
from scorecard.services.promises import PromiseDraft
from scorecard.services.reckoning import Reckoned
from scorecard.ui.card_dialogs.form_rows import FormRow, FormRows
from scorecard.ui.promise_dialogs.due_field import DueField
from scorecard.ui.promise_dialogs.due_phrase import ReadDue
from scorecard.ui.promise_dialogs.level_choice import LevelChoice
from scorecard.ui.promise_dialogs.person_field import PersonField
from scorecard.ui.text import tr
from scorecard.ui.widgets.day_field import DayField
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.text_field import TextArea, TextField

_LABEL_WIDTH = 96
_NOTES_HEIGHT = 62


def draft_of(item: Reckoned) -> PromiseDraft:
    """What an editor shows of a promise: its words, and the level and date it has now."""
    promise, state = item.promise, item.standing
    return PromiseDraft(
        words=promise.words,
        level=state.level,
        due=state.due,
        to_whom=item.person,
        person_id=promise.person_id,
        made_on=promise.made_on,
        done_when=promise.done_when,
        why=promise.why,
        notes=promise.notes,
    )


class PromiseFields(FormRows):
    """`edited` follows every change by the user; `grown` says that rows came or went."""

    edited = Signal()
    grown = Signal()

    def __init__(self, people: People, today: date, read: ReadDue, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = TextField(tr("What is promised"), tr("Send the estimates"), self)
        self.to_whom = PersonField(tr("To whom"), tr("myself"), people, self)
        self.level = LevelChoice(self)
        self.due = DueField(tr("When it is due"), today, self, read=read, optional=True)
        self.made_on = DayField(tr("Made on"), today, today, self)
        self.done_when = TextField(tr("How we will know it is done"), tr("She has them in her inbox"), self)
        self.why = TextField(tr("Why"), tr("She can plan the week with them"), self)
        self.notes = TextArea(tr("Notes"), "", self)
        self.notes.setFixedHeight(px(self, _NOTES_HEIGHT))
        self._lay_out()
        self._connect()

    def draft(self) -> PromiseDraft:
        """What is typed. Its date means something when `due.clear`."""
        return PromiseDraft(
            words=self.words.text(),
            level=self.level.level,
            due=self.due.due,
            to_whom=self.to_whom.typed,
            person_id=self.to_whom.person_id,
            made_on=self.made_on.day,
            done_when=self.done_when.text(),
            why=self.why.text(),
            notes=self.notes.toPlainText(),
        )

    def set_draft(self, draft: PromiseDraft) -> None:
        self.words.setText(draft.words)
        self.to_whom.set_person(draft.to_whom, draft.person_id)
        self.level.set_level(draft.level)
        self.due.set_due(draft.due)
        if draft.made_on is not None:
            self.made_on.set_day(draft.made_on)
        self.done_when.setText(draft.done_when)
        self.why.setText(draft.why)
        self.notes.setPlainText(draft.notes)
        self._follow_person()

    def typed(self) -> tuple[PromiseDraft, str]:
        """For telling whether anything was typed since; the date as it stands in its field."""
        return replace(self.draft(), due=None, person_id=None), self.due.field.text()

    def hold(self, level: Level, due: Due | None) -> None:
        """A settled promise keeps its level and its date."""
        self.level.set_level(level)
        self.due.set_due(due)
        self.level.setEnabled(False)
        self.due.setEnabled(False)

    def _lay_out(self) -> None:
        def row(words: str, widget: QWidget, stretch: int | None = 0) -> FormRow:
            return self.add_row(words, [widget], stretch=stretch)

        self.words_row = row(tr("&What"), self.words)
        self.person_row = row(tr("&To whom"), self.to_whom)
        self.level_row = row(tr("&Level"), self.level)
        self.due_row = row(tr("D&ue"), self.due)
        self.made_row = row(tr("&Made on"), self.made_on, None)
        row(tr("&Done when"), self.done_when)
        row(tr("Wh&y"), self.why)
        row(tr("&Notes"), self.notes)
        self.set_label_width(_LABEL_WIDTH)

    def _connect(self) -> None:
        for field in (self.words, self.done_when, self.why):
            field.textEdited.connect(self.edited)
        self.to_whom.textChanged.connect(self._follow_person)
        self.notes.textChanged.connect(self.edited)
        for part in (self.level, self.due, self.made_on):
            part.edited.connect(self.edited)
        self.level.grown.connect(self.grown)

    def _follow_person(self) -> None:
        self.person_row.set_hint(self.to_whom.say_reading())
        self.edited.emit()
