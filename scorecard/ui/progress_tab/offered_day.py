"""The button that leads from an empty chart to a day that can be scored."""

from datetime import date

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QWidget

from scorecard.ui.progress_tab.wording import day_words
from scorecard.ui.text import tr
from scorecard.ui.widgets.buttons import QuietButton


class OfferedDay(QuietButton):
    day_chosen = Signal(date)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self._day: date | None = None
        self.clicked.connect(self._choose)

    def offer(self, day: date, today: date, locale: QLocale) -> None:
        self._day = day
        words = tr("Score today") if day == today else tr("Open {day}").format(day=day_words(day, locale))
        self.setText(words)
        self.updateGeometry()

    def _choose(self) -> None:
        if self._day is not None:
            self.day_chosen.emit(self._day)
