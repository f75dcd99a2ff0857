"""The editor of one measure: a new one, or one that is there."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from scorecard.domain.changes import Change
from scorecard.domain.errors import CardFullError, KnownError
from scorecard.domain.goals import Part, PartKind
from scorecard.domain.measures import Measure, Place, Terms
from scorecard.domain.snapshot import Card
from scorecard.domain.terms_over_time import PARTS, differing, planned, shown_terms
from scorecard.overriding import override
from scorecard.services.cards import Draft
from scorecard.ui.card_dialogs.editor_dialog import EditorDialog
from scorecard.ui.card_dialogs.effect_panel import EffectPanel
from scorecard.ui.card_dialogs.first_day_choice import FirstDayChoice
from scorecard.ui.card_dialogs.good_measure import GoodMeasure
from scorecard.ui.card_dialogs.meaning import say_meaning
from scorecard.ui.card_dialogs.meaning_note import MeaningNote
from scorecard.ui.card_dialogs.measure_fields import MeasureFields
from scorecard.ui.card_dialogs.measure_form import MeasureForm, form_of, usual_target
from scorecard.ui.card_dialogs.measure_reading import FormProblem, Whereabouts, draft_of, terms_of
from scorecard.ui.card_dialogs.room_dialog import ITSELF, RoomDialog
from scorecard.ui.card_dialogs.scroll_column import ScrollColumn
from scorecard.ui.card_dialogs.whom_field import link_whom
from scorecard.ui.desk import Desk
from scorecard.ui.goals.goal_choice import goal_choice_of
from scorecard.ui.say import say_day
from scorecard.ui.say_terms import say_differences
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import GAP, GAP_WIDE
from scorecard.ui.widgets.buttons import LinkButton
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import ElidedLabel
from scorecard.ui.widgets.notice_sign import NoticeTone
from scorecard.ui.widgets.text_field import TextField

_FORM, _SIDE = 590, 300
_FRAME = 76  # of the dialog and for a scroll bar
_REASON_LENGTH = 1000


class MeasureDialog(EditorDialog):
    """`measure_id` None: a new measure for the card, as another one if `like` is its id.

    Accepted means saved, or nothing to save; `saved` carries the id.
    """

    saved = Signal(str)

    def __init__(
        self, desk: Desk, parent: QWidget | None, measure_id: str | None, today: date, *, like: str | None = None
    ) -> None:
        title = tr("New measure") if measure_id is None else tr("Edit the measure")
        super().__init__(title, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._today = today
        self._card = desk.ask(lambda s: s.scoring.card()) or Card()
        self._known = self._card.measure(measure_id) if measure_id else None
        self._like = self._card.measure(like) if like else None
        self.fields = MeasureFields(*known_names(self._card), self)
        self.first_day = FirstDayChoice(today, self)
        self.reason = TextField(tr("Why it changes"), tr("why, if the charts shall say it"), self)
        self.later = ElidedLabel("", quiet=True, parent=self)
        self.take_back = LinkButton(tr("Take it &back"), self)
        shown = measure_id or like
        self.goals = goal_choice_of(desk, Part(PartKind.MEASURE, shown) if shown else None, self)
        self.more = LinkButton("", self)
        self.meaning = MeaningNote(self)
        self.good = GoodMeasure(self)
        self.effect = EffectPanel(desk, today, self)
        self._arrange()
        self.fields.set_form(self._first_form())
        link_whom(self.fields.to_whom, desk, shown, fresh=measure_id is None)
        self.fields.show_what_matters()
        self._opened_with = self._filled_in()
        self._connect()
        self._show_more(bool(self.fields.plan.text()))
        self._show_later()
        self._follow_edit()
        self.fields.name.selectAll()
        self.focus_first(self.fields.name)

    @property
    @override
    def changed(self) -> bool:
        return self._filled_in() != self._opened_with

    @override
    def save(self, place: Place | None = None) -> None:
        """Saves and closes, or says beside the field what is in the way. `place` is chosen for a new measure."""
        draft = self._draft(place)
        if draft is None:
            return
        unchanged = self._known is not None and not self.changed
        if unchanged or self._hand_in(draft):
            self.finish()

    def _draft(self, place: Place | None = None) -> Draft | None:
        try:
            draft = draft_of(self.fields.form(), self._whereabouts(place))
            goals = self.goals.chosen if self.goals.offered else None
            return replace(draft, goals=goals, serves=self.fields.to_whom.serves)
        except FormProblem as problem:
            self.fields.show_problem(problem.field, problem.sentence)
            self.fields.focus_on(problem.field)
            self.grow()
            self.column.ensureWidgetVisible(self.fields.rows[problem.field])
            return None

    def _hand_in(self, draft: Draft, to_bench: str | None = None) -> bool:
        known = self._known
        made: list[str] = []
        if known is None:
            done = self._desk.do(lambda s: made.append(s.cards.add(draft, to_bench)), self.refuse)
        else:
            done = self._desk.do(lambda s: s.cards.edit(known.id, draft), self.refuse)
            made.append(known.id)
        if done and made:
            self.saved.emit(made[0])
        return done

    @override
    def refuse(self, error: KnownError) -> None:
        if not isinstance(error, CardFullError):
            super().refuse(error)
        elif self._known is None:
            self._ask_for_room()
        else:
            sentence = tr("On some of those days nine measures were on the card already. Choose a later first day.")
            self.notice.show_notice(sentence, NoticeTone.ERROR)
            self.grow()

    def _ask_for_room(self) -> None:
        """Which one waits on the bench: one of the nine, or this one; what is decided is one deed with the saving."""
        card = self._desk.ask(lambda s: s.scoring.card()) or self._card
        dialog = RoomDialog(card, self._today, self.fields.form().name.strip(), self, itself=True)

        def decide(chosen: str) -> None:
            if chosen == ITSELF:
                self.save(Place.BENCH)
                return
            draft = self._draft()
            if draft is not None and self._hand_in(draft, chosen):
                self.finish()

        dialog.decided.connect(decide)
        dialog.open()

    def _first_form(self) -> MeasureForm:
        known = self._known or self._like
        if known is None:
            fresh = MeasureForm()
            return replace(fresh, target=usual_target(fresh.kind, fresh.scale))
        names = {group.id: group.name for group in self._card.groups}
        return form_of(known, shown_terms(known, self._today), names.get(known.group_id or "", ""))

    def _filled_in(self) -> tuple[object, ...]:
        goals, serves = self.goals.chosen, self.fields.to_whom.person
        return self.fields.form(), self.first_day.first_day, self.reason.text(), goals, serves

    def _whereabouts(self, place: Place | None = None) -> Whereabouts:
        if self._known is None:
            return Whereabouts(self._today, place or Place.CARD)
        first_day = self.first_day.first_day
        terms = self._known.terms_on(first_day) or self._known.terms[0]
        return Whereabouts(first_day, terms.place, self.reason.text())

    def _arrange(self) -> None:
        self.fields.add_row(tr("Goals"), [self.goals]).set_shown(self.goals.offered)
        self._held = self.fields.add_row(tr("&Valid from"), [self.first_day])
        self._held.set_hint(tr("Earlier days keep the terms they had."))
        self._why = self.fields.add_row(tr("&Reason"), [self.reason], stretch=0)
        self._planned = self.fields.add_row(tr("Chosen for later"), [self.later, self.take_back], stretch=0)
        self.reason.setMaxLength(_REASON_LENGTH)
        for row in (self._held, self._why):
            row.set_shown(self._known is not None)
        self.fields.setMinimumWidth(px(self, _FORM))
        wanted = px(self, _FORM + _SIDE + GAP_WIDE + _FRAME)
        if wanted <= self.screen().availableGeometry().width():
            self.setMinimumWidth(wanted)
            self.column, both = self._side_by_side()
        else:
            self.setMinimumWidth(px(self, _FORM + _FRAME))
            self.column, both = self._one_below_the_other()
        self.content.setSpacing(px(self, GAP))
        self.content.addLayout(both, 1)
        self.content.addWidget(self.notice)
        self.buttons.insertWidget(0, self.more)

    def _side_by_side(self) -> tuple[ScrollColumn, QBoxLayout]:
        """What it means stands beside the form."""
        side = QWidget(self)
        column, beside = ScrollColumn(self.fields, self), ScrollColumn(side, self)
        self._fill(side, (self.meaning, self.good, self.effect))
        beside.setFixedWidth(px(self, _SIDE))
        self.columns += [column, beside]
        line = QHBoxLayout()
        line.setSpacing(px(self, GAP_WIDE))
        line.addWidget(column, 1)
        line.addWidget(beside)
        return column, line

    def _one_below_the_other(self) -> tuple[ScrollColumn, QBoxLayout]:
        """On a narrow screen what would be different stays in sight below the form, which scrolls."""
        page = QWidget(self)
        column = ScrollColumn(page, self)
        self.columns.append(column)
        self._fill(page, (self.fields, self.good))
        self.effect.be_low()
        below = QVBoxLayout()
        below.setSpacing(px(self, GAP))
        below.addWidget(column, 1)
        below.addWidget(self.meaning)
        below.addWidget(self.effect)
        return column, below

    def _fill(self, page: QWidget, widgets: Sequence[QWidget]) -> None:
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, GAP_WIDE))
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)

    def _connect(self) -> None:
        self.fields.edited.connect(self._follow_edit)
        self.goals.edited.connect(self._follow_edit)
        self.first_day.edited.connect(self._follow_edit)
        self.reason.textEdited.connect(self._follow_edit)
        self.more.clicked.connect(lambda: self._show_more(not self.fields.more))
        self.take_back.clicked.connect(self._take_back)
        self.effect.grown.connect(self.grow)
        self._desk.changed.connect(self._follow_change)

    def _show_more(self, more: bool) -> None:
        self.fields.set_more(more)
        self.more.setText(tr("&Less") if more else tr("&More"))
        self.more.setAccessibleDescription(tr("Shows or hides the if-then plan"))
        self.grow()

    def _show_later(self) -> None:
        """What was chosen for a day to come, with the way back from it."""
        later = self._later()
        self._planned.set_shown(bool(later))
        if later:
            known = self._known
            assert known is not None, "it has terms"
            before = known.terms_on(date.fromordinal(later[0].first_day.toordinal() - 1)) or known.terms[0]
            words = tr("from {day}: {change}").format(
                day=say_day(later[0].first_day), change=say_differences(before, later[0])
            )
            self.later.setText(words)

    def _later(self) -> Sequence[Terms]:
        return () if self._known is None else planned(self._known, self._today)

    def _take_back(self) -> None:
        known, later = self._known, self._later()
        if known is not None and later:
            self._desk.do(lambda s: s.cards.withdraw(known.id, later[0].first_day), self.refuse)
            self.fields.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow_change(self, change: Change) -> None:
        """The measure may have been changed by something else meanwhile; what is typed stays."""
        known, card = self._known, self._desk.ask(lambda s: s.scoring.card())
        if known is None or card is None or not change.touches_card():
            return
        self._card = card
        self._known = next((measure for measure in card.measures if measure.id == known.id), known)
        self._show_later()
        self._follow_edit()

    def _follow_edit(self) -> None:
        self.notice.hide()
        self.fields.show_problem(None)
        form = self.fields.form()
        self.good.show_form(form)
        try:
            terms = terms_of(form, self._whereabouts())
            self.meaning.say(say_meaning(terms))
        except FormProblem as problem:
            self.meaning.say(problem.sentence, complete=False)
            terms = None
        if self._known is not None:
            self.effect.ask(self._known, terms if terms and self._differs(self._known, terms) else None)
        self.grow()

    def _differs(self, known: Measure, terms: Terms) -> bool:
        """Whether saving would change what it asks, on any day."""
        if terms.first_day < known.terms[0].first_day:
            return True
        return bool(differing(shown_terms(known, self._today), terms, PARTS))


def known_names(card: Card) -> tuple[list[str], list[str]]:
    """The groups in their order, and everybody a measure is for."""
    people = {measure.to_whom for measure in card.measures if measure.to_whom}
    return [group.name for group in card.groups], sorted(people, key=str.casefold)
