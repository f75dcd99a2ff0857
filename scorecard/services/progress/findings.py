"""What the numbers of a period say in words: what changed, what moves together, and what the card may be asked."""

from dataclasses import dataclass

import numpy as np

from scorecard.domain.periods import Period
from scorecard.services.progress.card_review import Question, card_review
from scorecard.services.progress.history import History
from scorecard.services.progress.measure_pages import measures_page
from scorecard.services.progress.measure_series import MeasureSeries, MeasuresPage
from scorecard.services.progress.moves_with import Stopped, Together, moves_together
from scorecard.services.progress.running import scores_between


@dataclass(frozen=True, slots=True)
class Findings:
    """`n` days of the stretch in which moves were looked for have a score."""

    page: MeasuresPage
    together: Together
    review: tuple[Question, ...]
    n: int

    @property
    def changed(self) -> tuple[MeasureSeries, ...]:
        return tuple(series for series in self._on_card if series.change.clear)

    @property
    def unchanged(self) -> tuple[MeasureSeries, ...]:
        return tuple(series for series in self._on_card if series.change.enough and not series.change.clear)

    @property
    def too_few(self) -> tuple[MeasureSeries, ...]:
        return tuple(series for series in self._on_card if not series.change.enough)

    @property
    def _on_card(self) -> tuple[MeasureSeries, ...]:
        return tuple(series for series in self.page.series if series.on_card)


def findings_of(history: History, period: Period, stopped: Stopped = lambda: False) -> Findings:
    """It takes a while on decades: for a thread. `stopped`: nobody waits for it any more."""
    together = moves_together(history, period, stopped=stopped)
    scores = scores_between(history, together.first, together.last)
    return Findings(
        page=measures_page(history, period),
        together=together,
        review=card_review(history, period, together),
        n=int((~np.isnan(scores)).sum()),
    )
