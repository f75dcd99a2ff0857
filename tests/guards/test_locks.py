"""The lock files: hashed, without an address, and of one mind with pyproject.toml and with each other."""

import re
import tomllib

import pytest

from tests.guards.source import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = ("requirements.lock", "requirements-test.lock")


def _lock(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def _pins(name: str) -> set[str]:
    """Lines like "numpy==2.4.6 ; python_full_version < '3.12'"."""
    return {line.removesuffix(" \\") for line in _lock(name).splitlines() if line[:1].isalnum()}


def _names(name: str) -> set[str]:
    return {pin.partition("==")[0] for pin in _pins(name)}


def _plain(requirement: str) -> str:
    return re.split(r"[^A-Za-z0-9_.-]", requirement)[0].lower().replace("_", "-")


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_address(name: str) -> None:
    assert "://" not in _lock(name)
    assert not re.search(r"^-", _lock(name), re.MULTILINE)


@pytest.mark.parametrize("name", LOCKS)
def test_every_version_is_pinned_with_hashes(name: str) -> None:
    for block in re.split(r"\n(?=\S)", _lock(name).strip()):
        if not block.startswith("#"):
            assert re.match(r"\S+==\S+", block), block
            assert "--hash=sha256:" in block, block


def test_the_program_s_lock_holds_what_the_program_depends_on() -> None:
    assert {_plain(asked) for asked in PROJECT["project"]["dependencies"]} <= _names("requirements.lock")


def test_the_tests_lock_holds_what_the_tests_depend_on() -> None:
    assert {_plain(asked) for asked in PROJECT["dependency-groups"]["test"]} <= _names("requirements-test.lock")


def test_the_tests_run_against_the_very_versions_the_program_runs_with() -> None:
    assert _pins("requirements.lock") <= _pins("requirements-test.lock")


def test_the_program_is_not_locked_to_what_only_tests_need() -> None:
    assert not _names("requirements.lock") & {"pytest", "hypothesis", "mypy", "ruff"}
