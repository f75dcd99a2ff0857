"""A screen of a test's own: an X server, a window manager, a session bus and what screen readers listen to."""

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from tests.journeys.running import PATIENCE, ROOT, Driven, Lines, until

NEEDED = ("Xvfb", "openbox", "xdotool", "dbus-daemon")
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
SYSTEM_PYTHON = Path("/usr/bin/python3")
SIZE = "1366x900x24"

Node = dict[str, Any]


def missing() -> str:
    """The first program that is not installed; empty when all are."""
    return next((name for name in NEEDED if not shutil.which(name)), "")


def launcher() -> str:
    return next((path for path in LAUNCHERS if os.path.exists(path)), "")


def can_listen() -> bool:
    if not launcher() or not SYSTEM_PYTHON.exists():
        return False
    bindings = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    return subprocess.run([SYSTEM_PYTHON, "-c", bindings], capture_output=True).returncode == 0


class Screen:
    """Ends, with everything that runs on it, when `stack` is left. `environment` is for programs that use it.

    A `bare` one is an X server and nothing else.
    """

    def __init__(self, stack: ExitStack, folder: Path, *, bare: bool = False) -> None:
        self._stack = stack
        self.environment = {**os.environ, "QT_QPA_PLATFORM": "xcb", "XDG_RUNTIME_DIR": str(folder)}
        self.environment["DISPLAY"] = ":" + self._serve(
            ["Xvfb", "-screen", "0", SIZE, "-nolisten", "tcp", "-noreset"], "-displayfd"
        )
        if not bare:
            self._furnish()

    def _furnish(self) -> None:
        bus = ["dbus-daemon", "--session", "--nofork", "--nopidfile"]
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self._serve(bus, "--print-address")
        self._run(["openbox", "--sm-disable"])
        until(lambda: "_NET_SUPPORTING_WM_CHECK" in self.ask("xprop", "-root") if shutil.which("xprop") else True)

    def listen(self) -> None:
        """Makes the screen one with a screen reader on it."""
        self.environment["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
        self._run([launcher(), "--launch-immediately"])

    def ask(self, *command: str) -> str:
        """What a program says that ends by itself; empty when it says no."""
        done = subprocess.run(
            command, env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=PATIENCE
        )
        return done.stdout.decode()

    def type(self, *keys: str) -> None:
        """Keys by their X names, to the window in front."""
        self.point("key", "--clearmodifiers", *keys)

    def write(self, text: str) -> None:
        """Text, key by key."""
        self.point("type", "--delay", "1", "--clearmodifiers", text)

    def point(self, *deeds: str) -> None:
        """What a hand does with a mouse, in the words of xdotool."""
        subprocess.run(["xdotool", *deeds], env=self.environment, check=True, timeout=PATIENCE)

    def start(self) -> Driven:
        """The program, loaded, its window in front and with the keyboard."""
        program = self._stack.enter_context(Driven(self.environment))
        program.wait_for("charts")
        self.ask("xdotool", "search", "--sync", "--onlyvisible", "--name", "^Scorecard$", "windowactivate", "--sync")
        until(lambda: program.ask("state")["active"])
        return program

    def heard(self) -> list[Node]:
        """All that a screen reader is told."""
        listening = str(ROOT / "tests" / "journeys" / "listening.py")
        lines = self.ask(str(SYSTEM_PYTHON), listening, "Scorecard").splitlines()
        assert lines, "the screen reader found no window"
        return [json.loads(line) for line in lines]

    def _serve(self, command: Sequence[str], option: str) -> str:
        """Starts a server that says, on a pipe named by `option`, where it can be reached."""
        read, write = os.pipe()
        given = f"{option}={write}" if option.startswith("--") else option
        rest = [] if option.startswith("--") else [str(write)]
        self._run([*command, given, *rest], write)
        os.close(write)
        lines = Lines(read)
        self._stack.callback(lines.close)
        place = lines.next()
        assert place, f"{command[0]} did not start"
        return place

    def _run(self, command: Sequence[str], *handles: int) -> None:
        process = subprocess.Popen(
            command, env=self.environment, pass_fds=handles, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self._stack.callback(_end, process)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(5)
