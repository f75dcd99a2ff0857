"""A damaged store that is older than the backup: nothing of it is taken for newer."""

from collections.abc import Callable
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest

from scorecard.domain.salvage import Confidence
from scorecard.services.backups import Backups
from scorecard.services.cards import Draft
from scorecard.services.salvaging import Salvaging
from scorecard.services.services import Services
from tests.fake_clock import FixedClock
from tests.fresh_stores import fresh_store
from tests.services.opened import COUNT

Said = Callable[[int | None], None]


@pytest.fixture
def path(home: Path, clock: FixedClock) -> Path:
    path = home / "data" / "scorecard.db"
    fresh_store(path, clock.now())
    with closing(Services(path, clock)) as services:
        services.cards.add(Draft("Calls", COUNT))
    return path


@pytest.fixture
def say(path: Path, clock: FixedClock) -> Said:
    """What today's calls are; None: nothing."""

    def do(value: int | None) -> None:
        with closing(Services(path, clock)) as services:
            (calls,), today = services.scoring.card().measures, services.scoring.today()
            if value is None:
                services.scoring.clear(calls.id, today)
            else:
                services.scoring.score(calls.id, today, Decimal(value))

    return do


def cut(content: bytes) -> bytes:
    return content[:-4096]


@pytest.mark.parametrize(("then", "since"), [(5, 7), (5, None), (None, 7)])
def test_what_the_backup_has_left_behind_is_doubtful(
    path: Path, say: Said, clock: FixedClock, then: int | None, since: int | None
) -> None:
    say(1)
    say(then)
    older = path.read_bytes()
    say(since)
    backup = Backups(path, clock).make()
    path.write_bytes(cut(older))

    found = Salvaging(path, clock).look(backup, lambda _done, _all: None, lambda: False)

    assert {offer.confidence for offer in found.offers} == {Confidence.DOUBTFUL}
    assert found.likely == frozenset()


def test_what_came_back_to_an_earlier_value_after_the_backup_is_sure(path: Path, say: Said, clock: FixedClock) -> None:
    say(5)
    say(7)
    backup = Backups(path, clock).make()
    say(5)
    path.write_bytes(cut(path.read_bytes()))

    found = Salvaging(path, clock).look(backup, lambda _done, _all: None, lambda: False)

    (offer,) = found.offers
    assert offer.confidence is Confidence.SURE
