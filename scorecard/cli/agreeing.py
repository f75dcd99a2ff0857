"""What an import on the command line does around reading a file: settle the store, ask, be stopped."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from types import FrameType

from scorecard.cli.console import FAILED, MISUSED, Console
from scorecard.cli.english import tr
from scorecard.cli.printing import is_terminal, say
from scorecard.domain.incidents import StoreError, StoreFault
from scorecard.formats.bundle import Cancelled
from scorecard.services.backups import migrate_safely
from scorecard.store.known import KnownStores
from scorecard.store.migrating import create_store
from scorecard.store.opening import Condition, check_whole, examine

YES = ("y", "yes")


def settle(console: Console, known: KnownStores) -> bool:
    """Looks whether the store may be used and brings it up to date; True when there is none yet."""
    store = console.paths.store
    finding = examine(store, known)
    if finding.condition is Condition.FRESH:
        return True
    check_whole(store)
    if finding.condition is Condition.BEHIND:
        migrate_safely(store, console.clock)
    return False


def create(console: Console) -> None:
    """Makes the store, unless somebody else has while the question was read."""
    try:
        create_store(console.paths.store, console.clock.now())
    except FileExistsError:
        pass
    except OSError:
        raise StoreError(StoreFault.CANNOT_OPEN, console.paths.store) from None


def agree(console: Console, question: str) -> int | None:
    """None when the answer is yes, else the exit status."""
    if console.keyboard is None or not is_terminal(console.keyboard):
        say(console.err, tr("Nothing was imported: there is nobody to ask. Add --yes to import without a question."))
        return MISUSED
    console.out.write(question)
    console.out.flush()
    try:
        answer = console.keyboard.readline()
    except KeyboardInterrupt:
        say(console.out)
        answer = ""
    if answer.strip().casefold() in YES:
        return None
    say(console.out, tr("Nothing was imported."))
    return FAILED


@contextmanager
def interruptible() -> Iterator[Cancelled]:
    """Ctrl+C asks the work to stop where it can stop whole. Tells whether it was pressed."""
    pressed = Event()

    def press(_signal: int, _frame: FrameType | None) -> None:
        pressed.set()

    before = signal.signal(signal.SIGINT, press)
    try:
        yield pressed.is_set
    finally:
        signal.signal(signal.SIGINT, before)
