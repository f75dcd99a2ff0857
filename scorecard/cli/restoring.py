"""`scorecard restore [FILE]`: the backups there are, or one of them put in the place of the store."""

import os
import platform
from pathlib import Path

from scorecard.cli.agreeing import YES
from scorecard.cli.console import DONE, FAILED, MISUSED, NOT_FOUND, Console
from scorecard.cli.english import tr
from scorecard.cli.opened import tell_window
from scorecard.cli.printing import is_terminal, say
from scorecard.domain.backups import Backup
from scorecard.services.backups import Backups
from scorecard.store.store import Store
from scorecard.words.backups import say_contents, say_difference, say_reason, say_size, say_verdict


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
    chosen = backups.checked(chosen)
    if not chosen.can_be_restored:
        say(console.err, tr("This backup can't be restored: {verdict}.").format(verdict=say_verdict(chosen, tr)))
        return FAILED
    if is_open_elsewhere(console.paths.lock):
        say(console.err, tr("Scorecard has this store open. Close its window first, or restore there: File, Backups."))
        return FAILED
    return _restore(console, backups, chosen, agreed=agreed)


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


def _restore(console: Console, backups: Backups, chosen: Backup, *, agreed: bool) -> int:
    say(console.out, _line(chosen))
    if console.paths.store.exists():
        say(console.out, say_difference(backups.difference(chosen), tr))
    if not agreed and not _agrees(console):
        return MISUSED if console.keyboard is None or not is_terminal(console.keyboard) else FAILED
    backups.restore(chosen)
    store = Store(console.paths.store, console.clock)
    try:
        store_id, last_seq = store.store_id, store.last_seq()
    finally:
        store.close()
    tell_window(console, store_id, last_seq)
    say(console.out, tr("Restored. What was there before is in the list of backups."))
    return DONE


def _agrees(console: Console) -> bool:
    if console.keyboard is None or not is_terminal(console.keyboard):
        say(console.err, tr("Nothing was restored: there is nobody to ask. Add --yes to restore without a question."))
        return False
    console.out.write(tr("Restore it? [y/N] "))
    console.out.flush()
    try:
        answer = console.keyboard.readline()
    except KeyboardInterrupt:
        say(console.out)
        answer = ""
    if answer.strip().casefold() in YES:
        return True
    say(console.out, tr("Nothing was restored."))
    return False


def is_open_elsewhere(lock: Path) -> bool:
    """Whether a window has the store. Its lock file says by which process, on which computer."""
    try:
        lines = lock.read_text(encoding="utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return False
    except OSError:
        return True
    if len(lines) < 3 or not lines[0].isdecimal():
        return False
    if lines[2] != platform.node() or os.name != "posix":
        return True
    try:
        os.kill(int(lines[0]), 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True
