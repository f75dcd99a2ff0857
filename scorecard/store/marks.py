"""The marks of very many days at once, as tables of numbers: one query, and no Python for each mark.

SQLite hands out each day as three texts. That is several times as fast as a row for each mark.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from scorecard.store.columns import THOUSANDTHS
from scorecard.store.rows import damage_if_unreadable

_EARLIEST = "SELECT min(day) FROM entry"
# Of one query all lists are in the same order, whichever that is. Where there is no amount, there is a word for it.
_MARKS = (
    "SELECT day, group_concat(measure_id, '/'), group_concat(ifnull(amount, state), ' '), group_concat(from_memory, '')"
    " FROM entry WHERE day BETWEEN ? AND ? GROUP BY day"
)
_FINISHED = "SELECT day FROM day WHERE day BETWEEN ? AND ? AND finished_at IS NOT NULL"
_AS_NUMBERS = (("skipped", "inf"), ("unknown", "nan"))


@dataclass(frozen=True, slots=True, eq=False)
class Stretch:
    """What is stored of the days from `first_day` on, in their order. The columns are those of `measure_ids`.

    A value that is not known is NaN. `finished` has the shape (days,), the others (days, measures).
    """

    first_day: date
    measure_ids: tuple[str, ...]
    values: NDArray[np.float64]
    skipped: NDArray[np.bool_]
    remembered: NDArray[np.bool_]
    finished: NDArray[np.bool_]

    @property
    def last_day(self) -> date:
        return self.first_day + timedelta(days=len(self.finished) - 1)


@damage_if_unreadable
def earliest_entry(connection: Connection) -> date | None:
    """The first day of which anything is stored; None when there is none."""
    day = connection.exec_driver_sql(_EARLIEST).scalar()
    return None if day is None else date.fromisoformat(day)


@damage_if_unreadable
def read_stretch(connection: Connection, first_day: date, last_day: date, measure_ids: Sequence[str]) -> Stretch:
    """The days from `first_day` to `last_day`, both included."""
    asked = (first_day.isoformat(), last_day.isoformat())
    shape = ((last_day - first_day).days + 1, len(measure_ids))
    read = Stretch(
        first_day, tuple(measure_ids), np.full(shape, np.nan), np.zeros(shape, np.bool_), np.zeros(shape, np.bool_),
        np.zeros(shape[0], np.bool_),
    )  # fmt: skip
    _fill(read, connection.exec_driver_sql(_MARKS, asked).all())
    done = connection.exec_driver_sql(_FINISHED, asked).scalars().all()
    read.finished[_rows(read, done)] = True
    return read


def _fill(read: Stretch, found: Sequence[Any]) -> None:
    if not found:
        return
    days, ids, amounts, memories = zip(*found, strict=True)
    columns = list(_columns(read, ids))
    row = np.repeat(_rows(read, days), [len(listed) for listed in columns])
    column = np.fromiter(chain.from_iterable(columns), np.int64, len(row))
    amount = _numbers(" ".join(amounts), len(row))
    remembered = np.frombuffer("".join(memories).encode(), np.uint8) == ord("1")
    ours = column >= 0
    row, column, amount, remembered = row[ours], column[ours], amount[ours], remembered[ours]
    skipped = np.isinf(amount)
    read.values[row, column] = np.where(skipped, np.nan, amount / THOUSANDTHS)
    read.skipped[row, column] = skipped
    read.remembered[row, column] = remembered


def _columns(read: Stretch, listed: Sequence[str]) -> Iterator[Sequence[int]]:
    """The columns of the measures that each text lists; −1 is one of no measure. Most days list what others do."""
    places = {measure_id: column for column, measure_id in enumerate(read.measure_ids)}
    known: dict[str, Sequence[int]] = {}
    for ids in listed:
        if ids not in known:
            known[ids] = [places.get(measure_id, -1) for measure_id in ids.split("/")]
        yield known[ids]


def _rows(read: Stretch, days: Sequence[str]) -> NDArray[np.int64]:
    found = (np.array(days, "datetime64[D]") - np.datetime64(read.first_day)).astype(np.int64)
    if len(found) and not 0 <= found.min() <= found.max() < len(read.finished):
        raise ValueError("a day that is not one")
    return found


def _numbers(texts: str, expected: int) -> NDArray[np.float64]:
    for word, number in _AS_NUMBERS:
        texts = texts.replace(word, number)
    numbers = np.fromstring(texts, np.float64, sep=" ")
    if len(numbers) != expected:
        raise ValueError("an amount for each entry is expected")
    return numbers
