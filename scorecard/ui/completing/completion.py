"""#tags and @names to choose from while one is being typed. The keyboard stays in the writing place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from scorecard.overriding import override
from scorecard.ui.completing.begun import Begun, Offers, Sign, begun_before
from scorecard.ui.completing.known import Known
from scorecard.ui.completing.name_list import NameList
from scorecard.ui.completing.places import place_of
from scorecard.ui.text import tr

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Completion(QObject):
    """Offers words for one place to write in: Down and Up mark one, Tab or Enter takes it, Escape puts them away."""

    def __init__(self, writing: QPlainTextEdit | QLineEdit, known: Known) -> None:
        super().__init__(writing)
        self._writing = writing
        self._place = place_of(writing)
        self._known = known
        self._asked: tuple[Sign, Callable[[Begun], Offers]] | None = None  # as of before it was begun: it may be saved
        self._begun: Begun | None = None
        self._list: NameList | None = None
        if isinstance(writing, QPlainTextEdit):
            writing.textChanged.connect(lambda: self._follow(typed=writing.hasFocus()))
        else:
            writing.textEdited.connect(lambda _text: self._follow(typed=True))
        writing.cursorPositionChanged.connect(lambda *_places: self._follow(typed=False))
        writing.installEventFilter(self)

    @property
    def offered(self) -> tuple[str, ...]:
        """What stands in the list now, with the signs."""
        return self._list.names if self._list is not None else ()

    def hide(self) -> None:
        if self._list is not None:
            self._list.hide()

    def _follow(self, *, typed: bool) -> None:
        """Offers words after a key was typed; goes away when the caret leaves what was begun."""
        before = self._place.before_caret()
        self._begun = begun = begun_before(before) if before is not None else None
        if begun is None:
            self._asked = None
            self.hide()
        elif typed:
            if self._asked is None or self._asked[0] is not begun.sign:
                self._asked = begun.sign, self._known.asked(begun.sign)
            self._offer(begun, self._asked[1](begun))

    def _offer(self, begun: Begun, offers: Offers) -> None:
        if self._list is None:
            if not offers.words:
                return
            self._list = NameList(self._writing.window())
            self._list.chosen.connect(self._complete)
        self._list.rows.setAccessibleName(tr("Tags") if begun.sign is Sign.TAG else tr("People"))
        corner, above = self._place.corner()
        self._list.offer([begun.sign + word for word in offers.words], corner, above)
        if offers.sure and offers.words and self._list.marked is None:
            self._list.mark(1)

    def _take(self, key: int) -> bool:
        """Whether the key was meant for the list."""
        found = self._list
        if found is None or not found.names:
            return False
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            found.mark(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape:
            self.hide()
        elif key == Qt.Key.Key_Tab:
            self._complete(found.marked or found.names[0])
        elif key in _ENTER and found.marked is not None:
            self._complete(found.marked)
        else:
            return False
        return True

    def _complete(self, words: str) -> None:
        begun = self._begun
        self.hide()
        if begun is not None and words.startswith(begun.sign):
            space = "" if self._place.after_caret().startswith(" ") else " "
            kept = begun.typed if begun.sign is Sign.TAG else ""  # a tag goes on in the letters it was begun in
            self._place.replace(len(begun.typed), kept + words[1 + len(kept) :] + space)
            self.hide()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QKeyEvent):
            if kind is QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape and self.offered:
                event.accept()
                return True
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            return kind is QEvent.Type.KeyPress and plain and self._take(event.key())
        if kind is QEvent.Type.Hide or (
            isinstance(event, QFocusEvent) and kind is QEvent.Type.FocusOut and not _comes_back(event)
        ):
            self.hide()
        return False


def _comes_back(event: QFocusEvent) -> bool:
    return event.reason() is Qt.FocusReason.PopupFocusReason
