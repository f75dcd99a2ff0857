"""`scorecard import FILE`: the dry run, a question, the import, a receipt."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple, TextIO

from scorecard.cli.agreeing import agree, create, settle
from scorecard.cli.console import DONE, Console
from scorecard.cli.english import tr
from scorecard.cli.failing import status_of
from scorecard.cli.interrupting import interruptible
from scorecard.cli.opened import tell_window
from scorecard.cli.own_import import import_own
from scorecard.cli.printing import say
from scorecard.domain.errors import KnownError
from scorecard.services.importing import Importing, PreparedImport
from scorecard.services.importing_outcomes import NotRecognisedError
from scorecard.services.importing_own import OwnImporting
from scorecard.services.importing_tables import OpenTable, OpenTableError, TableBook, TableImporting
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


class Asked(NamedTuple):
    """`everything`: what a file only offers comes along too. `apart`: nothing of an own file joins ours by its name."""

    agreed: bool = False
    everything: bool = False
    apart: bool = False
    dry_run: bool = False


def import_file(console: Console, file: Path, asked: Asked) -> int:
    """Prints what would be imported and, once that is agreed to, imports it. The exit status."""
    try:
        if OwnImporting(console.paths.store, console.clock).recognises(file):
            return import_own(console, file, agreed=asked.agreed, apart=asked.apart, dry_run=asked.dry_run)
        return _import(console, file, asked)
    except OpenTableError as error:
        hint = tr("In the window you can say how such a table is to be read; from then on it is read here too.")
        say(console.err, f"{say_problem(error.problem, tr)} {hint}")
        return status_of(error.problem)
    except KnownError as error:
        say(console.err, say_problem(error, tr))
        return status_of(error)


def _import(console: Console, file: Path, asked: Asked) -> int:
    fresh = settle(console)
    importing = Importing(console.paths.store, console.clock)
    with interruptible() as stopped:
        prepared = _read(console, importing, file, stopped)
    if asked.everything:
        prepared = importing.with_all(prepared)
    if prepared.plan.is_empty:
        if not any(row.same or row.kept for row in prepared.plan.rows):
            _print_losses(console.out, prepared)
        say(console.out, say_nothing_new(prepared.plan, tr))
        return DONE
    _print_plan(console.out, prepared)
    if fresh:
        say(console.out, tr("A new store will be made: {path}").format(path=console.paths.store))
    if asked.dry_run:
        return DONE
    if not asked.agreed and (answer := _ask(console, len(prepared.plan.entries_to_add))) is not None:
        return answer
    if fresh:
        create(console)
    with interruptible() as stopped:
        receipt = importing.apply(prepared, _untold, stopped)
    tell_window(console, receipt.store_id, receipt.last_seq)
    say(console.out, say_done(receipt.plan, date.isoformat, tr))
    return DONE


def _read(console: Console, importing: Importing, file: Path, stopped: Callable[[], bool]) -> PreparedImport:
    """A table of which nobody has said yet how it is meant is not asked about here. Raises why it was not read."""
    tables = TableImporting(importing, TableBook(console.paths.tables))
    read = tables.read_and_plan(file, _untold, stopped)
    if isinstance(read, OpenTable):
        raise OpenTableError(read.problem or NotRecognisedError())
    return read


def _print_plan(out: TextIO, prepared: PreparedImport) -> None:
    plan = prepared.plan
    heading = f"{say_source(plan.source, tr)}, {say_file_span(plan, date.isoformat, tr)}".rstrip(", ")
    say(out, heading[:1].upper() + heading[1:])
    if plan.rows:
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
    return agree(console, tr("Import %n entry(s)? [y/N] ", "", count))


def _untold(_done: int, _total: int) -> None:
    """A terminal gets the outcome, not the progress."""
