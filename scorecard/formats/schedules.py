"""How often other programs ask for a tick, as terms of ours."""

from decimal import Decimal

from scorecard.domain.measures import Direction, Kind, Terms
from scorecard.formats.bundle import UNDATED, LossKind
from scorecard.formats.losses import LossTally

WEEK = 7


def tick_terms(times: int, days: int) -> Terms | None:
    """So many ticks in so many days; None when that is none of our schedules."""
    if times < 1 or days < 1:
        return None
    if times >= days:
        return Terms(UNDATED, Kind.YES_NO)
    if days == WEEK:
        # A weekly yes/no is one tick for the week; several are counted, each yes as 1.
        return Terms(UNDATED, Kind.COUNT, Direction.AT_LEAST, Decimal(times), weekly=True)
    return None


def tally(kind: Kind, schedule: str, name: str, losses: LossTally, unit: str = "") -> tuple[Terms, str]:
    """What is only counted because its schedule is none of ours, and the schedule in the other program's words."""
    losses.add(LossKind.SCHEDULE, name, detail=schedule)
    return Terms(UNDATED, kind, Direction.TALLY, unit=unit), schedule
