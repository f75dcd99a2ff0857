"""When the user's day ends: every half hour from midnight to noon."""

from datetime import time

from PySide6.QtCore import QLocale, QTime
from PySide6.QtWidgets import QWidget

from scorecard.domain.days import LATEST_DAY_END
from scorecard.ui.widgets.choice_box import ChoiceBox

_HALF_HOURS = (*(time(hour, minute) for hour in range(12) for minute in (0, 30)), LATEST_DAY_END)


def say_time(moment: time) -> str:
    return QLocale().toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)


class DayEndChoice(ChoiceBox):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__([(offered.isoformat("minutes"), say_time(offered)) for offered in _HALF_HOURS], parent)

    @property
    def day_end(self) -> time:
        return time.fromisoformat(self.currentData())

    def set_day_end(self, day_end: time) -> None:
        """Shows a time without telling anybody; one between the half hours joins the list."""
        key = day_end.isoformat("minutes")
        self.blockSignals(True)
        if self.findData(key) < 0:
            later = [row for row in range(self.count()) if self.itemData(row) > key]
            self.insertItem(min(later, default=self.count()), say_time(day_end), key)
        self.setCurrentIndex(self.findData(key))
        self.blockSignals(False)
