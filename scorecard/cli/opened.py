"""The store as commands that write to it use it: opened, used, closed, and an open window told."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from scorecard.cli.console import Console
from scorecard.cli.keeping_up import keep_up_backups
from scorecard.cli.settling import settle_store
from scorecard.services.changes import Changes
from scorecard.services.scoring import Scoring
from scorecard.store.files import write_sign
from scorecard.store.known import KnownStore, KnownStores
from scorecard.store.store import Store


@dataclass(frozen=True, slots=True)
class Opened:
    """What the commands need of the services; less than a window does, and so sooner there."""

    store: Store
    scoring: Scoring
    changes: Changes


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
        yield Opened(store, scoring, changes)
        last_seq, today = store.last_seq(), scoring.today()
        if last_seq != before:
            tell_window(console, store.store_id, last_seq)
    finally:
        store.close()
    if last_seq != before:
        keep_up_backups(console, today)


def tell_of_store(console: Console) -> None:
    """Another store stands there now."""
    store = Store(console.paths.store, console.clock)
    try:
        store_id, last_seq = store.store_id, store.last_seq()
    finally:
        store.close()
    tell_window(console, store_id, last_seq)


def tell_window(console: Console, store_id: str, last_seq: int) -> None:
    """The sign holds a number, and nothing of what was changed."""
    with suppress(OSError):  # what is known of stores is a safeguard; the change stands without it
        KnownStores(console.paths.known_stores).remember(console.paths.store, KnownStore(store_id, last_seq))
    write_sign(console.paths.changed, b"%d" % last_seq)
