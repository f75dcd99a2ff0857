"""The table of grades: a name and the points it begins at, best first, in two columns, or in one where it is narrow."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from scorecard.domain.grades import FAILED
from scorecard.overriding import override
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
_A_COLUMN = 4  # of the grid's: name, "from", points, and room


class GradeTable(QWidget):
    """`edited` when a name or a bound is another one now."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.names: list[TextField] = []
        self.points: list[NumberBox] = []
        self._between: list[Label] = []
        self._rows = 0
        self._below = Label(tr("Below the last one: {grade}").format(grade=FAILED), quiet=True, parent=self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(self, GAP_SMALL))
        self._grid.setVerticalSpacing(px(self, GAP_SMALL - 2))
        self._grid.setColumnStretch(2 * _A_COLUMN - 1, 1)
        for number in range(PLACES):
            self._make_place(number)
        self._place(_HALF)

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

    def _make_place(self, number: int) -> None:
        name = TextField(tr("Name of grade {number}").format(number=number + 1), "", self)
        name.setMaxLength(NAME_LENGTH)
        name.setFixedWidth(px(self, _NAME_WIDTH))
        points = NumberBox(tr("Points from which grade {number} holds").format(number=number + 1), 0, 100, self)
        points.setSpecialValueText("–")
        points.setKeyboardTracking(False)
        points.setFixedWidth(px(self, _POINTS_WIDTH))
        name.editingFinished.connect(self.edited)
        points.valueChanged.connect(lambda _: self.edited.emit())
        self.names.append(name)
        self.points.append(points)
        self._between.append(Label(tr("from"), quiet=True, parent=self))

    def _place(self, rows: int) -> None:
        """So many of them below each other."""
        if rows == self._rows:
            return
        self._rows = rows
        for number, place in enumerate(zip(self.names, self._between, self.points, strict=True)):
            for offset, widget in enumerate(place):
                self._grid.addWidget(widget, number % rows, _A_COLUMN * (number // rows) + offset)
        last = (PLACES - 1) // rows * _A_COLUMN
        self._grid.addWidget(self._below, rows, last, 1, _A_COLUMN - 1)
        self._grid.setColumnMinimumWidth(_A_COLUMN - 1, px(self, GAP_WIDE) if rows < PLACES else 0)

    def _column_width(self) -> int:
        gaps = 2 * self._grid.horizontalSpacing()
        between = max(label.sizeHint().width() for label in self._between)
        return self.names[0].width() + between + self.points[0].width() + gaps

    def _turn(self) -> None:
        beside = 2 * self._column_width() + px(self, GAP_WIDE) + 2 * self._grid.horizontalSpacing()
        self._place(_HALF if self.width() >= beside else PLACES)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._column_width(), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "_rows"):
            self.updateGeometry()
