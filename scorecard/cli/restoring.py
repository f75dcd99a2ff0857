"""`scorecard restore [FILE]`: the backups there are, or one of them put in the place of the store, and taken back."""

from collections.abc import Callable
from pathlib import Path

from scorecard.cli.asking import ask
from scorecard.cli.console import DONE, FAILED, MISUSED, NOT_FOUND, Console
from scorecard.cli.english import tr
from scorecard.cli.open_windows import is_open_elsewhere
from scorecard.cli.opened import tell_of_store
from scorecard.cli.printing import say
from scorecard.domain.backup_changes import Listed, Part, Preview
from scorecard.domain.backups import Backup, BackupError
from scorecard.domain.incidents import StoreError
from scorecard.services.backups import Backups, Restored
from scorecard.words.backup_changes import plain_manner, say_part, say_sides, say_thing
from scorecard.words.backups import say_contents, say_difference, say_reason, say_record, say_size, say_verdict

MOST = 10  # lines of each part of what would change


def restore(console: Console, which: str | None, *, agreed: bool) -> int:
    """Without `which` a list. It names a backup by its number, its file's name, or the path of its file."""
    backups = Backups(console.paths.store, console.clock)
    listed = backups.listed()
    if which is None:
        return _list(console, backups, listed)
    chosen = next((backup for backup in listed if _is_meant(backup, which)), None)
    if chosen is None:
        words = tr("There is no backup “{name}” in {folder}. “scorecard restore” lists those there are.")
        say(console.err, words.format(name=which, folder=backups.folder))
        return NOT_FOUND
    return _put_in_place(console, backups, chosen, backups.restore, agreed=agreed)


def take_back(console: Console, which: str | None, *, agreed: bool) -> int:
    """Undoes the last restore, as long as nothing was entered since. It knows by itself `which` backup that means."""
    if which is not None:
        say(console.err, tr("--undo takes back the last restore, and goes without the name of a backup."))
        return MISUSED
    backups = Backups(console.paths.store, console.clock)
    aside = backups.to_take_back()
    if aside is None:
        words = tr("There is no restore to take back: none was done, or something was entered since.")
        say(console.err, words)
        return NOT_FOUND
    return _put_in_place(console, backups, aside, lambda _aside: backups.take_back(), agreed=agreed)


def _put_in_place(
    console: Console, backups: Backups, chosen: Backup, put: Callable[[Backup], Restored], *, agreed: bool
) -> int:
    chosen = backups.checked(chosen)
    if not chosen.can_be_restored:
        say(console.err, tr("This backup can't be restored: {verdict}.").format(verdict=say_verdict(chosen, tr)))
        return FAILED
    if _is_open(console):
        return FAILED
    say(console.out, _line(chosen))
    if console.paths.store.exists():
        _say_changes(console, backups, chosen)
    if not agreed and (refused := _agree(console)) is not None:
        return refused
    if _is_open(console):  # somebody may have had a look there before answering
        return FAILED
    put(chosen)
    tell_of_store(console)
    say(console.out, tr("Restored. What was there before is in the list of backups."))
    if backups.to_take_back() is not None:
        say(console.out, tr("“scorecard restore --undo” takes it back, until something is entered."))
    return DONE


def _is_open(console: Console) -> bool:
    if is_open_elsewhere(console.paths.lock):
        say(console.err, tr("Scorecard has this store open. Close its window first, or restore there: File, Backups."))
        return True
    return False


def _say_changes(console: Console, backups: Backups, chosen: Backup) -> None:
    """What restoring would lose in numbers, and the first things of each part one by one."""
    try:
        difference = backups.difference(chosen)
    except (StoreError, BackupError):
        say(console.out, tr("The store can't be read as it is, so nothing can be compared. “scorecard rescue” can."))
        return
    say(console.out, say_difference(difference, tr))
    if record := say_record(difference, tr):
        say(console.out, record)
    preview = backups.preview(chosen, MOST) if not difference.is_none else Preview()
    for part, listed in preview.parts.items():
        _say_part(console, part, listed)


def _say_part(console: Console, part: Part, listed: Listed) -> None:
    manner = plain_manner(tr)
    say(console.out, tr("{part}: {number}").format(part=say_part(part, tr), number=listed.total))
    for thing in listed.things:
        now, then = say_sides(thing, manner)
        day = f"{thing.day.isoformat()}  " if thing.day is not None else ""
        say(
            console.out,
            tr("  {day}{what}: {now} → {then}").format(day=day, what=say_thing(thing, tr), now=now, then=then),
        )
    if (left := listed.total - len(listed.things)) > 0:
        say(console.out, tr("  … and {number} more").format(number=left))


def _list(console: Console, backups: Backups, listed: tuple[Backup, ...]) -> int:
    if not listed:
        say(console.out, tr("There is no backup yet in {folder}").format(folder=backups.folder))
        return DONE
    for backup in listed:
        say(console.out, _line(backup))
    return DONE


def _line(backup: Backup) -> str:
    parts = [str(backup.number), backup.day.isoformat(), say_verdict(backup, tr), say_reason(backup.reason, tr)]
    if backup.contents is not None:
        parts.append(say_contents(backup.contents, tr))
    return "  ".join([*parts, say_size(backup.size, tr), backup.path.name])


def _is_meant(backup: Backup, which: str) -> bool:
    if which.isdecimal():
        return backup.number == int(which)
    return which == backup.path.name or Path(which).expanduser().absolute() == backup.path


def _agree(console: Console) -> int | None:
    nobody = tr("Nothing was restored: there is nobody to ask. Add --yes to restore without a question.")
    return ask(console, tr("Restore it? [y/N] "), nobody=nobody, no=tr("Nothing was restored."))
