"""Starting with the desktop session: an entry in the folder that desktops look into, on Linux only.

The entry itself is the setting. Desktops switch it off in it, so that it is read and not only looked for.
"""

import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from scorecard.store.files import replace_private

ENTRY = "org.scorecard.Scorecard.desktop"
DATA_VARIABLE = "SCORECARD_DATA"
IN_BACKGROUND = "--background"
_OFF = ("hidden=true", "x-gnome-autostart-enabled=false")
_ESCAPED = '"`$\\'


@dataclass(frozen=True, slots=True)
class Launch:
    """How this program was started: what a desktop has to run to start it again."""

    command: tuple[str, ...]

    @classmethod
    def of(cls, environment: Mapping[str, str], arguments: Sequence[str]) -> "Launch":
        """`arguments` with the program's name first. Where the data lie was perhaps said, and has to be said again."""
        data = _chosen_data(environment, arguments)
        return cls((*_program(environment, arguments), *(("--data", data) if data else ())))


def _program(environment: Mapping[str, str], arguments: Sequence[str]) -> tuple[str, ...]:
    if environment.get("APPIMAGE"):
        return (environment["APPIMAGE"],)  # the program itself lies in a mount that goes with it
    if getattr(sys, "frozen", False):
        return (sys.executable,)
    started = Path(arguments[0]) if arguments else Path()
    if started.name == "scorecard" and started.is_file():
        return (str(started.absolute()),)
    return (sys.executable, "-m", "scorecard")


def _chosen_data(environment: Mapping[str, str], arguments: Sequence[str]) -> str:
    chosen = environment.get(DATA_VARIABLE, "")
    for number, argument in enumerate(arguments):
        name, assigned, value = argument.partition("=")
        if name == "--data":
            chosen = value if assigned else "".join(arguments[number + 1 : number + 2])
    return str(Path(chosen).expanduser().absolute()) if chosen else ""


@dataclass(frozen=True, slots=True)
class Autostart:
    """`entry` is None where this program can't put one."""

    entry: Path | None
    launch: Launch

    @classmethod
    def here(cls, environment: Mapping[str, str], launch: Launch, platform: str = sys.platform) -> "Autostart":
        if not platform.startswith("linux") or environment.get("FLATPAK_ID"):
            return cls(None, launch)
        kept = environment.get("XDG_CONFIG_HOME", "")
        # The base directory specification: a path that is not absolute is none.
        config = Path(kept) if kept.startswith("/") else Path(environment.get("HOME") or Path.home()) / ".config"
        return cls(config / "autostart" / ENTRY, launch)

    @property
    def available(self) -> bool:
        return self.entry is not None

    @property
    def on(self) -> bool:
        if self.entry is None:
            return False
        with suppress(OSError):
            lines = self.entry.read_text("utf-8", errors="replace").lower().splitlines()
            return not any(line.replace(" ", "") in _OFF for line in lines)
        return False

    def switch(self, on: bool) -> None:
        """Raises OSError; then it is as it was."""
        if self.entry is None:
            return
        if not on:
            self.entry.unlink(missing_ok=True)
            return
        self.entry.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        replace_private(self.entry, entry_of(self.launch).encode())


def entry_of(launch: Launch) -> str:
    lines = (
        "[Desktop Entry]",
        "Type=Application",
        "Version=1.4",
        "Name=Scorecard",
        "Comment=Score your working day in a minute",
        f"Exec={exec_line((*launch.command, IN_BACKGROUND))}",
        "Icon=org.scorecard.Scorecard",
        "Terminal=false",
        "StartupNotify=false",
        "X-GNOME-Autostart-enabled=true",
    )
    return "\n".join(lines) + "\n"


def exec_line(command: Sequence[str]) -> str:
    """Arguments as the desktop entry specification quotes them: for Exec, then as a string of the file."""
    line = " ".join(_quoted(argument) for argument in command)
    return line.replace("\\", "\\\\").replace("\n", "\\n")


def _quoted(argument: str) -> str:
    plain = argument.replace("%", "%%")
    if plain and all(letter.isalnum() or letter in "/._-+@:%" for letter in plain):
        return plain
    return '"' + "".join(f"\\{letter}" if letter in _ESCAPED else letter for letter in plain) + '"'
