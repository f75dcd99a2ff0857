"""The cells of a calendar as paths: all of a colour are one, so that thousands are drawn as fast as a few."""

from collections.abc import Sequence

import numpy as np
from matplotlib.path import Path
from numpy.typing import NDArray

from scorecard.charts.places import Frame
from scorecard.charts.year_places import WEEK_DAYS, DaySlots, WeekSlots, YearPlaces

Boxes = NDArray[np.float64]  # left, bottom, right, top of each
Counts = NDArray[np.int64]

_CODES = (Path.MOVETO, Path.LINETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY)


def boxes_of(places: YearPlaces) -> Boxes:
    """The frames of all places at once."""
    bands, rows, columns = _slots(places.slots)
    tops = places.top - bands * places.band - rows * places.upward
    if places.mirrored:
        lefts = places.right - (columns + 1) * places.across + places.gap
    else:
        lefts = places.left + columns * places.across
    rights = lefts + places.across - places.gap
    return np.column_stack([lefts, tops - places.upward + places.gap, rights, tops])


def _slots(slots: DaySlots | WeekSlots) -> tuple[Counts, Counts, Counts]:
    """Bands, rows and columns of all places: what `slot` says of each of them."""
    if isinstance(slots, DaySlots):
        days = np.datetime64(slots.first) + np.arange(slots.count)
        years, begins = _years(days)
        weekdays = (slots.first.weekday() + np.arange(slots.count)) % WEEK_DAYS
        since = (days - begins).astype(np.int64)
        return slots.latest - years, weekdays, (since + (weekdays - since) % WEEK_DAYS) // WEEK_DAYS
    thursdays = np.datetime64(slots.first) + 3 + WEEK_DAYS * np.arange(slots.count)
    years, begins = _years(thursdays)
    return slots.latest - years, np.zeros_like(years), (thursdays - begins).astype(np.int64) // WEEK_DAYS


def _years(days: NDArray[np.datetime64]) -> tuple[Counts, NDArray[np.datetime64]]:
    """The years of the days, and their first days."""
    begins = days.astype("datetime64[Y]")
    return begins.astype(np.int64) + 1970, begins.astype("datetime64[D]")


def path_of(boxes: Boxes) -> Path:
    """All `boxes` as one path."""
    left, bottom, right, top = boxes.T
    xs = np.column_stack([left, right, right, left, left])
    ys = np.column_stack([bottom, bottom, top, top, bottom])
    return Path(np.stack([xs, ys], axis=-1).reshape(-1, 2), np.tile(_CODES, len(boxes)))


def inset(boxes: Boxes, rim: float) -> Boxes:
    return np.asarray(boxes + np.array([rim, rim, -rim, -rim]))


def diagonals(boxes: Boxes) -> list[Boxes]:
    """From the lower left corner of each box to its upper right one."""
    return list(boxes.reshape(-1, 2, 2))


def with_frames(boxes: Boxes, frames: Sequence[Frame]) -> Boxes:
    return np.concatenate([boxes, np.array(frames, np.float64).reshape(-1, 4)])
