"""A part of a person's page: it shows what it is handed, and does what the user wants through the desk."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from scorecard.domain.errors import KnownError
from scorecard.ui.desk import Desk
from scorecard.ui.keeping import Typed
from scorecard.ui.people_tab.line_field import LineField
from scorecard.ui.widgets.card import Card
from scorecard.ui.widgets.saved_area import SavedArea

if TYPE_CHECKING:
    from scorecard.services.people.person_page import PersonPage
    from scorecard.services.services import Services


WritingPlace = SavedArea | LineField


def text_of(place: WritingPlace) -> str:
    return place.text() if isinstance(place, LineField) else place.text


class Section(Card):
    """`person_asked`: the page of somebody else, by their id. `saving_asked`: what is written anywhere on the page is
    wanted in the store now. `place_asked`: the place of something that was found.

    What one writes in stands in `places`. `other_person` says to `_show` that it is somebody else than before.
    `tables` names what it shows that a search may have found.
    """

    tables: ClassVar[tuple[str, ...]] = ()
    person_asked = Signal(str)
    saving_asked = Signal()
    place_asked = Signal(object)

    def __init__(self, title: str, desk: Desk, parent: QWidget) -> None:
        super().__init__(title, parent=parent)
        self.desk = desk
        self.page: PersonPage | None = None
        self.other_person = True
        self.places: list[WritingPlace] = []

    @property
    def person_id(self) -> str:
        """Of whom is shown; nobody is asked for it before."""
        return self.page.person.id if self.page is not None else ""

    def show_page(self, page: PersonPage) -> None:
        """Called for another person, and whenever something about this one has changed."""
        self.other_person = self.person_id != page.person.id
        self.page = page
        self._show(page)

    def _show(self, page: PersonPage) -> None:
        raise NotImplementedError

    def write(self, place: WritingPlace, name: str, wish: Callable[[Services, str], object]) -> None:
        """Saves what stands in one of the places; `wish` is handed the person's id, `name` tells the places apart."""
        person_id = self.person_id

        def refused(error: KnownError) -> None:
            place.keep_unsaved()
            self.desk.failed.emit(error)

        typed = Typed(("person", person_id, name), text_of(place))
        self.desk.do(lambda services: wish(services, person_id), refused, typed)

    def flush(self) -> bool:
        """Saves what is being written; False when something could not be saved."""
        for place in self.places:
            place.save_now()
        return not any(place.pending for place in self.places)

    def unsaved_text(self) -> str:
        return "\n\n".join(text_of(place) for place in self.places if place.pending)

    def give_up_text(self) -> None:
        """The user said that it need not be saved."""
        for place in self.places:
            place.give_up()
