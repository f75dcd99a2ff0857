"""The table of grades: a name and the points it begins at, best first, in two columns."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from scorecard.domain.grades import FAILED
from scorecard.ui.settings_dialog.grade_bounds import NAME_LENGTH, PLACES, GradePlace
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import GAP_SMALL, GAP_WIDE
from scorecard.ui.widgets.choice_box import NumberBox
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.text_field import TextField

_HALF = PLACES // 2
_NAME_WIDTH = 84
_POINTS_WIDTH = 84


class GradeTable(QWidget):
    """`edited` when a name or a bound is another one now."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.names: list[TextField] = []
        self.points: list[NumberBox] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(self, GAP_SMALL))
        self._grid.setVerticalSpacing(px(self, GAP_SMALL - 2))
        self._grid.setColumnMinimumWidth(3, px(self, GAP_WIDE))
        self._grid.setColumnStretch(7, 1)
        for number in range(PLACES):
            self._add_place(number)
        below = Label(tr("Below the last one: {grade}").format(grade=FAILED), quiet=True, parent=self)
        self._grid.addWidget(below, _HALF, 4, 1, 3)

    def places(self) -> tuple[GradePlace, ...]:
        return tuple(
            GradePlace(name.text(), points.value()) for name, points in zip(self.names, self.points, strict=True)
        )

    def set_places(self, places: Sequence[GradePlace]) -> None:
        """Shows grades without telling anybody."""
        for name, points, place in zip(self.names, self.points, places, strict=False):
            if name.text() != place.name:
                name.setText(place.name)
            points.blockSignals(True)
            points.setValue(place.points)
            points.blockSignals(False)

    def describe(self, place: int | None, sentence: str) -> None:
        """Says to a screen reader what is wrong with one place, and nothing of the others."""
        for number, points in enumerate(self.points):
            points.setAccessibleDescription(sentence if number == place else "")

    def focus_on(self, place: int) -> None:
        self.points[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_place(self, number: int) -> None:
        name = TextField(tr("Name of grade {number}").format(number=number + 1), "", self)
        name.setMaxLength(NAME_LENGTH)
        name.setFixedWidth(px(self, _NAME_WIDTH))
        points = NumberBox(tr("Points from which grade {number} holds").format(number=number + 1), 0, 100, self)
        points.setSpecialValueText("–")
        points.setKeyboardTracking(False)
        points.setFixedWidth(px(self, _POINTS_WIDTH))
        name.editingFinished.connect(self.edited)
        points.valueChanged.connect(lambda _: self.edited.emit())
        row, column = number % _HALF, 4 * (number // _HALF)
        for offset, widget in enumerate((name, Label(tr("from"), quiet=True, parent=self), points)):
            self._grid.addWidget(widget, row, column + offset)
        self.names.append(name)
        self.points.append(points)
