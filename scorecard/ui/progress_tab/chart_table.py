"""The numbers of a chart as a table, to be read out, searched and copied."""

from collections.abc import Collection

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from scorecard.overriding import override
from scorecard.ui.theme.tokens import Tokens, tokens_of
from scorecard.ui.widgets.dialog_style import dialog_style
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.reading_table import ReadingTable, Row

_NARROWEST = 130


class ChartTable(ReadingTable):
    def __init__(
        self,
        name: str,
        headings: Row,
        parent: QWidget | None = None,
        *,
        numbers: Collection[int] = (),
        wide: int = 0,
        narrowest: int = _NARROWEST,
    ) -> None:
        """`narrowest` is the least width of a column, in pixels at the ordinary text size."""
        super().__init__(name, headings, parent, numbers=numbers, wide=wide)
        self.horizontalHeader().setMinimumSectionSize(px(self, narrowest))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._styled_for: Tokens | None = None

    def show_columns(self, headings: Row, numbers: Collection[int], wide: int) -> None:
        """Other columns, still without rows, unless they are just those already."""
        if list(headings) == self._headings:
            return
        self.show_rows([])
        self.setColumnCount(0)
        self.setColumnCount(len(headings))
        self._headings, self._numbers = list(headings), frozenset(numbers)
        self.setHorizontalHeaderLabels(self._headings)
        self._dress_header(wide)

    def _dress(self) -> None:
        """The sheet of the dialogs, put on when the table is first asked for: a page without it starts faster."""
        tokens = tokens_of(self.palette())
        if tokens is not self._styled_for:
            self._styled_for = tokens
            self.setStyleSheet(dialog_style(tokens))

    @override
    def minimumSizeHint(self) -> QSize:
        """All rows: the page scrolls, and no table in it."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    @override
    def sizeHint(self) -> QSize:
        """With room for the bar that is there when the columns are wider than the card."""
        return super().sizeHint() + QSize(0, self.horizontalScrollBar().sizeHint().height())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._dress()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self.isVisible():
            self._dress()
