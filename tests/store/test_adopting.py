"""Another store as something to begin from: copied and sealed, and refused where it would do things by itself."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from scorecard.domain.backups import BackupError, BackupFault, Soundness
from scorecard.store.adopting import adopt
from scorecard.store.backups_seal import check
from scorecard.store.migrating import create_store
from tests.fake_clock import FRIDAY_EVENING
from tests.store import bad_files
from tests.store.raw import fingerprint, hand


@pytest.fixture
def other(tmp_path: Path) -> Path:
    path = tmp_path / "stick" / "scorecard (conflicted copy).db"
    create_store(path, FRIDAY_EVENING)
    return path


def test_it_is_sealed_in_a_folder_of_its_own_and_the_file_is_not_touched(other: Path, tmp_path: Path) -> None:
    before, there = fingerprint(other), sorted(file.name for file in other.parent.iterdir())

    adopted = adopt(other, tmp_path / "private", FRIDAY_EVENING)

    assert adopted.path.parent == tmp_path / "private"
    assert check(adopted.path) is Soundness.GOOD
    assert (fingerprint(other), sorted(file.name for file in other.parent.iterdir())) == (before, there)
    assert all(file.stat().st_mode & 0o077 == 0 for file in (tmp_path / "private").iterdir())


def test_half_a_change_beside_it_is_taken_back_in_the_copy_alone(other: Path, tmp_path: Path) -> None:
    half = tmp_path / "half"
    half.mkdir()
    with closing(sqlite3.connect(other, isolation_level=None)) as writer:
        writer.execute("PRAGMA cache_size = 1")
        writer.execute("PRAGMA cache_spill = 1")
        writer.execute("BEGIN")
        writer.execute("CREATE TABLE half_done AS WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n"
                       " WHERE i < 5000) SELECT hex(randomblob(200)) AS words FROM n")  # fmt: skip
        for name in (other.name, f"{other.name}-journal"):
            (half / name).write_bytes((other.parent / name).read_bytes())
        writer.execute("ROLLBACK")
    before = {file.name: fingerprint(file) for file in half.iterdir()}
    assert len(before) == 2

    adopted = adopt(half / other.name, tmp_path / "private", FRIDAY_EVENING)

    with hand(adopted.path) as stranger:
        assert stranger.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'half_done'").fetchone() == (0,)
    assert {file.name: fingerprint(file) for file in half.iterdir()} == before


@pytest.mark.parametrize("by_itself", [
    "CREATE TRIGGER t AFTER INSERT ON entry BEGIN DELETE FROM entry; END",
    "CREATE VIEW v AS SELECT 1",
], ids=["trigger", "view"])  # fmt: skip
def test_what_would_do_something_by_itself_is_refused(other: Path, tmp_path: Path, by_itself: str) -> None:
    with hand(other) as stranger:
        stranger.execute(by_itself)

    with pytest.raises(BackupError) as refused:
        adopt(other, tmp_path / "private", FRIDAY_EVENING)

    assert refused.value.fault is BackupFault.DAMAGED


def test_a_newer_and_a_damaged_one_are_refused(other: Path, tmp_path: Path) -> None:
    whole = other.read_bytes()
    bad_files.newer(other)
    with pytest.raises(BackupError) as refused:
        adopt(other, tmp_path / "one", FRIDAY_EVENING)
    assert refused.value.fault is BackupFault.TOO_NEW

    other.write_bytes(whole[:8192] + bytes(len(whole) - 8192))
    with pytest.raises(BackupError) as refused:
        adopt(other, tmp_path / "two", FRIDAY_EVENING)
    assert refused.value.fault is BackupFault.STORE_DAMAGED
