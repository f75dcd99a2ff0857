"""A calendar to go to any day."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QTableView, QVBoxLayout, QWidget

from scorecard.overriding import override
from scorecard.ui.say import qdate
from scorecard.ui.text import tr


class DayPicker(QFrame):
    """Opens under a button; Enter or a click chooses, Escape closes."""

    day_chosen = Signal(object)

    def __init__(self, day: date, today: date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.calendar = QCalendarWidget(self)
        self.calendar.setAccessibleName(tr("Choose a day"))
        # Weeks begin on Monday here as everywhere in the program (ISO 8601).
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        self.calendar.setLocale(QLocale())
        self.calendar.setMaximumDate(qdate(today))
        self.calendar.setSelectedDate(min(qdate(day), qdate(today)))
        self.calendar.clicked.connect(self._choose)
        self.calendar.activated.connect(self._choose)
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 1, 1, 1)
        box.addWidget(self.calendar)

    def open_under(self, button: QWidget) -> None:
        corner = button.mapToGlobal(QPoint(button.width(), button.height()))
        self.adjustSize()
        self.move(corner - QPoint(self.width(), -4))
        self.show()
        view = self.calendar.findChild(QTableView)
        if view is not None:
            view.setFocus(Qt.FocusReason.PopupFocusReason)

    def _choose(self, chosen: QDate) -> None:
        day = date(chosen.year(), chosen.month(), chosen.day())
        self.close()
        self.day_chosen.emit(day)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)
