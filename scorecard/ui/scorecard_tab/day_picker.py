"""A calendar to go to any day."""

from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPalette, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QHBoxLayout, QTableView, QVBoxLayout, QWidget

from scorecard.overriding import override
from scorecard.ui.say import qdate
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP, GAP_SMALL, tokens_of
from scorecard.ui.week_start import first_weekday
from scorecard.ui.widgets.buttons import IconButton
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label

_WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)


class DayPicker(QFrame):
    """Opens under a button; Enter or a click chooses, Escape closes, Page Up and Down turn the months."""

    day_chosen = Signal(object)

    def __init__(self, day: date, today: date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.calendar = QCalendarWidget(self)
        self._month = Label("", TextStyle.STRONG, parent=self)
        self._set_up(day, today)
        self._lay_out()
        self._dress()
        self._show_month()

    def open_under(self, button: QWidget) -> None:
        corner = button.mapToGlobal(QPoint(button.width(), button.height()))
        self.adjustSize()
        self.move(corner - QPoint(self.width(), -4))
        self.show()
        view = self.calendar.findChild(QTableView)
        if view is not None:
            view.setFocus(Qt.FocusReason.PopupFocusReason)

    def _set_up(self, day: date, today: date) -> None:
        calendar = self.calendar
        calendar.setAccessibleName(tr("Choose a day"))
        calendar.setFirstDayOfWeek(first_weekday())
        # Only rows that are weeks of the program (ISO 8601) have a number.
        numbers = first_weekday() is Qt.DayOfWeek.Monday
        header = QCalendarWidget.VerticalHeaderFormat
        calendar.setVerticalHeaderFormat(header.ISOWeekNumbers if numbers else header.NoVerticalHeader)
        calendar.setNavigationBarVisible(False)
        calendar.setLocale(QLocale())
        calendar.setMaximumDate(qdate(today))
        calendar.setSelectedDate(min(qdate(day), qdate(today)))
        calendar.clicked.connect(self._choose)
        calendar.activated.connect(self._choose)
        calendar.currentPageChanged.connect(lambda _year, _month: self._show_month())

    def _lay_out(self) -> None:
        back = IconButton("chevron-left", tr("Previous month"), parent=self)
        on = IconButton("chevron-right", tr("Next month"), parent=self)
        back.clicked.connect(self.calendar.showPreviousMonth)
        on.clicked.connect(self.calendar.showNextMonth)
        head = QHBoxLayout()
        head.addWidget(back)
        head.addWidget(self._month, 1, Qt.AlignmentFlag.AlignCenter)
        head.addWidget(on)
        column = QVBoxLayout(self)
        gap = px(self, GAP)
        column.setContentsMargins(gap, px(self, GAP_SMALL), gap, gap)
        column.addLayout(head)
        column.addWidget(self.calendar)
        self.calendar.setMinimumSize(px(self, 320), px(self, 220))

    def _dress(self) -> None:
        """Weekends in the colour of all days: red says "poor" in this program."""
        tokens = tokens_of(self.palette())
        plain, quiet = QTextCharFormat(), QTextCharFormat()
        plain.setForeground(QColor(tokens.text))
        quiet.setForeground(QColor(tokens.text_quiet))
        for weekday in _WEEKEND:
            self.calendar.setWeekdayTextFormat(weekday, plain)
        self.calendar.setHeaderTextFormat(quiet)
        palette = self.palette()
        for role in (QPalette.ColorRole.Base, QPalette.ColorRole.AlternateBase, QPalette.ColorRole.Window):
            palette.setColor(role, QColor(tokens.surface))
        self.calendar.setPalette(palette)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)

    def _show_month(self) -> None:
        shown = QDate(self.calendar.yearShown(), self.calendar.monthShown(), 1)
        self._month.setText(QLocale().toString(shown, tr("MMMM yyyy", "date format, see QLocale::toString")))

    def _choose(self, chosen: QDate) -> None:
        day = date(chosen.year(), chosen.month(), chosen.day())
        self.close()
        self.day_chosen.emit(day)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ApplicationPaletteChange:
            self._dress()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)
