"""The Scorecard tab: a day, its week, its measures, its score."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from scorecard.domain.changes import Change
from scorecard.domain.errors import KnownError
from scorecard.domain.marks import Mark, Scored, Skipped
from scorecard.domain.weeks import Week
from scorecard.overriding import override
from scorecard.services.changes import touches
from scorecard.services.pages import DayPage
from scorecard.services.reckoning import Reckoned
from scorecard.ui import say
from scorecard.ui.desk import Desk
from scorecard.ui.keeping import Typed
from scorecard.ui.scorecard_tab.day_view import DayView
from scorecard.ui.scorecard_tab.keys import is_served_key
from scorecard.ui.scorecard_tab.measure_row import MeasureRow
from scorecard.ui.scorecard_tab.row_menu import show_row_menu
from scorecard.ui.text import tr
from scorecard.words.errors import say_error

if TYPE_CHECKING:
    from scorecard.services.services import Services
    from scorecard.ui.promise_dialogs.keys import PromiseOrder
    from scorecard.ui.promise_dialogs.steps import PromiseSteps
    from scorecard.ui.scorecard_tab.promised_card import PromisedCard
    from scorecard.ui.scorecard_tab.review_card import ReviewsCard
    from scorecard.ui.scorecard_tab.served_card import ServedCard


class ScorecardTab(DayView):
    """Reads a day's page, shows it, and takes what the user does to the desk.

    `finish_asked` carries the page of the day, as it is stored. `more_asked`: the day has more promises than its card
    has room for, and the others are wanted.
    """

    day_shown = Signal(object)
    seal_broken = Signal(object)
    finish_asked = Signal(object)
    more_asked = Signal()
    person_asked = Signal(object)  # the id of somebody, or None for the list of people

    def __init__(self, desk: Desk, page: DayPage, parent: QWidget | None = None) -> None:
        super().__init__(page, parent)
        self._desk = desk
        self._promise_steps: PromiseSteps | None = None
        self._unsaved: dict[tuple[str, str, date], str] = {}
        self._reads_people = desk.ready
        desk.changed.connect(self._follow)
        desk.attached.connect(self.refresh)
        desk.keeping.changed.connect(self._follow_keeping)
        desk.attached.connect(self._greet)
        desk.attached.connect(self._read_people)
        self.header.previous.connect(lambda: self.go_by(-1))
        self.header.next.connect(lambda: self.go_by(1))
        self.header.today.connect(self.go_to_today)
        self.header.calendar.connect(self.choose_day)
        self.header.away.connect(self.switch_away)
        self.strip.day_chosen.connect(self.show_day)
        self.panel.explained.connect(self.explain)
        self.panel.finish_asked.connect(self.finish)
        self.panel.reopen_asked.connect(self.reopen)
        self.show_page(page)
        if desk.ready:
            self._greet()
            self._read_people()

    @property
    def day(self) -> date:
        return self.page.day

    def go_by(self, days: int) -> None:
        self.show_day(self.day + timedelta(days=days))

    def go_to_today(self) -> None:
        self._desk.do(lambda services: self.show_day(services.scoring.today()))

    def show_day(self, day: date) -> None:
        """Opens another day; what was being typed belongs to the day it was typed for and is saved first."""
        self.flush()
        self._desk.do(lambda services: self._open(services, day))

    def refresh(self) -> None:
        """Reads the day that is shown again."""
        page = self._desk.ask(lambda services: services.scoring.page(self.day))
        if page is not None:
            self.show_page(page)

    def choose_day(self) -> None:
        from scorecard.ui.scorecard_tab.day_picker import DayPicker

        picker = DayPicker(self.day, self.page.today, self)
        picker.day_chosen.connect(self.show_day)
        picker.open_under(self.header.calendar_button)

    def explain(self) -> None:
        from scorecard.ui.scorecard_tab.explanation import explain_day_page

        explain_day_page(self.page, self).open()

    def finish(self) -> None:
        """Asks for the steps that finish the day."""
        if self.page.is_future or self.page.finished_at is not None or self.page.card_is_empty:
            return
        self.flush()
        self._desk.do(lambda services: self.finish_asked.emit(services.scoring.page(self.day)))

    def reopen(self) -> None:
        day = self.day
        self._desk.do(lambda services: services.scoring.reopen(day))

    def switch_away(self) -> None:
        """Away on this day; or not away after all."""
        day = self.day
        if self.page.away is not None:
            self._desk.do(lambda services: services.aways.be_here(day))
        elif not self.page.card_is_empty:
            self._desk.do(lambda services: services.aways.be_away([day]))

    def show_history(self, measure_id: str) -> None:
        from scorecard.ui.scorecard_tab.history_dialog import HistoryDialog

        row = self.row_of(measure_id)
        past = self._desk.ask(lambda services: services.scoring.past(measure_id, self.day))
        if row is not None and past is not None:
            HistoryDialog(row.row, past, self).open()

    def flush(self) -> bool:
        """Sends everything typed to the store; False when something could not be saved."""
        for row in self.rows:
            row.flush()
        return not any(row.note_editor is not None and row.note_editor.pending for row in self.rows)

    def unsaved_text(self) -> str:
        """The notes that are being written."""
        return "\n\n".join(row.note_editor.toPlainText() for row in self.rows if row.note_editor is not None)

    def give_up_text(self) -> None:
        """The user said that it need not be saved."""
        for row in self.rows:
            if row.note_editor is not None:
                row.note_editor.give_up()

    def _open(self, services: Services, day: date) -> None:
        self.show_page(services.scoring.page(day), other_day=True)
        self.day_shown.emit(day)
        # After the picture: a look at the seal must not make going to another day slower.
        QTimer.singleShot(0, self, lambda: self._look_at_seal(day))
        QTimer.singleShot(0, self, self._greet)
        QTimer.singleShot(0, self, self._read_people)

    def _greet(self) -> None:
        """With what was written on an earlier day; only once the store is open, so that no first picture waits."""
        day = self.day
        self.show_greeting(self._desk.ask(lambda services: services.reflecting.greeting(day)))

    def show_people(self) -> None:
        """From now on. At the start this waits until the promises, which come with them, were read in the thread."""
        self._reads_people = True
        self._read_people()

    def ask_whom_served(self) -> None:
        """Opens the names; nothing to choose from while nobody is in the list of people."""
        if self.served is None or self.page.is_future:
            return
        from scorecard.ui.scorecard_tab.served_dialog import ServedDialog

        ServedDialog(self._desk, self.day, self).open()

    def _read_people(self) -> None:
        """Whom one served on the day, and whose quality review is due."""
        if self._reads_people:
            self._read_served()
            self._read_reviews()

    def _read_served(self) -> None:
        day = self.day
        choices = self._desk.ask(lambda services: services.people.serve_choices(day))
        self.show_served([choice.person.name for choice in choices if choice.served] if choices else None)

    def _read_reviews(self) -> None:
        due = self._desk.ask(lambda services: services.people.reviews_due()) or ()
        if due or self.reviews is not None:
            from scorecard.ui.scorecard_tab.review_card import ReviewDue

            self.show_reviews([ReviewDue(row.id, row.name, row.review_day) for row in due if row.review_day])

    def _look_at_seal(self, day: date) -> None:
        if self._desk.ask(lambda services: services.scoring.seal_holds(day)) is False:
            self.seal_broken.emit(day)

    def _follow(self, change: Change) -> None:
        if touches(change, frozenset(Week.of(self.day).days)):
            self.refresh()
        if change.touches_reflections():
            self._greet()
        if change.touches_people():
            self._read_people()

    def _score(self, row: MeasureRow, measure_id: str, value: Decimal) -> None:
        said = say.say_value(row.row.terms.kind, value)
        self._do(row, lambda services, day: services.scoring.score(measure_id, day, value), said)

    def _note(self, row: MeasureRow, measure_id: str, text: str) -> None:
        self._do(row, lambda services, day: services.scoring.note(measure_id, day, text), text, part="note")

    def _restore(self, row: MeasureRow, measure_id: str, mark: Mark) -> None:
        match mark:
            case Scored(value):
                self._score(row, measure_id, value)
            case Skipped():
                self._skip(row, measure_id)
            case _:
                self._clear(row, measure_id)

    def _skip(self, row: MeasureRow, measure_id: str) -> None:
        self._do(row, lambda services, day: services.scoring.skip(measure_id, day), tr("skipped"))

    def _clear(self, row: MeasureRow, measure_id: str) -> None:
        self._do(row, lambda services, day: services.scoring.clear(measure_id, day), tr("cleared"))

    def _do(self, row: MeasureRow, wish: Callable[[Services, date], None], said: str, part: str = "mark") -> None:
        """Does something to the row's entry; a refusal is said in the row, and the stored value shown again.

        What is refused only for now is kept: `said` is what was typed, `part` what of the entry it is.
        """
        day = row.row.entry.day
        place = (part, row.measure_id, day)

        def refused(error: KnownError) -> None:
            if part == "note" and row.note_editor is not None:
                row.note_editor.keep_unsaved()
            if self._desk.keeping.holds(place):
                # The field goes on showing what is typed: another digit belongs to it.
                self._unsaved[place] = said
                self._say_kept(row)
                return
            row.show_row(row.row)
            row.control.show(row.state.value)
            row.refuse(say_error(error, tr))

        typed = Typed(place, f"{row.row.measure.name}: {said}")
        self._desk.do(lambda services: wish(services, day), refused, typed)

    def _follow_keeping(self) -> None:
        """What was kept and no longer is, is not refused any more."""
        settled = {place for place in self._unsaved if not self._desk.keeping.holds(place)}
        for place in settled:
            del self._unsaved[place]
        for row in self.rows:
            if settled.intersection(_places_of(row)):
                self._say_kept(row)

    def _say_kept(self, row: MeasureRow) -> None:
        said = " · ".join(self._unsaved[place] for place in _places_of(row) if place in self._unsaved)
        row.refuse(tr("Not saved yet, but kept: {words}").format(words=said) if said else "")

    def _take_step(self, order: PromiseOrder, item: Reckoned) -> None:
        if self._promise_steps is None:
            from scorecard.ui.promise_dialogs.steps import PromiseSteps

            self._promise_steps = PromiseSteps(self._desk, self)
        self._promise_steps.take(order, item)

    def _show_menu(self, row: MeasureRow, point: QPoint) -> None:
        show_row_menu(row, point, lambda: self.show_history(row.measure_id))

    def show_history_of_entered(self) -> None:
        row = self.entered_row
        if row is not None:
            self.show_history(row.measure_id)

    def open_note_of_entered(self) -> None:
        row = self.entered_row
        if row is not None:
            row.open_note()

    def start_keyboard(self) -> None:
        """Puts the keyboard on the first measure that waits for a mark."""
        self.enter_first_blank(Qt.FocusReason.OtherFocusReason)

    @override
    def follow_row(self, row: MeasureRow) -> None:
        """Takes a new row's signals."""
        row.scored.connect(lambda measure_id, value: self._score(row, measure_id, value))
        row.skipped.connect(lambda measure_id: self._skip(row, measure_id))
        row.cleared.connect(lambda measure_id: self._clear(row, measure_id))
        row.noted.connect(lambda measure_id, text: self._note(row, measure_id, text))
        row.told.connect(self._desk.said)
        row.restored.connect(lambda measure_id, mark: self._restore(row, measure_id, mark))
        row.served_asked.connect(self.ask_whom_served)
        row.note_made.connect(self._complete_in)
        row.menu_asked.connect(lambda measure_id, point: self._show_menu(row, point))

    def _complete_in(self, note: QPlainTextEdit) -> None:
        from scorecard.ui.completing.completion import Completion
        from scorecard.ui.completing.known import known_to

        Completion(note, known_to(self._desk))

    @override
    def follow_promised(self, card: PromisedCard) -> None:
        card.list.ordered.connect(self._take_step)
        card.more_asked.connect(self.more_asked)

    @override
    def follow_served(self, card: ServedCard) -> None:
        card.ask.clicked.connect(self.ask_whom_served)

    @override
    def follow_reviews(self, card: ReviewsCard) -> None:
        card.person_asked.connect(self.person_asked)
        card.all_asked.connect(lambda: self.person_asked.emit(None))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key that no row has taken."""
        if is_served_key(event.text().casefold()):
            self.ask_whom_served()
        else:
            super().keyPressEvent(event)


def _places_of(row: MeasureRow) -> tuple[tuple[str, str, date], ...]:
    """Where something of its entry may be kept that is not saved."""
    return tuple((part, row.measure_id, row.row.entry.day) for part in ("mark", "note"))
