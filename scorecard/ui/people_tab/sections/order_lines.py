"""Short lines of which each can take orders by a letter, as promises do; the menu says which."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from scorecard.overriding import override
from scorecard.ui.people_tab.short_line import LineDeeds
from scorecard.ui.people_tab.short_lines import ShortLines
from scorecard.ui.text import tr

BACKSPACE = "\b"
_COMMANDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


@dataclass(frozen=True, slots=True)
class LineOrder:
    """What a letter does to a line. `also` are further letters for it, those of English in other languages."""

    name: str
    words: str
    letter: str
    also: tuple[str, ...] = ()
    shifted: bool = False

    @property
    def key_words(self) -> str:
        """The key as it stands beside the words."""
        if self.letter == BACKSPACE:
            return QKeySequence(Qt.Key.Key_Backspace).toString(QKeySequence.SequenceFormat.NativeText)
        letter = self.letter.upper()
        return tr("Shift+{key}").format(key=letter) if self.shifted else letter

    def is_meant(self, event: QKeyEvent) -> bool:
        """Shift is looked at and not whether the letter is a capital, for Caps Lock."""
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        return event.text().casefold() in (self.letter, *self.also) and shifted is self.shifted


Orders = Callable[[str], Sequence[LineOrder]]


class OrderLines(ShortLines):
    """`ordered` carries the name of the order and the key of the line; `orders` says what a line can take now."""

    ordered = Signal(str, str)

    def __init__(self, name: str, deeds: LineDeeds, longest: int, orders: Orders, parent: QWidget) -> None:
        super().__init__(name, deeds, longest, parent)
        self._orders = orders
        self.setAccessibleDescription(tr("The Menu key says what can be done with a line"))

    @override
    def fill_menu(self, menu: QMenu) -> None:
        key = self.key
        for order in self._orders(key) if key is not None else ():
            action = menu.addAction(f"{order.words}\t{order.key_words}")
            action.triggered.connect(lambda _=False, name=order.name, key=key: self.ordered.emit(name, key))
        if menu.actions():
            menu.addSeparator()
        super().fill_menu(menu)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = self.key
        if key is not None and event.text() and not self.editing and not event.modifiers() & _COMMANDING:
            for order in self._orders(key):
                if order.is_meant(event):
                    if not event.isAutoRepeat():  # a key held down does it once
                        self.ordered.emit(order.name, key)
                    return
        super().keyPressEvent(event)
