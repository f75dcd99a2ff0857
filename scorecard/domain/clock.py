"""The one source of "now". Everything that needs the time is handed a `Clock`."""

import time
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Protocol

from scorecard.overriding import override


class Clock(Protocol):
    def now(self) -> datetime:
        """The present moment, aware, in the zone whose days the user lives in."""
        ...


class SystemZone(tzinfo):
    """The zone this computer is set to, with its past and future changes.

    `datetime.astimezone()` alone yields a fixed offset, which knows nothing of the night the clocks change.
    """

    @override
    def utcoffset(self, moment: datetime | None) -> timedelta | None:
        if moment is None:
            return None
        return moment.replace(tzinfo=None).astimezone().utcoffset()

    @override
    def dst(self, moment: datetime | None) -> timedelta | None:
        return None

    @override
    def tzname(self, moment: datetime | None) -> str | None:
        if moment is None:
            return None
        return moment.replace(tzinfo=None).astimezone().tzname()

    @override
    def fromutc(self, moment: datetime) -> datetime:
        local = moment.replace(tzinfo=UTC).astimezone()
        first = local.replace(tzinfo=None).astimezone()
        return local.replace(tzinfo=self, fold=int(first.utcoffset() != local.utcoffset()))


class SystemClock:
    """Follows a computer that is taken to another zone while the program runs."""

    def __init__(self) -> None:
        self._zone = SystemZone()

    def now(self) -> datetime:
        # The C library reads the zone once, at the first question, and again only when told to. Windows asks itself.
        if hasattr(time, "tzset"):
            time.tzset()
        return datetime.now(self._zone)
