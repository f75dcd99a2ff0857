"""Answers side by side, each given by its letter too."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from scorecard.overriding import override
from scorecard.ui.widgets.segments import Segments

_TAKING_BACK = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


@dataclass(frozen=True, slots=True)
class LetterOption:
    """`letters` are the keys that mean it."""

    key: str
    label: str
    letters: tuple[str, ...] = ()


class LetterSegments(Segments):
    """`cleared`: Backspace. Whoever lets an answer be taken back shows that there is none; nothing changes here."""

    cleared = Signal()

    def __init__(
        self, options: Sequence[LetterOption], name: str, parent: QWidget | None = None, *, widest: int = 320
    ) -> None:
        super().__init__([(option.key, option.label) for option in options], name, parent, widest=widest)
        self._options = tuple(options)

    def show_key(self, key: str | None) -> None:
        keys = [option.key for option in self._options]
        self.set_chosen(keys.index(key) if key in keys else None)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text().casefold()
        place = next((n for n, option in enumerate(self._options) if letter and letter in option.letters), None)
        if event.key() in _TAKING_BACK:
            self.cleared.emit()
        elif place is not None:
            self.cells[place].click()
        else:
            super().keyPressEvent(event)
