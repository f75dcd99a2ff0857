"""Why store and backups were not brought to another folder: what happened, what is safe, what to do."""

from collections.abc import Callable
from pathlib import Path

from scorecard.domain.errors import KnownError
from scorecard.domain.incidents import BackupError, BackupFault

Tr = Callable[..., str]


def say_move_fault(error: KnownError, taken: Path | None, tr: Tr) -> str:
    """`taken`: the folder that holds another store."""
    if taken is not None:
        return tr(
            "There is a store in {path} already, so nothing was moved. Choose another folder; to work with that store, "
            "start Scorecard with --data and this folder."
        ).format(path=taken)
    if not isinstance(error, BackupError):
        return tr("Your data lie in that folder already, or it is the one of their backups. Choose another one.")
    match error.fault:
        case BackupFault.FULL:
            words = tr("The disk of {path} is full, so nothing was moved. Everything is as it was. Choose another one.")
        case BackupFault.NO_ACCESS:
            words = tr("{path} can't be written to, so nothing was moved. Everything is as it was.")
        case BackupFault.EXISTS:
            words = tr("{path} is there already, so nothing was moved. Everything is as it was. Choose another folder.")
        case BackupFault.BUSY:
            words = tr("Another program changed {path} meanwhile, so nothing was moved. Try again in a moment.")
        case BackupFault.STORE_DAMAGED | BackupFault.STORE_UNREADABLE:
            words = tr("The store {path} failed its check, so it was not moved. Look at its backups: File, Backups.")
        case _:
            words = tr("The disk reported an error at {path}, so nothing was moved. Everything is as it was.")
    return words.format(path=error.path)
