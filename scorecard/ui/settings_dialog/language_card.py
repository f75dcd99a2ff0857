"""The card of the settings for language, for how dates and numbers are written, and for the first day of a week."""

from PySide6.QtCore import QDate, QLocale, Qt, QTime, Signal
from PySide6.QtWidgets import QWidget

from scorecard.ui.language import chosen_language, locales_of, own_name, translations, write_as
from scorecard.ui.preferences import Preferences
from scorecard.ui.settings_dialog.setting_lines import setting_line
from scorecard.ui.text import tr
from scorecard.ui.week_start import OFFERED, begin_weeks_on
from scorecard.ui.widgets.card import Card
from scorecard.ui.widgets.choice_box import ChoiceBox
from scorecard.ui.widgets.label import Label

_SAMPLE_DAY, _SAMPLE_TIME, _SAMPLE_NUMBER = QDate(2026, 11, 20), QTime(17, 5), 1234.5


def say_sample(locale: QLocale) -> str:
    """ "Friday 20 November · 20/11/2026 · 17:05 · 1,234.5"."""
    day = locale.toString(_SAMPLE_DAY, tr("dddd, d MMMM", "date format, see QLocale::toString"))
    short = QLocale.FormatType.ShortFormat
    numbers = locale.toString(_SAMPLE_NUMBER, "f", 1)
    return " · ".join((day, locale.toString(_SAMPLE_DAY, short), locale.toString(_SAMPLE_TIME, short), numbers))


class LanguageCard(Card):
    """`written_anew`: dates and numbers are written otherwise from now on, or calendars begin with another day."""

    written_anew = Signal()

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(tr("Language and region"), parent=parent)
        self._preferences = preferences
        self._spoken = chosen_language(preferences.language(), translations())
        as_system = ("", tr("As the system"))
        languages = sorted(((code, own_name(code)) for code in translations()), key=lambda one: one[1].casefold())
        self.language = ChoiceBox([as_system, *languages], self)
        regions = sorted(locales_of(self._spoken).items(), key=lambda one: one[1].casefold())
        self.formats = ChoiceBox([as_system, *regions], self)
        days = [(str(day.value), QLocale().standaloneDayName(day.value)) for day in OFFERED]
        self.week_start = ChoiceBox([("", tr("As dates are written")), *days], self)
        self.later = Label(tr("The other language is there when Scorecard is opened the next time."), parent=self)
        self.sample = Label("", quiet=True, parent=self)
        self._arrange()
        self._read()
        self._connect()

    def _arrange(self) -> None:
        self.body.addLayout(setting_line(tr("&Language"), self.language, self))
        self.body.addWidget(self.later)
        self.body.addLayout(setting_line(tr("Dates and &numbers"), self.formats, self))
        self.body.addWidget(self.sample)
        self.body.addLayout(setting_line(tr("&Week starts on"), self.week_start, self))
        remark = Label(
            tr("Calendars and lists of weekdays begin with it. A week of Scorecard goes from Monday to Sunday all the "
               "same, so that no score of a week changes."),
            quiet=True,
            parent=self,
        )  # fmt: skip
        self.body.addWidget(remark)
        for label in (self.later, self.sample, remark):
            label.setWordWrap(True)
        for box in (self.language, self.formats, self.week_start):
            box.setMaxVisibleItems(12)

    def _read(self) -> None:
        for box, kept in (
            (self.language, self._preferences.language()),
            (self.formats, self._preferences.formats()),
            (self.week_start, self._preferences.week_start()),
        ):
            box.setCurrentIndex(max(box.findData(kept, Qt.ItemDataRole.UserRole), 0))
        self.later.setVisible(chosen_language(self._preferences.language(), translations()) != self._spoken)
        self.sample.setText(say_sample(QLocale()))

    def _connect(self) -> None:
        self.language.activated.connect(lambda _: self._choose_language())
        self.formats.activated.connect(lambda _: self._choose_formats())
        self.week_start.activated.connect(lambda _: self._choose_week_start())

    def _choose_language(self) -> None:
        self._preferences.set_language(self.language.currentData())
        self._preferences.save()
        self._read()

    def _choose_formats(self) -> None:
        self._preferences.set_formats(self.formats.currentData())
        self._preferences.save()
        write_as(self.formats.currentData(), self._spoken)
        self._read()
        self.written_anew.emit()

    def _choose_week_start(self) -> None:
        self._preferences.set_week_start(self.week_start.currentData())
        self._preferences.save()
        begin_weeks_on(self.week_start.currentData())
        self.written_anew.emit()
