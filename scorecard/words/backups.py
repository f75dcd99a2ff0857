"""Backups in words: why each was made, whether it can be trusted, what restoring it would lose."""

from collections.abc import Callable
from typing import assert_never

from scorecard.domain.backups import Backup, BackupError, BackupFault, Contents, Difference, Reason, Soundness

Tr = Callable[..., str]

_KILO = 1024


def say_reason(reason: Reason, tr: Tr) -> str:
    match reason:
        case Reason.DAY:
            return tr("First change of the day")
        case Reason.IMPORT:
            return tr("Before an import")
        case Reason.MIGRATION:
            return tr("Before a new version")
        case Reason.RESTORE:
            return tr("Set aside by a restore")
        case Reason.DELETION:
            return tr("Before a person was deleted")
        case Reason.REQUEST:
            return tr("Made by you")
        case Reason.SET_ASIDE:
            return tr("Damaged store, kept as it was")
        case _ as never:
            assert_never(never)


def say_verdict(backup: Backup, tr: Tr) -> str:
    """A few words, for a list. Of one that was not looked through, what it says of itself is not repeated."""
    if backup.reason is Reason.SET_ASIDE:
        return tr("Not a backup")
    if not backup.checked and backup.can_be_restored:
        return tr("Not checked yet")
    match backup.soundness:
        case Soundness.GOOD:
            return tr("Good")
        case Soundness.DOUBTFUL:
            return tr("Good but for %n day(s)", "", backup.broken_days)
        case Soundness.DAMAGED:
            return tr("Damaged")
        case Soundness.TOO_NEW:
            return tr("Too new")
        case _ as never:
            assert_never(never)


def say_verdict_at_length(backup: Backup, tr: Tr) -> str:
    """What the verdict means."""
    if backup.reason is Reason.SET_ASIDE:
        return tr("This is the damaged store, exactly as it was when a backup took its place. It can't be restored.")
    match backup.soundness:
        case Soundness.GOOD if backup.checked:
            return tr("Every page and every row of it is as it was written.")
        case Soundness.GOOD:
            return tr("It was good when it was made; now it is being looked through.")
        case Soundness.DOUBTFUL:
            return tr(
                "It is as it was made, but %n day(s) in the store had been changed by something else by then.",
                "",
                backup.broken_days,
            )
        case Soundness.DAMAGED:
            return tr("It is not as it was written any more, so it is not restored. Choose another one.")
        case Soundness.TOO_NEW:
            return tr("A newer Scorecard made it, so this one can't restore it.")
        case _ as never:
            assert_never(never)


def say_contents(contents: Contents, tr: Tr) -> str:
    """ "240 days, 1,680 values, 31 promises, 120 answers", without what there is none of."""
    parts = [tr("%n day(s)", "", contents.days), tr("%n value(s)", "", contents.values)]
    if contents.promises:
        parts.append(tr("%n promise(s)", "", contents.promises))
    if contents.answers:
        parts.append(tr("%n answer(s)", "", contents.answers))
    return ", ".join(parts)


def say_size(size: int, tr: Tr, say_number: Callable[[float], str] = lambda number: f"{number:.1f}") -> str:
    if size < _KILO * _KILO:
        return tr("{number} KB").format(number=max(1, round(size / _KILO)))
    return tr("{number} MB").format(number=say_number(size / _KILO / _KILO))


def say_difference(difference: Difference, tr: Tr) -> str:
    """What restoring would lose, and what it would bring back; ends in a full stop."""
    if difference.is_none:
        return tr("Nothing you entered would change: the present store holds the same.")
    sentences = []
    if lost := _say_lost(difference, tr):
        sentences.append(tr("Restoring it would lose what came since: {what}.").format(what=lost))
    if difference.back:
        sentences.append(tr("%n value(s) would be as they were then.", "", difference.back))
    if difference.others and not lost:
        sentences.append(tr("Other changes made since would be lost."))
    return " ".join(sentences)


def _say_lost(difference: Difference, tr: Tr) -> str:
    """ "40 values on 12 days, 3 promises, 5 answers, and other changes"."""
    parts = []
    if difference.values:
        values = tr("%n value(s)", "", difference.values)
        parts.append(tr("{values} on {days}").format(values=values, days=tr("%n day(s)", "", difference.days)))
    if difference.promises:
        parts.append(tr("%n promise(s)", "", difference.promises))
    if difference.answers:
        parts.append(tr("%n answer(s)", "", difference.answers))
    if parts and difference.others:
        parts.append(tr("other changes"))
    return ", ".join(parts)


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
