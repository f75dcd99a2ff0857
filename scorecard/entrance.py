"""What is settled before there is a window: the place, who has the store, how to start, and what stands there."""

import os
from dataclasses import dataclass, replace
from pathlib import Path

from scorecard.crashes import last_crash
from scorecard.domain.clock import Clock
from scorecard.domain.days import score_date
from scorecard.domain.incidents import StoreError, StoreFault
from scorecard.domain.snapshot import Snapshot
from scorecard.domain.starts import Arrival, Manner
from scorecard.domain.weeks import Week
from scorecard.paths import Paths
from scorecard.runs import TOO_MANY, Runs
from scorecard.services.first_days import this_week
from scorecard.services.pages import DayPage, day_page
from scorecard.store.files import make_private_folder
from scorecard.store.known import KnownStores
from scorecard.store.opening import Condition, Finding, examine
from scorecard.ui.store_lock import Hold, StoreLock


@dataclass(frozen=True, slots=True)
class StartPoint:
    """What stands at the store's place, and the first page, read with sqlite3 alone.

    `copy` is what is opened in place of a store that can't be read where it is.
    """

    finding: Finding
    page: DayPage
    copy: Path | None = None


def look(paths: Paths, known: KnownStores, clock: Clock, writes: bool = True) -> StartPoint:
    """Raises StoreError when the store must not be touched, or can't be read."""
    finding = examine(paths.store, known, writes)
    if finding.condition is not Condition.CURRENT:
        today = score_date(clock.now())
        week = Week.of(today)
        return StartPoint(finding, day_page(Snapshot(week.monday, week.sunday), today, today))
    week_now = this_week(paths.store, clock, writes)
    return StartPoint(finding, day_page(week_now.snapshot, week_now.today, week_now.today))


def open_until_settled(paths: Paths, known: KnownStores, clock: Clock, manner: Manner) -> StartPoint | None:
    """None when the store can't be used and the user gave up."""
    while True:
        try:
            point = look(paths, known, clock, manner.writes)
            if point.finding.condition is Condition.FRESH and not manner.writes:
                raise StoreError(StoreFault.MISSING, paths.store)
            return point
        except StoreError as error:
            copied = _look_at_copy(error, paths, known, clock)
            if copied is not None:
                return copied
            way_back = _has_a_way_back(error, known, manner)
            if not (_comes_back(error, paths, known, clock) if way_back else _goes_on(error, known)):
                return None


def _look_at_copy(error: StoreError, paths: Paths, known: KnownStores, clock: Clock) -> StartPoint | None:
    """Half a change lies in the store, and nothing may be written to take it back: a copy is shown."""
    if error.fault is not StoreFault.UNFINISHED:
        return None
    from scorecard.store.readable_copy import copy_to_read, places_for_copies

    copy = copy_to_read(paths.store, places_for_copies(os.environ, paths.cache))
    if copy is None:
        return None
    try:
        point = look(replace(paths, data=copy.parent), known, clock, writes=False)
    except StoreError:
        return None
    return replace(point, copy=copy) if point.finding.condition is Condition.CURRENT else None


def settle_place(paths: Paths, known: KnownStores) -> bool:
    """Whether there is a folder for the store. A new one is made for a new store only, and never in place of one."""
    begins_anew = paths.chosen
    while True:
        try:
            _require_place(paths, known)
            before = None if begins_anew else _elsewhere(paths, known)
            if before is None:
                _make_folder(paths.data)
                return True
        except StoreError as error:
            if not _goes_on(error, known):
                return False
            continue
        from scorecard.ui.start_dialogs import AnotherPlaceDialog

        dialog = AnotherPlaceDialog(paths.store, before)
        if not dialog.exec():
            return False
        begins_anew = dialog.start_empty


def _require_place(paths: Paths, known: KnownStores) -> None:
    """The folder of a store that is known has to be there: it is not made again where its disk is missing."""
    if known.get(paths.store) is None:
        return
    try:
        paths.data.stat()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise StoreError(StoreFault.MISSING, paths.store) from error
    except OSError as error:
        raise StoreError(StoreFault.CANNOT_OPEN, paths.store) from error


def _make_folder(folder: Path) -> None:
    try:
        make_private_folder(folder)
    except OSError as error:
        raise StoreError(StoreFault.CANNOT_OPEN, folder) from error


def _elsewhere(paths: Paths, known: KnownStores) -> Path | None:
    """Where a store was, when there is none in the folder that nobody chose: it must not seem empty."""
    if os.path.lexists(paths.store) or known.get(paths.store) is not None:
        return None
    return known.longest_but(paths.store)


def _has_a_way_back(error: StoreError, known: KnownStores, manner: Manner) -> bool:
    """Something of ours was there, and this start may put something of ours there again."""
    if not error.fault.has_a_way_back or manner in (Manner.LOOKING, Manner.COPY) or not error.path.parent.is_dir():
        return False
    ours = known.get(error.path) is not None or (error.path.parent / "backups").is_dir()
    return ours or error.fault is not StoreFault.FOREIGN


def _comes_back(error: StoreError, paths: Paths, known: KnownStores, clock: Clock) -> bool:
    """Step by step; whether to look again."""
    from scorecard.ui.preferences import Preferences
    from scorecard.ui.rescue.ways_in import look_around, rescue_at_start

    store = known.get(error.path)
    second = Preferences(paths.preferences).second_backups()
    return rescue_at_start(error, clock, look_around(second, store.store_id if store is not None else ""))


def _goes_on(error: StoreError, known: KnownStores) -> bool:
    """Whether to look again."""
    from scorecard.ui.incident_dialog import IncidentDialog

    dialog = IncidentDialog(error)
    if not dialog.exec():
        return False
    if dialog.start_empty:
        known.forget(error.path)
    return True


def agree_on_manner(lock: StoreLock, runs: Runs, paths: Paths, arrival: Arrival) -> Manner | None:
    """How to start; None when another program shows its window instead, or the user gave up."""
    while (held := lock.take(arrival)).hold is not Hold.OURS:
        if held.hold is Hold.HANDED_OVER:
            return None
        from scorecard.ui.start_dialogs import HeldDialog

        dialog = HeldDialog(held, paths.store)
        if not dialog.exec():
            return None
        if not dialog.take_over:
            return Manner.LOOKING
        lock.take_over()
    unclean = runs.begin()
    if unclean < TOO_MANY or not paths.store.exists():
        return Manner.USUAL
    return _offer_safe_start(paths, runs)


def _offer_safe_start(paths: Paths, runs: Runs) -> Manner | None:
    from scorecard.ui.start_dialogs import SafeStartDialog

    dialog = SafeStartDialog(last_crash(paths.log), paths.data / "backups")
    if not dialog.exec():
        runs.take_back()
        return None
    return dialog.manner
