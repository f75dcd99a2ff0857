"""A store with a life of three months, and the review of its last week."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from scorecard.domain.weeks import Week
from scorecard.services.services import Services
from scorecard.ui.theme.fonts import FIRST_FACES, load_faces
from tests.fake_clock import FixedClock
from tests.fresh_stores import fresh_sample
from tests.sample.overfull import make_overfull
from tests.ui.conftest import TODAY

WEEK = Week.of(TODAY)

Live = Callable[..., Services]


@pytest.fixture(autouse=True)
def _faces(qtbot: QtBot) -> None:
    load_faces(*FIRST_FACES)


@pytest.fixture
def live(home: Path, clock: FixedClock) -> Iterator[Live]:
    """live() after three months, live(overfull=True) with a card of the longest names."""
    opened: list[Services] = []

    def open_store(*, overfull: bool = False) -> Services:
        path = home / "data" / "scorecard.db"
        if overfull:
            make_overfull(path, clock, TODAY)
        else:
            fresh_sample(path, TODAY, years=0.3)
        opened.append(Services(path, clock))
        return opened[-1]

    yield open_store
    for services in opened:
        services.close()
