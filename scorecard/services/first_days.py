"""The days around today, read before SQLAlchemy is there: for the first picture, and for the command line."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from scorecard.domain.clock import Clock
from scorecard.domain.days import score_date
from scorecard.domain.snapshot import Card, Snapshot
from scorecard.domain.weeks import Week
from scorecard.services.kept_promises import with_kept_promises
from scorecard.store.first_look import FirstLook


@dataclass(frozen=True, slots=True)
class ThisWeek:
    """The calendar week that holds `today`."""

    snapshot: Snapshot
    today: date


def this_week(path: Path, clock: Clock, writes: bool = True) -> ThisWeek:
    """Of a store of the current schema. Raises StoreError."""
    days = FirstLook(path, writes).settings_and_days()
    today = score_date(clock.now(), days.settings.day_end)
    week = Week.of(today)
    return ThisWeek(with_kept_promises(days.snapshot(week.monday, week.sunday), today), today)


def card_of_today(path: Path, clock: Clock) -> tuple[Card, date]:
    """The card, and which day it is. Raises StoreError."""
    days = FirstLook(path).settings_and_days()
    return days.card(), score_date(clock.now(), days.settings.day_end)
