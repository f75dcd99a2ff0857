"""Grids put together by hand, mark by mark, for what is worked out from them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scorecard.domain.away import AwayRange, is_away
from scorecard.domain.marks import Entry, Scored, Skipped
from scorecard.domain.measures import Measure
from scorecard.domain.settings import Settings
from scorecard.domain.snapshot import Card
from scorecard.services.progress.grid import Grid
from scorecard.services.progress.history import History


def grid_of_entries(
    measures: Sequence[Measure],
    entries: Mapping[tuple[date, str], Entry],
    first_day: date,
    days: int,
    away: Iterable[AwayRange] = (),
    finished: Iterable[date] = (),
    settings: Settings | None = None,
) -> Grid:
    """The grid of `days` from `first_day` on, cell by cell."""
    all_days = [first_day + timedelta(days=n) for n in range(days)]
    cells = [[entries.get((day, measure.id)) for measure in measures] for day in all_days]

    def table(dtype: type, of_cell: Callable[[Entry | None], object]) -> NDArray[Any]:
        return np.array([[of_cell(cell) for cell in row] for row in cells], dtype).reshape(days, len(measures))

    done = set(finished)
    return Grid(
        first_day,
        Card(tuple(measures)),
        tuple(away),
        settings or Settings(),
        values=table(float, _value),
        skipped=table(bool, lambda cell: cell is not None and isinstance(cell.mark, Skipped)),
        remembered=table(bool, lambda cell: cell is not None and cell.from_memory),
        finished=np.array([day in done for day in all_days], bool),
        gone=np.array([is_away(day, away) for day in all_days], bool),
        counted=table(bool, lambda cell: cell is not None and cell.computed),
    )


def history_of_entries(
    measures: Sequence[Measure],
    entries: Iterable[Entry],
    first_day: date,
    today: date,
    away: Iterable[AwayRange] = (),
    finished: Iterable[date] = (),
) -> History:
    """The history of `entries` from `first_day` to the Sunday of the week of `today`."""
    found = {(entry.day, entry.measure_id): entry for entry in entries}
    days = (today - first_day).days + 7 - today.weekday()
    return History(grid_of_entries(measures, found, first_day, days, tuple(away), finished), today)


def _value(cell: Entry | None) -> float:
    return float(cell.mark.value) if cell is not None and isinstance(cell.mark, Scored) else np.nan


TABLES = ("values", "skipped", "remembered", "finished", "gone", "counted")


def assert_same(one: History, other: History) -> None:
    """Whether they say the same of the same days, and all that follows from them too."""
    assert one.today == other.today
    assert one.grid.first_day == other.grid.first_day
    assert (one.grid.card, one.grid.away, one.grid.settings) == (other.grid.card, other.grid.away, other.grid.settings)
    for name in TABLES:
        np.testing.assert_array_equal(getattr(one.grid, name), getattr(other.grid, name), err_msg=name)
    np.testing.assert_array_equal(one.scores.points, other.scores.points)
    np.testing.assert_array_equal(one.scores.due_weight, other.scores.due_weight)


def witness(history: History) -> bytes:
    """All the numbers of its grid, as they are now."""
    return b"".join(getattr(history.grid, name).tobytes() for name in TABLES)


def assert_unchanged(history: History, before: bytes) -> None:
    assert witness(history) == before
