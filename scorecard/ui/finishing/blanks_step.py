"""What is still blank on a day that is being finished: to be left blank, set to zero or skipped."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from scorecard.domain.blanks import Filling, can_be_zero
from scorecard.overriding import override
from scorecard.services.pages import DayPage, RowPage
from scorecard.ui import say
from scorecard.ui.finishing.step import Step, explanation, list_height
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import ElidedLabel
from scorecard.ui.widgets.scroll_area import ScrollArea
from scorecard.ui.widgets.segments import Segments

_ROWS_SHOWN = 7
_ROW = 48


class BlanksStep(Step):
    def __init__(self, page: DayPage, parent: QWidget) -> None:
        super().__init__(tr("%n measure(s) still blank", "", len(page.blanks)), tr("Ne&xt: blanks"), parent)
        self._choices: dict[str, Segments] = {}
        words = tr("{day}. A blank stays unknown: it is never counted as zero.").format(day=say.say_day(page.day))
        self.column.addWidget(explanation(words, self))
        self.column.addWidget(self._list(page), 1)

    @property
    @override
    def first(self) -> QWidget:
        return next(iter(self._choices.values()))

    def fillings(self) -> dict[str, Filling]:
        return {
            measure_id: Filling(choice.chosen_key or Filling.LEAVE.value)
            for measure_id, choice in self._choices.items()
        }

    def _list(self, page: DayPage) -> ScrollArea:
        rows = QWidget(self)
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(self, 16))
        grid.setVerticalSpacing(px(self, 8))
        grid.setColumnStretch(0, 1)
        for number, row in enumerate(page.blanks):
            choice = _choice(row, rows)
            grid.addWidget(ElidedLabel(row.measure.name, TextStyle.NAME, parent=rows), number, 0)
            grid.addWidget(choice, number, 1, Qt.AlignmentFlag.AlignRight)
            self._choices[row.measure.id] = choice
        grid.setRowStretch(len(page.blanks), 1)
        area = ScrollArea(rows, self)
        area.setMinimumHeight(list_height(self, min(_ROWS_SHOWN, len(page.blanks)), _ROW))
        return area


def _choice(row: RowPage, parent: QWidget) -> Segments:
    options = [(Filling.LEAVE.value, tr("Leave blank"))]
    if can_be_zero(row.terms):
        options.append((Filling.ZERO.value, tr("Zero")))
    options.append((Filling.SKIP.value, tr("Skip")))
    choice = Segments(options, row.measure.name, parent)
    choice.set_chosen(0)
    return choice
