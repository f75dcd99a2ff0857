"""How large text is: in steps from 80 to 200 percent of what the system asks for, kept, and set at once."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from scorecard.ui.preferences import Preferences
from scorecard.ui.theme.theme import Theme

STEPS = (80, 90, 100, 110, 125, 150, 175, 200)
USUAL = 100

Change = Callable[[Theme, Preferences], None]


def kept_text_size(preferences: Preferences) -> float:
    """As a factor; what is kept may have been written by hand."""
    return _bounded(preferences.text_size()) / 100


def text_size(theme: Theme) -> int:
    """The present one, in percent."""
    return round(100 * theme.text_size)


def set_text_size(theme: Theme, preferences: Preferences, percent: int) -> None:
    wanted = _bounded(percent)
    preferences.set_text_size(wanted)
    preferences.save()
    if wanted != text_size(theme):
        theme.enlarge(wanted / 100)


def larger(theme: Theme, preferences: Preferences) -> None:
    """The next step, if there is one."""
    now = text_size(theme)
    set_text_size(theme, preferences, min((step for step in STEPS if step > now), default=now))


def smaller(theme: Theme, preferences: Preferences) -> None:
    now = text_size(theme)
    set_text_size(theme, preferences, max((step for step in STEPS if step < now), default=now))


def usual(theme: Theme, preferences: Preferences) -> None:
    set_text_size(theme, preferences, USUAL)


def change_everywhere(change: Change) -> None:
    """From wherever it is asked for, e.g. `larger`."""
    for widget in QApplication.topLevelWidgets():
        surroundings = getattr(widget, "surroundings", None)  # the window of the program, which itself imports widgets
        if surroundings is not None:
            change(surroundings.theme, surroundings.preferences)


def _bounded(percent: int) -> int:
    return min(max(percent, STEPS[0]), STEPS[-1])
