"""A clock that stands still until a test moves it."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

BERLIN = ZoneInfo("Europe/Berlin")
FRIDAY_EVENING = datetime(2026, 11, 20, 18, 0, tzinfo=BERLIN)


class FixedClock:
    """A `Clock` that says `moment`, which is aware, until told otherwise."""

    def __init__(self, moment: datetime = FRIDAY_EVENING) -> None:
        self._moment = moment

    def now(self) -> datetime:
        return self._moment

    def set(self, moment: datetime) -> None:
        if moment.tzinfo is None:
            raise ValueError("a clock knows its zone")
        self._moment = moment

    def advance(self, **time: float) -> None:
        """Moves on by real time that passed, e.g. advance(hours=10), over changes of the clocks too."""
        zone = self._moment.tzinfo
        self._moment = (self._moment.astimezone(ZoneInfo("UTC")) + timedelta(**time)).astimezone(zone)
