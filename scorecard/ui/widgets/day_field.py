"""A day that has been: up and down go through the days, digits type it, two arrows do it by mouse."""

from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDateEdit, QHBoxLayout, QWidget

from scorecard.overriding import override
from scorecard.ui.say import qdate
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import GAP_TINY
from scorecard.ui.widgets.buttons import IconButton
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.text_field import FIELD_HEIGHT, clear_base, paint_box

_WIDTH = 150
_SIDE = 8
_DAY_OF_MONTH = 1  # the first section is the weekday, which nobody types


class DayField(QWidget):
    """`edited` follows every change by the user. `latest` bounds the arrow only: what can't be is refused in words.

    A bound of the field itself would refuse the first digit of many a day that is possible.
    """

    edited = Signal()

    def __init__(self, name: str, day: date, latest: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = _DayEdit(name, self)
        self._latest = latest
        self.earlier = IconButton("chevron-left", tr("A day earlier"), parent=self)
        self.later = IconButton("chevron-right", tr("A day later"), parent=self)
        self.setFocusProxy(self.field)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(self, GAP_TINY))
        line.addWidget(self.field)
        for button, days in ((self.earlier, -1), (self.later, 1)):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard has Up and Down
            button.clicked.connect(lambda _=False, days=days: self.field.stepBy(days))
            line.addWidget(button)
        self.set_day(day)
        self.field.dateChanged.connect(self._follow_edit)

    @property
    def day(self) -> date:
        shown = self.field.date()
        return date(shown.year(), shown.month(), shown.day())

    def set_day(self, day: date) -> None:
        """Shows a day without telling anybody."""
        self.field.blockSignals(True)
        self.field.setDate(qdate(day))
        self.field.blockSignals(False)
        self._offer()

    def _follow_edit(self) -> None:
        self._offer()
        self.edited.emit()

    def _offer(self) -> None:
        self.later.setEnabled(self.day < self._latest)


class _DayEdit(QDateEdit):
    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setProperty("painted", True)
        self.setDisplayFormat(tr("ddd d MMM yyyy", "date format, see QLocale::toString"))
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        clear_base(self)
        field = self.lineEdit()
        field.setProperty("painted", True)
        field.setTextMargins(px(self, _SIDE), 0, px(self, _SIDE), 0)

    @override
    def stepBy(self, steps: int) -> None:  # noqa: N802
        """A step is a day, whichever part of the date the cursor is in."""
        self.setDate(self.date().addDays(steps))

    @override
    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:  # noqa: N802
        return QAbstractSpinBox.StepEnabledFlag.StepUpEnabled | QAbstractSpinBox.StepEnabledFlag.StepDownEnabled

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.setCurrentSectionIndex(_DAY_OF_MONTH)
        self.setSelectedSection(self.currentSection())

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab leaves the field; Left and Right go through the parts of the date."""
        return QWidget.focusNextPrevChild(self, forward)

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(self, _WIDTH), px(self, FIELD_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lineEdit().setGeometry(self.rect())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            paint_box(painter, self, self.rect())

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
