"""One sentence for every error of the world: what happened, what is safe, what to do."""

from collections.abc import Callable
from datetime import date

from scorecard.domain.away import AwayOverlapError, BackwardRangeError
from scorecard.domain.errors import (
    CardFullError,
    ComputedValueError,
    EmptyNameError,
    FutureDayError,
    ImpossibleStepError,
    ImpossibleTermsError,
    ImpossibleValueError,
    KnownError,
    NameTakenError,
    StepFault,
    StoppedError,
    TermsFault,
    TextTooLongError,
    ValueFault,
)
from scorecard.domain.incidents import BackupError, NothingToUndoError, StoreError, StoreFault, UndoConflictError

Tr = Callable[..., str]
SayDay = Callable[[date], str]


def say_error(error: KnownError, tr: Tr, say_day: SayDay = date.isoformat) -> str:
    """`say_day` puts a day into words."""
    match error:
        case StoreError():
            return say_store_error(error, tr)
        case ImpossibleValueError():
            return say_value_fault(error, tr)
        case ImpossibleTermsError():
            return say_terms_fault(error.fault, tr)
        case ImpossibleStepError():
            return say_step_fault(error, tr, say_day)
        case AwayOverlapError() | BackwardRangeError():
            from scorecard.words.aways import say_away_fault

            return say_away_fault(error, tr, say_day)
        case BackupError():
            from scorecard.words.backup_faults import say_backup_fault

            return say_backup_fault(error, tr)
        case _:
            return _say_of_few(error, tr, say_day) or _say_other(error, tr)


def _say_of_few(error: KnownError, tr: Tr, say_day: SayDay) -> str:
    """What only a few places can raise: no first picture waits for their words, nor for the modules they are of.

    Empty for all others.
    """
    from scorecard.domain.checkins import BrokenDefinitionError, ImpossibleCheckinError
    from scorecard.domain.goals import ImpossibleGoalError
    from scorecard.domain.people_files import BrokenPeopleFileError
    from scorecard.domain.profiles import ImpossiblePersonError
    from scorecard.words.checkins import say_broken_definition, say_checkin_fault
    from scorecard.words.goal_names import say_goal_fault
    from scorecard.words.people_faults import say_broken_people_file, say_person_fault

    match error:
        case BrokenDefinitionError():
            return say_broken_definition(error, tr)
        case ImpossibleCheckinError():
            return say_checkin_fault(error, tr)
        case ImpossibleGoalError():
            return say_goal_fault(error.fault, tr)
        case ImpossiblePersonError():
            return say_person_fault(error, tr, say_day)
        case BrokenPeopleFileError():
            return say_broken_people_file(error, tr)
        case _:
            return ""


def _say_other(error: KnownError, tr: Tr) -> str:
    match error:
        case FutureDayError():
            return tr("This day has not begun yet. It can be scored when it is here.")
        case CardFullError():
            return tr("The card is full: nine measures are on it. Put one on the bench first, or add this one to it.")
        case EmptyNameError():
            return tr("A name is needed, so that you can tell what this is.")
        case NameTakenError():
            return tr("There is a group “{name}” already.").format(name=error.name)
        case TextTooLongError():
            return tr("This text is too long to keep: at most {limit} characters. Nothing was changed.").format(
                limit=error.limit
            )
        case UndoConflictError():
            return tr("This can't be undone: what it changed has been changed since. Nothing was touched.")
        case StoppedError():
            return tr("Stopped. Everything is as it was before.")
        case NothingToUndoError():
            return tr("There is nothing to undo.")
        case ComputedValueError():
            return tr("Scorecard counts this by itself, so it can't be typed.")
        case _:
            return tr("This was not possible ({reason}). Nothing was changed.").format(reason=type(error).__name__)


def say_value_fault(error: ImpossibleValueError, tr: Tr) -> str:
    match error.fault:
        case ValueFault.NOT_A_NUMBER:
            return tr("This is not a number. The earlier value stays.")
        case ValueFault.NOT_WHOLE:
            return tr("Only whole numbers are counted here. The earlier value stays.")
        case ValueFault.NOT_A_DURATION:
            return tr("Type a time as 90, 1:30 or 1h30. The earlier value stays.")
        case ValueFault.NOT_YES_OR_NO:
            return tr("Y for yes or N for no. The earlier value stays.")
        case ValueFault.OUT_OF_SCALE:
            return tr("The scale goes from 1 to {limit}. The earlier value stays.").format(limit=error.limit)
        case ValueFault.TOO_PRECISE:
            return tr("At most {limit} digits after the decimal point. The earlier value stays.").format(
                limit=error.limit
            )
        case ValueFault.TOO_LARGE:
            return tr("That is more than {limit}. The earlier value stays.").format(limit=error.limit)
        case ValueFault.NEGATIVE:
            return tr("This can't be less than zero. The earlier value stays.")
        case ValueFault.NOT_A_SHARE:
            return tr("This lies between 0 and 100 percent. The earlier value stays.")


def say_terms_fault(fault: TermsFault, tr: Tr) -> str:
    match fault:
        case TermsFault.WEIGHT:
            return tr("The weight is 1, 2 or 3.")
        case TermsFault.DUE_DAYS:
            return tr("Choose at least one day on which it is due.")
        case TermsFault.SCALE:
            return tr("A rating goes to 5 or to 10.")
        case TermsFault.DIRECTION:
            return tr("This kind can be scored or only counted; it has no most and no between.")
        case TermsFault.TARGET:
            return tr("The target does not fit: it has to be more than zero, and within the scale of a rating.")
        case TermsFault.RANGE:
            return tr("The range does not fit: give a lower and a higher number.")
        case TermsFault.WEEKLY:
            return tr("Kept promises are counted day by day: choose the days on which they are.")


def say_step_fault(error: ImpossibleStepError, tr: Tr, say_day: SayDay) -> str:
    day = say_day(error.day) if error.day is not None else ""
    return _step_sentence(error.fault, tr).format(day=day)


def _step_sentence(fault: StepFault, tr: Tr) -> str:
    match fault:
        case StepFault.SETTLED:
            return tr("This promise is settled already. Reopen it first.")
        case StepFault.OPEN:
            return tr("This promise is open already.")
        case StepFault.BEFORE_MADE:
            return tr("That is before the promise was made: choose {day} or a later day.")
        case StepFault.BEFORE_MISS:
            return tr("What happened to it on {day} stays as it is: choose that day or a later one.")
        case StepFault.FUTURE:
            return tr("That is too late: choose {day} or an earlier day.")
        case StepFault.DUE_BEFORE:
            return tr("It can't be due before {day}: choose that day or a later one.")
        case StepFault.SAME:
            return tr("That is how it stands already. Nothing was changed.")
        case StepFault.NEVER_DUE:
            return tr("It has no date, so it can't be late. Mark it as kept.")
        case StepFault.CAME_DUE:
            return tr("It came due, or something was done with it: it stays in the record and can't be removed.")


def say_store_error(error: StoreError, tr: Tr) -> str:
    return _store_sentence(error.fault, tr).format(path=error.path, found=error.found, known=error.known)


def _store_sentence(fault: StoreFault, tr: Tr) -> str:
    match fault:
        case StoreFault.FULL:
            return tr(
                "The disk is full, so this change was not saved. Everything saved before is safe. "
                "Make some room and enter it again."
            )
        case StoreFault.READ_ONLY:
            return tr(
                "The store can only be read, so this change was not saved. Everything saved before is safe. "
                "Allow writing to {path} and its folder."
            )
        case StoreFault.LOCKED:
            return tr(
                "Another program is using the store, so this change was not saved. Everything saved before is safe. "
                "Try again in a moment."
            )
        case StoreFault.INPUT_OUTPUT:
            return tr(
                "The disk reported an error, so this change was not saved. Everything saved before is as it was. "
                "Check the disk, then enter it again."
            )
        case StoreFault.MEMORY:
            return tr(
                "The computer is out of memory, so this change was not saved. Everything saved before is safe. "
                "Close other programs and enter it again."
            )
        case StoreFault.TOO_LARGE:
            return tr(
                "This is more than the store can hold, so it was not saved. Everything saved before is safe. "
                "Shorten it and enter it again."
            )
        case StoreFault.INTERRUPTED:
            return tr(
                "Saving was interrupted, so this change was not saved. Everything saved before is safe. Enter it again."
            )
        case StoreFault.PROGRAM:
            return tr(
                "Something went wrong inside Scorecard, so this change was not saved. Everything saved before is safe. "
                "Copy what you typed and start Scorecard again."
            )
        case _:
            return _standing_sentence(fault, tr)


def _standing_sentence(fault: StoreFault, tr: Tr) -> str:
    """The file is not where it was, or not what it was, since it was opened."""
    match fault:
        case StoreFault.MOVED:
            return tr(
                "The store was moved, deleted or replaced while it was open, so what you enter now is not saved. "
                "Your version is still here in memory: put {path} back, or write your version beside it."
            )
        case StoreFault.OVERWRITTEN:
            return tr(
                "Something else has written over the store while it was open, so what you enter now is not saved, but "
                "kept here. Nothing is written to {path} until you choose which version to go on with."
            )
        case _:
            return _opening_sentence(fault, tr)


def _opening_sentence(fault: StoreFault, tr: Tr) -> str:
    match fault:
        case StoreFault.CANNOT_OPEN:
            return tr("The store {path} can't be opened. Nothing was changed. Check that you may read and write there.")
        case StoreFault.DAMAGED:
            return tr(
                "The store {path} is damaged, so Scorecard does not write to it. The file is left exactly as it is. "
                "Choose a backup to go on from; what can still be read in the file can come along."
            )
        case StoreFault.FOREIGN:
            return tr("{path} is not a Scorecard store. It is left exactly as it is. Choose another folder.")
        case StoreFault.TOO_NEW:
            return tr(
                "The store {path} was written by a newer Scorecard (schema {found}; this program knows {known}). "
                "Nothing was changed. Start the newer program."
            )
        case StoreFault.MISSING:
            return tr(
                "The store that was here before is gone: {path}. Nothing was created in its place. "
                "Put it back, or connect the disk it is on, and try again."
            )
        case StoreFault.EMPTY:
            return tr(
                "The store {path} is empty: the file has no content at all. It is left as it is. "
                "Put a good copy of it here, and try again."
            )
        case StoreFault.UNFINISHED:
            return tr(
                "A program was stopped in the middle of a change of {path}, and it can't be taken back where nothing "
                "may be written. Nothing was changed. Allow writing to the file and its folder, and try again."
            )
        case StoreFault.LOOKING:
            return tr(
                "Scorecard was opened to look only, so nothing was changed. Everything saved before is safe. "
                "Start it as always to enter something."
            )
        case StoreFault.ODD_ROWS:
            return tr(
                "The store {path} can't be brought to this version: some rows in it don't fit each other. "
                "It is unchanged. Go on with the earlier program, or restore a backup."
            )
        case _:
            return tr(
                "The store {path} could not be brought to this version. It is unchanged. "
                "Go on with the earlier program, or try again."
            )
