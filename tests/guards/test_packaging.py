"""What a desktop is told about the program."""

import configparser
import os
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.guards.source import ROOT

LINUX = ROOT / "packaging" / "linux"
APPLICATION_ID = "org.scorecard.Scorecard"
ENTRY = LINUX / f"{APPLICATION_ID}.desktop"
METAINFO = LINUX / f"{APPLICATION_ID}.metainfo.xml"


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="desktop-file-utils is not installed")
def test_the_desktop_entry_is_valid() -> None:
    check = subprocess.run(["desktop-file-validate", str(ENTRY)], capture_output=True, text=True, timeout=60)

    assert (check.returncode, check.stdout) == (0, "")


@pytest.mark.skipif(not shutil.which("appstreamcli"), reason="appstream is not installed")
def test_the_metainfo_is_valid() -> None:
    check = subprocess.run(
        ["appstreamcli", "validate", "--no-net", str(METAINFO)], capture_output=True, text=True, timeout=60
    )

    assert check.returncode == 0, check.stdout


def test_entry_metainfo_and_icon_have_one_name() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(ENTRY, encoding="utf-8")
    metainfo = ElementTree.parse(METAINFO).getroot()

    assert entry["Desktop Entry"]["Icon"] == metainfo.findtext("id") == APPLICATION_ID
    assert metainfo.findtext("launchable") == ENTRY.name


@pytest.mark.skipif(os.name != "posix", reason="git keeps no modes here")
@pytest.mark.parametrize("script", [".ci/run", "packaging/find-python.sh", "packaging/linux/install.sh"])
def test_a_script_can_be_run(script: str) -> None:
    assert os.access(ROOT / script, os.X_OK)


def test_the_mark_is_drawn_without_anything_from_outside() -> None:
    mark = Path(ROOT / "resources" / "icons" / "scorecard.svg").read_text(encoding="utf-8")

    assert mark.count("://") == 1  # the name of SVG itself
    assert "href" not in mark
