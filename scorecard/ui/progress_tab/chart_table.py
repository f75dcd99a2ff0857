"""The numbers of a chart as a table, to be read out, searched and copied."""

from collections.abc import Collection

from PySide6.QtCore import QEvent, QSize
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
        self._styled_for: Tokens | None = None

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
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._dress()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self.isVisible():
            self._dress()
