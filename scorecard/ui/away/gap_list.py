"""The missing days one below the other: Tab stops once, Up and Down move."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scorecard.ui.away.gap_line import GapLineRow
from scorecard.ui.away.gap_states import GapLine
from scorecard.ui.theme.tokens import GAP_TINY
from scorecard.ui.widgets.drawing import px


class GapList(QWidget):
    """The days stay the same as long as it stands; what became of them is shown anew."""

    answered = Signal(object, object)
    entered = Signal(QWidget)

    def __init__(self, lines: Sequence[GapLine], parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, GAP_TINY))
        self.rows = [GapLineRow(line, self) for line in lines]
        for row in self.rows:
            column.addWidget(row)
            row.answered.connect(self.answered)
            row.moved.connect(lambda direction, row=row: self._move(row, direction))
            row.entered.connect(lambda row=row: self._enter(row))
        column.addStretch(1)
        self.setFocusProxy(self.rows[0])
        self._enter(self.rows[0])

    def show_lines(self, lines: Sequence[GapLine]) -> None:
        for row, line in zip(self.rows, lines, strict=True):
            row.show_line(line)

    def go_on_from(self, place: int) -> None:
        """To the next line without an answer; where there is none, it stays."""
        for row in self.rows[place + 1 :]:
            if row.line.answer is None:
                row.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def _move(self, row: GapLineRow, direction: int) -> None:
        place = self.rows.index(row) + direction
        if 0 <= place < len(self.rows):
            self.rows[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _enter(self, entered: GapLineRow) -> None:
        for row in self.rows:
            row.set_current(row is entered)
        self.entered.emit(entered)
