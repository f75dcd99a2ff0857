"""The place of a card that is made when there is something to show in it."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

Made = TypeVar("Made", bound=QWidget)

# What the page does for its cards, whichever of them asks for it.
_PASSED_ON = (
    "day_chosen",
    "period_chosen",
    "reflection_chosen",
    "measure_chosen",
    "checkin_chosen",
    "what_if_asked",
    "goal_chosen",
    "told",
)


class CardPlace(QWidget, Generic[Made]):
    """What the card signals, the page signals under the same name."""

    def __init__(self, make: Callable[[QWidget], Made], page: QWidget) -> None:
        super().__init__(page)
        self._make = make
        self._page = page
        self.card: Made | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def make(self) -> Made:
        """The card, which is not seen before it is `made`: it can be filled in another round of the event loop."""
        if self.card is None:
            self.card = self._make(self)
            for name in _PASSED_ON:
                if hasattr(self.card, name):
                    getattr(self.card, name).connect(getattr(self._page, name))
        return self.card

    def made(self) -> Made:
        card = self.make()
        if self._column.isEmpty():
            self._column.addWidget(card)
        return card
