"""The seven days of the week with their scores."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from scorecard.services.pages import DayPage
from scorecard.ui.scorecard_tab.states import strip_reading, strip_spoken
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.plain_tip import plain_tip
from scorecard.ui.widgets.strip_day import StripDayButton


class WeekStrip(QWidget):
    day_chosen = Signal(object)

    def __init__(self, page: DayPage, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(self, 7))
        self.buttons: list[StripDayButton] = []
        self._days: list[date] = []
        for number, day in enumerate(page.strip):
            button = StripDayButton(strip_reading(day, page), self)
            button.clicked.connect(lambda _=False, number=number: self.day_chosen.emit(self._days[number]))
            row.addWidget(button, 1)
            self.buttons.append(button)
        self.show_page(page)

    def show_page(self, page: DayPage) -> None:
        self._days = [day.day for day in page.strip]
        for button, day in zip(self.buttons, page.strip, strict=True):
            button.set_reading(strip_reading(day, page))
            button.setAccessibleName(strip_spoken(day, page))
            button.setToolTip(plain_tip(day.away_reason))
