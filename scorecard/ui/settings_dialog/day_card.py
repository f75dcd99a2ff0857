"""The card of the settings that says when a day ends."""

from datetime import date, time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from scorecard.ui.say import say_day, say_time
from scorecard.ui.settings_dialog.day_end_choice import DayEndChoice
from scorecard.ui.settings_dialog.setting_lines import setting_line
from scorecard.ui.text import tr
from scorecard.ui.widgets.card import Card
from scorecard.ui.widgets.label import Label


class DayCard(Card):
    chosen = Signal(object)  # a time

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("The day"), parent=parent)
        self.day_end = DayEndChoice(self)
        self.today = Label("", quiet=True, parent=self)
        self.today.setWordWrap(True)
        self.body.addLayout(setting_line(tr("My day &ends at"), self.day_end, self))
        self.body.addWidget(self.today)
        self.day_end.activated.connect(lambda _: self.chosen.emit(self.day_end.day_end))

    def show_day(self, day_end: time, today: date) -> None:
        self.day_end.set_day_end(day_end)
        now = tr("Now it is {day}, until {time} in the night after it.")
        self.today.setText(now.format(day=say_day(today), time=say_time(day_end)))
