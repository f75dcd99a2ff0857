"""Where Progress has its numbers from: plain callables, so that the tab can be shown anything."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from scorecard.domain.reflections import Adjustment
from scorecard.domain.weeks import Week
from scorecard.services.checkin_page import CheckinPage
from scorecard.services.goal_pages import GoalsPage, no_goals
from scorecard.services.promise_weeks import PromiseWeek
from scorecard.services.week_chart import WeekBars

if TYPE_CHECKING:
    # It brings numpy with it, which is imported in the loading thread.
    from scorecard.services.progress.history import History
    from scorecard.services.services import Services


@dataclass(frozen=True, slots=True)
class Sources:
    """`promises_of` gives so many weeks that end with one; `history` everything that was ever scored.

    `felt` gives the grades that the days from the first to the second were felt as, `adjustments` what was to be done
    on the days after them; `goals` those of the quarter and year of a day, as far as they had come by then.
    `served` names the person whom a measure is done for, by the id of the measure.
    """

    today: Callable[[], date]
    bars_of: Callable[[Week], WeekBars]
    promises_of: Callable[[Week, int], tuple[PromiseWeek, ...]]
    history: "Callable[[], History]"
    felt: Callable[[date, date], Mapping[date, str]]
    checkins: Callable[[], CheckinPage]
    adjustments: Callable[[date, date], tuple[Adjustment, ...]]
    goals: Callable[[date], GoalsPage] = no_goals
    served: Callable[[], Mapping[str, str]] = dict

    def earliest(self) -> date:
        """The first day that holds anything."""
        return self.history().grid.first_day


def sources_of(services: "Services") -> Sources:
    return Sources(
        today=services.scoring.today,
        bars_of=services.week_bars,
        promises_of=services.promise_weeks,
        history=services.progress.history,
        felt=services.reflecting.felt,
        checkins=services.checkins.card,
        adjustments=services.reflecting.adjustments_between,
        goals=services.goals.as_of,
        served=services.people.served_names,
    )
