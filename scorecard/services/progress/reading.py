"""The grid as it follows from the store: what is stored, and what the program counts laid over it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

import numpy as np

from scorecard.domain.away import AwayRange
from scorecard.domain.days import score_date
from scorecard.domain.marks import Mark, Scored
from scorecard.domain.settings import Settings
from scorecard.domain.snapshot import Card
from scorecard.domain.weeks import Week
from scorecard.services.kept_promises import counts_promises
from scorecard.services.progress.grid import Grid, gone_of
from scorecard.store import reading
from scorecard.store.marks import Stretch, earliest_entry, read_stretch
from scorecard.store.store import Store


@dataclass(frozen=True, slots=True, eq=False)
class Stored:
    """What the store said at one moment. `earliest` is the first day of which any mark or note is stored."""

    card: Card
    away: tuple[AwayRange, ...]
    settings: Settings
    earliest: date | None
    stretch: Stretch

    @property
    def counts_promises(self) -> bool:
        return any(counts_promises(measure) for measure in self.card.measures)

    def today(self, now: datetime) -> date:
        return score_date(now, self.settings.day_end)

    def reaches(self, today: date) -> bool:
        """Whether it ends with the week of that day."""
        return self.stretch.last_day == Week.of(today).sunday


def read_all(store: Store, now: datetime) -> Stored:
    """From the first day of which anything is stored to the Sunday of the present week."""
    with store.reading() as connection:
        card, away = reading.read_card(connection), reading.read_away(connection)
        settings = reading.read_settings(connection)
        week = Week.of(score_date(now, settings.day_end))
        earliest = earliest_entry(connection)
        first_day = week.monday if earliest is None or earliest > week.sunday else earliest
        stretch = read_stretch(connection, first_day, week.sunday, _ids(card))
    return Stored(card, away, settings, earliest, _sealed(stretch))


def read_frame_again(store: Store, known: Stored) -> Stored | None:
    """The same marks under the card and the settings of now; None when the measures are others."""
    with store.reading() as connection:
        card, away = reading.read_card(connection), reading.read_away(connection)
        settings = reading.read_settings(connection)
    if sorted(_ids(card)) != sorted(known.stretch.measure_ids):
        return None
    return replace(known, card=card, away=away, settings=settings, stretch=_in_order(known.stretch, _ids(card)))


def read_days_again(store: Store, known: Stored, days: Collection[date]) -> Stored | None:
    """What is stored of `days` as it is now; None when the stretch begins on another day than it did."""
    old = known.stretch
    new = replace(
        old, values=old.values.copy(), skipped=old.skipped.copy(), remembered=old.remembered.copy(),
        finished=old.finished.copy(),
    )  # fmt: skip
    with store.reading() as connection:
        if earliest_entry(connection) != known.earliest:
            return None
        for day in days:
            if old.first_day <= day <= old.last_day:
                row, read = (day - old.first_day).days, read_stretch(connection, day, day, old.measure_ids)
                new.values[row], new.skipped[row], new.remembered[row] = read.values, read.skipped, read.remembered
                new.finished[row] = read.finished[0]
    return replace(known, stretch=_sealed(new))


def grid_of(stored: Stored, kept: Mapping[date, Mark]) -> Grid:
    """`kept` are the marks of the days on which promises came due; they matter only to measures that count them."""
    stretch = stored.stretch
    grid = Grid(
        first_day=stretch.first_day,
        card=stored.card,
        away=stored.away,
        settings=stored.settings,
        values=stretch.values,
        skipped=stretch.skipped,
        remembered=stretch.remembered,
        finished=stretch.finished,
        gone=gone_of(stretch.first_day, len(stretch.finished), stored.away),
    )
    if stored.counts_promises:
        grid = _with_kept(grid, kept)
    for table in (grid.values, grid.counted, grid.gone):
        table.setflags(write=False)
    return grid


def _with_kept(grid: Grid, kept: Mapping[date, Mark]) -> Grid:
    """Where promises came due and nothing was skipped, what was counted stands in place of what is stored."""
    came = np.zeros(grid.days, np.bool_)
    share = np.full(grid.days, np.nan)
    for day, mark in kept.items():
        row = grid.row(day)
        if 0 <= row < grid.days:
            came[row] = True
            share[row] = float(mark.value) if isinstance(mark, Scored) else np.nan
    values, counted = grid.values.copy(), np.zeros(grid.values.shape, np.bool_)
    for column, measure in enumerate(grid.card.measures):
        for terms, rows in grid.in_force(column) if counts_promises(measure) else ():
            if terms.kind.computed:
                counted[rows, column] = came[rows] & ~grid.skipped[rows, column]
    np.copyto(values, share[:, np.newaxis], where=counted)
    return replace(grid, values=values, counted=counted)


def _ids(card: Card) -> tuple[str, ...]:
    return tuple(measure.id for measure in card.measures)


def _in_order(stretch: Stretch, measure_ids: tuple[str, ...]) -> Stretch:
    if measure_ids == stretch.measure_ids:
        return stretch
    columns = [stretch.measure_ids.index(measure_id) for measure_id in measure_ids]
    moved = replace(
        stretch, measure_ids=measure_ids, values=stretch.values[:, columns], skipped=stretch.skipped[:, columns],
        remembered=stretch.remembered[:, columns],
    )  # fmt: skip
    return _sealed(moved)


def _sealed(stretch: Stretch) -> Stretch:
    """Whoever holds a history may hold it for long: nothing of it changes any more."""
    for table in (stretch.values, stretch.skipped, stretch.remembered, stretch.finished):
        table.setflags(write=False)
    return stretch
