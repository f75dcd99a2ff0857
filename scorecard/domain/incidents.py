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
