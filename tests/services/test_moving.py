"""Store and backups go to another folder whole or not at all, and every start finds them there."""

import os
import sqlite3
from contextlib import closing, suppress
from decimal import Decimal
from pathlib import Path

import pytest

from scorecard.domain.backups import BackupError, BackupFault
from scorecard.domain.errors import StoppedError
from scorecard.paths import find_paths
from scorecard.services import moving
from scorecard.services.moving import LEFT_BEHIND, SameFolderError, TakenFolderError, move, place_for
from scorecard.services.services import Services
from scorecard.store import forwarding
from scorecard.store.forwarding import followed, leave_word
from tests.fake_clock import FixedClock
from tests.store.raw import content


def untold(_done: int, _total: int) -> None:
    pass


def never() -> bool:
    return False


@pytest.fixture
def kept(services: Services, calls: str, path: Path) -> Path:
    """A closed store with an entry, a backup, a half typed promise and a check-in of one's own."""
    services.scoring.score(calls, services.scoring.today(), Decimal(3))
    services.backups.make()
    services.unfinished.keep("Send the estimates")
    (path.parent / "checkins").mkdir()
    (path.parent / "checkins" / "own.toml").write_text("name = 'Own'")
    (path.parent / "letter.txt").write_text("a stranger's")
    services.close()
    return path


def files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_everything_is_there_and_the_same(kept: Path, tmp_path: Path, clock: FixedClock) -> None:
    before = content(kept)
    backups = {path.name: path.read_bytes() for path in (kept.parent / "backups").iterdir()}
    place = tmp_path / "elsewhere"

    store = move(kept, place, clock, untold, never)

    assert store == place / "scorecard.db"
    assert content(store) == before
    assert {path.name: path.read_bytes() for path in (place / "backups").iterdir()} == backups
    assert (place / "scorecard-unfinished.txt").read_text() == "Send the estimates"
    assert (place / "checkins" / "own.toml").exists()
    assert not (place / "letter.txt").exists(), "it is not ours"
    assert all(path.stat().st_mode & 0o077 == 0 for path in (place, *place.rglob("*")))
    with closing(Services(store, clock)) as there:
        assert len(there.backups.listed()) == len(backups)


def test_the_store_before_stays_under_another_name_with_a_word_of_where_it_is(
    kept: Path, tmp_path: Path, clock: FixedClock
) -> None:
    before = content(kept)
    home = kept.parent

    move(kept, tmp_path / "elsewhere", clock, untold, never)

    assert not kept.exists()
    assert content(home / LEFT_BEHIND) == before
    assert followed(home) == tmp_path / "elsewhere"
    assert find_paths(os.environ).data == tmp_path / "elsewhere"
    assert find_paths(os.environ, home).store == tmp_path / "elsewhere" / "scorecard.db"


def test_back_again(kept: Path, tmp_path: Path, clock: FixedClock) -> None:
    home = kept.parent
    there = move(kept, tmp_path / "elsewhere", clock, untold, never)
    for path in sorted(home.rglob("*"), reverse=True):
        if path.name != forwarding.FILE_NAME and path.is_file():
            path.unlink()

    move(there, home, clock, untold, never)

    assert followed(home) == home
    assert followed(tmp_path / "elsewhere") == home


def test_what_fails_on_the_way_leaves_everything_as_it_was(
    kept: Path, tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, before = kept.parent, files(kept.parent)
    place = tmp_path / "elsewhere"
    for step in ("_copy_store", "_copy_file", "take_back_word", "leave_word"):

        def fail(*_arguments: object) -> None:
            raise OSError(28, "No space left on device")

        with monkeypatch.context() as broken:
            broken.setattr(moving, step, fail)
            with pytest.raises(BackupError) as caught:
                move(kept, place, clock, untold, never)
        assert caught.value.fault is BackupFault.FULL
        assert files(home) == before
        assert files(place) == set()


def test_stopped_on_the_way_nothing_was_moved(kept: Path, tmp_path: Path, clock: FixedClock) -> None:
    home, before = kept.parent, files(kept.parent)
    steps: list[int] = []

    def after_the_first(done: int, _total: int) -> None:
        steps.append(done)

    with pytest.raises(StoppedError):
        move(kept, tmp_path / "elsewhere", clock, after_the_first, lambda: bool(steps))

    assert files(home) == before
    assert files(tmp_path / "elsewhere") == set()


def test_a_damaged_store_is_not_moved(kept: Path, tmp_path: Path, clock: FixedClock) -> None:
    kept.write_bytes(kept.read_bytes()[:5000])

    with pytest.raises(BackupError) as caught:
        move(kept, tmp_path / "elsewhere", clock, untold, never)

    assert caught.value.fault in (BackupFault.STORE_DAMAGED, BackupFault.STORE_UNREADABLE)
    assert kept.exists()
    assert not (tmp_path / "elsewhere" / "scorecard.db").exists()


def test_a_store_changed_meanwhile_by_another_program_is_not_moved(
    kept: Path, tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = moving.copy

    def copy_and_change(source: Path, target: Path, between: object) -> None:
        real(source, target)
        with closing(Services(source, clock)) as other, suppress(sqlite3.Error):
            other.rules.set_day_end(clock.now().time().replace(hour=2, minute=0, second=0, microsecond=0))

    monkeypatch.setattr(moving, "copy", copy_and_change)
    with pytest.raises(BackupError) as caught:
        move(kept, tmp_path / "elsewhere", clock, untold, never)

    assert caught.value.fault is BackupFault.BUSY
    assert kept.exists()


def test_an_empty_folder_is_taken_as_it_is_and_a_full_one_gets_a_folder_in_it(path: Path, tmp_path: Path) -> None:
    empty, full = tmp_path / "empty", tmp_path / "full"
    empty.mkdir()
    full.mkdir()
    (full / "letter.txt").touch()

    assert place_for(empty, path) == empty
    assert place_for(tmp_path / "new", path) == tmp_path / "new"
    assert place_for(full, path) == full / "scorecard"


def test_a_folder_with_a_store_in_it_is_refused(path: Path, tmp_path: Path) -> None:
    for taken in (tmp_path / "one", tmp_path / "two" / "scorecard"):
        taken.mkdir(parents=True)
        (taken / "scorecard.db").touch()
    (tmp_path / "two" / "letter.txt").touch()

    for chosen in (tmp_path / "one", tmp_path / "two"):
        with pytest.raises(TakenFolderError):
            place_for(chosen, path)


def test_its_own_folder_and_that_of_its_backups_are_refused(path: Path) -> None:
    (path.parent / "backups").mkdir()
    for chosen in (path.parent, path.parent / "backups", path.parent / "backups" / "deeper"):
        with pytest.raises(SameFolderError):
            place_for(chosen, path)


def test_words_that_lead_in_a_circle_or_say_nothing_are_none(tmp_path: Path) -> None:
    one, two, three = tmp_path / "one", tmp_path / "two", tmp_path / "three"
    leave_word(one, two)
    leave_word(two, one)
    assert followed(one) == one
    leave_word(two, three)
    assert followed(one) == three
    for nonsense in (b"", b"relative/place\n", b"\xff\xfe"):
        (three / forwarding.FILE_NAME).parent.mkdir(exist_ok=True)
        (three / forwarding.FILE_NAME).write_bytes(nonsense)
        assert followed(one) == three
