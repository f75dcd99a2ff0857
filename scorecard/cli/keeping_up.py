"""The backup of the day, for whoever works without a window."""

from datetime import date

from scorecard.cli.console import Console
from scorecard.cli.english import tr
from scorecard.cli.open_windows import is_open_elsewhere
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
