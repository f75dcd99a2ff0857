"""What an installed program holds."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.guards.source import ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names in a wheel built from this checkout, with the build backend that the lock brings."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True, timeout=100)
    (path,) = Path(folder).glob("*.whl")
    return set(zipfile.ZipFile(path).namelist())


def test_resources_are_where_the_installed_program_looks_for_them(wheel: set[str]) -> None:
    plain = {
        path.relative_to(ROOT / "resources").as_posix() for path in (ROOT / "resources").rglob("*.*") if path.is_file()
    }

    assert {f"scorecard/_resources/{name}" for name in plain} <= wheel


def test_every_module_is_in_it(wheel: set[str]) -> None:
    assert {path.relative_to(ROOT).as_posix() for path in (ROOT / "scorecard").rglob("*.py")} <= wheel


def test_the_licences_are_in_it(wheel: set[str]) -> None:
    licences = {Path(name).name for name in wheel if ".dist-info/licenses/" in name}

    assert licences >= {"LICENSE", "LICENSE-inter", "LICENSE-lucide"}


def test_nothing_else_is_in_it(wheel: set[str]) -> None:
    assert {name.split("/")[0] for name in wheel if ".dist-info/" not in name} == {"scorecard"}
