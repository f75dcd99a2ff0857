"""An error of the world: one line on stderr, and an exit status that tells a script what it may do about it."""

from scorecard.cli.console import Console
from scorecard.cli.english import tr
from scorecard.cli.printing import NoTextError, say
from scorecard.cli.settling import NoStoreError
from scorecard.cli.status import BUSY, FAILED, MISUSED, UNUSABLE
from scorecard.domain.errors import KnownError
from scorecard.domain.incidents import BackupError, BackupFault, StoreError, StoreFault
from scorecard.words.errors import say_error

_FOR_NOW = frozenset({StoreFault.LOCKED, StoreFault.INTERRUPTED})
_NOT_ITS_OWN = frozenset({StoreFault.FULL, StoreFault.TOO_LARGE, StoreFault.MEMORY})


def say_failure(console: Console, error: KnownError, *, reading: bool = False) -> int:
    """`reading`: nothing was to be changed."""
    match error:
        case StoreError() if reading and error.fault is StoreFault.LOCKED:
            say(console.err, tr("Another program is writing to the store. Try again in a moment."))
        case NoStoreError():
            say(console.err, tr("There is no store yet: {path}").format(path=error.path))
        case NoTextError():
            say(console.err, tr("What was read from standard input is no text."))
        case _:
            say(console.err, say_error(error, tr) + _way_back(error))
    return status_of(error)


def _way_back(error: KnownError) -> str:
    """Still on the same line."""
    hurt = isinstance(error, BackupError) and error.fault is BackupFault.STORE_DAMAGED
    if not hurt and not (isinstance(error, StoreError) and error.fault.has_a_way_back):
        return ""
    return " " + tr("“scorecard rescue” leads back, and so does the window.")


def status_of(error: KnownError) -> int:
    match error:
        case NoTextError():
            return MISUSED
        case NoStoreError():
            return UNUSABLE
        case StoreError() if error.fault in _FOR_NOW:
            return BUSY
        case BackupError() if error.fault is BackupFault.BUSY:
            return BUSY
        case BackupError() if error.fault in (BackupFault.STORE_DAMAGED, BackupFault.STORE_UNREADABLE):
            return UNUSABLE
        case StoreError() if error.fault not in _NOT_ITS_OWN:
            return UNUSABLE
        case _:
            return FAILED
