"""Settings of the window, on an INI file that is handed in. Nothing in it changes what a number means."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

_LEFT_DAYS = 100  # no list of missing days goes further back


class Preferences:
    """QSettings forgets types between processes, so only text and bytes are kept."""

    def __init__(self, file: Path) -> None:
        self._settings = QSettings(str(file), QSettings.Format.IniFormat)

    def geometry(self) -> QByteArray | None:
        return self._bytes("window/geometry")

    def set_geometry(self, geometry: QByteArray) -> None:
        self._settings.setValue("window/geometry", geometry)

    def theme(self) -> str:
        return self._text("window/theme")

    def set_theme(self, choice: str) -> None:
        self._settings.setValue("window/theme", choice)

    def tab(self) -> str:
        return self._text("window/tab")

    def set_tab(self, key: str) -> None:
        self._settings.setValue("window/tab", key)

    def left_days(self) -> frozenset[date]:
        """The missing days that were left blank: nobody is told of them again."""
        days = set()
        for word in self._text("gap/left").split():
            with suppress(ValueError):
                days.add(date.fromisoformat(word))
        return frozenset(days)

    def set_left_days(self, days: Iterable[date]) -> None:
        latest = sorted(days)[-_LEFT_DAYS:]
        self._settings.setValue("gap/left", " ".join(day.isoformat() for day in latest))

    def save(self) -> None:
        self._settings.sync()

    def _text(self, key: str) -> str:
        return str(self._settings.value(key, ""))

    def _bytes(self, key: str) -> QByteArray | None:
        found = self._settings.value(key)
        return found if isinstance(found, QByteArray) else None
