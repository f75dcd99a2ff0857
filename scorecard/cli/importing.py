"""`scorecard import FILE`: the dry run, a question, the import, a receipt."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from threading import Event
from types import FrameType
from typing import TextIO

from scorecard.cli.console import DONE, FAILED, MISUSED, Console
from scorecard.cli.english import tr
from scorecard.cli.printing import is_terminal, say
from scorecard.domain.errors import KnownError
from scorecard.domain.incidents import StoreError, StoreFault
from scorecard.formats.bundle import Cancelled
from scorecard.services.backups import migrate_safely
from scorecard.services.importing import Importing, PreparedImport
from scorecard.store.known import KnownStore, KnownStores
from scorecard.store.migrating import create_store
from scorecard.store.opening import Condition, check_whole, examine
from scorecard.words.importing import say_advice, say_row, say_source, say_texts
from scorecard.words.importing_faults import say_loss
from scorecard.words.importing_steps import (
    say_done,
    say_file_span,
    say_nothing_new,
    say_problem,
    say_totals,
    say_unscored,
)  # fmt: skip

YES = ("y", "yes")


def import_file(console: Console, file: Path, *, agreed: bool, everything: bool = False) -> int:
    """Prints what would be imported and, once that is agreed to, imports it. The exit status. With `everything` what a
    file only offers comes along too."""
    try:
        return _import(console, file, agreed=agreed, everything=everything)
    except KnownError as error:
        say(console.err, say_problem(error, tr))
        return FAILED


def _import(console: Console, file: Path, *, agreed: bool, everything: bool) -> int:
    known = KnownStores(console.paths.known_stores)
    fresh = _settle(console, known)
    importing = Importing(console.paths.store, console.clock)
    with _interruptible() as stopped:
        prepared = importing.read_and_plan(file, _untold, stopped)
    if everything:
        prepared = importing.with_all(prepared)
    if prepared.plan.is_empty:
        if not any(row.same or row.kept for row in prepared.plan.rows):
            _print_losses(console.out, prepared)
        say(console.out, say_nothing_new(prepared.plan, tr))
        return DONE
    _print_plan(console.out, prepared)
    if fresh:
        say(console.out, tr("A new store will be made: {path}").format(path=console.paths.store))
    if not agreed and (answer := _ask(console, len(prepared.plan.entries_to_add))) is not None:
        return answer
    if fresh:
        _create(console)
    with _interruptible() as stopped:
        receipt = importing.apply(prepared, _untold, stopped)
    with suppress(OSError):  # what is known of stores is a safeguard; the import stands without it
        known.remember(console.paths.store, KnownStore(receipt.store_id, receipt.last_seq))
    say(console.out, say_done(receipt.plan, date.isoformat, tr))
    return DONE


def _settle(console: Console, known: KnownStores) -> bool:
    """Looks whether the store may be used and brings it up to date; True when there is none yet."""
    store = console.paths.store
    finding = examine(store, known)
    if finding.condition is Condition.FRESH:
        return True
    check_whole(store)
    if finding.condition is Condition.BEHIND:
        migrate_safely(store, console.clock)
    return False


def _create(console: Console) -> None:
    """Makes the store, unless somebody else has while the question was read."""
    try:
        create_store(console.paths.store, console.clock.now())
    except FileExistsError:
        pass
    except OSError:
        raise StoreError(StoreFault.CANNOT_OPEN, console.paths.store) from None


def _print_plan(out: TextIO, prepared: PreparedImport) -> None:
    plan = prepared.plan
    heading = f"{say_source(plan.source, tr)}, {say_file_span(plan, date.isoformat, tr)}".rstrip(", ")
    say(out, heading[:1].upper() + heading[1:])
    say(out, say_totals(plan, tr))
    for row in plan.rows:
        say(out, f"  {say_row(row, date.isoformat, tr)}")
    if any(row.left_out for row in plan.rows):
        say(out, tr("Add --all to bring in what is left out."))
    if texts := say_texts(plan, tr):
        say(out, texts)
    if prepared.unscored:
        say(out, say_unscored(prepared.unscored, tr))
    for advice in plan.advice:
        say(out, say_advice(advice, tr))
    _print_losses(out, prepared)


def _print_losses(out: TextIO, prepared: PreparedImport) -> None:
    if prepared.plan.losses:
        say(out, tr("What does not come along, or not as it was:"))
    for loss in prepared.plan.losses:
        say(out, f"  {say_loss(loss, tr)}")


def _ask(console: Console, count: int) -> int | None:
    """None when the answer is yes, else the exit status."""
    if console.keyboard is None or not is_terminal(console.keyboard):
        say(console.err, tr("Nothing was imported: there is nobody to ask. Add --yes to import without a question."))
        return MISUSED
    console.out.write(tr("Import %n entry(s)? [y/N] ", "", count))
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
def _interruptible() -> Iterator[Cancelled]:
    """Ctrl+C asks the work to stop where it can stop whole. Tells whether it was pressed."""
    pressed = Event()

    def press(_signal: int, _frame: FrameType | None) -> None:
        pressed.set()

    before = signal.signal(signal.SIGINT, press)
    try:
        yield pressed.is_set
    finally:
        signal.signal(signal.SIGINT, before)


def _untold(_done: int, _total: int) -> None:
    """A terminal gets the outcome, not the progress."""
