"""The Reflection tab: a few minutes at the end of a day, and what was written on earlier ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from scorecard.domain.changes import Change
from scorecard.domain.errors import KnownError
from scorecard.domain.reflections import Adjustment
from scorecard.overriding import override
from scorecard.services.changes import touches
from scorecard.services.reflection_pages import ReflectionPage
from scorecard.ui.completing.known import known_to
from scorecard.ui.desk import Desk
from scorecard.ui.keeping import Typed
from scorecard.ui.reflection_tab.adjustment_block import AdjustmentBlock
from scorecard.ui.reflection_tab.checkin_card import CheckinCard
from scorecard.ui.reflection_tab.prompt_place import PromptPlace, give_up_all, save_all, unsaved_in
from scorecard.ui.reflection_tab.view import ReflectionView

if TYPE_CHECKING:
    from scorecard.services.services import Services

    ServicesWish = Callable[[Services, date], None]


class ReflectionTab(ReflectionView):
    """Reads a day's page, shows it, and takes what the user does to the desk. `day_shown`: another day is shown."""

    day_shown = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None, day: date | None = None) -> None:
        """`day` is the one to begin with; None: today, once the store is open."""
        super().__init__(known_to(desk), parent)
        self._desk = desk
        self._day = day
        self._stale = True
        self._asked_here: dict[date, Adjustment] = {}
        self.checkin = CheckinCard(desk, self._content)
        self.add_side_card(self.checkin)
        desk.changed.connect(self._follow)
        desk.attached.connect(self.refresh)
        self.header.previous.connect(lambda: self.go_by(-1))
        self.header.next.connect(lambda: self.go_by(1))
        self.header.today.connect(self.go_to_today)
        self.header.calendar.connect(self.choose_day)
        self.memories.day_chosen.connect(self.show_day)
        self.written.connect(self._write)
        self.told.connect(desk.said)
        self.swap_asked.connect(lambda: self._do_on_day(lambda services, day: services.reflecting.swap_question(day)))
        self.felt.felt.connect(lambda grade: self._do_on_day(lambda s, day: s.reflecting.feel(day, grade)))
        self.edit_prompts.clicked.connect(self.open_prompts)

    @property
    def day(self) -> date | None:
        """None until the store is open."""
        return self._day

    def go_by(self, days: int) -> None:
        if self._day is not None:
            self.show_day(self._day + timedelta(days=days))

    def go_to_today(self) -> None:
        today = self._desk.ask(lambda services: services.scoring.today())
        if today is not None:
            self.show_day(today)

    def show_day(self, day: date) -> None:
        """Opens another day; what was being typed belongs to the day it was typed for and is saved first."""
        if day == self._day and self.page is not None:
            return
        if not self.flush():
            return
        self._day = day
        self._asked_here = {}
        self._read(other_day=True)
        self.day_shown.emit(day)

    def open_place(self, day: date, prompt_id: str = "") -> None:
        """Goes to a day and puts the keyboard where that prompt is answered."""
        self.show_day(day)
        place = self.place_of(prompt_id)
        if place is not None:
            place.area.setFocus(Qt.FocusReason.OtherFocusReason)
            self.show_place(place)

    def refresh(self) -> None:
        """Reads the day again: now when it is seen, or when it is next shown."""
        self._stale = True
        if self.isVisible():
            self._read()

    def follow_new_day(self) -> None:
        """The day that is looked at stays; what is due, and what "yesterday" means, may be others now."""
        self.refresh()
        self.checkin.refresh()

    def choose_day(self) -> None:
        from scorecard.ui.scorecard_tab.day_picker import DayPicker

        if self.page is not None:
            picker = DayPicker(self.page.day, self.page.today, self)
            picker.day_chosen.connect(self.show_day)
            picker.open_under(self.header.calendar_button)

    def open_prompts(self) -> None:
        from scorecard.ui.reflection_tab.prompts_dialog import PromptsDialog

        self.flush()
        PromptsDialog(self._desk, self).open()

    def flush(self) -> bool:
        """Sends everything typed to the store; False when something could not be saved."""
        return save_all(self.places)

    def unsaved_text(self) -> str:
        return unsaved_in(self.places)

    def give_up_text(self) -> None:
        """The user said that it need not be saved."""
        give_up_all(self.places)

    def start_keyboard(self) -> None:
        """Puts the keyboard where nothing is written yet; at the first place when all are."""
        empty = (place for place in self.places if not place.area.text.strip())
        place = next(empty, self.places[0] if self.places else None)
        if place is not None and not place.state.locked:
            place.area.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.header.calendar_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self, *, other_day: bool = False) -> None:
        page = self._desk.ask(self._ask)
        if page is None:
            return
        had_keyboard = self.isAncestorOf(self.window().focusWidget())
        other_day = other_day or self.page is None
        self._stale = False
        self._day = page.day
        self.show_page(page, self._asked_about(page), other_day=other_day)
        if other_day and had_keyboard:
            self.start_keyboard()

    def _ask(self, services: Services) -> ReflectionPage:
        return services.reflecting.page(self._day or services.scoring.today())

    def _asked_about(self, page: ReflectionPage) -> Sequence[Adjustment]:
        """What is asked about, and what was while this day is shown: an answer can still be changed."""
        known = {one.day: one for one in (*page.asking, *([page.greeting] if page.greeting is not None else []))}
        if not self._asked_here.keys() <= known.keys():
            all_of_them = self._desk.ask(lambda services: services.reflecting.adjustments()) or ()
            known |= {one.day: one for one in all_of_them if one.day in self._asked_here}
        wanted = {one.day for one in page.asking} | self._asked_here.keys()
        self._asked_here = {day: known[day] for day in sorted(wanted, reverse=True) if day in known}
        return tuple(self._asked_here.values())

    def _write(self, place: PromptPlace, text: str) -> None:
        day = self._day
        prompt_id = place.state.prompt_id

        def refused(error: KnownError) -> None:
            place.area.keep_unsaved()
            self._desk.failed.emit(error)

        if day is None:
            place.area.keep_unsaved()
        else:
            typed = Typed(("answer", prompt_id, day), text)
            self._desk.do(lambda services: services.reflecting.write(day, prompt_id, text), refused, typed)

    def _do_on_day(self, wish: ServicesWish) -> None:
        day = self._day
        if day is None:
            return

        def refused(error: KnownError) -> None:
            self._desk.failed.emit(error)
            self.refresh()

        self._desk.do(lambda services: wish(services, day), refused)

    def _answer(self, day: date, tried: bool, helped: bool | None, measures: tuple[str, ...]) -> None:
        self._do_on_day(
            lambda services, _day: services.reflecting.answer_adjustment(
                day, tried=tried, helped=helped, measures=measures
            )
        )

    def _follow(self, change: Change) -> None:
        if change.touches_reflections() or (self._day is not None and touches(change, frozenset({self._day}))):
            self.refresh()

    @override
    def follow_block(self, block: AdjustmentBlock) -> None:
        block.answered.connect(self._answer)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.start_keyboard()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._read()
