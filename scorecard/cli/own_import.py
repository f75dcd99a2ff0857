"""`scorecard import` of our own export: what is new comes, what differs stays as it is here and is told."""

from pathlib import Path

from scorecard.cli.agreeing import agree, create, interruptible, settle
from scorecard.cli.console import DONE, Console
from scorecard.cli.english import tr
from scorecard.cli.opened import tell_window
from scorecard.cli.printing import say
from scorecard.services.importing_own import OwnImporting
from scorecard.store.known import KnownStores
from scorecard.words.exporting import say_own_plan


def import_own(console: Console, file: Path, *, agreed: bool) -> int:
    """The exit status. Raises a KnownError when nothing was imported."""
    fresh = settle(console, KnownStores(console.paths.known_stores))
    importing = OwnImporting(console.paths.store, console.clock)
    with interruptible() as stopped:
        prepared = importing.read_and_plan(file, stopped)
    counts = prepared.counts
    heading = tr("An export of Scorecard of {day}").format(day=prepared.export.written_at[:10])
    say(console.out, heading)
    say(console.out, say_own_plan(counts, tr))
    if counts.is_empty:
        return DONE
    if fresh:
        say(console.out, tr("A new store will be made: {path}").format(path=console.paths.store))
    if not agreed and (answer := agree(console, tr("Import? [y/N] "))) is not None:
        return answer
    if fresh:
        create(console)
    with interruptible() as stopped:
        receipt = importing.apply(prepared, stopped)
    tell_window(console, receipt.store_id, receipt.last_seq)
    say(console.out, tr("Imported. One undo takes it back."))
    return DONE
