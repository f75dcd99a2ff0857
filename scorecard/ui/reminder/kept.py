"""The reminder, and what came of it, as the window's settings file keeps them."""

from contextlib import suppress
from datetime import UTC, date, datetime, time

from scorecard.domain.reminders import Reminded, Reminder
from scorecard.ui.preferences import Preferences

_OFF = "off"


def read_reminder(preferences: Preferences) -> Reminder:
    words = preferences.reminder().split()
    with suppress(ValueError, IndexError):
        return Reminder(on=_OFF not in words, at=time.fromisoformat(words[-1]))
    return Reminder()


def keep_reminder(preferences: Preferences, reminder: Reminder) -> None:
    at = reminder.at.isoformat("minutes")
    preferences.set_reminder(at if reminder.on else f"{_OFF} {at}")
    preferences.save()


def read_reminded(preferences: Preferences) -> Reminded:
    """What is not understood is as if it had never been."""
    days: list[date] = []
    again, not_on = None, None
    for word in preferences.reminded().split():
        kind, _, value = word.rpartition("=")
        with suppress(ValueError):
            match kind:
                case "again":
                    again = _instant(value)
                case "not":
                    not_on = date.fromisoformat(value)
                case _:
                    days.append(date.fromisoformat(value))
    return Reminded(tuple(days), again, not_on)


def keep_reminded(preferences: Preferences, reminded: Reminded) -> None:
    words = [day.isoformat() for day in reminded.days]
    if reminded.again is not None:
        words.append(f"again={reminded.again.astimezone(UTC).isoformat()}")
    if reminded.not_on is not None:
        words.append(f"not={reminded.not_on.isoformat()}")
    preferences.set_reminded(" ".join(words))
    preferences.save()


def _instant(text: str) -> datetime | None:
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo is not None else None
