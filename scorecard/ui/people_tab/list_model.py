"""The people that are shown, for a list view."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from scorecard.overriding import override
from scorecard.ui.people_tab.list_words import PersonWords, person_words
from scorecard.ui.widgets.painted_list import PaintedRows

if TYPE_CHECKING:
    from scorecard.services.people.list_page import PersonRow


class PersonRows(PaintedRows["PersonRow", PersonWords]):
    def show_rows(self, rows: Sequence[PersonRow], *, anew: bool = False) -> bool:
        """Whether other people are shown than before. The words of those who did not change are kept, unless `anew`."""
        new, old = tuple(rows), self._items
        same = [row.id for row in old] == [row.id for row in new]
        known = {row.id: row for row in old}
        kept = {} if anew else {row.id: row for row in new if known.get(row.id) is row}
        self._words = {key: words for key, words in self._words.items() if key in kept}
        if same:
            changed = [number for number, row in enumerate(new) if row.id not in kept]
            self._items = new
            if changed:
                self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))
        else:
            self.beginResetModel()
            self._items = new
            self.endResetModel()
        return not same

    def row_of(self, person_id: str | None) -> int | None:
        return next((number for number, row in enumerate(self._items) if row.id == person_id), None)

    @override
    def _key_of(self, row: int) -> str:
        return self._items[row].id

    @override
    def _title_of(self, item: PersonRow) -> str:
        return item.name

    @override
    def _words_of(self, item: PersonRow) -> PersonWords:
        return person_words(item)
