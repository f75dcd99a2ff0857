"""A new store for each test, looked through when the test is over."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from scorecard.services.services import Services
from scorecard.store.known import KnownStores
from scorecard.store.store import Store
from tests.fake_clock import FixedClock
from tests.fresh_stores import fresh_store
from tests.store.ordinary_user import as_ordinary_user
from tests.store.raw import assert_sound


@pytest.fixture
def path(home: Path, clock: FixedClock) -> Iterator[Path]:
    """A new store. Whatever the test did through the program, it is whole afterwards, and no row is an orphan."""
    path = home / "data" / "scorecard.db"
    fresh_store(path, clock.now())
    yield path
    assert_sound(path)


@pytest.fixture
def store(path: Path, clock: FixedClock) -> Iterator[Store]:
    with closing(Store(path, clock)) as opened:
        yield opened


@pytest.fixture
def services(path: Path, clock: FixedClock) -> Iterator[Services]:
    with closing(Services(path, clock)) as opened:
        yield opened


@pytest.fixture
def known(home: Path) -> KnownStores:
    return KnownStores(home / ".config" / "scorecard" / "known-stores.json")


@pytest.fixture
def ordinary_user() -> Iterator[None]:
    """For the test's own lines modes of files hold, even for root."""
    with as_ordinary_user():
        yield
