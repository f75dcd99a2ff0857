"""What was found, for a list view."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from scorecard.overriding import override
from scorecard.services.searching import Hit
from scorecard.ui.find_dialog.hit_words import HitWords, hit_words

_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole
Index = QModelIndex | QPersistentModelIndex


class HitModel(QAbstractListModel):
    """The words of a hit are made when it is first measured or painted."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.hits: tuple[Hit, ...] = ()
        self._words: dict[int, HitWords] = {}

    def show_hits(self, hits: Sequence[Hit]) -> None:
        self.beginResetModel()
        self.hits = tuple(hits)
        self._words = {}
        self.endResetModel()

    def words(self, row: int) -> HitWords:
        known = self._words.get(row)
        if known is None:
            known = self._words[row] = hit_words(self.hits[row])
        return known

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.hits)

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        match role:
            case _Role.DisplayRole:
                return self.hits[index.row()].title.text
            case _Role.AccessibleTextRole:
                return self.words(index.row()).spoken
            case _:
                return None
