"""The cards of Progress: which there are, where they stand, and in which order they are made and filled.

Only the first two are made with the tab. The others know numpy, and are made one at a time once there are numbers.
"""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scorecard.domain.periods import Length, Period
from scorecard.domain.weeks import Week
from scorecard.services.promise_weeks import weeks_shown
from scorecard.ui.progress_tab import late_cards as late
from scorecard.ui.progress_tab.canvas import ChartCanvas
from scorecard.ui.progress_tab.card_place import CardPlace
from scorecard.ui.progress_tab.history_card import HistoryCard
from scorecard.ui.progress_tab.promise_card import PromiseCard
from scorecard.ui.progress_tab.sources import Sources
from scorecard.ui.progress_tab.week_card import WeekCard
from scorecard.ui.progress_tab.wording import week_score_words
from scorecard.ui.theme.tokens import GAP_WIDE
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.side_by_side import SideBySide

Filling = Callable[[], None]
_WIDE_FROM = 940  # two cards beside each other


class ProgressCards(QWidget):
    day_chosen = Signal(date)
    period_chosen = Signal(object)  # Period
    checkin_chosen = Signal(object)  # SeriesKey
    reflection_chosen = Signal(date)
    measure_chosen = Signal(str)
    what_if_asked = Signal()
    goal_chosen = Signal(str)
    told = Signal(str, object)  # a sentence, and its NoticeTone

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.week = WeekCard(self)
        self.promises = PromiseCard(self)
        self.course = CardPlace(late.course_card, self)
        self.year = CardPlace(late.year_card, self)
        self.measures = CardPlace(late.measures_card, self)
        self.tallies = CardPlace(late.tally_card, self)
        self.goals = CardPlace(late.goal_card, self)
        self.weekdays = CardPlace(late.weekday_card, self)
        self.feeling = CardPlace(late.feeling_card, self)
        self.trust = CardPlace(late.trust_card, self)
        self.findings = CardPlace(late.findings_card, self)
        self.adjustments = CardPlace(late.adjustments_card, self)
        self._calendar = SideBySide(self.year, self.promises, (3, 2), _WIDE_FROM, self)
        self.score_words = ""  # of a week, whose score can be explained; longer stretches have none
        self._lay_out()
        self.week.day_chosen.connect(self.day_chosen)
        for card in (self.week, self.promises):
            card.told.connect(self.told)

    def fillings(self, sources: Sources, period: Period) -> list[Filling]:
        """What fills the cards, the first one first; each takes a moment."""
        self._calendar.keep_apart(period.length is Length.ALL)  # the years below each other are high
        first = self._show_week if period.length is Length.WEEK else self._show_course
        return [
            partial(first, sources, period),
            *self._late(self.year, partial(self._show_late, self.year.made, sources, period)),
            partial(self._show_promises, sources, period),
            *self._late(self.measures, partial(self._show_late, self.measures.made, sources, period)),
            *self._late(self.weekdays, partial(self._show_late, self.weekdays.made, sources, period)),
            *self._late(self.feeling, partial(self._show_feeling, sources, period)),
            *self._late(self.goals, partial(self._show_goals, sources, period)),
            *self._late(self.tallies, partial(self._show_tallies, sources, period)),
            *self._late(self.findings, partial(self._show_findings, sources, period)),
            *self._late(self.adjustments, partial(self._show_adjustments, sources, period)),
            *self._late(self.trust, partial(self._show_trust, sources, period)),
        ]

    def hold(self) -> None:
        """No chart is drawn before its card is filled, or all are."""
        for canvas in self.findChildren(ChartCanvas):
            canvas.hold()

    def release(self) -> None:
        for canvas in self.findChildren(ChartCanvas):
            canvas.release()

    def hurry(self) -> None:
        """What was filled was asked for, and is drawn without waiting for the end of a burst."""
        for canvas in self.findChildren(ChartCanvas):
            canvas.hurry()

    def _late(self, place: CardPlace[Any], fill: Filling) -> list[Filling]:
        """The first time, the card is made in a step of its own."""
        return [fill] if place.card is not None else [place.make, fill]

    def _show_week(self, sources: Sources, period: Period) -> None:
        self.course.hide()
        self.week.show()
        bars = sources.bars_of(Week.of(period.first))
        self.score_words = week_score_words(bars.score, self.locale())
        self.week.show_bars(bars, sources.today(), self.locale())

    def _show_course(self, sources: Sources, period: Period) -> None:
        self._show_late(self.course.made, sources, period)
        self.score_words = ""
        self.course.show()
        self.week.hide()

    def _show_late(self, make: Callable[[], HistoryCard], sources: Sources, period: Period) -> None:
        make().show_history(sources.history(), period, self.locale())

    def _show_promises(self, sources: Sources, period: Period) -> None:
        today = sources.today()
        weeks = sources.promises_of(Week.of(min(period.last, today)), weeks_shown(period.length))
        self.promises.show_promises(weeks, today, self.locale())

    def _show_feeling(self, sources: Sources, period: Period) -> None:
        felt = sources.felt(period.first, min(period.last, sources.today()))
        self.feeling.made().show_feelings(sources.history(), felt, period, self.locale())

    def _show_trust(self, sources: Sources, period: Period) -> None:
        self.trust.made().show_checkins(sources.checkins(), period, self.locale())

    def _show_goals(self, sources: Sources, period: Period) -> None:
        """Those of the quarter and the year that the period ends in, as far as they had come by then."""
        self.goals.made().show_goals(sources.goals(min(period.last, sources.today())), self.locale())

    def _show_tallies(self, sources: Sources, period: Period) -> None:
        self.tallies.made().show_history(sources.history(), period, self.locale(), sources.served())

    def _show_findings(self, sources: Sources, period: Period) -> None:
        self.findings.made().show_history(sources.history(), period, self.locale())

    def _show_adjustments(self, sources: Sources, period: Period) -> None:
        adjustments = sources.adjustments(period.first, min(period.last, sources.today()))
        self.adjustments.made().show_adjustments(adjustments, sources.history(), period, self.locale())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, GAP_WIDE) - 4)
        for widget in (
            self.week,
            self.course,
            self._calendar,
            self.measures,
            SideBySide(self.weekdays, self.feeling, (1, 1), _WIDE_FROM, self),
            self.findings,
            self.adjustments,
            self.goals,
            self.tallies,
            self.trust,
        ):
            column.addWidget(widget)
