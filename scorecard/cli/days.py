"""Today or a day before it, by a word: "yesterday", "mon", "2026-11-20"."""

from datetime import date, timedelta

from scorecard.domain.starts import day_of_arrival

_BACK = {"today": 0, "yesterday": 1}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORTEST = 3  # letters of a weekday


def is_day_word(text: str) -> bool:
    return day_meant(text, date(2000, 1, 1)) is not None


def day_meant(text: str, today: date) -> date | None:
    """A weekday is the last such day, today included; None for what is no day."""
    word = text.strip().casefold()
    if word in _BACK:
        return today - timedelta(days=_BACK[word])
    if len(word) >= _SHORTEST:
        for number, name in enumerate(_WEEKDAYS):
            if name.startswith(word):
                return today - timedelta(days=(today.weekday() - number) % 7)
    try:
        return day_of_arrival(text.strip())
    except ValueError:
        return None
