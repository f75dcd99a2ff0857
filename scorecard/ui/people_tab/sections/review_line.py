"""The day of the next quality review."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from scorecard.ui.people_tab.day_form import DayForm
from scorecard.ui.people_tab.indented import indented
from scorecard.ui.people_tab.menu_line import MenuLine
from scorecard.ui.say_promises import say_plain_day
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.widgets.label import Label

_WEEKS = (2, 4, 13, 26)


class ReviewLine(QWidget):
    """`chosen` carries a day, or None."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._day: date | None = None
        self._today = date(2000, 1, 1)
        self.heading = Label(tr("Next quality review"), TextStyle.STRONG, parent=self)
        self.line = MenuLine(tr("Next quality review"), self._fill_in, self)
        self.form = DayForm("", "", 0, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(indented(self.heading))
        column.addWidget(self.line)
        column.addLayout(indented(self.form))
        self.form.taken.connect(self._take)
        self.form.left.connect(self.line.setFocus)

    def show_day(self, day: date | None, today: date, *, afresh: bool) -> None:
        self._day, self._today = day, today
        if afresh:
            self.form.hide()
        words = say_plain_day(day, today) if day is not None else ""
        if day == today:
            words = tr("Today")
        elif day is not None and day < today:
            words = tr("{day}: was it held?").format(day=words)
        self.line.set_value(words, tr("No day yet"))

    def _fill_in(self, menu: QMenu) -> None:
        for weeks in _WEEKS:
            day = self._today + timedelta(weeks=weeks)
            words = tr("In %n week(s)", "", weeks) + "\t" + say_plain_day(day, self._today)
            menu.addAction(words).triggered.connect(lambda _=False, day=day: self.chosen.emit(day))
        menu.addSeparator()
        menu.addAction(tr("Another &day…"), self._ask)
        if self._day is not None:
            menu.addAction(tr("&No day"), lambda: self.chosen.emit(None))

    def _ask(self) -> None:
        first = self._day or self._today + timedelta(weeks=4)
        self.form.ask("", tr("When will you look at the measures together?"), tr("&Set the day"), first)

    def _take(self, _key: str, _words: str, day: date) -> None:
        self.chosen.emit(day)
        self.line.setFocus()
