"""From which day on changed terms hold."""

from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from scorecard.domain.measures import Measure
from scorecard.domain.weeks import Week
from scorecard.ui.say import say_day
from scorecard.ui.text import tr
from scorecard.ui.widgets.choice_box import ChoiceBox

_ONE_DAY = timedelta(days=1)


def first_days(today: date) -> tuple[tuple[date, str], ...]:
    """Today, tomorrow, and the Monday of the next week, which may be tomorrow."""
    tomorrow, monday = today + _ONE_DAY, Week.of(today).next.monday
    offered = [
        (today, tr("today, {day}").format(day=say_day(today))),
        (tomorrow, tr("tomorrow, {day}").format(day=say_day(tomorrow))),
        (monday, tr("next week, {day}").format(day=say_day(monday))),
    ]
    return tuple(offered[:2] if monday == tomorrow else offered)


def say_earlier_days(measure: Measure, first_day: date) -> str:
    """What happens before `first_day`, and after it if other terms wait there."""
    later = [terms.first_day for terms in measure.terms if terms.first_day > first_day]
    if not later:
        return tr("Earlier days keep the terms they had.")
    return tr("Earlier days keep the terms they had; from {day} on those already chosen hold.").format(
        day=say_day(min(later))
    )


class FirstDayChoice(ChoiceBox):
    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        self._days = first_days(today)
        super().__init__([(day.isoformat(), words) for day, words in self._days], parent)

    @property
    def first_day(self) -> date:
        return self._days[max(0, self.currentIndex())][0]
