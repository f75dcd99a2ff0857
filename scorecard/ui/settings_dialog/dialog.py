"""The settings. Each takes effect at once; those that change what numbers mean are undone like everything else."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from scorecard.domain.changes import Change
from scorecard.domain.errors import KnownError
from scorecard.domain.grades import GradeScale
from scorecard.overriding import override
from scorecard.ui.backups.settings_card import BackupsCard
from scorecard.ui.desk import Desk
from scorecard.ui.preferences import Preferences
from scorecard.ui.say import say_day
from scorecard.ui.settings_dialog.day_end_choice import DayEndChoice, say_time
from scorecard.ui.settings_dialog.grades_card import GradesCard
from scorecard.ui.text import tr
from scorecard.ui.theme.theme import Theme, ThemeChoice
from scorecard.ui.theme.tokens import GAP
from scorecard.ui.widgets.card import Card
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.scroll_area import ScrollArea
from scorecard.ui.widgets.segments import Segments
from scorecard.words.errors import say_error

_WIDTH = 560
_WIDEST = 420
_ABOVE_AND_BELOW = 150  # what the dialog and its frame take of the screen besides the cards


def say_theme(choice: ThemeChoice) -> str:
    match choice:
        case ThemeChoice.SYSTEM:
            return tr("As the system")
        case ThemeChoice.LIGHT:
            return tr("Light")
        case ThemeChoice.DARK:
            return tr("Dark")
        case ThemeChoice.HIGH_CONTRAST:
            return tr("High contrast")


class SettingsDialog(Dialog):
    def __init__(self, desk: Desk, theme: Theme, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(tr("Settings"), tr("&Done"), "", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._theme = theme
        self._preferences = preferences
        options = [(choice.value, say_theme(choice)) for choice in ThemeChoice]
        self.appearance = Segments(options, tr("Appearance"), self, widest=_WIDEST)
        self.day_end = DayEndChoice(self)
        self.today = Label("", quiet=True, parent=self)
        self.grades = GradesCard(self)
        self.backups = BackupsCard(desk, self)
        self._arrange()
        self.appearance.set_chosen(list(ThemeChoice).index(theme.choice))
        self._read()
        self._connect()
        self.focus_first(self.appearance)

    def _choose_theme(self) -> None:
        choice = ThemeChoice(self.appearance.chosen_key or ThemeChoice.SYSTEM)
        self._theme.choose(choice)
        self._preferences.set_theme(choice.value)
        self._preferences.save()

    def _set_day_end(self) -> None:
        day_end = self.day_end.day_end
        self.show_problem("")
        self._desk.do(lambda s: s.rules.set_day_end(day_end), self._refuse)
        self._read()

    def _set_grades(self, scale: GradeScale) -> None:
        self.show_problem("")
        self._desk.do(lambda s: s.rules.set_grades(scale), self._refuse)
        self._read()

    def _refuse(self, error: KnownError) -> None:
        self.show_problem(say_error(error, tr))

    def _read(self) -> None:
        """Shows what is stored, after a refusal too."""
        settings = self._desk.ask(lambda s: s.scoring.settings())
        today = self._desk.ask(lambda s: s.scoring.today())
        ready = settings is not None and today is not None
        self.day_end.setEnabled(ready)
        self.grades.setEnabled(ready)
        if settings is None or today is None:
            return
        self.day_end.set_day_end(settings.day_end)
        self.grades.set_scale(settings.scale_on(today))
        now = tr("Now it is {day}, until {time} in the night after it.")
        self.today.setText(now.format(day=say_day(today), time=say_time(settings.day_end)))

    def _follow_change(self, change: Change) -> None:
        if "setting" in change.topics:
            self._read()

    @override
    def accept(self) -> None:
        """Grades that mean no scale would be lost without a word; Escape leaves them."""
        if self.grades.focus_on_problem():
            return
        super().accept()

    def _arrange(self) -> None:
        self.setMinimumWidth(px(self, _WIDTH))
        looks = Card(tr("Appearance"), parent=self)
        looks.body.addWidget(self.appearance)
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, GAP))
        for card in (looks, self._day_card(), self.grades, self.backups):
            column.addWidget(card)
        column.addStretch(1)
        self.content.addWidget(self._scrolled(page), 1)

    def _scrolled(self, page: QWidget) -> ScrollArea:
        """As high as its cards, or as the screen allows."""
        area = ScrollArea(page, self)
        room = self.screen().availableGeometry().height() - px(self, _ABOVE_AND_BELOW)
        bar = area.verticalScrollBar().sizeHint().width()
        area.setMinimumSize(page.sizeHint().width() + bar, min(page.sizeHint().height(), room))
        area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        return area

    def _day_card(self) -> Card:
        card = Card(tr("The day"), parent=self)
        label = Label(tr("My day &ends at"), parent=self)
        label.setBuddy(self.day_end)
        line = QHBoxLayout()
        line.setSpacing(px(self, GAP))
        line.addWidget(label)
        line.addWidget(self.day_end)
        line.addStretch(1)
        card.body.addLayout(line)
        card.body.addWidget(self.today)
        return card

    def _connect(self) -> None:
        self.appearance.chosen.connect(lambda _: self._choose_theme())
        self.day_end.activated.connect(lambda _: self._set_day_end())
        self.grades.edited.connect(self._set_grades)
        self._desk.changed.connect(self._follow_change)
        self._desk.attached.connect(self._read)
