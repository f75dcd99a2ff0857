"""Writing the ranges of days away."""

from scorecard.domain.away import AwayRange
from scorecard.store.record import Work
from scorecard.store.schema import away_table


def write_away(work: Work, away: AwayRange) -> None:
    work.put(
        away_table,
        {
            "id": away.id,
            "first_day": away.first_day.isoformat(),
            "last_day": away.last_day.isoformat(),
            "reason": away.reason,
        },
    )


def remove_away(work: Work, away_id: str) -> None:
    work.remove(away_table, away_id)
