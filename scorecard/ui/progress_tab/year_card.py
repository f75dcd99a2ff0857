"""The card "The year so far": a calendar in the colours of its scores; of all there is, the years below each other."""

from datetime import date

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QWidget

from scorecard.domain.periods import Period
from scorecard.overriding import override
from scorecard.services.progress.history import History
from scorecard.services.progress.years import YearsOfDays, YearsOfWeeks, is_blank, years_of
from scorecard.ui.progress_tab.chart_card import Face
from scorecard.ui.progress_tab.history_card import HistoryCard
from scorecard.ui.progress_tab.year_canvas import YearCanvas
from scorecard.ui.progress_tab.year_reading import read_years
from scorecard.ui.progress_tab.year_table import YearTable, headings, table_rows
from scorecard.ui.progress_tab.year_wording import years_title
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.widgets.label import Label


class YearCard(HistoryCard):
    day_chosen = Signal(date)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("The year so far"), parent)
        self.empty = Label(
            tr("Nothing is scored in this year. A day has its colour here as soon as one of its measures has a value."),
            quiet=True,
            parent=self,
        )
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.canvas = YearCanvas(self)
        self.table = YearTable(self)
        self.brackets = Label(tr("In brackets: from memory, or too little for a score"), TextStyle.SMALL, quiet=True)
        self._shown: tuple[YearsOfDays | YearsOfWeeks, QLocale] | None = None
        self.put_together(self.canvas, self.table, self.empty, self.brackets)
        self.canvas.day_clicked.connect(self.day_chosen)

    @override
    def show_history(self, history: History, period: Period, locale: QLocale) -> None:
        years = years_of(history, period)
        self._shown = (years, locale)
        reading = read_years(years, history.today, locale, mirrored=self.isRightToLeft())
        title = years_title(years, history.today, locale)
        filled = not is_blank(years)
        self.set_title(title, reading.summary if filled else "")
        self.toggle.setAccessibleDescription(title)
        self.canvas.show_years(reading, title)
        self.show_filled(filled)

    @override
    def fill_table(self) -> None:
        """That of a year has hundreds of cells."""
        if self._shown is not None:
            years, locale = self._shown
            self.table.show_table(headings(years, locale), table_rows(years, locale))

    @override
    def show_face(self) -> None:
        super().show_face()
        self.brackets.setVisible(self.face is Face.TABLE and self._outlines_days)

    @property
    def _outlines_days(self) -> bool:
        """Whether the table has days in it, and one of them is outlined."""
        if self._shown is None or not isinstance(self._shown[0], YearsOfDays):
            return False
        years = self._shown[0]
        return years.first.year == years.last.year and bool(years.hollow.any())
