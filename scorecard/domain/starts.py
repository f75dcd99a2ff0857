"""How the program is started, and what a start asks the window to show."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path

from scorecard.domain.page_names import PAGES as PAGES

TOKENS = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")  # where a desktop puts its leave to come to the front
FIRST_YEAR, LAST_YEAR = 1900, 2999
LONGEST = 10_000  # characters of an arrival that is handed over


class Manner(Enum):
    USUAL = "usual"
    LOOKING = "looking"  # somebody else may have the store: nothing is written
    COPY = "copy"  # a copy is shown of what can't be read where it is: nothing is written
    SAFE = "safe"  # the last runs did not end well: nothing is written, only what is needed is loaded

    @property
    def writes(self) -> bool:
        return self is Manner.USUAL


@dataclass(frozen=True, slots=True)
class Arrival:
    """What a start asks for: a page, a day, a file to import. `token`: the desktop's leave to come to the front.

    `background`: nothing is to be shown, for nobody asked; the session has just begun.
    """

    page: str = ""
    day: date | None = None
    file: Path | None = None
    token: str = ""
    background: bool = False

    def to_text(self) -> str:
        """One line, for the program that runs already. The file is told from the root on: that one lives elsewhere."""
        known = {
            "page": self.page,
            "day": self.day.isoformat() if self.day else "",
            "file": str(self.file.absolute()) if self.file else "",
            "token": self.token,
            "background": "yes" if self.background else "",
        }
        return json.dumps({name: value for name, value in known.items() if value})

    @classmethod
    def from_text(cls, text: str) -> "Arrival":
        """Of what means nothing, nothing is taken."""
        try:
            said = json.loads(text[:LONGEST])
        except (ValueError, RecursionError):
            return cls()
        found = {key: value for key, value in said.items() if isinstance(value, str)} if isinstance(said, dict) else {}
        page, file = found.get("page", ""), found.get("file", "")
        return cls(
            page=page if page in PAGES else "",
            day=_day(found.get("day", "")),
            file=Path(file) if file and "\0" not in file else None,
            token=found.get("token", ""),
            background=bool(found.get("background")),
        )


NOTHING_ASKED = Arrival()


def token_in(environment: Mapping[str, str]) -> str:
    return next((environment[name] for name in TOKENS if environment.get(name)), "")


def day_of_arrival(text: str) -> date:
    """Raises ValueError for what is no day that somebody scores."""
    day = date.fromisoformat(text)
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(text)
    return day


def _day(text: str) -> date | None:
    with suppress(ValueError):
        return day_of_arrival(text)
    return None
