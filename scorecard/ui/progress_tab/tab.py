"""The Progress tab. It can be made before matplotlib and the store are loaded; `attach` brings the numbers."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scorecard.domain.weeks import Week
from scorecard.overriding import override
from scorecard.services.promise_weeks import PromiseWeek
from scorecard.services.week_chart import WeekBars
from scorecard.ui.progress_tab.promise_card import PromiseCard
from scorecard.ui.progress_tab.week_card import WeekCard
from scorecard.ui.progress_tab.week_header import WeekHeader
from scorecard.ui.progress_tab.wording import week_score_words, week_title
from scorecard.ui.theme.tokens import GAP_WIDE, PAGE_MARGIN, PAGE_TOP
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.scroll_area import ScrollArea

BarsOf = Callable[[Week], WeekBars]
PromisesOf = Callable[[Week], tuple[PromiseWeek, ...]]
Today = Callable[[], date]

_REREAD_AFTER = (QEvent.Type.LocaleChange, QEvent.Type.LayoutDirectionChange)


class ProgressTab(QWidget):
    day_chosen = Signal(date)
    explained = Signal(object)  # the week whose score is asked about

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars_of: BarsOf | None = None
        self._promises_of: PromisesOf | None = None
        self._today: Today | None = None
        self._chosen: Week | None = None
        self._stale = True
        self._content = QWidget()
        self.header = WeekHeader(self._content)
        self.card = WeekCard(self._content)
        self.promises = PromiseCard(self._content)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.timeout.connect(self._read_if_seen)
        self._lay_out()
        self.header.went_back.connect(self._go_back)
        self.header.went_on.connect(self._go_on)
        self.header.went_home.connect(self._go_home)
        self.header.explained.connect(lambda: self.explained.emit(self.week))
        self.card.day_chosen.connect(self.day_chosen)

    @property
    def week(self) -> Week | None:
        """The week that is shown; None before `attach`. Unless another was chosen it moves on with the calendar."""
        if self._today is None:
            return None
        present = Week.of(self._today())
        return present if self._chosen is None else min(self._chosen, present)

    def attach(self, bars_of: BarsOf, today: Today, promises_of: PromisesOf | None = None) -> None:
        """From now on there are numbers. They are asked for only while the tab is seen."""
        self._bars_of, self._today, self._promises_of = bars_of, today, promises_of
        self._read_later()

    def follow(self, days: frozenset[date] | None) -> None:
        """Something changed on `days`, or anywhere when None."""
        week = self.week
        if week is None or (days is not None and days.isdisjoint(week.days + week.previous.days)):
            return
        self._read_later()

    def show_week(self, week: Week) -> None:
        """Weeks to come are not shown: the present one is shown instead."""
        present = None if self._today is None else Week.of(self._today())
        self._chosen = None if present is not None and week >= present else week
        self._read_later()

    def go_by(self, weeks: int) -> None:
        """One week on (1) or back (−1)."""
        if (week := self.week) is not None:
            self.show_week(week.next if weeks > 0 else week.previous)

    def _go_back(self) -> None:
        self.go_by(-1)

    def _go_on(self) -> None:
        self.go_by(1)

    def _go_home(self) -> None:
        self._chosen = None
        self._read_later()

    def _read_later(self) -> None:
        """Once for all that changes in this turn of the event loop, or when the tab is next shown."""
        self._stale = True
        if self.isVisible():
            self._settle.start(0)

    def _read_if_seen(self) -> None:
        week = self.week
        if not self._stale or not self.isVisible() or self._bars_of is None or self._today is None or week is None:
            return
        self._stale = False
        today, locale = self._today(), self.locale()
        bars = self._bars_of(week)
        score = week_score_words(bars.score, locale)
        self.header.show_week(week_title(week, today, locale), score, present=week == Week.of(today))
        self.card.show_bars(bars, today, locale)
        if self._promises_of is not None:
            self.promises.show_promises(self._promises_of(week), today, locale)

    def _lay_out(self) -> None:
        side = px(self, PAGE_MARGIN)
        column = QVBoxLayout(self._content)
        column.setContentsMargins(side, px(self, PAGE_TOP), side, px(self, GAP_WIDE))
        column.setSpacing(px(self, GAP_WIDE) - 4)
        column.addWidget(self.header)
        column.addWidget(self.card)
        column.addWidget(self.promises)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ScrollArea(self._content, self))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read_if_seen()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _REREAD_AFTER:
            self._read_later()
