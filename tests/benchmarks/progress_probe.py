"""Prints as JSON how long the history of a store takes, services alone. Arguments: the store, a count of rounds."""

import json
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from functools import partial
from pathlib import Path

from scorecard.domain.clock import SystemClock
from scorecard.domain.measures import Kind, Measure
from scorecard.services.cards import Draft
from scorecard.services.progress.history import History
from scorecard.services.services import Services

Found = dict[str, list[float]]
BARE_ROWS = "SELECT day, measure_id, state, amount, from_memory FROM entry"


def probe(path: Path, count: int) -> Found:
    found: Found = {"raw": [], "read": [], "scores": [], "renewed": [], "terms": []}
    _read(path)  # what numpy does once is done
    for _ in range(count):
        found["raw"].append(_timed(lambda: _bare_rows(path)))
        with closing(Services(path, SystemClock())) as services:
            found["read"].append(_timed(services.progress.history))
            found["scores"].append(_timed(partial(_scores, services.progress.history())))
    with closing(Services(path, SystemClock())) as services:
        _scores(services.progress.history())
        for number in range(count):
            _change_a_value(services, number)
            found["renewed"].append(_timed(lambda: _scores(services.progress.history())))
            _change_terms(services, number)
            found["terms"].append(_timed(lambda: _scores(services.progress.history())))
    return found


def _read(path: Path) -> None:
    with closing(Services(path, SystemClock())) as services:
        _scores(services.progress.history())


def _scores(history: History) -> None:
    assert len(history.scores.points)


def _some(services: Services) -> Measure:
    return next(measure for measure in services.scoring.card().measures if measure.terms[0].kind is Kind.COUNT)


def _change_a_value(services: Services, number: int) -> None:
    services.scoring.score(_some(services).id, services.scoring.today(), Decimal(50 + number))


def _change_terms(services: Services, number: int) -> None:
    measure = _some(services)
    terms = replace(measure.terms[-1], first_day=services.scoring.today(), weight=1 + number % 3)
    services.cards.edit(measure.id, Draft(measure.name, terms))


def _bare_rows(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(BARE_ROWS).fetchall()


def _timed(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return 1000 * (time.perf_counter() - began)


if __name__ == "__main__":
    print(json.dumps(probe(Path(sys.argv[1]), int(sys.argv[2]))))
