"""The list of stores this user is known to have."""

import json
import os
from pathlib import Path

import pytest

from scorecard.store.known import KnownStore, KnownStores
from tests.store.raw import mode

SEEN = KnownStore("0193-id", 41)


@pytest.fixture
def file(home: Path) -> Path:
    return home / ".config" / "scorecard" / "known-stores.json"


@pytest.fixture
def place(home: Path) -> Path:
    return home / "data" / "scorecard.db"


def test_nobody_is_known_at_first(known: KnownStores, place: Path, file: Path) -> None:
    assert known.get(place) is None
    assert not file.exists()


def test_a_store_is_remembered_over_a_restart(known: KnownStores, place: Path, file: Path) -> None:
    known.remember(place, SEEN)

    assert KnownStores(file).get(place) == SEEN


def test_each_store_has_its_own_line(known: KnownStores, place: Path) -> None:
    known.remember(place, SEEN)
    known.remember(place.parent / "second.db", KnownStore("other", 1))

    assert known.get(place) == SEEN


def test_a_store_can_be_forgotten_and_no_other(known: KnownStores, place: Path) -> None:
    known.remember(place, SEEN)
    known.remember(place.parent / "second.db", SEEN)

    known.forget(place)
    known.forget(place.parent / "never.db")

    assert known.get(place) is None
    assert known.get(place.parent / "second.db") == SEEN


def test_a_store_is_known_by_whatever_way_leads_to_it(
    known: KnownStores, place: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known.remember(place, SEEN)
    (home / "link").symlink_to(place.parent)
    place.parent.mkdir()
    monkeypatch.chdir(place.parent)

    assert known.get(home / "link" / place.name) == SEEN
    assert known.get(Path(place.name)) == SEEN
    assert known.get(place.parent / ".." / "data" / place.name) == SEEN


def test_a_name_in_any_letters_can_be_remembered(known: KnownStores, home: Path) -> None:
    for name in ("Bücher", "日本語", os.fsdecode(b"latin-\xe9")):
        known.remember(home / name / "scorecard.db", SEEN)
        assert known.get(home / name / "scorecard.db") == SEEN


def test_the_file_is_written_only_when_something_is_new(known: KnownStores, place: Path, file: Path) -> None:
    known.remember(place, SEEN)
    before = file.stat()

    known.remember(place, SEEN)

    assert (file.stat().st_mtime_ns, file.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_the_list_is_private(known: KnownStores, place: Path, file: Path) -> None:
    known.remember(place, SEEN)

    assert (mode(file), mode(file.parent)) == ("0o600", "0o700")


def test_a_crash_while_writing_leaves_the_old_list(
    known: KnownStores, place: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known.remember(place, SEEN)
    monkeypatch.setattr(Path, "replace", _crash)

    with pytest.raises(KeyboardInterrupt):
        known.remember(place, KnownStore("0193-id", 42))
    monkeypatch.undo()

    assert KnownStores(file).get(place) == SEEN
    known.remember(place, KnownStore("0193-id", 43))
    assert known.get(place) == KnownStore("0193-id", 43)


def _crash(*_arguments: object) -> None:
    raise KeyboardInterrupt


GARBAGE = (
    b"", b"\x00\xff", b"null", b"[]", b"7", b'"text"', b"{", b"[" * 100_000, b"\xef\xbb\xbf{}", b"1" * 5000,
)  # fmt: skip


@pytest.mark.parametrize("garbage", GARBAGE, ids=range(len(GARBAGE)))
def test_garbage_instead_of_the_list_is_an_empty_list(
    known: KnownStores, place: Path, file: Path, garbage: bytes
) -> None:
    file.parent.mkdir(parents=True)
    file.write_bytes(garbage)

    assert known.get(place) is None
    known.forget(place)
    known.remember(place, SEEN)
    assert known.get(place) == SEEN


@pytest.mark.parametrize(
    "line", [None, 7, [], "id", {"last_seq": "many"}, {"store_id": 5, "last_seq": None}, {"last_seq": [1]}], ids=repr
)
def test_garbage_in_a_line_is_still_a_known_store(known: KnownStores, place: Path, file: Path, line: object) -> None:
    """What matters is that a store was there."""
    file.parent.mkdir(parents=True)
    file.write_text(json.dumps({os.path.realpath(place): line, "/elsewhere": {"store_id": "kept", "last_seq": 3}}))

    assert known.get(place) is not None
    known.remember(place, SEEN)
    assert known.get(place) == SEEN
    assert known.get(Path("/elsewhere")) == KnownStore("kept", 3)


def test_a_list_that_cannot_be_written_stops_nobody(known: KnownStores, place: Path, file: Path) -> None:
    file.parent.parent.mkdir()
    file.parent.touch()

    known.remember(place, SEEN)
    known.forget(place)

    assert known.get(place) is None
