"""The cards of one lane, for a list view."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QByteArray, QMimeData, QModelIndex, QObject, Qt

from scorecard.overriding import override
from scorecard.services.reckoning import Reckoned
from scorecard.ui.commitments_tab.card_words import CardWords, card_words
from scorecard.ui.widgets.painted_list import NOWHERE, Index, PaintedRows

PROMISE_MIME = "application/x-scorecard-promise"
FETCHED = 500  # cards at a time: a list measures each of those that it has


class CardModel(PaintedRows[Reckoned, CardWords]):
    """Further cards come when the last is in sight; `cards` are those that the list has."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._further: tuple[Reckoned, ...] = ()
        self._today = date.min

    def show_cards(self, cards: Sequence[Reckoned], today: date) -> None:
        """Shows `cards` in place of those shown; what is the same at either end stays, so the view does not jump."""
        room = max(FETCHED, len(self._items))
        old, new = self._items, tuple(cards[:room])
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
        for card in self._items[first:end]:
            self._words.pop(card.promise.id, None)
        ids = [card.promise.id for card in self._items[first:end]]
        if ids and ids == [card.promise.id for card in new[new_first:new_end]]:
            self._items = new
            self.dataChanged.emit(self.index(first), self.index(end - 1))
            return
        if end > first:
            self.beginRemoveRows(NOWHERE, first, end - 1)
            self._items = (*self._items[:first], *self._items[end:])
            self.endRemoveRows()
        if new_end > new_first:
            self.beginInsertRows(NOWHERE, new_first, new_end - 1)
            self._items = new
            self.endInsertRows()

    @property
    def cards(self) -> tuple[Reckoned, ...]:
        return self._items

    def row_of(self, promise_id: str | None) -> int | None:
        """Its row; what the list does not have yet comes for it."""
        if (row := _row_of(promise_id, self._items)) is not None:
            return row
        further = _row_of(promise_id, self._further)
        if further is None:
            return None
        self._fetch(further + 1)
        return _row_of(promise_id, self._items)

    def _fetch(self, count: int) -> None:
        first = len(self._items)
        self.beginInsertRows(NOWHERE, first, first + len(self._further[:count]) - 1)
        self._items, self._further = self._items + self._further[:count], self._further[count:]
        self.endInsertRows()

    @override
    def canFetchMore(self, parent: Index) -> bool:  # noqa: N802
        return not parent.isValid() and bool(self._further)

    @override
    def fetchMore(self, parent: Index) -> None:  # noqa: N802
        if self.canFetchMore(parent):
            self._fetch(FETCHED)

    @override
    def _key_of(self, row: int) -> str:
        return self._items[row].promise.id

    @override
    def _title_of(self, item: Reckoned) -> str:
        return item.promise.words

    @override
    def _words_of(self, item: Reckoned) -> CardWords:
        return card_words(item, self._today)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        if index.isValid() and self._items[index.row()].standing.open:
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags

    @override
    def mimeTypes(self) -> list[str]:  # noqa: N802
        return [PROMISE_MIME]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802
        dragged = QMimeData()
        for index in indexes:
            dragged.setData(PROMISE_MIME, QByteArray(self._items[index.row()].promise.id.encode()))
        return dragged


def promise_of(dragged: QMimeData) -> str | None:
    """The id of the promise that is dragged."""
    return bytes(dragged.data(PROMISE_MIME).data()).decode() if dragged.hasFormat(PROMISE_MIME) else None


def _row_of(promise_id: str | None, cards: Sequence[Reckoned]) -> int | None:
    return next((row for row, card in enumerate(cards) if card.promise.id == promise_id), None)


def _same_length(old: Sequence[Reckoned], new: Sequence[Reckoned]) -> int:
    """How many at the start are the very same."""
    return next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a is not b), min(len(old), len(new)))
