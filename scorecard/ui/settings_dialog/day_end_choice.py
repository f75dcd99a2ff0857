"""When the user's day ends: every half hour from midnight to noon."""

from datetime import time

from PySide6.QtWidgets import QWidget

from scorecard.domain.days import LATEST_DAY_END
from scorecard.ui.widgets.time_choice import TimeChoice

_HALF_HOURS = (*(time(hour, minute) for hour in range(12) for minute in (0, 30)), LATEST_DAY_END)


class DayEndChoice(TimeChoice):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_HALF_HOURS, parent)

    @property
    def day_end(self) -> time:
        return self.chosen

    def set_day_end(self, day_end: time) -> None:
        """Shows a time without telling anybody; one between the half hours joins the list."""
        self.show_time(day_end)
