"""The measures that are offered, for a list view."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt

from scorecard.overriding import override
from scorecard.services.outlines import Offer
from scorecard.ui.guided_start.wording import OfferWords, offer_words
from scorecard.ui.widgets.painted_list import Index, PaintedRows

_Role = Qt.ItemDataRole


class OfferModel(PaintedRows[Offer, OfferWords]):
    def show_offers(self, offers: Sequence[Offer]) -> None:
        same = len(offers) == len(self._items)
        if not same:
            self.beginResetModel()
        self._items = tuple(offers)
        self._words = {}
        if same:
            self.dataChanged.emit(self.index(0), self.index(len(offers) - 1))
        else:
            self.endResetModel()

    @override
    def _title_of(self, item: Offer) -> str:
        return item.draft.name

    @override
    def _words_of(self, item: Offer) -> OfferWords:
        return offer_words(item)

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if index.isValid() and role == _Role.CheckStateRole:
            taken = self._items[index.row()].taken
            return Qt.CheckState.Checked if taken else Qt.CheckState.Unchecked
        return super().data(index, role)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable
