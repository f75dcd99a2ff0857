"""What must be there before Qt is imported, for Qt ends the process, with a misleading message, where it is not.

Standard library only, and written so that a Python too old for the program can still run it and be told so. Without
Qt there is no translation: the sentences here are English.
"""

from __future__ import annotations

import os
import sys
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from scorecard.system_packages import SONAMES, packages_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

OLDEST_PYTHON = (3, 11)
OLDEST_SQLITE = (3, 37)  # STRICT tables
INSTALLERS = {
    "apt-get": "sudo apt install",
    "dnf": "sudo dnf install",
    "pacman": "sudo pacman -S --needed",
    "zypper": "sudo zypper install",
}


class Fault(Enum):
    OLD_PYTHON = "old Python"
    OLD_SQLITE = "old SQLite"
    NO_DISPLAY = "no display"
    MISSING_LIBRARIES = "missing libraries"


class Problem(NamedTuple):
    """`names` holds the version found, or the libraries missing."""

    fault: Fault
    names: tuple[str, ...] = ()


def check(
    environ: Mapping[str, str],
    load: Callable[[str], object] | None = None,
    system: str = sys.platform,
    python: tuple[int, ...] = sys.version_info[:3],
    sqlite: tuple[int, ...] | None = None,
) -> tuple[Problem, ...]:
    """What stands in the way of a window here; nothing when it can open. `load` raises OSError for what is missing."""
    problems = []
    if python[:2] < OLDEST_PYTHON:
        problems.append(Problem(Fault.OLD_PYTHON, (_dotted(python),)))
    sqlite = sqlite or _sqlite_version()
    if sqlite[:2] < OLDEST_SQLITE:
        problems.append(Problem(Fault.OLD_SQLITE, (_dotted(sqlite),)))
    if system.startswith("linux"):
        problems += _of_linux(environ, load or _dlopen)
    return tuple(problems)


def _of_linux(environ: Mapping[str, str], load: Callable[[str], object]) -> list[Problem]:
    platforms = window_platforms(environ)
    missing = [_missing(("core", platform), load) for platform in platforms or ("core",)]
    problems = [] if platforms else [Problem(Fault.NO_DISPLAY)]
    if all(missing):
        problems.append(Problem(Fault.MISSING_LIBRARIES, missing[0]))
    return problems


def window_platforms(environ: Mapping[str, str]) -> tuple[str, ...]:
    """The Qt platforms that would be tried on Linux, in their order; none where there is no display."""
    wished = environ.get("QT_QPA_PLATFORM", "")
    if wished:
        return tuple(part.partition(":")[0] for part in wished.split(";") if part)
    platforms = []
    if environ.get("WAYLAND_DISPLAY"):
        platforms.append("wayland")
    if environ.get("DISPLAY"):
        platforms.append("xcb")
    return tuple(platforms)


def _missing(parts: tuple[str, ...], load: Callable[[str], object]) -> tuple[str, ...]:
    missing = []
    for soname in [name for part in parts for name in SONAMES.get(part, ())]:
        try:
            load(soname)
        except OSError:
            missing.append(soname)
    return tuple(dict.fromkeys(missing))


def _dlopen(soname: str) -> object:
    from ctypes import CDLL

    return CDLL(soname)


def _sqlite_version() -> tuple[int, ...]:
    from sqlite3 import sqlite_version_info

    return sqlite_version_info


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(str(number) for number in version)


def say(problems: tuple[Problem, ...], which: Callable[[str], str | None] | None = None) -> str:
    """The problems as sentences, with one command that installs what is missing where the system is known."""
    return "\n".join(_sentence(problem, which or _which) for problem in problems)


def _which(name: str) -> str | None:
    from shutil import which

    return which(name)


def _sentence(problem: Problem, which: Callable[[str], str | None]) -> str:
    found = ", ".join(problem.names)
    if problem.fault is Fault.OLD_PYTHON:
        return f"Scorecard needs Python {_dotted(OLDEST_PYTHON)} or newer; this is {found}."
    if problem.fault is Fault.OLD_SQLITE:
        return f"Scorecard needs SQLite {_dotted(OLDEST_SQLITE)} or newer; this Python brings {found}."
    if problem.fault is Fault.NO_DISPLAY:
        return "Scorecard found no display to open its window on: neither DISPLAY nor WAYLAND_DISPLAY is set."
    lines = [f"Scorecard cannot open a window: these system libraries are missing: {found}."]
    installer = next((name for name in INSTALLERS if which(name)), None)
    if installer:
        packages = " ".join(packages_of(problem.names, installer))
        lines.append(f"To install them: {INSTALLERS[installer]} {packages}")
    return "\n".join(lines)


def installed_qt() -> str:
    """The version of PySide6, found without importing it; empty where it cannot be told, as in a frozen bundle."""
    from importlib.util import find_spec

    spec = find_spec("PySide6")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        for name in sorted(os.listdir(os.path.dirname(folder))):
            if name.lower().startswith("pyside6_essentials-") and name.endswith(".dist-info"):
                return name[: -len(".dist-info")].partition("-")[2]
    return ""


def needed(stamp_file: str | os.PathLike[str], qt_version: str, environ: Mapping[str, str]) -> bool:
    """Whether to check: not after one good start with this Qt on this kind of display."""
    platforms = window_platforms(environ)
    if not qt_version or (sys.platform.startswith("linux") and not platforms):
        return True
    try:
        with open(stamp_file, encoding="utf-8") as file:
            return file.read() != _stamp(qt_version, platforms)
    except (OSError, UnicodeDecodeError):
        return True


def passed(stamp_file: str | os.PathLike[str], qt_version: str, environ: Mapping[str, str]) -> None:
    """Remembers a good start. Where that cannot be written, the next start checks again."""
    try:
        with open(stamp_file, "w", encoding="utf-8") as file:
            file.write(_stamp(qt_version, window_platforms(environ)))
    except OSError:
        pass


def _stamp(qt_version: str, platforms: tuple[str, ...]) -> str:
    python = _dotted(sys.version_info[:2])
    return f"Qt {qt_version} Python {python} {' '.join(platforms)}\n"
