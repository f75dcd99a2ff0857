"""What can be the matter with the store and its backups: values for `words` to put into a sentence."""

from enum import StrEnum
from pathlib import Path

from scorecard.domain.errors import KnownError


class StoreFault(StrEnum):
    FULL = "full"
    READ_ONLY = "read only"
    LOCKED = "locked"
    INPUT_OUTPUT = "input/output"
    MOVED = "moved"
    CANNOT_OPEN = "cannot open"
    DAMAGED = "damaged"
    FOREIGN = "foreign"
    TOO_NEW = "too new"
    MISSING = "missing"
    EMPTY = "empty"
    MIGRATION_FAILED = "migration failed"
    MEMORY = "out of memory"
    TOO_LARGE = "too large"
    INTERRUPTED = "interrupted"
    UNFINISHED = "unfinished"  # half a change of a killed program, which can't be taken back where it stands
    OVERWRITTEN = "overwritten"
    ODD_ROWS = "odd rows"
    LOOKING = "only looked at"  # the program was started so
    PROGRAM = "program"  # a bug of ours: it is never caught for good

    @property
    def passes(self) -> bool:
        """Whether the same change may go through later, with nothing done to it."""
        return self in _PASSING

    @property
    def has_a_way_back(self) -> bool:
        """Whether a backup, or what can still be read, may take the place of what stands there."""
        return self in (StoreFault.DAMAGED, StoreFault.EMPTY, StoreFault.MISSING, StoreFault.FOREIGN)


_PASSING = frozenset({
    StoreFault.FULL, StoreFault.READ_ONLY, StoreFault.LOCKED, StoreFault.INPUT_OUTPUT, StoreFault.MOVED,
    StoreFault.CANNOT_OPEN, StoreFault.MEMORY, StoreFault.INTERRUPTED, StoreFault.OVERWRITTEN,
    StoreFault.DAMAGED, StoreFault.FOREIGN, StoreFault.TOO_NEW,  # of an open store: another file stands there now
})  # fmt: skip


class StoreError(KnownError):
    """The store could not do what was asked. `found` and `known` are schema versions, where they matter.

    Nothing was written by the step that raised it.
    """

    def __init__(self, fault: StoreFault, path: Path, *, found: int = 0, known: int = 0) -> None:
        super().__init__(fault.value)
        self.fault = fault
        self.path = path
        self.found = found
        self.known = known


class BackupFault(StrEnum):
    FULL = "full"
    NO_ACCESS = "no access"
    INPUT_OUTPUT = "input/output"
    BUSY = "busy"
    STORE_DAMAGED = "store damaged"
    STORE_UNREADABLE = "store unreadable"
    DAMAGED = "damaged"
    TOO_NEW = "too new"
    GONE = "gone"
    EXISTS = "exists"
    NOTHING_TO_TAKE_BACK = "nothing to take back"


class BackupError(KnownError):
    """A backup could not be made, or not be restored. The store and every backup are as they were before."""

    def __init__(self, fault: BackupFault, path: Path) -> None:
        """`path` is what the fault is about: a backup, the store, or the folder of the backups."""
        super().__init__(fault.value)
        self.fault = fault
        self.path = path


class UndoConflictError(KnownError):
    """The rows an undo would put back are no longer as that change left them."""


class NothingToUndoError(KnownError):
    pass
