"""`scorecard backup` makes a backup now; `scorecard check` looks through the store and its backups."""

from pathlib import Path

from scorecard.cli.console import DONE, FAILED, Console
from scorecard.cli.english import tr
from scorecard.cli.printing import say
from scorecard.cli.settling import require_store
from scorecard.domain.backups import Backup
from scorecard.services.backups import Backups
from scorecard.words.backups import say_contents, say_reason, say_size, say_verdict


def back_up(console: Console, file: Path | None) -> int:
    """Into the folder beside the store, or as `file`, which must not be there yet. The exit status."""
    require_store(console)
    backups = Backups(console.paths.store, console.clock)
    made = backups.make_at(file.expanduser().absolute()) if file is not None else backups.make()
    say(console.out, tr("Backup made and checked: {path}").format(path=made.path))
    if made.contents is not None:
        say(console.out, f"  {say_contents(made.contents, tr)}, {say_size(made.size, tr)}")
    _warn_of_days(console, made.broken_days)
    return DONE


def check(console: Console) -> int:
    """Prints what was found. FAILED when the store is not as the program wrote it; a bad backup alone is told only."""
    require_store(console)
    backups = Backups(console.paths.store, console.clock)
    contents, broken_days = backups.look_through_store()
    say(console.out, tr("The store is whole: {path}").format(path=console.paths.store))
    say(console.out, f"  {say_contents(contents, tr)}")
    _warn_of_days(console, broken_days)
    found = backups.listed()
    say(console.out, tr("Backups in {folder}: {number}").format(folder=backups.folder, number=len(found)))
    for backup in found:
        say(console.out, f"  {_line(backups.checked(backup))}")
    return FAILED if broken_days else DONE


def _warn_of_days(console: Console, broken_days: int) -> None:
    if broken_days:
        words = tr("%n day(s) not as Scorecard wrote them: something else changed the file.", "", broken_days)
        say(console.err, words)


def _line(backup: Backup) -> str:
    """ "2026-11-20  Good  First change of the day  240 days, 1680 values  1.2 MB  scorecard-00012-…db"."""
    parts = [backup.day.isoformat(), say_verdict(backup, tr), say_reason(backup.reason, tr)]
    if backup.contents is not None:
        parts.append(say_contents(backup.contents, tr))
    return "  ".join([*parts, say_size(backup.size, tr), backup.path.name])
