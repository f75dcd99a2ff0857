"""From which day on changed terms hold: today unless said otherwise, an earlier day, or one to come."""

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from scorecard.domain.weeks import Week
from scorecard.ui.say import say_day
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import GAP_SMALL
from scorecard.ui.widgets.choice_box import ChoiceBox
from scorecard.ui.widgets.day_field import DayField
from scorecard.ui.widgets.drawing import px

_ONE_DAY = timedelta(days=1)
_OTHER = "other"


def first_days(today: date) -> tuple[tuple[date, str], ...]:
    """Today, tomorrow, the Monday of next week, and that of this week; some may be the same."""
    tomorrow, week = today + _ONE_DAY, Week.of(today)
    offered = [
        (today, tr("today, {day}")),
        (tomorrow, tr("tomorrow, {day}")),
        (week.next.monday, tr("next week, {day}")),
        (week.monday, tr("this week, {day}")),
    ]
    days = {day: words.format(day=say_day(day)) for day, words in reversed(offered)}
    return tuple((day, days[day]) for day in dict.fromkeys(day for day, _ in offered))


class FirstDayChoice(QWidget):
    """`edited` follows every choice by the user."""

    edited = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days = first_days(today)
        options = [(day.isoformat(), words) for day, words in self._days]
        self.choice = ChoiceBox([*options, (_OTHER, tr("another day…"))], self)
        self.choice.setAccessibleName(tr("Valid from"))
        self.day = DayField(tr("First day"), today, date.max, self)
        self.day.hide()
        self.setFocusProxy(self.choice)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(self, GAP_SMALL))
        line.addWidget(self.choice)
        line.addWidget(self.day)
        line.addStretch(1)
        self.choice.currentIndexChanged.connect(self._follow_choice)
        self.day.edited.connect(self.edited)

    @property
    def first_day(self) -> date:
        if self.choice.currentData() == _OTHER:
            return self.day.day
        return self._days[max(0, self.choice.currentIndex())][0]

    def set_first_day(self, day: date) -> None:
        """Any day: one that is not offered becomes the other one."""
        self.day.set_day(day)
        place = next((number for number, (known, _) in enumerate(self._days) if known == day), len(self._days))
        self.choice.setCurrentIndex(place)
        if place == len(self._days):
            self.edited.emit()

    def _follow_choice(self) -> None:
        self.day.setVisible(self.choice.currentData() == _OTHER)
        self.edited.emit()
