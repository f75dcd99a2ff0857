"""The promises that stand on a day's scorecard."""

from datetime import date

from scorecard.domain.snapshot import Snapshot
from scorecard.services.reckoning import Reckoned, reckon


def promised_on(snapshot: Snapshot, day: date, today: date) -> tuple[Reckoned, ...]:
    """Due on `day` or in a week or month about to end, settled on it, and on today's page all that is overdue.

    In the order of their due days.
    """
    found = [reckon(promise, snapshot.people, today) for promise in snapshot.promises if promise.made_on <= day]
    standing_here = [item for item in found if _stands_on(item, day, today)]
    return tuple(sorted(standing_here, key=lambda item: (item.last_day or day, item.promise.id)))


def _stands_on(item: Reckoned, day: date, today: date) -> bool:
    state = item.standing
    if state.settled_on == day or any(came.day == day for came in state.dates):
        return True
    if not state.open or state.due is None:
        return False
    return (day == today and state.overdue) or state.due.shown_from <= day <= state.due.last_day


def kept_among(items: tuple[Reckoned, ...]) -> int:
    """How many of them were kept."""
    return sum(item.standing.outcome.done for item in items)
