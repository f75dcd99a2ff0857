"""The editor of one promise: a new one, or one that is there."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from scorecard.domain.errors import EmptyNameError, ImpossibleStepError, KnownError, StepFault
from scorecard.domain.people import People
from scorecard.domain.promises import Level, can_be_removed
from scorecard.overriding import override
from scorecard.services.lanes import own_record
from scorecard.services.promises import PromiseDraft
from scorecard.services.reckoning import Reckoned
from scorecard.ui.card_dialogs.form_rows import FormRow
from scorecard.ui.card_dialogs.meaning_note import MeaningNote
from scorecard.ui.card_dialogs.scroll_column import ScrollColumn
from scorecard.ui.completing.completion import Completion
from scorecard.ui.completing.known import known_to
from scorecard.ui.desk import Desk
from scorecard.ui.promise_dialogs.due_phrase import ReadDue, read_by
from scorecard.ui.promise_dialogs.effects import say_moving
from scorecard.ui.promise_dialogs.promise_dialog import PromiseDialog
from scorecard.ui.promise_dialogs.promise_fields import PromiseFields, draft_of
from scorecard.ui.say import say_day
from scorecard.ui.say_promises import say_level, say_no_words
from scorecard.ui.say_record import say_own_record
from scorecard.ui.text import tr
from scorecard.ui.widgets.notice_bar import NoticeBar
from scorecard.ui.widgets.notice_sign import NoticeAction
from scorecard.words.errors import say_error

_WIDTH = 660
_FAULTS_OF_DATE = (StepFault.DUE_BEFORE, StepFault.SAME)
_FAULTS_OF_MADE = (StepFault.FUTURE, StepFault.BEFORE_MADE)


class PromiseEditor(PromiseDialog):
    """Give `item` to edit it, or a draft to begin with. `promise_id` is that of the promise, once it is saved."""

    def __init__(
        self, desk: Desk, parent: QWidget | None, today: date, *,
        item: Reckoned | None = None, draft: PromiseDraft | None = None, read: ReadDue | None = None,
    ) -> None:  # fmt: skip
        title = tr("New promise") if item is None else tr("Edit the promise")
        super().__init__(desk, parent, title, tr("&Save"), tr("&Cancel"), width=_WIDTH)
        self._today, self._item = today, item
        self.promise_id = item.promise.id if item is not None else ""
        self._begun = draft_of(item) if item is not None else draft or PromiseDraft("", Level.COMMITMENT)
        people = desk.ask(lambda s: s.promises.book().people) or People()
        self.fields = PromiseFields(people, today, read or read_by(desk), self)
        names = desk.ask(lambda services: services.people.names()) or ()
        self.fields.to_whom.offer([name for name, person in names if name == person.name])  # archived ones come last
        known = known_to(desk)
        for place in (self.fields.done_when, self.fields.why, self.fields.notes):
            Completion(place, known)
        self.column = ScrollColumn(self.fields, self)
        self.meaning = MeaningNote(self)
        self.notice = NoticeBar(self)
        self.fields.set_draft(self._begun)
        if item is not None and not item.standing.open:
            self.fields.hold(self._begun.level, self._begun.due)
        self._opened_with = self.fields.typed()
        self._arrange()
        self._connect()
        self._follow_edit()
        self.focus_first(self.fields.words)

    @property
    def changed(self) -> bool:
        return self.fields.typed() != self._opened_with

    def _arrange(self) -> None:
        self.content.addWidget(self.column, 1)
        self.content.addWidget(self.meaning)
        self.content.addWidget(self.notice)

    def _connect(self) -> None:
        self.fields.edited.connect(self._follow_edit)
        self.fields.grown.connect(self.grow)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.accept)

    def _follow_edit(self) -> None:
        self.notice.hide()
        self.show_problem("")
        for row in (self.fields.words_row, self.fields.due_row, self.fields.made_row):
            row.show_problem("")
        self.meaning.say(self._say_record())
        self._say_changes()
        self.grow()

    def _say_record(self) -> str:
        draft = self.fields.draft()
        due = draft.due if self.fields.due.clear else None
        known = not draft.to_whom or draft.person_id is not None
        own = self._desk.ask(
            lambda s: own_record(s.promises.book(), self._today, draft.level, due, draft.person_id, person_known=known)
        )
        return say_own_record(own, draft.to_whom) if own is not None else ""

    def _say_changes(self) -> None:
        """What changing the level or the date of a promise that is there means for the record."""
        if self._item is None:
            return
        state, draft = self._item.standing, self.fields.draft()
        if not state.open:
            self.fields.due_row.set_hint(tr("It is settled: reopen it to change its level or its date."))
            return
        moved = self.fields.due.clear and draft.due != state.due
        self.fields.due_row.set_hint(self._say_move(self._item, draft) if moved else "")
        relevelled = tr("The history will say: now a {level}.").format(level=say_level(draft.level).lower())
        self.fields.level_row.set_hint(relevelled if draft.level is not state.level else "")

    def _say_move(self, item: Reckoned, draft: PromiseDraft) -> str:
        if item.promise.made_on == self._today and can_be_removed(item.promise, self._today):
            return tr("It was made today: this corrects the date, and is no move.")
        words = tr("A move is recorded.")
        return f"{words} {say_moving(item, draft.due, self._today, self._today)}"

    def _show_problem_at(self, row: FormRow, field: QWidget, sentence: str) -> None:
        row.show_problem(sentence, field)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.grow()
        self.column.ensureWidgetVisible(row)

    @override
    def refuse(self, error: KnownError) -> None:
        fault = error.fault if isinstance(error, ImpossibleStepError) else None
        sentence, fields = say_error(error, tr, say_day), self.fields
        if isinstance(error, EmptyNameError):
            self._show_problem_at(fields.words_row, fields.words, say_no_words())
        elif fault in _FAULTS_OF_DATE:
            self._show_problem_at(fields.due_row, fields.due, sentence)
        elif fault in _FAULTS_OF_MADE:
            self._show_problem_at(fields.made_row, fields.made_on, sentence)
        else:
            super().refuse(error)

    @override
    def grow(self) -> None:
        self.column.settle()
        super().grow()

    @override
    def accept(self) -> None:
        if not self.fields.words.text().strip():
            self.refuse(EmptyNameError())
        elif not self.fields.due.clear:
            self.fields.due.point_out()
            self.column.ensureWidgetVisible(self.fields.due_row)
        elif (self._item is not None and not self.changed) or self._hand_in(self.fields.draft()):
            super().accept()

    def _hand_in(self, draft: PromiseDraft) -> bool:
        if self._item is not None:
            return self._desk.do(lambda s: s.promises.edit(self.promise_id, draft), self.refuse)
        return self._desk.do(lambda s: self._keep(s.promises.make(draft)), self.refuse)

    def _keep(self, promise_id: str) -> None:
        self.promise_id = promise_id

    def discard(self) -> None:
        super().reject()

    @override
    def reject(self) -> None:
        """The first time asks; the second leaves."""
        if not self.changed or self.notice.isVisible():
            super().reject()
            return
        actions = (
            NoticeAction(tr("Disc&ard it"), self.discard),
            NoticeAction(tr("Go &on"), self.fields.words.setFocus),
        )
        self.notice.show_notice(tr("Discard what you typed? Escape again does."), actions=actions)
        self.grow()
