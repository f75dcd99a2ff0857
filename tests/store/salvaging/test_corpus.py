"""Every prepared bad store is refused as it lies there, and gives back what it still holds."""

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from scorecard.domain.incidents import StoreError
from scorecard.domain.salvage import Confidence
from scorecard.store.backups_making import look_through
from scorecard.store.known import KnownStore, KnownStores
from scorecard.store.opening import check_whole, examine
from scorecard.store.salvaging.pages import Pages
from tests.fake_clock import FRIDAY_EVENING as NOW
from tests.store.damaged.bad_ones import MIXED, bad_ones
from tests.store.damaged.packed import MANIFEST, packed
from tests.store.raw import hand
from tests.store.salvaged import held, rows_in, salvage

LINES: dict[str, dict[str, Any]] = json.loads(MANIFEST.read_text(encoding="utf-8"))
# What no look at pages sees; the seals of days do.
SEEN_BY_SEALS = {"one-bit-of-a-note", "mixed", "zeroed-overflow"}
REFUSED = sorted(LINES.keys() - SEEN_BY_SEALS)


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Path]:
    """Where a bad store is to stand. Whatever the test did, it is as it was, and no copy of it is left."""
    store = tmp_path / "data" / "scorecard.db"
    store.parent.mkdir(mode=0o700)
    yield store
    assert {file.name for file in store.parent.iterdir()} <= {store.name, f"{store.name}-journal"}


def put(name: str, store: Path) -> dict[Path, bytes]:
    files = {
        store.with_name(f"scorecard.db{ending}"): packed()[f"bad/{name}.db{ending}"]
        for ending in ("", "-journal")
        if f"bad/{name}.db{ending}" in packed()
    }
    for file, content in files.items():
        file.write_bytes(content)
    return files


def is_opened(store: Path, known: KnownStores) -> bool:
    """As the program does it at its start."""
    with suppress(StoreError):
        examine(store, known)
        check_whole(store)
        return True
    return False


def test_the_manifest_tells_of_every_one_and_the_script_makes_them_the_same() -> None:
    sources = {name: content for name, content in packed().items() if not name.startswith("bad/")}
    made = {f"bad/{name}": content for bad in bad_ones(sources) for name, content in bad.files().items()}

    assert made == {name: content for name, content in packed().items() if name.startswith("bad/")}
    assert {bad.name: (bad.about, bad.of) for bad in bad_ones(sources)} == {
        name: (line["about"], line["of"]) for name, line in LINES.items()
    }
    assert Pages(sources["with-free-pages.db"]).free


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_and_not_touched(name: str, place: Path, tmp_path: Path) -> None:
    files = put(name, place)
    known = KnownStores(tmp_path / "known.json")
    known.remember(place, KnownStore("id", 1))

    assert not is_opened(place, known)

    assert {file: file.read_bytes() for file in files} == files


@pytest.mark.parametrize("name", sorted(SEEN_BY_SEALS))
def test_what_the_pages_do_not_tell_the_seals_do(name: str, place: Path) -> None:
    put(name, place)

    with suppress(StoreError):
        check_whole(place)
        assert look_through(place, NOW).broken_days


@pytest.mark.parametrize("name", sorted(LINES))
def test_it_gives_back_what_it_has_and_nothing_wrong_for_sure(name: str, place: Path) -> None:
    files, line = put(name, place), LINES[name]
    had = rows_in(packed()[line["of"]])

    found = salvage(place)

    outcome = held(found, had, rows_in(packed()[MIXED[name]]) if name in MIXED else None)
    assert outcome.rows == line["rows"]
    assert outcome.share >= line["least"]
    assert outcome.wrong[Confidence.SURE] == 0
    assert sum(outcome.wrong.values()) <= outcome.rows // 20
    assert {file: file.read_bytes() for file in files} == files


def test_half_a_change_with_its_whole_journal_is_no_damage(place: Path, tmp_path: Path) -> None:
    place.write_bytes(packed()["half-done.db"])
    place.with_name("scorecard.db-journal").write_bytes(packed()["half-done.db-journal"])

    examine(place, KnownStores(tmp_path / "known.json"))

    assert rows_in(place.read_bytes()) == rows_in(packed()["whole.db"])


def test_the_journal_of_a_program_at_work_is_no_damage(place: Path, tmp_path: Path) -> None:
    place.write_bytes(packed()["whole.db"])
    with hand(place) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE entry SET note = 'half'")
        assert place.with_name("scorecard.db-journal").stat().st_size

        examine(place, KnownStores(tmp_path / "known.json"))

        other.execute("ROLLBACK")
