"""The cards of one lane, for a list view."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QByteArray, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from scorecard.overriding import override
from scorecard.services.reckoning import Reckoned
from scorecard.ui.commitments_tab.card_words import CardWords, card_words

PROMISE_MIME = "application/x-scorecard-promise"
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole
Index = QModelIndex | QPersistentModelIndex


FETCHED = 500  # cards at a time: a list measures each of those that it has


class CardModel(QAbstractListModel):
    """The words of a card are made when it is first measured or painted. Further cards come when the last is in sight.

    `cards` are those that the list has.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._cards: tuple[Reckoned, ...] = ()
        self._further: tuple[Reckoned, ...] = ()
        self._words: dict[str, CardWords] = {}
        self._today = date.min

    def show_cards(self, cards: Sequence[Reckoned], today: date) -> None:
        """Shows `cards` in place of those shown; what is the same at either end stays, so the view does not jump."""
        room = max(FETCHED, len(self._cards))
        old, new = self._cards, tuple(cards[:room])
        self._further = tuple(cards[room:])
        if today != self._today:
            self._replace(0, len(old), new, 0, len(new))
            self._today = today
            return
        head = _same_length(old, new)
        tail = _same_length(old[head:][::-1], new[head:][::-1])
        self._replace(head, len(old) - tail, new, head, len(new) - tail)

    def _replace(self, first: int, end: int, new: tuple[Reckoned, ...], new_first: int, new_end: int) -> None:
        """Rows `first` to `end` give way to those of `new`."""
        for card in self._cards[first:end]:
            self._words.pop(card.promise.id, None)
        ids = [card.promise.id for card in self._cards[first:end]]
        if ids and ids == [card.promise.id for card in new[new_first:new_end]]:
            self._cards = new
            self.dataChanged.emit(self.index(first), self.index(end - 1))
            return
        if end > first:
            self.beginRemoveRows(_NOWHERE, first, end - 1)
            self._cards = (*self._cards[:first], *self._cards[end:])
            self.endRemoveRows()
        if new_end > new_first:
            self.beginInsertRows(_NOWHERE, new_first, new_end - 1)
            self._cards = new
            self.endInsertRows()

    @property
    def cards(self) -> tuple[Reckoned, ...]:
        return self._cards

    def words(self, row: int) -> CardWords:
        item = self._cards[row]
        known = self._words.get(item.promise.id)
        if known is None:
            known = self._words[item.promise.id] = card_words(item, self._today)
        return known

    def row_of(self, promise_id: str | None) -> int | None:
        """Its row; what the list does not have yet comes for it."""
        if (row := _row_of(promise_id, self._cards)) is not None:
            return row
        further = _row_of(promise_id, self._further)
        if further is None:
            return None
        self._fetch(further + 1)
        return _row_of(promise_id, self._cards)

    def _fetch(self, count: int) -> None:
        first = len(self._cards)
        self.beginInsertRows(_NOWHERE, first, first + len(self._further[:count]) - 1)
        self._cards, self._further = self._cards + self._further[:count], self._further[count:]
        self.endInsertRows()

    @override
    def canFetchMore(self, parent: Index) -> bool:  # noqa: N802
        return not parent.isValid() and bool(self._further)

    @override
    def fetchMore(self, parent: Index) -> None:  # noqa: N802
        if self.canFetchMore(parent):
            self._fetch(FETCHED)

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._cards)

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        match role:
            case _Role.DisplayRole:
                return self._cards[index.row()].promise.words
            case _Role.AccessibleTextRole:
                return self.words(index.row()).spoken
            case _:
                return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        if index.isValid() and self._cards[index.row()].standing.open:
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags

    @override
    def mimeTypes(self) -> list[str]:  # noqa: N802
        return [PROMISE_MIME]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802
        dragged = QMimeData()
        for index in indexes:
            dragged.setData(PROMISE_MIME, QByteArray(self._cards[index.row()].promise.id.encode()))
        return dragged


def promise_of(dragged: QMimeData) -> str | None:
    """The id of the promise that is dragged."""
    return bytes(dragged.data(PROMISE_MIME).data()).decode() if dragged.hasFormat(PROMISE_MIME) else None


def _row_of(promise_id: str | None, cards: Sequence[Reckoned]) -> int | None:
    return next((row for row, card in enumerate(cards) if card.promise.id == promise_id), None)


def _same_length(old: Sequence[Reckoned], new: Sequence[Reckoned]) -> int:
    """How many at the start are the very same."""
    return next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a is not b), min(len(old), len(new)))
