"""Why a backup could not be made, copied or restored: what happened, what is safe, what to do."""

from collections.abc import Callable

from scorecard.domain.backups import BackupError, BackupFault

Tr = Callable[..., str]


def say_backup_fault(error: BackupError, tr: Tr) -> str:
    """What happened, what is safe, what to do."""
    return _fault_sentence(error.fault, tr).format(path=error.path)


def _fault_sentence(fault: BackupFault, tr: Tr) -> str:
    match fault:
        case BackupFault.FULL:
            return tr(
                "The disk is full, so no backup was made. The store and the backups before it are as they were. "
                "Make some room."
            )
        case BackupFault.NO_ACCESS:
            return tr(
                "{path} can't be written to, so no backup was made. The store and the backups before it are as they "
                "were. Allow writing there."
            )
        case BackupFault.INPUT_OUTPUT:
            return tr(
                "The disk reported an error, so no backup was made. The store and the backups before it are as they "
                "were. Check the disk."
            )
        case BackupFault.BUSY:
            return tr(
                "Another program is using {path}, so this was not done. Nothing was changed. Try again in a moment."
            )
        case BackupFault.STORE_DAMAGED | BackupFault.STORE_UNREADABLE:
            return tr(
                "The store {path} failed its check, so no backup was made of it. The backups before it are kept. "
                "Look at them under File, Backups."
            )
        case _:
            return _restoring_sentence(fault, tr)


def _restoring_sentence(fault: BackupFault, tr: Tr) -> str:
    match fault:
        case BackupFault.DAMAGED:
            return tr("The backup {path} is damaged, so it was not restored. Nothing was changed. Choose another one.")
        case BackupFault.TOO_NEW:
            return tr("The backup {path} was made by a newer Scorecard. Nothing was changed. Start the newer program.")
        case BackupFault.GONE:
            return tr("The backup {path} is not there any more. Nothing was changed. Choose another one.")
        case BackupFault.NOTHING_TO_TAKE_BACK:
            return tr(
                "There is no restore to take back: none was done, or something was entered since. Nothing was changed. "
                "What each restore set aside is in the list of backups."
            )
        case _:
            return tr("{path} is there already, and is left as it is. Choose another name.")


def say_second_fault(error: BackupError, tr: Tr) -> str:
    """Why nothing is copied to the second folder just now."""
    match error.fault:
        case BackupFault.GONE:
            sentence = tr("The second folder {path} is not there just now. Backups are copied when it is back.")
        case BackupFault.FULL:
            sentence = tr("The disk of the second folder {path} is full, so nothing is copied there. Make some room.")
        case BackupFault.NO_ACCESS:
            sentence = tr("The second folder {path} can't be written to, so nothing is copied there.")
        case _:
            sentence = tr("The last copy to the second folder {path} could not be made. It is tried again.")
    return sentence.format(path=error.path)


def say_second_missed(error: BackupError, tr: Tr) -> str:
    """After a week without a copy."""
    return tr("For a week no backup was copied to the second folder.") + " " + say_second_fault(error, tr)


def say_daily_failure(error: BackupError, tr: Tr) -> str:
    """Said once, quietly, while the program goes on."""
    sentence = say_backup_fault(error, tr)
    if error.fault in (BackupFault.STORE_DAMAGED, BackupFault.STORE_UNREADABLE):
        return sentence
    return sentence + " " + tr("What you enter is saved as always; Scorecard tries again by itself.")
