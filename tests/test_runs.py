"""Runs without a good end are counted, and one good end forgets them."""

import os
from pathlib import Path

import pytest

from scorecard.runs import Runs


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "state" / "scorecard.running"


def test_runs_without_a_good_end_are_counted_in_a_row(file: Path) -> None:
    assert [Runs(file).begin() for _ in range(4)] == [0, 1, 2, 3]


def test_a_good_end_begins_anew(file: Path) -> None:
    Runs(file).begin()
    run = Runs(file)
    run.begin()
    run.end()
    assert Runs(file).begin() == 0
    run.end()
    assert not file.exists()


def test_what_ends_a_run_after_a_while_does_not_count(file: Path) -> None:
    for _ in range(3):
        run = Runs(file)
        assert run.begin() == 0
        run.settle()


def test_a_start_that_was_none_does_not_count(file: Path) -> None:
    Runs(file).begin()
    again = Runs(file)
    assert again.begin() == 1
    again.take_back()
    assert Runs(file).begin() == 1


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"many", b"9" * 5000])
def test_nonsense_in_the_file_is_no_reason_for_anything_but_an_offer(file: Path, content: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    assert Runs(file).begin() in (0, 9999)


def test_where_nothing_can_be_written_every_run_was_a_good_one(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    run = Runs(tmp_path / "file" / "scorecard.running")
    assert run.begin() == 0
    run.settle()
    run.end()


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_the_file_is_its_owner_s_alone(file: Path) -> None:
    before = os.umask(0)
    Runs(file).begin()
    os.umask(before)
    assert [oct(path.stat().st_mode & 0o777) for path in (file.parent, file)] == ["0o700", "0o600"]
