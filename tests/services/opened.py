"""The days of these tests, and short questions to open services."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

from scorecard.domain.marks import Entry
from scorecard.domain.measures import Kind, Terms
from scorecard.services.services import Services

TODAY = date(2026, 11, 20)
YESTERDAY, BEFORE_YESTERDAY = TODAY - timedelta(days=1), TODAY - timedelta(days=2)
TOMORROW = TODAY + timedelta(days=1)
COUNT = Terms(date(2026, 11, 1), Kind.COUNT, target=Decimal(3))
RATING = replace(COUNT, kind=Kind.RATING, scale=5)
WEEKLY = replace(COUNT, weekly=True, target=Decimal(10))


def entry(services: Services, measure_id: str, day: date = TODAY) -> Entry | None:
    return services.scoring.snapshot(day, day).entries.get((day, measure_id))


def finished_at(services: Services, day: date = TODAY) -> datetime | None:
    return services.scoring.snapshot(day, day).finished.get(day)


def undos(services: Services) -> int:
    count = 0
    while services.undoing.next_undo():
        services.undoing.undo()
        count += 1
    return count


def seq(services: Services) -> int:
    return services.facts().last_seq
