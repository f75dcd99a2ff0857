"""Every test has a home of its own, no network, no display, and leaves no window behind."""

import gc
import os
import sys
from collections.abc import Iterator
from pathlib import Path

# Before anything imports Qt. Qt wants a UTF-8 locale; which language numbers and dates have is said by `qapp` below.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["LC_ALL"] = "C.UTF-8"
os.environ["OPENBLAS_NUM_THREADS"] = "1"
for _name in ("DISPLAY", "WAYLAND_DISPLAY", "LANGUAGE", "QT_SCALE_FACTOR", "QT_FONT_DPI", "QT_STYLE_OVERRIDE",
              "DBUS_SESSION_BUS_ADDRESS"):  # fmt: skip
    os.environ.pop(_name, None)

import pytest
from hypothesis import HealthCheck, settings

from scorecard.ui.collecting import collect_what_is_due
from tests.fake_clock import FixedClock

settings.register_profile(
    "ci", derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("deep", max_examples=3000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


class NetworkUsedError(RuntimeError):
    """Scorecard has no network connection, nor has any of its tests."""


def _refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    """An audit hook: it hears of every socket made in Python, however it was made."""
    if event == "socket.__new__":
        import socket

        if arguments[1] in (socket.AF_INET, socket.AF_INET6):
            raise NetworkUsedError(event)
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        raise NetworkUsedError(event)


sys.addaudithook(_refuse_network)


def pytest_configure(config: pytest.Config) -> None:
    """matplotlib's list of fonts takes a second to make: once for all runs, not once a run.

    Garbage waits for the end of a test, where `_no_windows_left` collects it: a thread that a test runs must not.
    """
    gc.disable()
    os.environ["MPLCONFIGDIR"] = str(config.rootpath / ".pytest_cache" / "matplotlib")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of the test's own; the data folder is `home / "data"` and is not made yet."""
    place = tmp_path / "home"
    place.mkdir()
    folders = {
        "XDG_CONFIG_HOME": ".config",
        "XDG_DATA_HOME": ".local/share",
        "XDG_STATE_HOME": ".local/state",
        "XDG_CACHE_HOME": ".cache",
        "XDG_RUNTIME_DIR": ".runtime",
        "APPDATA": "AppData/Roaming",
        "LOCALAPPDATA": "AppData/Local",
    }
    for name, folder in folders.items():
        monkeypatch.setenv(name, str(place / folder))
    (place / ".runtime").mkdir(mode=0o700)
    monkeypatch.setenv("HOME", str(place))
    monkeypatch.setenv("USERPROFILE", str(place))
    monkeypatch.setenv("SCORECARD_DATA", str(place / "data"))
    return place


@pytest.fixture
def clock() -> FixedClock:
    """Friday 20 November 2026, 18:00, in Berlin."""
    return FixedClock()


@pytest.fixture(scope="session")
def qapp(qapp):  # type: ignore[no-untyped-def]
    """pytest-qt's application, in British English whatever this computer speaks."""
    from PySide6.QtCore import QLocale

    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    return qapp


@pytest.fixture(autouse=True)
def _no_windows_left() -> Iterator[None]:
    """Windows left to the garbage collector crash later tests: they go now, if there ever was an application."""
    yield
    _delete_windows()
    collect_what_is_due()


def _delete_windows() -> None:
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or not isinstance(widgets.QApplication.instance(), widgets.QApplication):
        return
    from PySide6.QtCore import QCoreApplication, QEvent, Qt

    # Popups last: a completer deletes its own, and twice is once too often.
    for popups in (False, True):
        for window in widgets.QApplication.topLevelWidgets():
            if popups or window.windowType() is not Qt.WindowType.Popup:
                window.hide()
                window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
