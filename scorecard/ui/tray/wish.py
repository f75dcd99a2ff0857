"""What the user wishes of the tray, as the window's settings file keeps it."""

from contextlib import suppress
from enum import StrEnum

from scorecard.ui.preferences import Preferences


class TrayWish(StrEnum):
    NONE = ""
    ICON = "icon"
    ICON_AND_WINDOW = "icon and window"  # closing the window leaves the program in the tray


def read_tray(preferences: Preferences) -> TrayWish:
    with suppress(ValueError):
        return TrayWish(preferences.tray())
    return TrayWish.NONE


def keep_tray(preferences: Preferences, wish: TrayWish) -> None:
    preferences.set_tray(wish.value)
    preferences.save()
