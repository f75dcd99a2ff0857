"""Which quarter the Goals window shows, and the ways to those beside it."""

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from scorecard.services.goal_pages import GoalsPage
from scorecard.ui.goals.wording import say_period
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP_TINY
from scorecard.ui.widgets.buttons import IconButton, LinkButton
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label

BACK, ON = "Ctrl+PgUp", "Ctrl+PgDown"


class PeriodLine(QWidget):
    went = Signal(int)  # −1 or +1
    went_home = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = Label("", TextStyle.STRONG, parent=self)
        self.back = IconButton("chevron-left", tr("Previous quarter"), BACK, self)
        self.on = IconButton("chevron-right", tr("Next quarter"), ON, self)
        self.home = LinkButton(tr("This &quarter"), self)
        self.back.clicked.connect(lambda: self.went.emit(-1))
        self.on.clicked.connect(lambda: self.went.emit(1))
        self.home.clicked.connect(self.went_home)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(self, GAP_TINY))
        for widget in (self.back, self.name, self.on, self.home):
            row.addWidget(widget)
        row.addStretch(1)

    def show_page(self, page: GoalsPage, locale: QLocale) -> None:
        quarter, year = say_period(page.quarter, locale), say_period(page.year, locale)
        self.name.setText(tr("{quarter}, and the year {year}").format(quarter=quarter, year=year))
        self.home.setVisible(page.today not in page.quarter)
