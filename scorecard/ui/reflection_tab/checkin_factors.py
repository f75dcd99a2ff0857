"""The factors of a result on the card: name, measured side, bar, value; and what it was, where it was another."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from scorecard.domain.checkins import MOST
from scorecard.ui.reflection_tab.checkin_wording import FactorLine
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP_SMALL
from scorecard.ui.widgets.attainment_bar import AttainmentBar
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import ElidedLabel, Label
from scorecard.ui.widgets.plain_tip import plain_tip

_BAR = 96
_END = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter


class FactorBars(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[FactorLine, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(self, GAP_SMALL))
        self._grid.setVerticalSpacing(px(self, GAP_SMALL))
        self._grid.setColumnStretch(0, 1)

    @property
    def lines(self) -> tuple[FactorLine, ...]:
        return self._lines

    def show_lines(self, lines: tuple[FactorLine, ...]) -> None:
        if lines == self._lines:
            return
        self._lines = lines
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row, line in enumerate(lines):
            self._add(row, line)

    def _add(self, row: int, line: FactorLine) -> None:
        bar = AttainmentBar(self, width=_BAR, plain=True)
        bar.set_share(line.value / MOST)
        earlier = tr("{value} →").format(value=line.was) if line.was else ""
        was = Label(earlier, TextStyle.CAPTION, quiet=True, parent=self)
        value = Label(str(line.value), TextStyle.STRONG, parent=self)
        value.setAccessibleName(line.spoken)
        self._grid.addWidget(self._named(line), row, 0)
        self._grid.addWidget(bar, row, 1, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(was, row, 2, _END)
        self._grid.addWidget(value, row, 3, _END)

    def _named(self, line: FactorLine) -> QWidget:
        """The name, and its measured side where it has one."""
        cell = QWidget(self)
        name = ElidedLabel(line.name, parent=cell)
        box = QHBoxLayout(cell)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(px(self, GAP_SMALL))
        box.addWidget(name, 1)
        if line.kept:
            kept = Label(line.kept, TextStyle.CAPTION, quiet=True, parent=cell)
            kept.setAccessibleDescription(line.kept_fully)
            box.addWidget(kept)
        cell.setToolTip(plain_tip(line.kept_fully))
        return cell
