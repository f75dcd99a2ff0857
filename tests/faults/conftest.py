"""A store on a disk whose calls can be made to fail."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from scorecard.store.known import KnownStores
from scorecard.store.migrating import create_store
from scorecard.store.store import Store
from tests.fake_clock import FixedClock
from tests.faults.flaky_disk import Disk, flaky_disk
from tests.store.ordinary_user import as_ordinary_user
from tests.store.raw import assert_sound


@pytest.fixture
def path(home: Path, clock: FixedClock) -> Iterator[Path]:
    """A new store, looked through when the test is over."""
    path = home / "data" / "scorecard.db"
    create_store(path, clock.now())
    yield path
    assert_sound(path)


@pytest.fixture
def disk(home: Path, path: Path) -> Iterator[Disk]:
    with flaky_disk(home) as disk:
        yield disk


@pytest.fixture
def store(disk: Disk, path: Path, clock: FixedClock) -> Iterator[Store]:
    """Opened on the flaky disk."""
    with closing(Store(path, clock)) as opened:
        yield opened


@pytest.fixture
def known(home: Path) -> KnownStores:
    return KnownStores(home / ".config" / "scorecard" / "known-stores.json")


@pytest.fixture
def ordinary_user() -> Iterator[None]:
    """For the test's own lines modes of files hold, even for root."""
    with as_ordinary_user():
        yield
