"""What may be wrong with a file about people that comes with the program."""

from enum import StrEnum

from scorecard.domain.errors import KnownError


class PeopleFileFault(StrEnum):
    UNREADABLE = "unreadable"
    NOT_TOML = "not toml"
    MISSING = "missing"
    WRONG_KIND = "wrong kind"
    EMPTY = "empty"
    TOO_LONG = "too long"
    UNKNOWN = "unknown word"
    TWICE = "twice"


class BrokenPeopleFileError(KnownError):
    """A file about people that can't be used. `part` is what of it, as it is written there."""

    def __init__(self, fault: PeopleFileFault, file: str, part: str = "") -> None:
        super().__init__(fault.value)
        self.fault = fault
        self.file = file
        self.part = part
