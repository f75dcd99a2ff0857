"""The backup of the day, for whoever works without a window."""

import os
import platform
from datetime import date
from pathlib import Path

from scorecard.cli.console import Console
from scorecard.cli.english import tr
from scorecard.cli.printing import say
from scorecard.domain.backups import BackupError
from scorecard.services.backups import Backups
from scorecard.services.backups_daily import keep_up
from scorecard.words.backup_faults import say_daily_failure


def keep_up_backups(console: Console, today: date) -> None:
    """After a change, unless a window has the store: that one hears of the change, and does it. What fails is told."""
    if is_open_elsewhere(console.paths.lock):
        return
    backups = Backups(console.paths.store, console.clock)
    backups.thin_again()
    try:
        keep_up(backups, console.clock.now(), today, lambda: False)
    except BackupError as error:
        say(console.err, say_daily_failure(error, tr))


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
