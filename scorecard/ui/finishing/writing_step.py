"""A step in which something is written: saved while it is typed, and at once on every way out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from scorecard.domain.changes import Change
from scorecard.domain.errors import KnownError
from scorecard.overriding import override
from scorecard.services.reflection_pages import ReflectionPage
from scorecard.ui.completing.known import known_to
from scorecard.ui.desk import Desk
from scorecard.ui.finishing.step import Step
from scorecard.ui.keeping import Typed
from scorecard.ui.reflection_tab.prompt_place import PromptPlace, give_up_all, save_all, unsaved_in
from scorecard.ui.reflection_tab.states import PlaceState

if TYPE_CHECKING:
    from scorecard.services.services import Services


class WritingStep(Step):
    """Follows what is stored of its day; subclasses show it."""

    def __init__(self, title: str, lead: str, page: ReflectionPage, desk: Desk, parent: QWidget) -> None:
        super().__init__(title, lead, parent)
        self.desk = desk
        self.page = page
        self.places: list[PromptPlace] = []
        desk.changed.connect(self._follow)

    @property
    def day(self) -> date:
        return self.page.day

    def show_page(self, page: ReflectionPage) -> None:
        raise NotImplementedError

    def place_of(self, prompt_id: str) -> PromptPlace | None:
        return next((place for place in self.places if place.state.prompt_id == prompt_id), None)

    def make_place(self, state: PlaceState, parent: QWidget) -> PromptPlace:
        place = PromptPlace(state, known_to(self.desk), parent)
        place.area.written.connect(lambda text: self._write(place, text))
        place.swap_asked.connect(lambda: self.do(lambda services: services.reflecting.swap_question(self.day)))
        self.places.append(place)
        return place

    def do(self, wish: Callable[[Services], object]) -> None:
        """Refused, it is said, and what is stored is shown again."""

        def refused(error: KnownError) -> None:
            self.failed.emit(error)
            self._read()

        self.desk.do(wish, refused)

    def _write(self, place: PromptPlace, text: str) -> None:
        def refused(error: KnownError) -> None:
            place.area.keep_unsaved()
            self.failed.emit(error)

        prompt_id = place.state.prompt_id
        typed = Typed(("answer", prompt_id, self.day), text)
        self.desk.do(lambda services: services.reflecting.write(self.day, prompt_id, text), refused, typed)

    def _follow(self, change: Change) -> None:
        if self.shows(change):
            self._read()

    def _read(self) -> None:
        page = self.desk.ask(lambda services: services.reflecting.page(self.day))
        if page is not None:
            self.page = page
            self.show_page(page)

    @override
    def shows(self, change: Change) -> bool:
        return change.touches_reflections()

    @override
    def flush(self) -> bool:
        return save_all(self.places)

    @override
    def unsaved_text(self) -> str:
        return unsaved_in(self.places)

    @override
    def give_up_text(self) -> None:
        give_up_all(self.places)
