"""`scorecard import` of a file of our own: what is new comes, what differs stays as it is here and is told."""

from datetime import date
from pathlib import Path

from scorecard.cli.agreeing import agree, create, settle
from scorecard.cli.console import DONE, Console
from scorecard.cli.english import tr
from scorecard.cli.interrupting import interruptible
from scorecard.cli.opened import tell_window
from scorecard.cli.printing import say
from scorecard.services.importing_own import OwnImporting, PreparedOwn
from scorecard.words.importing_own import say_joins, say_own_notes, say_own_plan, say_own_source


def import_own(console: Console, file: Path, *, agreed: bool, apart: bool = False, dry_run: bool = False) -> int:
    """The exit status. Raises a KnownError when nothing was imported. `apart`: nothing joins ours by its name."""
    fresh = settle(console)
    importing = OwnImporting(console.paths.store, console.clock)
    with interruptible() as stopped:
        prepared = importing.read_and_plan(file, lambda _done, _total: None, stopped)
    if apart:
        prepared = importing.plan_again(prepared, by_name=False)
    _print_plan(console, prepared)
    if prepared.counts.is_empty:
        return DONE
    if fresh:
        say(console.out, tr("A new store will be made: {path}").format(path=console.paths.store))
    if dry_run:
        return DONE
    if not agreed and (answer := agree(console, tr("Import? [y/N] "))) is not None:
        return answer
    if fresh:
        create(console)
    with interruptible() as stopped:
        receipt = importing.apply(prepared, stopped)
    tell_window(console, receipt.store_id, receipt.last_seq)
    say(console.out, tr("Imported. One undo takes it back."))
    return DONE


def _print_plan(console: Console, prepared: PreparedOwn) -> None:
    say(console.out, say_own_source(prepared, date.isoformat, tr))
    say(console.out, say_own_plan(prepared.counts, tr))
    for note in say_own_notes(prepared, date.isoformat, tr):
        say(console.out, note)
    joins = say_joins(prepared, tr)
    if joins and prepared.by_name:
        say(console.out, tr("They join yours of the same name (--apart keeps them apart):"))
        for line in joins:
            say(console.out, f"  {line}")
