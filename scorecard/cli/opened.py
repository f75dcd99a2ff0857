"""The store as commands without a window use it: opened, used, closed, and an open window told."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from scorecard.cli.console import Console
from scorecard.cli.english import tr
from scorecard.domain.due import Due, Span
from scorecard.domain.errors import KnownError
from scorecard.domain.promises import Level
from scorecard.services.backups import migrate_safely
from scorecard.services.changes import Changes
from scorecard.services.promises import Promises
from scorecard.services.scoring import Scoring
from scorecard.store.files import write_sign
from scorecard.store.known import KnownStore, KnownStores
from scorecard.store.opening import Condition, check_whole, examine
from scorecard.store.store import Store


class NoStoreError(KnownError):
    def __init__(self, path: Path) -> None:
        super().__init__("no store")
        self.path = path


@dataclass(frozen=True, slots=True)
class Opened:
    """What the commands need of the services; less than a window does, and so sooner there."""

    store: Store
    scoring: Scoring
    promises: Promises


def settle_store(console: Console) -> None:
    """Looks whether the store may be used, and brings it up to date. Raises StoreError, BackupError, NoStoreError."""
    path = console.paths.store
    finding = examine(path, KnownStores(console.paths.known_stores))
    if finding.condition is Condition.FRESH:
        raise NoStoreError(path)
    if finding.condition is Condition.BEHIND:
        check_whole(path)
        migrate_safely(path, console.clock)


@contextmanager
def opened(console: Console) -> Iterator[Opened]:
    """For one command. A window that has the store open hears at the end if anything was changed."""
    settle_store(console)
    store = Store(console.paths.store, console.clock)
    try:
        before = store.last_seq()
        changes = Changes()
        store.announce_to(lambda done: changes.announce(done.change))
        scoring = Scoring(store, console.clock, changes)
        yield Opened(store, scoring, Promises(store, console.clock, scoring, changes))
        last_seq = store.last_seq()
        if last_seq != before:
            tell_window(console, store.store_id, last_seq)
    finally:
        store.close()


def tell_window(console: Console, store_id: str, last_seq: int) -> None:
    """The sign holds a number, and nothing of what was changed."""
    with suppress(OSError):  # what is known of stores is a safeguard; the change stands without it
        KnownStores(console.paths.known_stores).remember(console.paths.store, KnownStore(store_id, last_seq))
    write_sign(console.paths.changed, b"%d" % last_seq)


def say_due(due: Due) -> str:
    """ "2026-11-27", "2026-W48", "2026-12"."""
    match due.span:
        case Span.DAY:
            return due.first_day.isoformat()
        case Span.WEEK:
            year, week, _ = due.first_day.isocalendar()
            return f"{year}-W{week:02}"
        case Span.MONTH:
            return due.first_day.isoformat()[:7]


def say_level(level: Level) -> str:
    match level:
        case Level.COMMITMENT:
            return tr("commitment")
        case Level.BEST_EFFORT:
            return tr("best effort")
        case Level.GOOD_INTENTION:
            return tr("good intention")
