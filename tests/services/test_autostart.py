"""Starting with the session: the entry, what it runs, and where there is none."""

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scorecard.cli.main import run
from scorecard.cli.window import OpenWindow
from scorecard.services.autostart import Autostart, Launch, entry_of, exec_line

MODULE = (sys.executable, "-m", "scorecard")


@pytest.fixture
def autostart(home: Path) -> Autostart:
    return Autostart.here(os.environ, Launch(MODULE), "linux")


def test_it_is_off_until_it_is_switched_on_and_leaves_nothing_behind(autostart: Autostart, home: Path) -> None:
    entry = home / ".config" / "autostart" / "org.scorecard.Scorecard.desktop"
    assert autostart.available
    assert not autostart.on

    autostart.switch(True)
    assert autostart.on
    assert entry.read_text() == entry_of(Launch(MODULE))
    if os.name == "posix":
        assert entry.stat().st_mode & 0o777 == 0o600

    autostart.switch(False)
    assert not autostart.on
    assert list(entry.parent.iterdir()) == []


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false", "hidden = True"])
def test_an_entry_that_the_desktop_has_switched_off_is_off(autostart: Autostart, line: str) -> None:
    autostart.switch(True)
    assert autostart.entry is not None
    autostart.entry.write_text(autostart.entry.read_text().replace("X-GNOME-Autostart-enabled=true\n", "") + line)
    assert not autostart.on

    autostart.switch(True)
    assert autostart.on


def test_what_cannot_be_written_is_told_and_nothing_has_changed(home: Path) -> None:
    (home / ".config").write_text("no folder")
    autostart = Autostart.here(os.environ, Launch(MODULE), "linux")

    with pytest.raises(OSError, match="autostart"):
        autostart.switch(True)
    assert not autostart.on


@pytest.mark.parametrize(("platform", "environment"), [("darwin", {}), ("win32", {}), ("linux", {"FLATPAK_ID": "x"})])
def test_elsewhere_it_is_not_available(platform: str, environment: dict[str, str]) -> None:
    autostart = Autostart.here(environment, Launch(MODULE), platform)

    assert not autostart.available
    assert not autostart.on


def test_a_folder_of_settings_that_is_no_absolute_path_is_none(home: Path) -> None:
    autostart = Autostart.here({"HOME": str(home), "XDG_CONFIG_HOME": "relative"}, Launch(MODULE), "linux")

    assert autostart.entry is not None
    assert autostart.entry.parent == home / ".config" / "autostart"


def test_the_program_is_started_again_as_it_was_started(tmp_path: Path) -> None:
    script = tmp_path / "scorecard"
    script.touch()

    assert Launch.of({}, [str(script)]).command == (str(script),)
    assert Launch.of({}, ["/somewhere/scorecard/__main__.py"]).command == MODULE
    assert Launch.of({"APPIMAGE": "/apps/Scorecard.AppImage"}, [str(script)]).command == ("/apps/Scorecard.AppImage",)


def test_a_chosen_folder_of_data_is_chosen_again(tmp_path: Path) -> None:
    wanted = (*MODULE, "--data", str(tmp_path))

    assert Launch.of({}, ["scorecard", "--data", str(tmp_path)]).command == wanted
    assert Launch.of({}, ["scorecard", f"--data={tmp_path}"]).command == wanted
    assert Launch.of({"SCORECARD_DATA": str(tmp_path)}, ["scorecard"]).command == wanted


def test_the_entry_starts_it_in_the_background_which_the_command_line_knows() -> None:
    line = next(line for line in entry_of(Launch(MODULE)).splitlines() if line.startswith("Exec="))
    arguments = shlex.split(line.removeprefix("Exec="))[len(MODULE) :]

    done = run(arguments, {}, sys.stdout, sys.stderr)

    assert isinstance(done, OpenWindow)
    assert done.arrival.background


@pytest.mark.parametrize(
    ("argument", "written"),
    [
        ("/usr/bin/scorecard", "/usr/bin/scorecard"),
        ("/home/ana/my data", '"/home/ana/my data"'),
        ("/50% done", '"/50%% done"'),
        ('say "hi"', r'"say \\"hi\\""'),
        ("$HOME`x`", r'"\\$HOME\\`x\\`"'),
        ("back\\slash", r'"back\\\\slash"'),
    ],
)
def test_arguments_are_quoted_as_desktop_entries_want_them(argument: str, written: str) -> None:
    assert exec_line((argument,)) == written


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="desktop-file-validate is not installed")
def test_the_entry_is_a_valid_one(tmp_path: Path) -> None:
    entry = tmp_path / "org.scorecard.Scorecard.desktop"
    entry.write_text(entry_of(Launch(("/home/ana/my data/50%/scorecard", "--data", 'a "b" $c'))))

    done = subprocess.run(["desktop-file-validate", entry], capture_output=True, text=True)

    assert (done.returncode, done.stdout) == (0, "")
