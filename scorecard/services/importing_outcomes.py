"""What reading another program's file may end in: for the rooms above, which never import `formats`."""

from scorecard.formats.bundle import Advice, AdviceKind, Loss, LossKind
from scorecard.formats.errors import (
    Amount,
    FileFault,
    FileTooLargeError,
    ImportCancelledError,
    NewerFormatError,
    NotRecognisedError,
    UnreadableFileError,
)  # fmt: skip

__all__ = [
    "Advice",
    "AdviceKind",
    "Amount",
    "FileFault",
    "FileTooLargeError",
    "ImportCancelledError",
    "Loss",
    "LossKind",
    "NewerFormatError",
    "NotRecognisedError",
    "UnreadableFileError",
]
