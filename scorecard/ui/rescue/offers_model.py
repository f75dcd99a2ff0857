"""What the bad store has beyond the chosen beginning, for a table view. Each row is said when it is first seen."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from scorecard.domain.salvage import Confidence, Offer
from scorecard.overriding import override
from scorecard.ui.rescue.wording import ICONS, NUMBERS, offer_headings, offer_row
from scorecard.ui.text import tr
from scorecard.ui.theme.icons import icon

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole
_WORDS = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
_NUMBER = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter


class OffersModel(QAbstractTableModel):
    """`ticked`: others are ticked now. What is not shown keeps its tick."""

    ticked = Signal()

    def __init__(self, offers: Sequence[Offer], accepted: Collection[int], parent: QObject) -> None:
        super().__init__(parent)
        self._all = tuple(offers)
        self._shown = self._all
        self._accepted = set(accepted)
        self._rows: dict[int, tuple[str, ...]] = {}
        self._headings = offer_headings()
        self._icons = {kind: icon(name) for kind, name in ICONS.items()}

    @property
    def accepted(self) -> frozenset[int]:
        return frozenset(self._accepted)

    @property
    def shown(self) -> tuple[Offer, ...]:
        return self._shown

    def show_only(self, confidence: Confidence | None, words: str) -> None:
        wanted = words.casefold().split()
        self.beginResetModel()
        self._shown = tuple(
            offer for offer in self._all if confidence in (None, offer.confidence) and self._has(offer, wanted)
        )
        self.endResetModel()

    def toggle(self, rows: Iterable[int]) -> None:
        """All of them are ticked then; or none, if they were."""
        numbers = {self._shown[row].number for row in rows if 0 <= row < len(self._shown)}
        if not numbers:
            return
        if numbers <= self._accepted:
            self._accepted -= numbers
        else:
            self._accepted |= numbers
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, 0))
        self.ticked.emit()

    def toggle_all(self) -> None:
        """All that are shown."""
        self.toggle(range(len(self._shown)))

    def _has(self, offer: Offer, wanted: Sequence[str]) -> bool:
        said = " ".join(self._words(offer)).casefold() if wanted else ""
        return all(word in said for word in wanted)

    def _words(self, offer: Offer) -> tuple[str, ...]:
        known = self._rows.get(offer.number)
        if known is None:
            known = self._rows[offer.number] = offer_row(offer)
        return known

    def _spoken(self, offer: Offer) -> str:
        ticked = tr("ticked") if offer.number in self._accepted else tr("not ticked")
        return ", ".join(word for word in (*self._words(offer), ticked) if word)

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._shown)

    @override
    def columnCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._headings)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:  # noqa: N802
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _Role.TextAlignmentRole:
            return _NUMBER if section in NUMBERS else _WORDS
        return self._headings[section] if role == _Role.DisplayRole else None

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        offer, column = self._shown[index.row()], index.column()
        match role:
            case _Role.DisplayRole | _Role.ToolTipRole:
                return self._words(offer)[column]
            case _Role.AccessibleTextRole:
                return self._spoken(offer) if column == 0 else self._words(offer)[column]
            case _Role.CheckStateRole if column == 0:
                return Qt.CheckState.Checked if offer.number in self._accepted else Qt.CheckState.Unchecked
            case _Role.DecorationRole if column == len(self._headings) - 1:
                return self._icons[offer.confidence]
            case _Role.TextAlignmentRole:
                return _NUMBER if column in NUMBERS else _WORDS
            case _:
                return None

    @override
    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:  # noqa: N802
        """A click on the tick."""
        if role != _Role.CheckStateRole or index.column() != 0:
            return False
        self.toggle([index.row()])
        return True

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else flags
