"""#tags to choose from while one is being typed. The keyboard stays in the writing place."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit

from scorecard.ui.commitments_tab.name_list import NameList
from scorecard.ui.text import tr

_MOST = 6
_BEGUN = re.compile(r"(?<![\w/#&])#([^\W]+(?:[\w-])*)$")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def tag_begun(before_caret: str) -> str | None:
    """What is there of a tag that ends at the caret, without its sign; None without one."""
    found = _BEGUN.search(before_caret)
    return found[1] if found else None


def tags_like(tags: Sequence[str], begun: str) -> tuple[str, ...]:
    """Those that begin so and go on."""
    wanted = begun.casefold()
    return tuple(tag for tag in tags if tag.casefold().startswith(wanted) and tag.casefold() != wanted)[:_MOST]


class TagCompletion(QObject):
    """Offers tags for one place; `take` is asked about each key first. `completed` says how a tag goes on."""

    completed = Signal(str)

    def __init__(self, place: QPlainTextEdit, tags: Callable[[], Sequence[str]]) -> None:
        super().__init__(place)
        self._place = place
        self._ask = tags
        self._known: Sequence[str] | None = None  # as they were before this one was begun: it may be saved by now
        self._list: NameList | None = None

    @property
    def offered(self) -> tuple[str, ...]:
        return self._list.names if self._list is not None else ()

    def follow_caret(self, *, typed: bool) -> None:
        """Offers tags after a key was typed; goes away when the caret leaves the tag."""
        begun = self._begun()
        if begun is None:
            self._known = None
            self.hide()
        elif typed:
            if self._known is None:
                self._known = self._ask()
            self._offer(tags_like(self._known, begun), exact=begun.casefold() in self._known)

    def take(self, key: int) -> bool:
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

    def hide(self) -> None:
        if self._list is not None:
            self._list.hide()

    def _begun(self) -> str | None:
        caret = self._place.textCursor()
        return None if caret.hasSelection() else tag_begun(caret.block().text()[: caret.positionInBlock()])

    def _offer(self, tags: tuple[str, ...], *, exact: bool) -> None:
        if self._list is None:
            if not tags:
                return
            self._list = self._make_list()
        rect = self._place.cursorRect()
        window = self._place.window()
        self._list.offer([f"#{tag}" for tag in tags], self._place.viewport().mapTo(window, rect.bottomLeft()))
        if tags and not exact and self._list.marked is None:
            self._list.mark(1)

    def _make_list(self) -> NameList:
        made = NameList(self._place.window())
        made.rows.setAccessibleName(tr("Tags"))
        made.chosen.connect(self._complete)
        return made

    def _complete(self, words: str) -> None:
        begun = self._begun()
        self.hide()
        if begun is not None:
            self.completed.emit(words.removeprefix("#")[len(begun) :] + " ")
