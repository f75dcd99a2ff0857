"""A store with a small card, and somebody who types commands."""

import io
import os
import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from scorecard.cli.main import run
from scorecard.domain.marks import Entry
from scorecard.domain.measures import Direction, Kind, Place, Terms
from scorecard.services.cards import Draft
from scorecard.services.services import Services
from tests.fake_clock import FixedClock
from tests.fresh_stores import fresh_store

TODAY = date(2026, 11, 20)
FIRST = date(2026, 1, 1)


@dataclass(frozen=True)
class Typed:
    """What came of a command; the lines are those of stdout and of stderr."""

    status: object
    out: list[str]
    err: list[str]


Type = Callable[..., Typed]


@pytest.fixture
def scorecard(clock: FixedClock) -> Type:
    def typed(*arguments: str | Path, keyboard: str | None = None, **environment: str) -> Typed:
        out, err = io.StringIO(), io.StringIO()
        typing = None if keyboard is None else io.StringIO(keyboard)
        status = run([str(one) for one in arguments], {**os.environ, **environment}, out, err, typing, clock)
        return Typed(status, out.getvalue().splitlines(), err.getvalue().splitlines())

    return typed


@pytest.fixture
def store(home: Path, made: Path) -> Path:
    """With six measures and nothing entered."""
    path = home / "data" / "scorecard.db"
    path.parent.mkdir(mode=0o700)
    shutil.copyfile(made, path)
    return path


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made once, and copied for every test."""
    path, clock = tmp_path_factory.mktemp("card") / "scorecard.db", FixedClock()
    fresh_store(path, clock.now())
    with closing(Services(path, clock)) as services:
        for name, kind, target, more in (
            ("Thank-yous heard", Kind.COUNT, 3, {}),
            ("Thanks given", Kind.COUNT, 1, {}),
            ("Deep work", Kind.DURATION, 90, {}),
            ("Made someone happier", Kind.YES_NO, None, {}),
            ("Listened", Kind.RATING, 5, {"scale": 5}),
            ("Waiting", Kind.COUNT, None, {"direction": Direction.TALLY, "place": Place.BENCH}),
        ):
            terms = Terms(FIRST, kind, target=Decimal(target) if target else None, **more)
            services.cards.add(Draft(name, terms))
    return path


def entries_of(path: Path, clock: FixedClock, day: date = TODAY) -> dict[str, Entry]:
    with closing(Services(path, clock)) as services:
        names = {measure.id: measure.name for measure in services.scoring.card().measures}
        return {names[entry.measure_id]: entry for entry in services.scoring.snapshot(day, day).entries.values()}
