"""The card of the settings that says how the window looks: its theme, and how large its text is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from scorecard.ui.preferences import Preferences
from scorecard.ui.settings_dialog.setting_lines import setting_line
from scorecard.ui.shortcuts import Keys
from scorecard.ui.text import tr
from scorecard.ui.text_size import STEPS, larger, set_text_size, smaller, text_size
from scorecard.ui.theme.theme import Theme, ThemeChoice
from scorecard.ui.widgets.buttons import IconButton
from scorecard.ui.widgets.card import Card
from scorecard.ui.widgets.choice_box import ChoiceBox
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.segments import Segments

_WIDEST = 420


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


def say_percent(percent: int) -> str:
    return tr("{percent}%").format(percent=percent)


class LooksCard(Card):
    def __init__(self, theme: Theme, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(tr("Appearance"), parent=parent)
        self._theme = theme
        self._preferences = preferences
        options = [(choice.value, say_theme(choice)) for choice in ThemeChoice]
        self.appearance = Segments(options, tr("Appearance"), self, widest=_WIDEST)
        self.text_size = ChoiceBox([(str(percent), say_percent(percent)) for percent in STEPS], self)
        self.smaller = IconButton("minus", tr("Smaller text"), Keys.SMALLER_TEXT.shown, self)
        self.larger = IconButton("plus", tr("Larger text"), Keys.LARGER_TEXT.shown, self)
        self._arrange()
        self.appearance.set_chosen(list(ThemeChoice).index(theme.choice))
        self._read_size()
        self._connect()

    def _arrange(self) -> None:
        self.appearance.shrink_to_fit()
        self.body.addWidget(self.appearance, 0, Qt.AlignmentFlag.AlignLeft)
        choice = QHBoxLayout()
        for widget in (self.smaller, self.text_size, self.larger):
            choice.addWidget(widget)
        self.body.addLayout(setting_line(tr("&Text size"), self.text_size, self, choice))
        keys = tr("{larger} and {smaller} change it wherever you are, {usual} sets it back.").format(
            larger=Keys.LARGER_TEXT.shown, smaller=Keys.SMALLER_TEXT.shown, usual=Keys.USUAL_TEXT.shown
        )
        remark = Label(keys, quiet=True, parent=self)
        remark.setWordWrap(True)
        self.body.addWidget(remark)

    def _connect(self) -> None:
        self.appearance.chosen.connect(lambda _: self._choose_theme())
        self.text_size.activated.connect(lambda _: self._choose_size())
        self.smaller.clicked.connect(lambda: smaller(self._theme, self._preferences))
        self.larger.clicked.connect(lambda: larger(self._theme, self._preferences))
        self._theme.resized.connect(self._read_size)

    def _choose_theme(self) -> None:
        choice = ThemeChoice(self.appearance.chosen_key or ThemeChoice.SYSTEM)
        self._theme.choose(choice)
        self._preferences.set_theme(choice.value)
        self._preferences.save()

    def _choose_size(self) -> None:
        set_text_size(self._theme, self._preferences, int(self.text_size.currentData()))

    def _read_size(self) -> None:
        """One between the steps joins the list."""
        percent = text_size(self._theme)
        self.text_size.blockSignals(True)
        if self.text_size.findData(str(percent)) < 0:
            later = [row for row in range(self.text_size.count()) if int(self.text_size.itemData(row)) > percent]
            place = min(later, default=self.text_size.count())
            self.text_size.insertItem(place, say_percent(percent), str(percent))
        self.text_size.setCurrentIndex(self.text_size.findData(str(percent)))
        self.text_size.blockSignals(False)
        self.smaller.setEnabled(percent > STEPS[0])
        self.larger.setEnabled(percent < STEPS[-1])
