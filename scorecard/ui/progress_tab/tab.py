"""The Progress tab. It can be made before matplotlib and the store are loaded; `attach` brings the numbers."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scorecard.domain.periods import Length, Period
from scorecard.domain.weeks import Week
from scorecard.overriding import override
from scorecard.ui.progress_tab.cards import ProgressCards
from scorecard.ui.progress_tab.header import ProgressHeader
from scorecard.ui.progress_tab.period_wording import period_title
from scorecard.ui.progress_tab.sources import Sources
from scorecard.ui.progress_tab.turns import turns
from scorecard.ui.theme.tokens import GAP_WIDE, PAGE_MARGIN, PAGE_TOP
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.scroll_area import ScrollArea

_REREAD_AFTER = (QEvent.Type.LocaleChange, QEvent.Type.LayoutDirectionChange)


class ProgressTab(QWidget):
    """A page in pieces: one card is filled in each turn of the event loop, from the top down."""

    day_chosen = Signal(date)
    explained = Signal(object)  # the week whose score is asked about
    review_asked = Signal(object)  # the week that is to be reviewed
    checkin_chosen = Signal(object)  # the SeriesKey of a check-in
    reflection_chosen = Signal(date)
    measure_chosen = Signal(str)
    goal_chosen = Signal(str)
    what_if_asked = Signal(object)  # the period whose days are to be scored otherwise
    told = Signal(str, object)  # a sentence for the user, and its NoticeTone

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sources: Sources | None = None
        self._length = Length.WEEK
        self._chosen: date | None = None
        self._stale = True
        self._asked = False  # whether another stretch was asked for, or only the numbers have changed
        self._waiting: list[Callable[[], None]] = []
        self._content = QWidget()
        self.header = ProgressHeader(self._content)
        self.cards = ProgressCards(self._content)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.timeout.connect(self._take_turn)
        self._lay_out()
        self._connect()

    @property
    def period(self) -> Period | None:
        """What is shown; None before `attach`. Unless a day was chosen it moves on with the calendar."""
        if self._sources is None:
            return None
        today = self._sources.today()
        day = today if self._chosen is None else min(self._chosen, today)
        return Period.of(self._length, day, self._sources.earliest() if self._length is Length.ALL else None)

    @property
    def week(self) -> Week | None:
        """The week that is shown, or the last of a longer stretch; None before `attach`."""
        period = self.period
        return None if period is None or self._sources is None else Week.of(min(period.last, self._sources.today()))

    @property
    def filled(self) -> bool:
        """Whether every card shows what is known now."""
        return not self._stale and not self._waiting

    def attach(self, sources: Sources) -> None:
        """From now on there are numbers. They are asked for only while the tab is seen."""
        self._sources = sources
        self._read_later()

    def follow(self, days: frozenset[date] | None, *, when_next_shown: bool = False) -> None:
        """Something changed on `days`, or anywhere when None."""
        if self._sources is None or (days is not None and not days):
            return
        self._asked = False
        if when_next_shown:
            self._stale = True
        else:
            self._read_later()

    def show_length(self, length: Length) -> None:
        """Another length around the same day."""
        self._length = length
        self._asked = True
        self._read_later()

    def show_day(self, day: date) -> None:
        """The stretch of the present length that `day` lies in. Days to come are not shown: today's is, instead."""
        today = None if self._sources is None else self._sources.today()
        present = today is not None and day >= Period.of(self._length, today).first
        self._chosen = None if present else day
        self._asked = True
        self._read_later()

    def show_period(self, period: Period) -> None:
        self._length = period.length
        self.show_day(period.first)

    def show_week(self, week: Week) -> None:
        self._length = Length.WEEK
        self.show_day(week.monday)

    def go_by(self, steps: int) -> None:
        """One stretch on (1) or back (−1)."""
        if (period := self.period) is not None and period.length is not Length.ALL:
            self.show_day((period.next if steps > 0 else period.previous).first)

    def go_home(self) -> None:
        self._chosen = None
        self._asked = True
        self._read_later()

    def choose_day(self) -> None:
        from scorecard.ui.scorecard_tab.day_picker import DayPicker

        period = self.period
        if self._sources is None or period is None:
            return
        picker = DayPicker(period.first, self._sources.today(), self)
        picker.day_chosen.connect(self.show_day)
        picker.open_under(self.header.jump)

    def _read_later(self) -> None:
        """Once for all that changes in this turn of the event loop, or when the tab is next shown."""
        self._stale = True
        if self.isVisible():
            self._settle.start(0)

    def _take_turn(self) -> None:
        """Not in the same round of the event loop in which a chart is drawn."""
        if not turns().take():
            self._settle.start(0)
            return
        self._go_on()
        if self._waiting:
            self._settle.start(0)  # after the timers of the charts that are to be drawn: these go first

    def _go_on(self) -> None:
        """Reads anew when something changed, else fills the next card."""
        if not self.isVisible() or self._sources is None:
            return
        if self._stale:
            self._read(self._sources)
        elif self._waiting:
            self._waiting.pop(0)()
        if not self._waiting:
            self.cards.release()
        if self._asked:
            self.cards.hurry()

    def _read(self, sources: Sources) -> None:
        self._stale = False
        period, today, locale = self.period, sources.today(), self.locale()
        if period is None:
            return
        self.cards.hold()
        self._waiting = self.cards.fillings(sources, period)
        self._waiting.pop(0)()
        title, score = period_title(period, today, locale), self.cards.score_words
        self.header.show_period(title, score, period.length, present=today in period)

    def _connect(self) -> None:
        header = self.header
        header.went_back.connect(lambda: self.go_by(-1))
        header.went_on.connect(lambda: self.go_by(1))
        header.went_home.connect(self.go_home)
        header.day_asked.connect(self.choose_day)
        header.length_chosen.connect(self.show_length)
        header.explained.connect(lambda: self.explained.emit(self.week))
        header.review_asked.connect(lambda: self.review_asked.emit(self.week))
        self.cards.day_chosen.connect(self.day_chosen)
        self.cards.checkin_chosen.connect(self.checkin_chosen)
        self.cards.reflection_chosen.connect(self.reflection_chosen)
        self.cards.measure_chosen.connect(self.measure_chosen)
        self.cards.goal_chosen.connect(self.goal_chosen)
        self.cards.what_if_asked.connect(lambda: self.what_if_asked.emit(self.period))
        self.cards.told.connect(self.told)
        self.cards.period_chosen.connect(self.show_period)

    def _lay_out(self) -> None:
        side = px(self, PAGE_MARGIN)
        column = QVBoxLayout(self._content)
        column.setContentsMargins(side, px(self, PAGE_TOP), side, px(self, GAP_WIDE))
        column.setSpacing(px(self, GAP_WIDE) - 4)
        column.addWidget(self.header)
        column.addWidget(self.cards)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        area = ScrollArea(self._content, self)
        # Always there, and painted only when needed: a page that grows longer makes no chart be drawn twice.
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        outer.addWidget(area)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._asked = True
        if self._stale or self._waiting:
            self._go_on()
            self._settle.start(0)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _REREAD_AFTER:
            self._read_later()
