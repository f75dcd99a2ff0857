"""The settings. Each takes effect at once; those that change what numbers mean are undone like everything else."""

from datetime import time

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QLabel, QVBoxLayout, QWidget

from scorecard.domain.changes import Change
from scorecard.domain.errors import KnownError
from scorecard.domain.grades import GradeScale
from scorecard.overriding import override
from scorecard.ui.backups.settings_card import BackupsCard
from scorecard.ui.desk import Desk
from scorecard.ui.preferences import Preferences
from scorecard.ui.reminder.background_card import BackgroundCard
from scorecard.ui.reminder.commands import ReminderCommands
from scorecard.ui.reminder.settings_card import ReminderCard
from scorecard.ui.settings_dialog.day_card import DayCard
from scorecard.ui.settings_dialog.finding import means, named, terms_of
from scorecard.ui.settings_dialog.found_marks import FoundMarks
from scorecard.ui.settings_dialog.grades_card import GradesCard
from scorecard.ui.settings_dialog.language_card import LanguageCard
from scorecard.ui.settings_dialog.looks_card import LooksCard
from scorecard.ui.settings_dialog.store_card import StoreCard
from scorecard.ui.shortcuts import Keys
from scorecard.ui.text import tr
from scorecard.ui.theme.theme import Theme
from scorecard.ui.theme.tokens import GAP
from scorecard.ui.widgets.card import Card
from scorecard.ui.widgets.choice_box import ChoiceBox
from scorecard.ui.widgets.dialog import MARGIN, Dialog
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.scroll_area import ScrollArea
from scorecard.ui.widgets.text_field import TextField
from scorecard.words.errors import say_error

_WIDTH, _HEIGHT = 620, 720
_LEAST = 300
_AROUND = 40  # what the frame takes of the screen
_NAME = "settings"


class SettingsDialog(Dialog):
    """`written_anew`: dates and numbers look otherwise from now on. `move_asked`: the store wants another folder."""

    written_anew = Signal()
    move_asked = Signal()

    def __init__(self, desk: Desk, theme: Theme, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(tr("Settings"), tr("&Done"), "", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._theme = theme
        self._preferences = preferences
        self.search = TextField(tr("Find a setting"), tr("Find a setting"), self)
        self.search.setClearButtonEnabled(True)
        self.nothing = Label("", quiet=True, parent=self)
        self.page = QWidget(self)
        self.looks = LooksCard(theme, preferences, self.page)
        self.language = LanguageCard(preferences, self.page)
        self.day = DayCard(self.page)
        self.grades = GradesCard(self.page)
        self.store = StoreCard(desk, self.page)
        self.backups = BackupsCard(desk, preferences, self.page)
        self.reminder = ReminderCard(preferences, ReminderCommands.of(parent), self.page)
        self.background = BackgroundCard(ReminderCommands.of(parent), self.page)
        self.cards = self._cards()
        self.marks = FoundMarks(self.page)
        self._arrange()
        self._read()
        self._connect()
        self.focus_first(self.search)

    def _cards(self) -> tuple[tuple[Card, str], ...]:
        """In their order, each with words that it is found by besides those that stand on it."""
        return (
            (self.looks, tr("theme dark mode night bright colours contrast font letters zoom scale size view look",
                            "words that find a setting")),
            (self.language, tr("translation locale country region date format decimal comma calendar first day of the "
                               "week Monday Sunday Saturday", "words that find a setting")),
            (self.day, tr("midnight night time clock when the day turns rollover", "words that find a setting")),
            (self.reminder, tr("notification alarm nudge evening time of day remember message",
                               "words that find a setting")),
            (self.background, tr("tray icon panel autostart log in session close minimise start begin quit",
                                 "words that find a setting")),
            (self.grades, tr("marks letters bounds score points A B C", "words that find a setting")),
            (self.store, tr("data folder file directory location path database where move USB disk privacy",
                            "words that find a setting")),
            (self.backups, tr("copies safety restore second folder USB stick network drive save",
                              "words that find a setting")),
        )  # fmt: skip

    def _arrange(self) -> None:
        column = QVBoxLayout(self.page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, GAP))
        self.nothing.setWordWrap(True)
        self.nothing.hide()
        column.addWidget(self.nothing)
        for card, _ in self.cards:
            column.addWidget(card)
        column.addStretch(1)
        self.area = ScrollArea(self.page, self)
        self.content.addWidget(self.search)
        self.content.addWidget(self.area, 1)
        self.resize(self._preferences.size_of(_NAME) or QSize(px(self, _WIDTH), px(self, _HEIGHT)))
        self._fit()

    def _fit(self) -> None:
        """Never narrower than its cards, unless the screen is; what is too high is scrolled."""
        screen = self.screen().availableGeometry().size() - QSize(_AROUND, _AROUND)
        needed = self.page.minimumSizeHint().width() + self.area.verticalScrollBar().sizeHint().width()
        self.setMinimumSize(QSize(needed + 2 * px(self, MARGIN), px(self, _LEAST)).boundedTo(screen))
        self.resize(self.size().boundedTo(screen))

    def show_found(self, typed: str) -> None:
        """Shows the cards that are meant, and marks the words on them."""
        terms = terms_of(typed)
        meant = [card for card, more in self.cards if means(terms, (*_texts_of(card), more))]
        for card, _ in self.cards:
            card.setVisible(card in meant)
        self.marks.mark([found for card in meant for found in _named_on(card, terms)] if terms else [])
        self.nothing.setText(tr("No setting is called that. Fewer words find more.") if not meant else "")
        self.nothing.setVisible(not meant)
        self.area.verticalScrollBar().setValue(0)

    def _go_to_found(self) -> None:
        """Enter in the search goes to the first setting that was found."""
        for card, _ in self.cards:
            first = _first_stop(card) if card.isVisible() else None
            if first is not None:
                first.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def _start_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _set_day_end(self, day_end: time) -> None:
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
        self.day.setEnabled(ready)
        self.grades.setEnabled(ready)
        if settings is None or today is None:
            return
        self.day.show_day(settings.day_end, today)
        self.grades.set_scale(settings.scale_on(today))

    def _follow_change(self, change: Change) -> None:
        if "setting" in change.topics:
            self._read()

    @override
    def accept(self) -> None:
        """Grades that mean no scale would be lost without a word; Escape leaves them."""
        if self.grades.focus_on_problem():
            return
        super().accept()

    @override
    def reject(self) -> None:
        """Escape takes back the search first."""
        if self.search.text():
            self.search.clear()
            self._start_search()
            return
        super().reject()

    @override
    def done(self, result: int) -> None:
        self._preferences.set_size_of(_NAME, self.size())
        self._preferences.save()
        super().done(result)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.search.hasFocus() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self._go_to_found()
            return
        super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What the keyboard comes to is scrolled into sight."""
        if event.type() is QEvent.Type.FocusIn and isinstance(watched, QWidget):
            QTimer.singleShot(0, watched, lambda: self.area.ensureWidgetVisible(watched, 0, px(self, 2 * GAP)))
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        self.search.textChanged.connect(self.show_found)
        self.day.chosen.connect(self._set_day_end)
        self.grades.edited.connect(self._set_grades)
        self.language.written_anew.connect(self._read)
        self.language.written_anew.connect(self.written_anew)
        self.store.move_asked.connect(self.move_asked)
        self._theme.resized.connect(self._fit)
        self._desk.changed.connect(self._follow_change)
        self._desk.attached.connect(self._read)
        QShortcut(Keys.FIND.sequence, self).activated.connect(self._start_search)
        for widget in self.page.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                widget.installEventFilter(self)


def _texts_of(card: Card) -> list[str]:
    """Everything that can be read on it."""
    texts = [card.title_label.accessibleName()]
    texts += [label.text() for label in card.findChildren(QLabel) if label.isVisibleTo(card)]
    texts += [button.text() for button in card.findChildren(QAbstractButton)]
    for box in card.findChildren(ChoiceBox):
        texts.append(box.currentText())
    return texts


def _named_on(card: Card, terms: tuple[str, ...]) -> list[QWidget]:
    """The words that were meant; the heading where what was typed is another word for them."""
    widgets: list[QLabel | QAbstractButton] = [*card.findChildren(QLabel), *card.findChildren(QAbstractButton)]
    seen = [widget for widget in widgets if widget.isVisibleTo(card)]
    found: list[QWidget] = [seen[n] for n in named(terms, [widget.text() for widget in seen])]
    return found or [card.title_label]


def _first_stop(card: Card) -> QWidget | None:
    stops = (
        widget
        for widget in card.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled()
    )
    return min(stops, key=lambda widget: _place_in(widget, card), default=None)


def _place_in(widget: QWidget, card: Card) -> tuple[int, int]:
    corner = widget.mapTo(card, widget.rect().topLeft())
    return corner.y(), corner.x()
