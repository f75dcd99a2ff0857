"""The rows of one list of the card, for a list view."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QByteArray, QMimeData, QModelIndex, Qt

from scorecard.overriding import override
from scorecard.ui.card_editor.row_words import CardRowWords, row_words
from scorecard.ui.card_editor.rows import GroupRow, MeasureRow, Row
from scorecard.ui.widgets.painted_list import Index, PaintedRows

MEASURE_MIME = "application/x-scorecard-measure"
GROUP_MIME = "application/x-scorecard-measure-group"


class CardRows(PaintedRows[Row, CardRowWords]):
    def show_rows(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self._items = tuple(rows)
        self._words = {}
        self.endResetModel()

    def row_of(self, key: str | None) -> int | None:
        return next((number for number, row in enumerate(self._items) if key and row.key == key), None)

    @override
    def _key_of(self, row: int) -> Hashable:
        return row

    @override
    def _title_of(self, item: Row) -> str:
        return row_words(item).name

    @override
    def _words_of(self, item: Row) -> CardRowWords:
        return row_words(item)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or not self._items[index.row()].key:
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
            | Qt.ItemFlag.ItemIsDragEnabled
        )

    @override
    def mimeTypes(self) -> list[str]:  # noqa: N802
        return [MEASURE_MIME, GROUP_MIME]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802
        dragged = QMimeData()
        for index in indexes:
            match self._items[index.row()]:
                case MeasureRow(measure):
                    dragged.setData(MEASURE_MIME, QByteArray(measure.id.encode()))
                case GroupRow(group) if group is not None:
                    dragged.setData(GROUP_MIME, QByteArray(group.id.encode()))
                case _:
                    pass
        return dragged


def id_of(dragged: QMimeData, mime: str) -> str | None:
    """The id of the measure, or of the group, that is dragged."""
    return bytes(dragged.data(mime).data()).decode() if dragged.hasFormat(mime) else None
