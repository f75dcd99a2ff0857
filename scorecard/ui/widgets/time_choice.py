"""A time of day out of a list; a time that is not among those offered joins the list when it is shown."""

from collections.abc import Sequence
from datetime import time

from PySide6.QtWidgets import QWidget

from scorecard.ui.say import say_time
from scorecard.ui.widgets.choice_box import ChoiceBox


class TimeChoice(ChoiceBox):
    def __init__(self, offered: Sequence[time], parent: QWidget | None = None) -> None:
        super().__init__([(moment.isoformat("minutes"), say_time(moment)) for moment in offered], parent)

    @property
    def chosen(self) -> time:
        return time.fromisoformat(self.currentData())

    def show_time(self, shown: time) -> None:
        """Without telling anybody."""
        key = shown.isoformat("minutes")
        self.blockSignals(True)
        if self.findData(key) < 0:
            later = [row for row in range(self.count()) if self.itemData(row) > key]
            self.insertItem(min(later, default=self.count()), say_time(shown), key)
        self.setCurrentIndex(self.findData(key))
        self.blockSignals(False)
