"""The weekday with which calendars and lists of weekdays begin.

Nothing is worked out by it: weeks and their scores go from Monday to Sunday for everybody (docs/decisions/0006, 0019).
Like palette and font it is kept by the application.
"""

from PySide6.QtCore import QCoreApplication, QLocale, Qt

OFFERED = (Qt.DayOfWeek.Monday, Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)

_PROPERTY = "first weekday"


def begin_weeks_on(kept: str) -> None:
    """`kept` is the number of a weekday as text, "1" for Monday; anything else: as dates are written."""
    application = QCoreApplication.instance()
    if application is not None:
        application.setProperty(_PROPERTY, int(kept) if kept in "1234567" and len(kept) == 1 else 0)


def first_weekday() -> Qt.DayOfWeek:
    application = QCoreApplication.instance()
    chosen = application.property(_PROPERTY) if application is not None else 0
    return Qt.DayOfWeek(chosen) if chosen else QLocale().firstDayOfWeek()


def weekdays_in_order() -> tuple[int, ...]:
    """All seven, Monday = 0, from the first one on."""
    first = first_weekday().value - 1
    return tuple((first + n) % 7 for n in range(7))
