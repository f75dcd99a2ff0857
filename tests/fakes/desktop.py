"""A desktop of a test's own: a private bus, and on it a tray, notifications and a portal that tell what they got."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.journeys.running import ROOT, Lines

SYSTEM_PYTHON = Path("/usr/bin/python3")
SERVICES = ROOT / "tests" / "fakes" / "desktop_services.py"

Said = dict[str, Any]


def missing() -> str:
    """What is not installed; empty when all is."""
    if not shutil.which("dbus-daemon"):
        return "dbus-daemon"
    bindings = [str(SYSTEM_PYTHON), "-c", "import gi; gi.require_version('Gio', '2.0'); from gi.repository import Gio"]
    if not SYSTEM_PYTHON.exists() or subprocess.run(bindings, capture_output=True).returncode:
        return "python3-gi"
    return ""


class FakeDesktop:
    """`address` is that of the bus."""

    def __init__(self, address: str, process: subprocess.Popen[bytes], lines: Lines) -> None:
        self.address = address
        self._process = process
        self._lines = lines

    def hears(self, key: str) -> Said:
        """Waits for the next thing of that kind; what comes before it is passed over."""
        while (line := self._lines.next()) is not None:
            said: Said = json.loads(line)
            if key in said:
                return said
        raise AssertionError(f"the desktop ended before it heard of “{key}”")

    def do(self, *words: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(" ".join(words).encode() + b"\n")
        self._process.stdin.flush()

    def shows(self, what: str) -> Any:
        """`menu`: the lines of the icon's menu. `item`: what the icon tells the panel."""
        self.do(what)
        return self.hears(what)[what]


@contextmanager
def private_bus() -> Iterator[str]:
    read, write = os.pipe()
    command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", f"--print-address={write}"]
    bus = subprocess.Popen(command, pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(write)
    lines = Lines(read)
    try:
        address = lines.next()
        assert address, "dbus-daemon did not start"
        yield address
    finally:
        lines.close()
        bus.terminate()
        bus.wait(5)


@contextmanager
def desktop_on(address: str, *services: str, environment: Mapping[str, str] = os.environ) -> Iterator[FakeDesktop]:
    """With those of "tray", "notifications" and "portal" that are named."""
    process = subprocess.Popen(
        [SYSTEM_PYTHON, SERVICES, *services],
        env={**environment, "DBUS_SESSION_BUS_ADDRESS": address},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    desktop = FakeDesktop(address, process, Lines(process.stdout.fileno()))
    try:
        for _ in services:
            desktop.hears("has")
        yield desktop
    finally:
        process.stdin.close()
        process.wait(5)
        process.stdout.close()
