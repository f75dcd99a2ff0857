"""What was found, for a list view."""

from collections.abc import Sequence

from scorecard.overriding import override
from scorecard.services.searching import Hit
from scorecard.ui.find_dialog.hit_words import HitWords, hit_words
from scorecard.ui.widgets.painted_list import PaintedRows


class HitModel(PaintedRows[Hit, HitWords]):
    def show_hits(self, hits: Sequence[Hit]) -> None:
        self.beginResetModel()
        self._items = tuple(hits)
        self._words = {}
        self.endResetModel()

    @override
    def _title_of(self, item: Hit) -> str:
        return item.title.text

    @override
    def _words_of(self, item: Hit) -> HitWords:
        return hit_words(item)
