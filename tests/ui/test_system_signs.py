"""Sleep, waking and the locked screen are heard on a bus of the test's own, where a fake logind speaks."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from scorecard.ui.system_signs import SystemSigns, _session_path

NEEDED = ("dbus-daemon", "dbus-send")
MISSING = next((name for name in NEEDED if not shutil.which(name)), "")
LOGIN = "/org/freedesktop/login1"

needs_bus = pytest.mark.skipif(bool(MISSING), reason=f"{MISSING} is not installed")


@pytest.fixture
def say() -> Iterator[Callable[..., None]]:
    """Sends a signal over a fresh bus, which is every bus of this process meanwhile: Qt asks the environment once."""
    read, write = os.pipe()
    command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", f"--print-address={write}"]
    bus = subprocess.Popen(command, pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as answer:
        address = answer.readline().strip()

    def send(path: str, name: str, *words: str) -> None:
        subprocess.run(["dbus-send", f"--bus={address}", "--type=signal", path, name, *words], check=True, timeout=20)

    from PySide6.QtDBus import QDBusConnection

    own = QDBusConnection.connectToBus(address, "scorecard-test")
    with pytest.MonkeyPatch.context() as patch:
        for which in ("systemBus", "sessionBus"):
            patch.setattr(QDBusConnection, which, staticmethod(lambda: own))
        yield send
    QDBusConnection.disconnectFromBus("scorecard-test")
    bus.terminate()
    bus.wait(20)


@needs_bus
def test_sleep_and_waking_are_heard(say: Callable[..., None], qtbot: QtBot, qapp: object) -> None:
    signs = SystemSigns(qapp)  # type: ignore[arg-type]
    with qtbot.waitSignal(signs.going_to_sleep):
        say(LOGIN, "org.freedesktop.login1.Manager.PrepareForSleep", "boolean:true")
    with qtbot.waitSignal(signs.woke):
        say(LOGIN, "org.freedesktop.login1.Manager.PrepareForSleep", "boolean:false")
    signs.deleteLater()


@needs_bus
def test_the_locked_screen_is_heard_of_one_s_own_session(
    say: Callable[..., None], qtbot: QtBot, qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_SESSION_ID", "2")
    signs = SystemSigns(qapp)  # type: ignore[arg-type]
    heard: list[str] = []
    signs.locked.connect(lambda: heard.append("locked"))
    say(f"{LOGIN}/session/_33", "org.freedesktop.login1.Session.Lock")
    with qtbot.waitSignal(signs.locked):
        say(f"{LOGIN}/session/_32", "org.freedesktop.login1.Session.Lock")
    assert heard == ["locked"]
    with qtbot.waitSignal(signs.locked):
        say("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver.ActiveChanged", "boolean:true")
    signs.deleteLater()


@pytest.mark.parametrize(
    ("session", "path"),
    [("", ""), ("2", "_32"), ("c1", "c1"), ("12", "_312"), ("a-b", "a_2db")],
)
def test_a_session_is_spelt_in_a_path_as_systemd_does(session: str, path: str) -> None:
    found = _session_path({"XDG_SESSION_ID": session})  # type: ignore[arg-type]
    assert found == (f"{LOGIN}/session/{path}" if path else "")
