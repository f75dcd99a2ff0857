"""An open store with one measure on the card."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from scorecard.domain.changes import Change
from scorecard.services.cards import Draft
from scorecard.services.reflecting import Reflecting
from scorecard.services.services import Services
from tests.fake_clock import FixedClock
from tests.fresh_stores import fresh_store
from tests.services.opened import COUNT


@pytest.fixture
def path(home: Path, clock: FixedClock) -> Path:
    path = home / "data" / "scorecard.db"
    fresh_store(path, clock.now())
    return path


@pytest.fixture
def services(path: Path, clock: FixedClock) -> Iterator[Services]:
    with closing(Services(path, clock)) as opened:
        yield opened


@pytest.fixture
def reflecting(services: Services) -> Reflecting:
    return services.reflecting


@pytest.fixture
def calls(services: Services) -> str:
    return services.cards.add(Draft("Calls", COUNT))


@pytest.fixture
def heard(services: Services, calls: str) -> list[Change]:
    changes: list[Change] = []
    services.changes.follow(changes.append)
    return changes
