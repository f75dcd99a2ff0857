"""Settings of the window, on an INI file that is handed in. Nothing in it changes what a number means."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QSize

_LEFT_DAYS = 100  # no list of missing days goes further back
_DIGITS = 4
_TOLD = 50


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

    def text_size(self) -> int:
        """In percent of what the system asks for; 100 where nothing sensible is kept."""
        kept = self._text("window/text-size")
        return int(kept) if kept.isdecimal() and len(kept) <= _DIGITS else 100

    def set_text_size(self, percent: int) -> None:
        self._settings.setValue("window/text-size", str(percent))

    def language(self) -> str:
        """The code of a translation, e.g. "de"; empty: as the system."""
        return self._text("speech/language")

    def set_language(self, code: str) -> None:
        self._settings.setValue("speech/language", code)

    def formats(self) -> str:
        """The locale of dates and numbers, e.g. "en_GB"; empty: as the system."""
        return self._text("speech/formats")

    def set_formats(self, name: str) -> None:
        self._settings.setValue("speech/formats", name)

    def week_start(self) -> str:
        """The weekday with which calendars begin, "1" for Monday; empty: as dates are written."""
        return self._text("speech/week-start")

    def set_week_start(self, weekday: str) -> None:
        self._settings.setValue("speech/week-start", weekday)

    def second_backups(self) -> Path | None:
        """The folder that every backup is copied to as well."""
        kept = self._text("backups/second-folder")
        return Path(kept) if kept else None

    def set_second_backups(self, folder: Path | None) -> None:
        self._settings.setValue("backups/second-folder", "" if folder is None else str(folder))

    def second_backups_since(self) -> date | None:
        """The first day on which nothing could be copied there; None while it can."""
        with suppress(ValueError):
            return date.fromisoformat(self._text("backups/second-missed"))
        return None

    def set_second_backups_since(self, day: date | None) -> None:
        """A missing day begins and a copy that was made ends it; what was told of it goes too."""
        self._settings.setValue("backups/second-missed", "" if day is None else day.isoformat())
        self._settings.setValue("backups/second-told", "")

    def second_backups_told(self) -> date | None:
        """The last day on which it was told that none is copied."""
        with suppress(ValueError):
            return date.fromisoformat(self._text("backups/second-told"))
        return None

    def set_second_backups_told(self, day: date) -> None:
        self._settings.setValue("backups/second-told", day.isoformat())

    def size_of(self, dialog: str) -> QSize | None:
        """The size that a dialog was given by hand."""
        width, _, height = self._text(f"dialogs/{dialog}").partition("x")
        return QSize(int(width), int(height)) if width.isdecimal() and height.isdecimal() else None

    def set_size_of(self, dialog: str, size: QSize) -> None:
        self._settings.setValue(f"dialogs/{dialog}", f"{size.width()}x{size.height()}")

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

    def reminder(self) -> str:
        """The chosen time, after "off" where none is wished; see ui/reminder/kept.py."""
        return self._text("reminder/chosen")

    def set_reminder(self, words: str) -> None:
        self._settings.setValue("reminder/chosen", words)

    def reminded(self) -> str:
        """What came of the reminders so far; see ui/reminder/kept.py."""
        return self._text("reminder/given")

    def set_reminded(self, words: str) -> None:
        self._settings.setValue("reminder/given", words)

    def tray(self) -> str:
        """ "icon", "icon and window" when closing the window leaves it there; empty: neither."""
        return self._text("window/tray")

    def set_tray(self, words: str) -> None:
        self._settings.setValue("window/tray", words)

    def people_list(self) -> str:
        """How the list of people is ordered, and whom it shows; see ui/people_tab/kept.py."""
        return self._text("people/list")

    def set_people_list(self, words: str) -> None:
        self._settings.setValue("people/list", words)

    def person(self) -> str:
        """The id of whom was looked at last."""
        return self._text("people/last")

    def set_person(self, person_id: str) -> None:
        self._settings.setValue("people/last", person_id)

    def was_told(self, mark: str) -> bool:
        """Whether the user has closed what is said once; `mark` stands for it and says nothing."""
        return mark in self._text("start/told").split()

    def set_told(self, mark: str) -> None:
        marks = [*self._text("start/told").split(), mark]
        self._settings.setValue("start/told", " ".join(marks[-_TOLD:]))

    def save(self) -> None:
        self._settings.sync()

    def _text(self, key: str) -> str:
        return str(self._settings.value(key, ""))

    def _bytes(self, key: str) -> QByteArray | None:
        found = self._settings.value(key)
        return found if isinstance(found, QByteArray) else None
