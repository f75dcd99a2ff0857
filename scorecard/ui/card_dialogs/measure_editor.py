"""The editor of one measure: a new one, or one that is there."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from scorecard.domain.errors import CardFullError, KnownError
from scorecard.domain.measures import Place
from scorecard.domain.snapshot import Card
from scorecard.overriding import override
from scorecard.services.cards import Draft
from scorecard.ui.card_dialogs.first_day_choice import FirstDayChoice, say_earlier_days
from scorecard.ui.card_dialogs.meaning import say_meaning
from scorecard.ui.card_dialogs.meaning_note import MeaningNote
from scorecard.ui.card_dialogs.measure_fields import MeasureFields
from scorecard.ui.card_dialogs.measure_form import MeasureForm, form_of, usual_target
from scorecard.ui.card_dialogs.measure_reading import FormProblem, Whereabouts, draft_of, terms_of
from scorecard.ui.card_dialogs.scroll_column import ScrollColumn
from scorecard.ui.desk import Desk
from scorecard.ui.text import tr
from scorecard.ui.widgets.buttons import LinkButton
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.notice_bar import NoticeBar
from scorecard.ui.widgets.notice_sign import NoticeAction, NoticeTone
from scorecard.words.errors import say_error

_WIDTH = 640


class MeasureDialog(Dialog):
    """`measure_id` None: a new measure for the card. Accepted means saved, or nothing to save."""

    def __init__(self, desk: Desk, parent: QWidget | None, measure_id: str | None, today: date) -> None:
        title = tr("New measure") if measure_id is None else tr("Edit the measure")
        super().__init__(title, tr("&Save"), tr("&Cancel"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._today = today
        self._card = desk.ask(lambda s: s.scoring.card()) or Card()
        self._known = self._card.measure(measure_id) if measure_id else None
        self.fields = MeasureFields(*known_names(self._card), self)
        self.first_day = FirstDayChoice(today, self)
        self.more = LinkButton("", self)
        self.meaning = MeaningNote(self)
        self.notice = NoticeBar(self)
        self._arrange()
        self.fields.set_form(self._first_form())
        self._opened_with = self._filled_in()
        self._connect()
        self._show_more(bool(self.fields.plan.text()))
        self._follow_edit()
        self.focus_first(self.fields.name)

    @property
    def changed(self) -> bool:
        return self._filled_in() != self._opened_with

    def save(self, place: Place | None = None) -> None:
        """Saves and closes, or says beside the field what is in the way. `place` is chosen for a new measure."""
        try:
            draft = draft_of(self.fields.form(), self._whereabouts(place))
        except FormProblem as problem:
            self.fields.show_problem(problem.field, problem.sentence)
            self.fields.focus_on(problem.field)
            self._grow()
            self.column.ensureWidgetVisible(self.fields.rows[problem.field])
            return
        unchanged = self._known is not None and not self.changed
        if unchanged or self._hand_in(draft):
            super().accept()

    def _hand_in(self, draft: Draft) -> bool:
        if self._known is None:
            return self._desk.do(lambda s: s.cards.add(draft), self._refuse)
        known = self._known.id
        return self._desk.do(lambda s: s.cards.edit(known, draft), self._refuse)

    def _refuse(self, error: KnownError) -> None:
        if isinstance(error, CardFullError):
            bench = NoticeAction(tr("Put it on the &bench"), lambda: self.save(Place.BENCH))
            self.notice.show_notice(say_error(error, tr), NoticeTone.WARNING, [bench])
            self.notice.action_buttons[0].setFocus()
        else:
            self.notice.show_notice(say_error(error, tr), NoticeTone.ERROR)
        self._grow()

    def _first_form(self) -> MeasureForm:
        if self._known is None:
            fresh = MeasureForm()
            return replace(fresh, target=usual_target(fresh.kind, fresh.scale))
        terms = self._known.terms_on(self._today) or self._known.terms[0]
        names = {group.id: group.name for group in self._card.groups}
        return form_of(self._known, terms, names.get(self._known.group_id or "", ""))

    def _filled_in(self) -> tuple[MeasureForm, date]:
        return self.fields.form(), self.first_day.first_day

    def _whereabouts(self, place: Place | None = None) -> Whereabouts:
        if self._known is None:
            return Whereabouts(self._today, place or Place.CARD)
        first_day = self.first_day.first_day
        terms = self._known.terms_on(first_day) or self._known.terms[0]
        return Whereabouts(first_day, place or terms.place, terms.reason if place is None else "")

    def _arrange(self) -> None:
        self.setMinimumWidth(px(self, _WIDTH))
        self._held = self.fields.add_row(tr("&Holds from"), [self.first_day])
        self._held.set_shown(self._known is not None)
        self.column = ScrollColumn(self.fields, self)
        self.content.addWidget(self.column, 1)
        self.content.addWidget(self.meaning)
        self.content.addWidget(self.notice)
        self.buttons.insertWidget(0, self.more)

    def _connect(self) -> None:
        self.fields.edited.connect(self._follow_edit)
        self.first_day.currentIndexChanged.connect(self._follow_edit)
        self.more.clicked.connect(lambda: self._show_more(not self.fields.more))
        # Cancel is meant; Escape and the window's own button may not be.
        self.secondary.clicked.disconnect(self.reject)
        self.secondary.clicked.connect(self.discard)

    def _show_more(self, more: bool) -> None:
        self.fields.set_more(more)
        self.more.setText(tr("&Less") if more else tr("&More"))
        self.more.setAccessibleDescription(tr("Shows or hides the if-then plan"))
        self._grow()

    def _follow_edit(self) -> None:
        self.notice.hide()
        self.fields.show_problem(None)
        try:
            self.meaning.say(say_meaning(terms_of(self.fields.form(), self._whereabouts())))
        except FormProblem as problem:
            self.meaning.say(problem.sentence, complete=False)
        if self._known is not None:
            self._held.set_hint(say_earlier_days(self._known, self.first_day.first_day))
        self._grow()

    def _grow(self) -> None:
        """Makes room for what came, as far as the screen has it; never less than the user gave."""
        layout = self.layout()
        assert layout is not None, "every dialog has one"
        self.column.settle()
        layout.activate()
        room = self.screen().availableGeometry().height()
        wanted = layout.totalHeightForWidth(max(self.width(), self.minimumWidth()))
        if wanted > self.height():
            self.resize(self.width(), min(wanted, room))

    def discard(self) -> None:
        super().reject()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._grow()

    @override
    def accept(self) -> None:
        self.save()

    @override
    def reject(self) -> None:
        """The first time keeps what was typed and says so; the second leaves."""
        if not self.changed or self.notice.isVisible():
            super().reject()
            return
        actions = (NoticeAction(tr("Discard it"), self.discard),)
        self.notice.show_notice(tr("What you typed is not saved. Escape again discards it."), actions=actions)
        self._grow()


def known_names(card: Card) -> tuple[list[str], list[str]]:
    """The groups in their order, and everybody a measure is for."""
    people = {measure.to_whom for measure in card.measures if measure.to_whom}
    return [group.name for group in card.groups], sorted(people, key=str.casefold)
