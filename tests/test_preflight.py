"""Before Qt is imported: what is missing is named, with one command that installs it."""

import subprocess
import sys
from pathlib import Path

import pytest

from scorecard.preflight import Fault, Problem, check, installed_qt, needed, passed, say, window_platforms
from scorecard.system_packages import SONAMES, packages_of

DESKTOP = {"DISPLAY": ":0"}
XCB = ("core", "xcb")


def _without(*missing: str):
    def load(soname: str) -> None:
        if soname in missing:
            raise OSError(f"{soname}: cannot open shared object file")

    return load


def _on_linux(environ: dict[str, str], *missing: str) -> tuple[Problem, ...]:
    return check(environ, _without(*missing), system="linux")


def test_nothing_stands_in_the_way_when_all_is_there() -> None:
    assert _on_linux(DESKTOP) == ()


def test_a_missing_library_is_named() -> None:
    assert _on_linux(DESKTOP, "libxcb-cursor.so.0") == (Problem(Fault.MISSING_LIBRARIES, ("libxcb-cursor.so.0",)),)


def test_only_the_libraries_of_the_platform_in_use_are_asked_for() -> None:
    offscreen = {"QT_QPA_PLATFORM": "offscreen"}

    assert _on_linux(offscreen, *SONAMES["xcb"], *SONAMES["wayland"]) == ()
    assert _on_linux(offscreen, "libglib-2.0.so.0")


def test_wayland_without_its_libraries_falls_back_to_x() -> None:
    both = {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}

    assert _on_linux(both, *SONAMES["wayland"]) == ()
    assert _on_linux({"WAYLAND_DISPLAY": "wayland-0"}, *SONAMES["wayland"]) == (
        Problem(Fault.MISSING_LIBRARIES, SONAMES["wayland"]),
    )


def test_no_display_is_a_problem_of_its_own() -> None:
    assert _on_linux({}) == (Problem(Fault.NO_DISPLAY),)
    assert [problem.fault for problem in _on_linux({}, "libEGL.so.1")] == [Fault.NO_DISPLAY, Fault.MISSING_LIBRARIES]


def test_other_systems_bring_all_of_it() -> None:
    assert check({}, _without(*SONAMES["core"]), system="darwin") == ()


def test_an_old_python_and_an_old_sqlite_are_named() -> None:
    problems = check(DESKTOP, _without(), system="linux", python=(3, 10, 4), sqlite=(3, 36, 0))

    assert say(problems) == (
        "Scorecard needs Python 3.11 or newer; this is 3.10.4.\n"
        "Scorecard needs SQLite 3.37 or newer; this Python brings 3.36.0."
    )


@pytest.mark.parametrize(
    ("environ", "platforms"),
    [
        ({}, ()),
        ({"DISPLAY": ":0"}, ("xcb",)),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, ("wayland", "xcb")),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, ("offscreen",)),
        ({"QT_QPA_PLATFORM": "wayland;xcb"}, ("wayland", "xcb")),
        ({"QT_QPA_PLATFORM": "offscreen:size=1024x640"}, ("offscreen",)),
    ],
)
def test_the_platform_is_the_one_qt_would_take(environ: dict[str, str], platforms: tuple[str, ...]) -> None:
    assert window_platforms(environ) == platforms


@pytest.mark.parametrize(
    ("installer", "command"),
    [
        ("apt-get", "sudo apt install libglib2.0-0 libxcb-cursor0"),
        ("dnf", "sudo dnf install glib2 xcb-util-cursor"),
        ("pacman", "sudo pacman -S --needed glib2 xcb-util-cursor"),
        ("zypper", "sudo zypper install libglib-2_0-0 libgthread-2_0-0 libxcb-cursor0"),
    ],
)
def test_one_command_installs_everything_missing_and_names_each_package_once(installer: str, command: str) -> None:
    missing = Problem(Fault.MISSING_LIBRARIES, ("libglib-2.0.so.0", "libgthread-2.0.so.0", "libxcb-cursor.so.0"))

    said = say((missing,), which=lambda name: f"/usr/bin/{name}" if name == installer else None)

    assert said.splitlines() == [
        "Scorecard cannot open a window: these system libraries are missing: "
        "libglib-2.0.so.0, libgthread-2.0.so.0, libxcb-cursor.so.0.",
        f"To install them: {command}",
    ]


def test_on_an_unknown_system_the_libraries_are_named_without_a_command() -> None:
    said = say((Problem(Fault.MISSING_LIBRARIES, ("libEGL.so.1",)),), which=lambda name: None)

    assert said == "Scorecard cannot open a window: these system libraries are missing: libEGL.so.1."


def test_no_display_is_said() -> None:
    assert "no display" in say((Problem(Fault.NO_DISPLAY),))


@pytest.mark.parametrize("installer", ["apt-get", "dnf", "pacman", "zypper"])
def test_every_library_has_a_package_everywhere(installer: str) -> None:
    for sonames in SONAMES.values():
        assert all(packages_of(sonames, installer))


@pytest.mark.skipif(sys.platform != "linux", reason="Linux only")
def test_the_real_loader_tells_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SONAMES, "core", ("libc.so.6", "libnowhere.so.1"))

    assert check({"QT_QPA_PLATFORM": "offscreen"}) == (Problem(Fault.MISSING_LIBRARIES, ("libnowhere.so.1",)),)


def test_after_one_good_start_the_check_is_skipped_until_qt_or_the_display_changes(tmp_path: Path) -> None:
    stamp = tmp_path / "preflight"
    xcb, wayland = {"QT_QPA_PLATFORM": "xcb"}, {"QT_QPA_PLATFORM": "wayland"}
    assert needed(stamp, "6.11.3", xcb)

    passed(stamp, "6.11.3", xcb)

    assert not needed(stamp, "6.11.3", xcb)
    assert needed(stamp, "6.11.4", xcb)
    assert needed(stamp, "6.11.3", wayland)
    assert needed(stamp, "", xcb)


def test_a_stamp_that_cannot_be_read_or_written_means_one_more_check(tmp_path: Path) -> None:
    nowhere = tmp_path / "missing" / "preflight"
    passed(nowhere, "6.11.3", DESKTOP)
    assert needed(nowhere, "6.11.3", DESKTOP)

    odd = tmp_path / "preflight"
    odd.write_bytes(b"\xff\xfe\x00")
    assert needed(odd, "6.11.3", DESKTOP)


def test_the_version_of_qt_is_known_without_importing_it() -> None:
    code = "import sys; from scorecard.preflight import installed_qt; print(installed_qt(), 'PySide6' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)

    from PySide6 import __version__

    assert run.stdout.split() == [__version__, "False"]
    assert installed_qt() == __version__
